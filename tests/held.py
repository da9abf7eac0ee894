"""What the program says of a fixed set of invented texts, held word for word: tests/gold/held*.jsonl.

    python tests/held.py [NAME.jsonl…]

writes the files named, or all of them, anew with what the program says now. It is no judgement of what is right, and
some of it is wrong: the difference (`git diff tests/gold`) shows what a change of the finders changed elsewhere. Read
it, then commit it. A text is added as a line of its own: {"text": "…"}.
"""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.extractor import extractor
from clusterdoc.facts import LISTS, Source

if TYPE_CHECKING:
    from clusterdoc.extractor import Extractor

GOLD: Final = Path(__file__).parent / "gold"
HELD: Final = tuple(sorted(GOLD.glob("held*.jsonl")))
DATE: Final = datetime.date(2024, 5, 15)
USUAL: Final = {"bound": "=", "role": "level", "by": "model"}


def texts(held: Path) -> list[str]:
    """Return the texts of a file, in its order."""
    return [json.loads(line)["text"] for line in held.read_text("utf-8").splitlines()]


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
    found = extractor()
    for held in [GOLD / name for name in sys.argv[1:]] or HELD:
        lines = [line_of(found, text) for text in texts(held)]
        held.write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main()
