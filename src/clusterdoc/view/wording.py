"""Facts in words, as every view says them: what group a name is of, who said a quote, what a figure comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from clusterdoc.facts import Document, Entity, Figure, Number, Quote

GROUPS: Final = {"PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place", "FAC": "place"}
"""Entity label to how it is shown and listed; all others are "other"."""

UNKNOWN: Final = "?"
SYMBOLS: Final = {"percent": "%"}


def group(entity: Entity) -> str:
    """Return how an entity is shown and listed: person, org, place or other."""
    return GROUPS.get(entity.label, "other")


def speaker(quote: Quote) -> str:
    """Return the name of who said a quote, "?" when the text does not tell, nothing when nobody spoke."""
    if quote.scare:
        return ""
    return (quote.speaker and (quote.speaker.name or quote.speaker.text)) or UNKNOWN


def said_by(quote: Quote) -> str:
    """Return who said a quote, in words."""
    if quote.scare:
        return "words in quotation marks, not speech"
    name = quote.speaker.name if quote.speaker else None
    return f"{name} ({quote.type})" if name else f"speaker not told ({quote.type})"


def attribution(quote: Quote, document: Document) -> str:
    """Return the article's own words for who said it and how, in their order: "it added", "said Sullivan"."""
    said, who = quote.cue, quote.speaker
    if not who or who.start is None or who.end is None or who.text is None:
        return said.text if said else ""
    if not said:
        return who.text
    if said.start < who.end and who.start < said.end:
        return max(said.text, who.text, key=len)
    start, end = min(said.start, who.start), max(said.end, who.end)
    between = document.source.text[min(said.end, who.end) : max(said.start, who.start)]
    if between.strip():
        first, second = sorted([(said.start, said.text), (who.start, who.text)])
        return f"{first[1]} … {second[1]}"
    return document.source.text[start:end]


def measured(figure: Figure) -> str:
    """Return what a figure measures, or else what a count counts."""
    if figure.of:
        return figure.of.text
    return figure.unit or "" if figure.kind == "count" else ""


def amount(figure: Figure) -> str:
    """Return the value of a figure with its bound and unit: "< 2.35 %", "30 to 40 %", "800,000,000 USD".

    The unit of a count is left out: the column beside it says what is counted.
    """
    if figure.kind in ("date", "time"):
        return figure.date or ""
    ends = (figure.low, figure.high) if figure.value is None else (figure.value,)
    if None in ends:
        return ""
    bound = "" if figure.bound in ("=", "range") else figure.bound
    unit = "" if figure.kind == "count" else (figure.unit or "").replace("_", " ")
    number = " to ".join(written(end) for end in ends if end is not None)
    return " ".join(part for part in (figure.trend, bound, number, SYMBOLS.get(unit, unit)) if part)


def written(number: Number) -> str:
    """Return a number with commas between its thousands, to ten digits when it is no integer."""
    return f"{number:,}" if isinstance(number, int) else f"{number:,.10g}"


def about(figure: Figure) -> str:
    """Return what a figure comes to, what it measures and who stated it: "< 2 %; of cost; said by Ana Ruiz"."""
    number = amount(figure)
    parts = (
        number if number != figure.text else "",
        f"of {figure.of.text}" if figure.of else "",
        f"said by {figure.speaker}" if figure.speaker else "",
    )
    return "; ".join(part for part in parts if part)
