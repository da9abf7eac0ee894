"""Fuzz what people bring and take: lists of names, records in JSON and CSV, frames, notebooks, Markdown; go on always.

    python benchmarks/fuzz_read.py [--minutes 30] [--seed 0]

Lists of names and files of records are changed in any place and then read; facts that were changed are put into frames,
notebooks, pages and tables. Whatever is there: an answer, or one sentence, in bounded time. Exit 1 on a finding.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

sys.path.insert(0, str(Path(__file__).parent))

from fuzz import ACTING, LAWS, WORDS, Tags
from fuzz_saved import VALUES, change, fuzz_surfaces

from clusterdoc.corpus import Article, Corpus
from clusterdoc.corpus.records import Keys
from clusterdoc.errors import ClusterdocError
from clusterdoc.extractor import extractor
from clusterdoc.facts import LISTS, Document, Source
from clusterdoc.name_patterns import read_names
from clusterdoc.sidecars import ENDINGS, no_file
from clusterdoc.view.columns import text_tables
from clusterdoc.view.frame import facts_frame
from clusterdoc.view.hits import text_tables_of
from clusterdoc.view.jupyter import framed_page
from clusterdoc.view.markdown import to_markdown

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from fuzz_saved import Surface

LONGEST_SENTENCE: Final = 1_000
TEXT: Final = 'Ana Ott of Full Moon said on Friday: "Rents fell 5 percent." Brent oil rose $2, Inge Dahl said.'
NAMES: Final = (
    {"label": "ORG", "pattern": "Full Moon", "id": "Full Moon Trust"},
    {"label": "PERSON", "pattern": [{"LOWER": "inge"}, {"LOWER": "dahl", "OP": "+"}], "id": "Inge Dahl"},
    {"label": "GPE", "pattern": [{"TEXT": {"REGEX": "^O"}, "LENGTH": {">=": 2}}, {"IS_DIGIT": False}]},
    {"label": None, "pattern": "Brent"},
)
RECORD: Final = {
    "id": 7, "title": "Rents", "text": TEXT, "date": "2020-01-03", "published": "3 May 2020", "url": "https://a.example"
}  # fmt: skip
DAYS: Final = ("2020-02-30", "3/4/2020", "13/13/20", "yesterday", "99999999999", "1e400", "0000-00-00", "١٢/٣/٢٠٢٠", "")
ATTRIBUTES: Final = ("ORTH", "REGEX", "FUZZY", "IN", "OP", "_", "LEMMA", "DEP", "LENGTH", "SPACY", "ENT_TYPE", "*", "!")
BYTES: Final = (
    b"\xff",
    b"\0",
    b'"',
    b"'",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\xef\xbb\xbf",
    b"\\",
)


def main() -> int:
    """Fuzz until the time is over; the seed makes a run repeatable."""
    return fuzz_surfaces("Fuzz lists of names, records, frames, notebooks and Markdown.", SURFACES)


def is_harmless(sentence: str) -> bool:
    """Return whether a message is one sentence that a terminal can show."""
    return "\n" not in sentence and not ACTING.search(sentence) and len(sentence) <= LONGEST_SENTENCE


def listed_names(_: list[Document], chance: random.Random, __: Path) -> Iterator[str]:
    """Change a list of names, read it and find facts with it."""
    records: list[Any] = json.loads(json.dumps(NAMES))
    for _times in range(chance.choice((1, 1, 2, 4))):
        change(records, chance)
    if chance.random() < 1 / 2:
        token = {chance.choice(ATTRIBUTES): chance.choice((*ATTRIBUTES, *VALUES, {chance.choice(ATTRIBUTES): "a("}))}
        records.append({"label": "ORG", "pattern": [token]})
    lines = "\n".join(json.dumps(record, default=repr) for record in records)
    text = damaged_bytes(lines.encode("utf-8", "replace"), chance).decode("utf-8", "replace")
    try:
        document = replace(extractor(), names=read_names(text)).extract(Source("named", TEXT))
    except ClusterdocError as error:
        if not is_harmless(str(error)):
            yield f"one harmless sentence: {error!r}"
        return
    yield from (name for name, law in LAWS.items() if not law(document))


def records_read(_: list[Document], chance: random.Random, scratch: Path) -> Iterator[str]:
    """Write records in one of their forms, damage the file, and read it under changed keys."""
    records = [dict(RECORD, id=number, text=f"{TEXT} {number}") for number in range(chance.choice((1, 2, 5)))]
    for record in records:
        record[chance.choice(("date", "published", "when"))] = chance.choice((*DAYS, *VALUES))
    for _times in range(chance.choice((0, 1, 3))):
        change(records, chance)
    ending, data = written(records, chance)
    path = scratch / f"records{ending}"
    path.write_bytes(damaged_bytes(data, chance) if chance.random() < 1 / 2 else data)
    keys = Keys(chance.choice(("text", "text", "id", "key 1")), chance.choice((None, "date", "when", "text", "none")))
    for item in Corpus((str(path),), keys):
        if not isinstance(item, Article):
            if not is_harmless(item.message):
                yield f"one harmless sentence: {item.message!r}"
        elif not isinstance(item.text, str) or len(item.date or "2020-01-01") != len("2020-01-01"):
            yield f"an article has a text and a day: {item!r:.300}"
    path.unlink()


def written(records: list[Any], chance: random.Random) -> tuple[str, bytes]:
    """Return records as a file of JSON Lines, an array, an object of arrays, CSV or TSV: its ending and its bytes."""
    lines = [json.dumps(record, default=repr) for record in records]
    match chance.randrange(5):
        case 0:
            return ".jsonl", "\n".join(lines).encode("utf-8", "surrogatepass")
        case 1:
            return ".json", f"[{', '.join(lines)}]".encode("utf-8", "surrogatepass")
        case 2:
            return ".json", f'{{"articles": [{", ".join(lines)}], "count": 7}}'.encode("utf-8", "surrogatepass")
        case form:
            mark = "," if form == 3 else "\t"
            rows = [list(RECORD), *([str(value) for value in row.values()] for row in records if isinstance(row, dict))]
            text = "\r\n".join(mark.join('"{}"'.format(cell.replace('"', '""')) for cell in row) for row in rows)
            return (".csv" if mark == "," else ".tsv"), text.encode("utf-8", "replace")


def damaged_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with some put in, some taken away, some doubled."""
    for _times in range(chance.choice((0, 1, 1, 3, 10))):
        at, end = sorted(chance.randint(0, len(data)) for _ in range(2))
        end = min(end, at + 40)
        match chance.randrange(4):
            case 0:
                data = data[:at] + chance.choice(BYTES) + data[at:]
            case 1:
                data = data[:at] + data[end:]
            case 2:
                data = data[:at] + chance.choice(WORDS).encode("utf-8", "surrogatepass") + data[at:]
            case _:
                data = data[:end] + data[at:end] * chance.choice((1, 2, 500)) + data[end:]
    return data


def shown(documents: list[Document], chance: random.Random, _: Path) -> Iterator[str]:
    """Change facts; what is allowed goes into frames, a notebook and Markdown."""
    data = json.loads(json.dumps(chance.choice(documents).to_dict()))
    for _times in range(chance.choice((1, 1, 3, 6))):
        change(data, chance)
    try:
        document = Document.from_dict(data)
    except ValueError:
        return
    for name in LISTS:
        if len(facts_frame(document, name)) < len(getattr(document, name)):
            yield f"a row of each of {name}"
    frame = framed_page(document)
    tags = Tags()
    tags.feed(frame)
    if tags.names != {"iframe", "sandbox", "title", "srcdoc", "style"}:
        yield f"one frame and nothing else: {tags.names}"
    if ACTING.search(to_markdown(document.source.name, text_tables(document, LISTS))):
        yield "Markdown is harmless"


def hits_shown(_: list[Document], chance: random.Random, __: Path) -> Iterator[str]:
    """Put any text into what a search found, and show it as Markdown."""
    texts = [str(value) for value in VALUES if isinstance(value, str | None) and len(value or "") < LONGEST_SENTENCE]
    hit = {key: chance.choice((*WORDS, *texts, "|", "\\|", "`", "](x)", "<b>")) for key in HIT}
    lines, plain = (
        to_markdown("", text_tables_of([{**one, "fact": fact} for fact in ("quote", "figure")])).splitlines()
        for one in (hit, dict.fromkeys(HIT, "a"))
    )
    if len(lines) != len(plain):
        yield f"a line a row: {lines!r:.500}"
    if ACTING.search("".join(lines)):
        yield "Markdown is harmless"


def sidecars_seen(_: list[Document], chance: random.Random, scratch: Path) -> Iterator[str]:
    """Put anything beside a database; what is no file is named."""
    database = scratch / "beside.db"
    ending = chance.choice(ENDINGS)
    path = scratch / f"beside.db{ending}"
    kind = chance.choice(("file", "directory", "null", "dangling"))
    match kind:
        case "file":
            path.touch()
        case "directory":
            path.mkdir()
        case "null":
            path.symlink_to("/dev/null")
        case _:
            path.symlink_to("nowhere")
    if no_file(str(database)) != (str(path) if kind in ("directory", "null") else None):
        yield f"a {kind} beside a database"
    path.rmdir() if kind == "directory" else path.unlink()


HIT: Final = ("article", "title", "date", "speaker", "text", "of", "sentence")
SURFACES: Final[dict[str, Surface]] = {
    "names": listed_names,
    "records": records_read,
    "frames": shown,
    "hits": hits_shown,
    "sidecars": sidecars_seen,
}

if __name__ == "__main__":
    sys.exit(main())
