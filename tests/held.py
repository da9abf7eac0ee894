"""What the program says of a fixed set of invented texts, held word for word: tests/gold/held*.jsonl.

    python tests/held.py [NAME.jsonl…]

writes the files named, or all of them, anew with what the program says now. It is no judgement of what is right, and
some of it is wrong: the difference (`git diff tests/gold`) shows what a change of the finders changed elsewhere. Read
it, then commit it. A text is added as a line of its own: {"text": "…"}.

`phrases*.jsonl` hold what the grammar of numbers and dates alone reads in phrases, most of them at the limit of a rule,
and need no parse; their lines may name another day of publication: {"text": "…", "date": "2024-12-31"}.
"""

from __future__ import annotations

import datetime
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ahead import read_ahead, reading_ahead

from clusterdoc.extractor import extractor
from clusterdoc.facts import LISTS, Source
from clusterdoc.find.figures.numbers import NumberMatch, find_grammar

if TYPE_CHECKING:
    from clusterdoc.extractor import Extractor
    from clusterdoc.find.figures.dates import DateMatch

GOLD: Final = Path(__file__).parent / "gold"
HELD: Final = tuple(sorted(GOLD.glob("held*.jsonl")))
PHRASES: Final = tuple(sorted(GOLD.glob("phrases*.jsonl")))
DATE: Final = datetime.date(2024, 5, 15)
USUAL: Final = {"bound": "=", "role": "level", "by": "model"}


def texts(held: Path) -> list[str]:
    """Return the texts of a file, in its order."""
    return [json.loads(line)["text"] for line in held.read_text("utf-8").splitlines()]


def lines_of(held: Path, found: Extractor) -> list[str]:
    """Return the lines of a file as the program would write them now."""
    if held in PHRASES:
        return [line_of_phrase(json.loads(line)) for line in held.read_text("utf-8").splitlines()]
    read_ahead(found, texts(held))
    return [line_of(found, text) for text in texts(held)]


def line_of_phrase(phrase: dict[str, Any]) -> str:
    """Return the line of a phrase: its text, its day where it has one, and what the grammar reads."""
    text, day = phrase["text"], phrase.get("date")
    found = find_grammar(text, datetime.date.fromisoformat(day) if day else DATE)
    said = {"text": text, **({"date": day} if day else {}), "found": [read(text, match) for match in found]}
    return json.dumps(said, ensure_ascii=False)


def read(text: str, match: NumberMatch | DateMatch) -> dict[str, Any]:
    """Return a match with its place, and that of its number where it is another, as "start text"."""
    fields = short(asdict(match))
    places = {"at": (match.start, match.end)}
    if isinstance(match, NumberMatch) and (match.num_start, match.num_end) != places["at"]:
        places["number"] = (match.num_start, match.num_end)
    kept = {key: value for key, value in fields.items() if key not in {"start", "end", "num_start", "num_end"}}
    return {**{name: f"{start} {text[start:end]}" for name, (start, end) in places.items()}, **kept}


def line_of(found: Extractor, text: str) -> str:
    """Return the line of a text: its facts by list, without what is not set or usual."""
    facts = found.extract(Source("held", text), DATE).to_dict()
    return json.dumps({"text": text, **{name: short(facts[name]) for name in LISTS if facts[name]}}, ensure_ascii=False)


def short(value: Any) -> Any:  # noqa: ANN401 -- any part of the facts
    """Return a part of the facts as the file has it: a span as "start text", which says where it ends."""
    if isinstance(value, list):
        return [short(member) for member in value]
    if not isinstance(value, dict):
        return value
    kept = {key: short(part) for key, part in value.items() if key != "id" and not is_usual(key, part)}
    if kept.keys() == {"start", "end", "text"}:
        return f"{kept['start']} {kept['text']}"
    return kept


def is_usual(key: str, part: object) -> bool:
    """Return whether a field says nothing: not set, empty, or as it nearly always is."""
    return part is None or part is False or part == [] or part == USUAL.get(key)


def main() -> None:
    """Write the files that the arguments name anew, all of them by default."""
    found = reading_ahead(extractor())
    for held in [GOLD / name for name in sys.argv[1:]] or [*HELD, *PHRASES]:
        lines = lines_of(held, found)
        held.write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main()
