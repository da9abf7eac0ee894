"""Fuzz what lies on disks and what people edit: saved facts, the cache, a store; prints each finding and goes on.

    python benchmarks/fuzz_saved.py [--minutes 30] [--seed 0]

Facts are changed in any field and then read, compared and shown; the cache's file and a store's rows and bytes are
damaged and then read. Whatever is there: an answer, or one sentence, in bounded time. Exit 1 when there was a finding.
"""

from __future__ import annotations

import argparse
import copy
import io
import json
import random
import sqlite3
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

sys.path.insert(0, str(Path(__file__).parent))

from fuzz import ACTING, LAWS, STORIES, WORDS

from clusterdoc.cache import FactCache
from clusterdoc.corpus import Article
from clusterdoc.diff import compare
from clusterdoc.extractor import extractor
from clusterdoc.facts import LISTS, Document, Source
from clusterdoc.store.connect import StoreError, open_to_read, open_to_write
from clusterdoc.store.read import stored_documents
from clusterdoc.store.rows import COLUMNS, document_rows
from clusterdoc.store.search import Question, search
from clusterdoc.store.write import Found, Identity, Writer
from clusterdoc.view.export import ExportError, export_csv, export_jsonl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import TypeAlias

    Surface: TypeAlias = Callable[[list[Document], random.Random, Path], Iterator[str]]

ARTICLES: Final = 12
SECONDS: Final = 10.0  # of CPU time for one damaged thing
VALUES: Final[tuple[Any, ...]] = (
    None, True, False, 0, -1, 1, 2**31, 2**63, -(2**63), 2**70, 0.5, -0.0, 1e308, float("inf"), float("nan"), "",
    "x", "e1", "q1", "f1", "PERSON", "money", "2020-02-30", "\x00", "\x1b[2J", "\u202e", "\ud800", "\ufdd0",
    '"><b>', "javascript:x", "a" * 100_000, [], [[]], [[1, 2]], [None], {}, {"a": 1}, b"\xff", b"",
)  # fmt: skip


def main() -> int:
    """Fuzz until the time is over; the seed makes a run repeatable."""
    return fuzz_surfaces("Fuzz saved facts, the cache and a store.", SURFACES)


def fuzz_surfaces(description: str, surfaces: Mapping[str, Surface]) -> int:
    """Damage one surface after the other for the minutes that the command line says; return 1 for any finding."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 -- damage, not secrets
    documents = invented_documents()
    tried, findings, end = dict.fromkeys(surfaces, 0), 0, time.monotonic() + 60 * options.minutes
    with tempfile.TemporaryDirectory() as scratch:
        while time.monotonic() < end:
            name = chance.choice(list(surfaces))
            tried[name] += 1
            for problem in problems(surfaces[name], documents, chance, Path(scratch)):
                findings += 1
                print(f"{name}, try {tried[name]}: {problem}", flush=True)
    print(f"{tried}, {findings} findings, seed {options.seed}")
    return int(findings > 0)


def invented_documents() -> list[Document]:
    """Return the facts of some of the tests' stories."""
    found = extractor()
    stories = sorted(STORIES.glob("*.txt"))[:ARTICLES]
    return [found.extract(Source(path.stem, path.read_text("utf-8"))) for path in stories]


def problems(surface: Surface, documents: list[Document], chance: random.Random, scratch: Path) -> list[str]:
    """Return what goes wrong with one damaged thing: exceptions, broken laws, lost time."""
    started = time.process_time()
    try:
        wrong = [f"broken: {law}" for law in surface(documents, chance, scratch)]
    except Exception:  # noqa: BLE001 -- any exception is what is looked for
        wrong = [traceback.format_exc()]
    if time.process_time() - started > SECONDS:
        wrong.append(f"slow: {time.process_time() - started:.1f} s")
    return wrong


def changed_facts(documents: list[Document], chance: random.Random, _: Path) -> Iterator[str]:
    """Change saved facts, read them, compare them with the unchanged and show them; yield the laws that are broken."""
    whole = chance.choice(documents)
    data = json.loads(json.dumps(whole.to_dict()))
    for _times in range(chance.choice((1, 1, 1, 2, 5))):
        change(data, chance)
    before = json.dumps(data, default=repr)
    try:
        document = Document.from_dict(data)
    except ValueError as error:
        if "\n" in str(error) or ACTING.search(str(error)) or len(str(error)) > 1_000:
            yield f"one harmless sentence: {error!r}"
        return
    if json.dumps(data, default=repr) != before:
        yield "from_dict changes what it is given"
    if Document.from_dict(document.to_dict()) != document:
        yield "to_dict comes back"
    compare(whole, document)
    compare(document, whole)
    for name, law in LAWS.items():
        if name != "figures do not overlap" and not law(document):  # a finder's law, no reader's
            yield name


def change(data: Any, chance: random.Random) -> None:  # noqa: ANN401 -- JSON
    """Change one place of some JSON: another value, one less, one twice, one moved, a key more."""
    while True:
        places = list(data) if isinstance(data, dict) else list(range(len(data)))
        if not places:
            return
        place = chance.choice(places)
        if not isinstance(data[place], dict | list) or chance.random() < 1 / 8:
            break
        data = data[place]
    match chance.randrange(6):
        case 0:
            del data[place]
        case 1 if isinstance(data, list):
            data.append(copy.deepcopy(data[chance.choice(places)]))
        case 1:
            data[f"key {chance.randrange(9)}"] = copy.deepcopy(chance.choice(VALUES))
        case 2:
            data[place] = copy.deepcopy(data[chance.choice(places)])
        case 3 if type(data[place]) is int:
            data[place] += chance.choice((-100, -1, 1, 100))
        case 3 if isinstance(data[place], str):
            at = chance.randint(0, len(data[place]))
            data[place] = data[place][:at] + chance.choice(WORDS) + data[place][at:]
        case _:
            data[place] = copy.deepcopy(chance.choice(VALUES))


def damaged_cache(documents: list[Document], chance: random.Random, scratch: Path) -> Iterator[str]:
    """Damage the cache's file; yield what is not as it should be."""
    cache = FactCache(scratch / "cache", limit=chance.choice((200_000_000, 50_000)))
    bodies = {f"key{number}": json.dumps(document.to_dict()) for number, document in enumerate(documents)}
    for key, body in bodies.items():
        cache.put(key, body)
    damage_file(Path(cache.path), chance) if chance.random() < 1 / 2 else damage_rows(Path(cache.path), chance)
    for key, body in bodies.items():
        if cache.get(key) not in (None, body):
            yield "another body than was put in"
    cache.info()
    cache.put("new", "body")
    cache.put("new", "body")  # the first may have found the damage
    if cache.get("new") != "body":
        yield "a damaged cache takes nothing any more"
    cache.clear()


def damaged_store(documents: list[Document], chance: random.Random, scratch: Path) -> Iterator[str]:
    """Damage a store; read, export and search it; yield what is not one sentence."""
    for path in scratch.glob("store.db*"):
        path.unlink()
    store = scratch / "store.db"
    with open_to_write(store) as connection:
        writer = Writer(connection, Identity("1.0", "fake 1"), ["corpus"], "1 jobs")
        for document in documents[:4]:
            article = Article(document.source.name, document.source.text, document.source.name, 0, meta='{"k": 1}')
            writer.commit([Found(article, document_rows(document))])
        writer.end_run()
    damage_file(store, chance) if chance.random() < 1 / 3 else damage_rows(store, chance)
    said: list[str] = []
    for use in (exported, searched, read_through):
        try:
            use(store, said.append)
        except (StoreError, ExportError) as error:
            said.append(str(error))
    yield from (f"one sentence: {sentence!r}" for sentence in said if "\n" in sentence.strip())


def exported(store: Path, complain: Callable[[str], None]) -> None:
    """Export a store in every form of text."""
    with open_to_read(store) as connection:
        export_jsonl(connection, io.StringIO(), complain)
        for name in LISTS:
            export_csv(connection, name, io.StringIO(), complain)


def searched(store: Path, complain: Callable[[str], None]) -> None:
    """Search a store by words, by speaker, by whom a quote is about."""
    with open_to_read(store) as connection:
        for question in (Question(("said",)), Question(speaker="a"), Question(about="o", since="2000-01-01")):
            list(search(connection, question, 100, complain))


def read_through(store: Path, complain: Callable[[str], None]) -> None:
    """Read each document of a store and show it."""
    with open_to_read(store) as connection:
        for stored in stored_documents(connection, complain=complain):
            for name, law in LAWS.items():
                if name != "figures do not overlap" and not law(stored.document):
                    complain(f"broken law:\n{name}")


def damage_file(path: Path, chance: random.Random) -> None:
    """Change bytes of a file, cut it, or put something else in its place."""
    data = bytearray(path.read_bytes())
    match chance.randrange(5):
        case 0:
            del data[chance.randint(0, len(data)) :]
        case 1:
            data = bytearray(chance.randbytes(chance.randint(0, 5_000)))
        case 2:
            at = chance.randrange(len(data))
            data[at : at + 512] = chance.randbytes(min(512, len(data) - at))
        case _:
            for _ in range(chance.choice((1, 10, 100, 1_000))):
                data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data)
    if chance.random() < 1 / 2:
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def damage_rows(path: Path, chance: random.Random) -> None:
    """Put any values into columns of a database, or take away rows and tables."""
    tables = ("facts",) if path.suffix == ".sqlite" else ("documents", "extractors", "runs", *COLUMNS)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = OFF")
        for _ in range(chance.choice((1, 1, 2, 5))):
            table = chance.choice(tables)
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            if columns:
                damage_column(connection, table, chance.choice(columns), chance)
    except (sqlite3.Error, OverflowError, UnicodeEncodeError):
        pass  # a value that SQLite does not take does no damage
    finally:
        connection.close()


def damage_column(connection: sqlite3.Connection, table: str, column: str, chance: random.Random) -> None:
    """Change some rows of a column, or the table."""
    match chance.randrange(8):
        case 0:
            connection.execute(f"DELETE FROM {table} WHERE random() % 2")  # noqa: S608 -- our own names
        case 1 if chance.random() < 1 / 4:
            connection.execute(f"DROP TABLE {table}")
        case 2:
            connection.execute(f"UPDATE {table} SET {column} = substr({column}, 3)")  # noqa: S608 -- the same
        case _:
            value = chance.choice(VALUES)
            value = json.dumps(value) if isinstance(value, list | dict) else value
            chosen = f"WHERE rowid % {chance.randint(1, 3)} = 0"
            connection.execute(f"UPDATE {table} SET {column} = ? {chosen}", (value,))  # noqa: S608 -- the same


SURFACES: Final[dict[str, Surface]] = {
    "saved facts": changed_facts,
    "cache": damaged_cache,
    "store": damaged_store,
}

if __name__ == "__main__":
    sys.exit(main())
