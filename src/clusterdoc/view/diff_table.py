"""What changed between two documents: as sentences, as a table, as JSON."""

from __future__ import annotations

import difflib
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.diff.changes import marked_spans
from clusterdoc.diff.similar import EDGES, MOST_WORK, bare, matching_steps, share_of_work
from clusterdoc.facts import Entity, Figure, Quote
from clusterdoc.version import __version__
from clusterdoc.view.columns import Column, Table
from clusterdoc.view.wording import because, number_text, speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdoc.diff import Change, Field
    from clusterdoc.diff.changes import Fact, Value
    from clusterdoc.facts import Document, Source

SCHEMA_VERSION: Final = 1
SHOWN: Final = 160  # characters of a quote that a sentence repeats
HUES: Final = {"added": "green", "removed": "red", "changed": "yellow"}
AMOUNT: Final = frozenset({"value", "low", "high", "bound", "unit", "trend", "role", "date"})


def changes_to_dict(old: Document, new: Document, changes: Sequence[Change]) -> dict[str, Any]:
    """Return the changes as version 1 of the schema of differences has them."""
    most = share_of_work(len(changes))
    return {
        "schema_version": SCHEMA_VERSION,
        "clusterdoc": __version__,
        "same_extractor": (old.version, old.model) == (new.version, new.model),
        "old": _side(old),
        "new": _side(new),
        "changes": [
            {
                "change": change.change,
                "fact": change.fact,
                "summary": summary(change, most),
                "fields": [{"name": field.name, "old": field.old, "new": field.new} for field in change.fields],
                "old": _fact(change.old, old.source),
                "new": _fact(change.new, new.source),
            }
            for change in changes
        ],
    }


def _side(document: Document) -> dict[str, Any]:
    return {"name": document.source.name, "clusterdoc": document.version, "model": document.model}


def _fact(fact: Fact | None, source: Source) -> dict[str, Any] | None:
    """Return a fact's id and where it stands: its spans, and the line and the sentence of the first one."""
    if fact is None:
        return None
    marked = marked_spans(fact)
    first = marked[0] if marked else None
    return {
        "id": fact.id,
        "spans": [{"start": one.start, "end": one.end, "text": one.text} for one in marked],
        "line": source.text.count("\n", 0, first.start) + 1 if first else None,
        "sentence": source.sentence(first.start, first.end) if first else None,
    }


def changes_table(changes: Sequence[Change], *, why: bool = False) -> Table:
    """Return a table of changes, a row each; with `why` with the rules that found the facts."""
    most = share_of_work(len(changes))
    return Table(
        "Changes",
        lambda _: changes,
        (
            Column("Change", lambda change, _: change.change, style=lambda change: HUES[change.change]),
            Column("Fact", lambda change, _: change.fact, style="dim"),
            Column("What", lambda change, _: summary(change, most), wraps=True, least=40),
            *[Column("Why", lambda change, _: reasons_of(change), style="dim")] * why,
        ),
    )


def reasons_of(change: Change) -> str:
    """Return the rules that found the fact of a change; where they changed too, both: "clause → cue after marks"."""
    return " → ".join(dict.fromkeys(because(fact) for fact in (change.old, change.new) if fact))


def summary(change: Change, most: int = MOST_WORK) -> str:
    """Return a change in words: "$800 million → $825 million, of arms and equipment, said by Antony Blinken".

    `most` is how many pairs of equal words difflib may compare in the two texts of a quote.
    """
    fact = change.new or change.old
    changed = {field.name: field for field in change.fields}
    if isinstance(fact, Entity):
        return _entity(fact, changed)
    if isinstance(fact, Quote):
        return _quote(fact, changed, most)
    before = change.old if isinstance(change.old, Figure) else None
    return _figure(fact, before, changed) if fact else ""


def _entity(entity: Entity, changed: dict[str, Field]) -> str:
    name, label, title = (_said(changed, key, getattr(entity, key)) for key in ("name", "label", "title"))
    return f"{name} ({label})" + (f", {title}" if title and (not changed or "title" in changed) else "")


def _quote(quote: Quote, changed: dict[str, Field], most: int) -> str:
    text = changed.get("text")
    words = (
        reworded(str(text.old), str(text.new), most)
        if text
        else f"“{_short(quote.text, SHOWN // 2 if changed else SHOWN)}”"
    )
    rest = [f"{name} {_arrow(changed[name])}" for name in ("cue", "type") if name in changed]
    return f"{_said(changed, 'speaker', speaker(quote))}: {', '.join([words, *rest])}"


def _figure(figure: Figure, before: Figure | None, changed: dict[str, Field]) -> str:
    amount = figure.text
    if before and before.text != figure.text:
        amount = f"{before.text} → {figure.text}"
    elif AMOUNT & changed.keys():
        amount += f" ({', '.join(f'{name} {_arrow(changed[name])}' for name in changed if name in AMOUNT)})"
    of = _said(changed, "of", figure.of.text if figure.of else None)
    by = _said(changed, "speaker", figure.speaker)
    return ", ".join(part for part in (amount, of and f"of {of}", by and f"said by {by}") if part)


def _said(changed: dict[str, Field], name: str, value: str | None) -> str:
    """Return a value, or what became of it."""
    return _arrow(changed[name]) if name in changed else value or ""


def _arrow(field: Field) -> str:
    return f"{_value(field.old)} → {_value(field.new)}"


def _value(value: Value) -> str:
    if value is None:
        return "nothing"
    return _short(value) if isinstance(value, str) else number_text(value)


def reworded(old: str, new: str, most: int = MOST_WORK) -> str:
    """Return how the words of a quote changed: what it lost, what it gained, or what became what."""
    before, after = ([token for token in text.split() if bare(token)] for text in (old, new))
    parts = []
    for code, start, end, first, last in opcodes([*map(bare, before)], [*map(bare, after)], most):
        gone, come = (_short(" ".join(part).strip(EDGES)) for part in (before[start:end], after[first:last]))
        if code == "delete":
            parts.append(f"lost “{gone}”")
        elif code == "insert":
            parts.append(f"gained “{come}”")
        elif code == "replace":
            parts.append(f"“{gone}” → “{come}”")
    return ", ".join(parts)


def opcodes(before: list[str], after: list[str], most: int) -> list[tuple[str, int, int, int, int]]:
    """Return difflib's codes of what became of words.

    Of texts that repeat themselves, of which difflib would take the square of the time, all that lies between what
    both begin and end with is one piece.
    """
    if matching_steps(before, after) <= most:
        return list(difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes())
    first = common(before, after)
    last = common(before[first:][::-1], after[first:][::-1])
    start, end = len(before) - last, len(after) - last
    code = "insert" if start == first else "delete" if end == first else "replace"
    return [(code, first, start, first, end)]


def common(before: Sequence[str], after: Sequence[str]) -> int:
    """Return with how many equal words two texts begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))


def _short(text: str, most: int = SHOWN) -> str:
    """Return a text without quotation marks around it, and cut in its middle where it is long."""
    text = text.strip('"“”')
    return text if len(text) <= most else f"{text[: most // 2].rstrip()} … {text[-most // 2 :].lstrip()}"
