"""Facts in words, as every view says them: what group a name is of, who said a quote, what a figure comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.facts import Entity, Figure

if TYPE_CHECKING:
    from clusterdoc.facts import Document, Number, Quote

GROUPS: Final = {"PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place", "FAC": "place"}
"""Entity label to how it is shown and listed; all others are "other"."""


UNKNOWN: Final = "?"
SYMBOLS: Final = {"percent": "%"}
CENTS_BELOW: Final = 1_000_000
DECADE: Final = 3  # digits of TIMEX3 "199", the 1990s; two are a century
TEENS: Final = range(11, 14)
ORDINAL_LETTERS: Final = {1: "st", 2: "nd", 3: "rd"}


def entity_group(entity: Entity) -> str:
    """Return how an entity is shown and listed: person, org, place or other."""
    return GROUPS.get(entity.label, "other")


def speaker(quote: Quote) -> str:
    """Return the name of who said a quote, "?" when the text does not say, nothing when nobody spoke."""
    if quote.scare:
        return ""
    return (quote.speaker and (quote.speaker.name or quote.speaker.text)) or UNKNOWN


def said_by(quote: Quote) -> str:
    """Return who said a quote, in words."""
    if quote.scare:
        return "words in quotation marks, not speech"
    name = quote.speaker.name if quote.speaker else None
    return f"{name} ({quote.type})" if name else f"speaker not named ({quote.type})"


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


def names_about(quote: Quote, document: Document) -> list[str]:
    """Return the names of those a quote is about."""
    names = {entity.id: entity.name for entity in document.entities}
    return [names[one] for one in quote.about if one in names]


def about_names(quote: Quote, document: Document) -> str:
    """Return the names of those a quote is about as a table has them, commas between."""
    return ", ".join(names_about(quote, document))


def what_is_measured(figure: Figure) -> str:
    """Return what a figure measures, or else what a count counts or an ordinal ranks."""
    if figure.of:
        return figure.of.text
    return figure.unit or "" if figure.kind in ("count", "ordinal") else ""


def amount(figure: Figure) -> str:
    """Return the value of a figure with its bound and unit: "< 2.35 %", "30 to 40 %", "82 USD / barrel".

    A change says its way ("up 3 %"), a level that was reached or left has an arrow ("→ 63.03 USD", "61 USD →"). The
    unit of a count is left out: the column beside it says what is counted. An ordinal is one ("500th"), with its noun
    when it measures something else ("42nd birthday" of a person). Dates have their value, else their TIMEX3.
    """
    if figure.kind in ("date", "time"):
        return years_of(figure.date or figure.timex or "")
    ends = (figure.low, figure.high) if figure.value is None else (figure.value,)
    if None in ends:
        return ""
    bound = "" if figure.bound in ("=", "range") else figure.bound
    unit = "" if is_unit_in_of(figure) else (figure.unit or "").replace("_", " ")
    number = " to ".join(number_text(end, figure.kind) for end in ends if end is not None)
    per = f"/ {figure.per}" if figure.per else ""
    before = {"to": "→", "from": None}.get(figure.role, figure.trend)
    after = "→" if figure.role == "from" else None
    return " ".join(part for part in (before, bound, number, SYMBOLS.get(unit, unit), per, after) if part)


def years_of(day: str) -> str:
    """Return a day, month, year or TIMEX3 as it stands; of the first digits of a decade or a century, its years."""
    return day if not day.isdecimal() or len(day) > DECADE else f"{day:0<4}s"


def is_unit_in_of(figure: Figure) -> bool:
    """Return whether what a figure measures says its unit too: that of a count, the noun of an ordinal."""
    if figure.kind != "ordinal" or figure.unit is None:
        return figure.kind == "count"
    return figure.of is None or figure.unit in figure.of.text.lower()


def number_text(number: Number, kind: str = "count") -> str:
    """Return a number with commas between its thousands, to ten digits when it is no integer.

    A price has cents ("4.50"), an ordinal its letters ("42nd").
    """
    if isinstance(number, int):
        return f"{number:,}{ordinal_letters(number) if kind == 'ordinal' else ''}"
    has_cents = kind == "money" and number == round(number, 2) and abs(number) < CENTS_BELOW
    return f"{number:,.2f}" if has_cents else f"{number:,.10g}"


def ordinal_letters(number: int) -> str:
    """Return the letters of an ordinal in digits: "st" of 21, "th" of 11."""
    return "th" if number % 100 in TEENS else ORDINAL_LETTERS.get(number % 10, "th")


def because(fact: Entity | Quote | Figure) -> str:
    """Return the rules that found a fact: "surname, model" of a name, "money; of: the verb's subject" of a figure."""
    if isinstance(fact, Entity):
        return ", ".join(dict.fromkeys(rule(mention.by) for mention in fact.mentions))
    return reasons(fact.by, fact.of_by if isinstance(fact, Figure) else None)


def reasons(by: str | None, of_by: str | None) -> str:
    """Return the rule that found a quote or a figure, and the one that found what a figure measures."""
    return "; ".join(part for part in (rule(by), f"of: {rule(of_by)}" if of_by else "") if part)


def rule(by: str | None) -> str:
    """Return the name of a rule as readers see it: "surname" of "rule:surname"."""
    return (by or "").removeprefix("rule:")


def about(figure: Figure) -> str:
    """Return what a figure comes to, what it measures and who stated it: "< 2 %; of cost; said by Ana Ruiz"."""
    number = amount(figure)
    parts = (
        number if number != figure.text else "",
        f"of {figure.of.text}" if figure.of else "",
        f"said by {figure.speaker}" if figure.speaker else "",
    )
    return "; ".join(part for part in parts if part)
