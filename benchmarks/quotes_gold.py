"""Quotes in the form score_quotes.py takes, and the measures that are reported of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scorers import run_scorer

if TYPE_CHECKING:
    from pathlib import Path

    from clusterdoc.facts import Document, Quote

MARKS = "\"“”‘’'«»„"
TYPES = ("direct", "mixed", "indirect")
# GUM's attributions come from its discourse trees: clauses only, each below a clause of saying. It has no requests
# ("asked them to pay"), no noun phrases ("called for talks", `called for "urgent talks"`) and no signed epigraphs:
# quotes to us and to PolNeAR.
NO_CLAUSES = ("ask", "call", "cit", "describ", "urg", "accus", "blam", "criti", "condemn", "denounc", "prais", "promis")


def predict(record: dict[str, Any], document: Document) -> dict[str, Any]:
    """Return a document's quotes as the scorer reads them, without those that nobody is named for, as the sets do."""
    quotes = [quote for quote in document.quotes if quote.cue or (quote.speaker and quote.speaker.text)]
    if str(record.get("dataset", "")).startswith("gum"):
        quotes = [quote for quote in quotes if is_clause(quote)]
    return {"id": record["id"], "quotes": [as_gold(quote) for quote in quotes]}


def is_clause(quote: Quote) -> bool:
    """Return whether a quote is of the kind GUM annotates: a clause or more, not a request or a noun phrase."""
    cue = quote.cue.text.lower() if quote.cue else ""
    fragment = quote.type != "direct" or quote.text.lstrip(MARKS)[:1].islower()
    return bool(cue) and not quote.text.startswith("to ") and not (cue.startswith(NO_CLAUSES) and fragment)


def as_gold(quote: Quote) -> dict[str, Any]:
    """Return one quote as spans of content, cue and source."""
    speaker = quote.speaker
    return {
        "content": [[part.start, part.end] for part in quote.parts],
        "cue": [[quote.cue.start, quote.cue.end]] if quote.cue else [],
        "source": [[speaker.start, speaker.end]] if speaker and speaker.start is not None else [],
        "name": speaker.name if speaker else None,
    }


def measure(score: Path, gold: Path, predicted: Path) -> list[tuple[str, float]]:
    """Return stretch, full quotes by type, exact direct content, and the same for cues of speech."""
    scorer = score / "score_quotes.py"
    every = run_scorer(scorer, gold, predicted, "--by-type")
    speech = run_scorer(scorer, gold, predicted, "--by-type", "--speech")
    return [
        ("stretch", every["all"]["stretch"]["F1"]),
        ("all_full", every["all"]["full_quote"]["F1"]),
        *((f"{kind}_full", every[kind]["full_quote"]["F1"]) for kind in TYPES),
        ("direct_exact", every["direct"]["content_exact"]["F1"]),
        ("speech_full", speech["all"]["full_quote"]["F1"]),
        ("speech_indirect_full", speech["indirect"]["full_quote"]["F1"]),
    ]
