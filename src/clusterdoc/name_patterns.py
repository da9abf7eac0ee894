"""Names of the user's own: what `--names FILE` holds, one JSON object a line, as spaCy's entity ruler takes patterns.

    {"label": "ORG", "pattern": "Full Moon", "id": "Full Moon Trust"}
    {"label": "PERSON", "pattern": [{"LOWER": "doctor"}, {"LOWER": "dahl"}], "id": "Inge Dahl"}
    {"label": null, "pattern": "Brent"}

`pattern` is a text, or a list of tokens as spaCy's Matcher takes it; `id` is the name it stands for; a label of null
says that it is no name. What the file says holds against the model and every rule.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast, get_args

from clusterdoc.errors import NamesError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from clusterdoc.facts import Label

LONGEST: Final = 200  # characters of a pattern or a name
SHOWN: Final = 80  # characters of what is no pattern
MOST: Final = 100_000  # patterns
EXAMPLE: Final = '{"label": "ORG", "pattern": "Full Moon"}'


class NamePattern(NamedTuple):
    """How a name is written, as text or as tokens (JSON); its label, None for no name; the name it stands for."""

    text: str
    tokens: str
    label: Label | None
    stands_for: str


def read_names(text: str) -> tuple[NamePattern, ...]:
    """Return the patterns of a JSON Lines text. Raises NamesError on a line that is none."""
    records = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                records.append((f"line {number}", json.loads(line)))
            except (ValueError, RecursionError):
                raise NamesError(f"The names' line {number} is no JSON object such as {EXAMPLE}.") from None
    return patterns(records)


def names_of(records: Iterable[Mapping[str, Any]]) -> tuple[NamePattern, ...]:
    """Return the patterns of dicts as a line of the file has them. Raises NamesError on one that is none."""
    return patterns((f"pattern {number}", record) for number, record in enumerate(records, 1))


def written(names: Iterable[NamePattern]) -> str:
    """Return patterns as the JSON Lines text that `read_names` reads."""
    records = (
        {"label": name.label, "pattern": name.text or json.loads(name.tokens), "id": name.stands_for} for name in names
    )
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)


def patterns(records: Iterable[tuple[str, Any]]) -> tuple[NamePattern, ...]:
    """Return the patterns of records, each with the words that say where it stands."""
    found = tuple(pattern(where, record) for where, record in records)
    if len(found) > MOST:
        raise NamesError(f"There are {len(found):,} names; {MOST:,} at most are read.")
    return found


def abbreviated(value: object) -> str:
    """Return what a sentence shows of any value: its first characters as Python writes them in ASCII."""
    written = ascii(value)
    return written if len(written) <= SHOWN else f"{written[:SHOWN]}…"


def pattern(where: str, record: Any) -> NamePattern:  # noqa: ANN401 -- what JSON brings is Any
    """Return one pattern."""
    from clusterdoc.facts import Label

    if not isinstance(record, dict) or "label" not in record or "pattern" not in record:
        raise NamesError(f"The names' {where} needs a label and a pattern: {EXAMPLE}.")
    label, written, stands_for = record["label"], record["pattern"], record.get("id") or ""
    labels = get_args(Label)
    if label is not None and label not in labels:
        raise NamesError(
            f"The names' {where} has the label {abbreviated(label)}: take null or one of {', '.join(labels)}."
        )
    if not isinstance(stands_for, str) or len(stands_for) > LONGEST:
        raise NamesError(f"The names' {where} has an id that is no text of at most {LONGEST} characters.")
    if isinstance(written, str) and written.strip() and len(written) <= LONGEST:
        return NamePattern(" ".join(written.split()), "", cast("Label | None", label), stands_for.strip())
    if isinstance(written, list) and written and all(isinstance(token, dict) for token in written):
        return NamePattern("", json.dumps(written), cast("Label | None", label), stands_for.strip())
    raise NamesError(f"The names' {where} has a pattern that is neither a text nor a list of tokens: {EXAMPLE}.")
