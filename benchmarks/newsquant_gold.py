"""Our figures in the conventions of NewsQuant: its names of units, its one label of change, its bag of concept words.

Kept apart from the product: NewsQuant counts what our conventions do not (a bare "one"), leaves out what they have
(dates, ordinals), writes "metre" for "meter", and its concept of a count is the subject of the clause, not the noun
counted.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from newsquant_change import label
from newsquant_concept import FUNCTION, concept, named_subject, words
from newsquant_units import theirs

from clusterdoc.extractor import extractor
from clusterdoc.find.figures.measure.nouns import before_or, counted, noun_after, suspended
from clusterdoc.find.figures.measure.parsed import ParsedNumber, parse_numbers
from clusterdoc.find.figures.measure.sharing import change_of_it, shared_with
from clusterdoc.find.figures.measure.wholes import part_of
from clusterdoc.find.figures.numbers import NumberMatch, find_grammar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from clusterdoc.facts import Document, Figure

LEFT_OUT = {"date", "time", "ordinal"}
# NewsQuant counts numbers only: no article before a unit of time ("a minute"), no multiple or vague word without one.
UNCOUNTED = re.compile(
    r"(?:[a-z]+ ){0,3}(?:an? (?:second|minute|hour|day|week|month|year|decade|century)|twice|thrice|double(?:-digit)?|"
    r"several \w+)",
    re.IGNORECASE,
)
TO = re.compile(r" to ")  # "1.3 A/cm2 to 0.03 A/cm2" is one range
FROM_TO = re.compile(r"(?:[^.;]{0,40} )?to ")
HUNDREDTHS = re.compile(r"\b(cents?|pence|sen)\b|(?<=\d)\s?(c|p)\b", re.IGNORECASE)
SUBUNITS = {"cents": "cent", "c": "cent", "pence": "penny", "p": "penny"}
PER = re.compile(r"[\s-](?:per|an?)[\s-](second|minute|hour|day|week|month|year|century)\b(?! (?:ago|earlier))")
CONVERTED = re.compile(r"\s\([^()]{1,24}\)")  # "9 billion shekels ($2.4 billion) a year"
OUR_DOZENS, DOZENS = (24, 99), (12, 120)


@lru_cache(maxsize=1024)
def parsed(text: str) -> Doc:
    """Return the parse of one sentence."""
    return extractor().pipeline.parse(text)


def view(document: Document) -> list[dict[str, Any]]:
    """Return a document's figures as NewsQuant would annotate them."""
    text = document.source.text
    numbers = parse_numbers(parsed(text), [match for match in find_grammar(text) if isinstance(match, NumberMatch)])
    positions = {number.match.start: position for position, number in enumerate(numbers)}
    taken = frozenset(word.i for number in numbers for word in number.words)
    found: list[dict[str, Any]] = []
    ids: dict[str, dict[str, Any]] = {}
    for figure in document.figures:
        if figure.kind not in LEFT_OUT and figure.start in positions and not UNCOUNTED.fullmatch(figure.text):
            position = positions[figure.start]
            model = shared_with(numbers, position)
            if model is not None and model.rule is change_of_it and noun_after(numbers[position]) is not None:
                model = None  # "fell to $35, a sharp 3% drop": a number's own noun phrase is its concept
            concept_of = numbers[position if model is None else model.position]
            words_of = concept(concept_of, taken, carried=model is None) or shared_words(figure, concept_of, taken)
            counting = concept_of if suspended(numbers[position]) else numbers[position]
            found.append(as_newsquant(figure, numbers[position], counting, taken) | {"concept": words_of})
            ids[figure.id] = found[-1]
            if figure.same_as in ids and figure.bound == "=":
                found[-1] |= {key: ids[figure.same_as][key] for key in ("bound", "change")}
    return folded(found, text)


def shared_words(figure: Figure, number: ParsedNumber, taken: frozenset[int]) -> list[str]:
    """Return the content words of what a figure in a row shares with those before it."""
    counts = figure.kind in {"count", "ratio", "age"}
    measured_words = number.words.doc.char_span(figure.of.start, figure.of.end) if figure.of and not counts else None
    if measured_words is None:
        return []
    root = measured_words.root
    return words(named_subject(root, root) if root.pos_ == "VERB" else root, number, taken)


def folded(figures: Sequence[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """Return the figures, "from 3% to 5%" as one range."""
    found: list[dict[str, Any]] = []
    for figure in figures:
        before: dict[str, Any] = found[-1] if found else {"role": None}
        moved = (before["role"], figure["role"]) == ("from", "to") and FROM_TO.match(text, before["span"][1])
        pair = moved or (before.get("unit") == figure["unit"] and TO.match(text, before["span"][1]))
        if pair and None not in (before["value"], figure["value"]) and pair.end() >= figure["span"][0]:
            ends = {"value": None, "low": before["value"], "high": figure["value"], "bound": "range", "change": "="}
            found[-1] = before | ends | {"span": [before["span"][0], figure["span"][1]]}
            found[-1]["unit"] = before["unit"] if before["unit"] != "-" else figure["unit"]
        else:
            found.append(figure)
    return found


def as_newsquant(figure: Figure, number: ParsedNumber, counting: ParsedNumber, taken: frozenset[int]) -> dict[str, Any]:
    """Return one figure in the form of the gold, with the unit of `counting`."""
    match = number.match
    value, low, high = match.value, match.low, match.high
    if (low, high) == OUR_DOZENS:
        low, high = DOZENS
    hundredths = HUNDREDTHS.search(figure.text) if figure.kind == "money" else None
    if hundredths:
        value, low, high = [None if x is None else x * 100 for x in (value, low, high)]
    return {
        "span": [figure.start, figure.end],
        "kind": figure.kind,
        "value": value,
        "low": low,
        "high": high,
        "bound": figure.bound,
        "trend": figure.trend,
        "role": figure.role,
        "change": label(figure, number.words.doc.text),
        "unit": unit(figure, counting, hundredths.group().strip().lower() if hundredths else None, taken),
    }


def unit(figure: Figure, number: ParsedNumber, hundredths: str | None, taken: frozenset[int]) -> str:
    """Return the unit's name: "australian dollar per barrel", "year of age", "european country"."""
    rate = rate_of(figure, number)
    if figure.kind == "money":
        return (SUBUNITS.get(hundredths, hundredths) if hundredths else theirs(figure.unit)) + rate
    if figure.kind == "age":
        return f"{theirs(figure.unit)} of age"
    if figure.text.endswith("times"):
        return "count"
    if figure.kind in {"count", "ratio"}:
        return ("% " if figure.kind == "ratio" else "") + counted_words(number, taken)
    return theirs(figure.unit) + rate


def rate_of(figure: Figure, number: ParsedNumber) -> str:
    """Return the denominator after a figure: " per square foot", " per day"; "" for none."""
    text = number.words.doc.text
    converted = CONVERTED.match(text, figure.end)
    if every := PER.match(text, converted.end() if converted else figure.end):
        return f" per {every[1]}"
    return f" per {theirs(number.match.per)}" if number.match.per not in {None, "year"} else ""


def counted_words(number: ParsedNumber, taken: frozenset[int]) -> str:
    """Return the counted noun with the modifiers between it and the number, as lemmas: "good wireless speaker"."""
    noun = counted(number) or part_of(number)
    if noun is not None and noun == before_or(number):
        return lemma(noun)
    if noun is None or noun.i < number.words.end or noun.pos_ == "PRON":
        return "-"
    row = [word for word in noun.doc[number.words.end : noun.i] if word.text == "-" or counts_as_word(word, taken)]
    while row and row[0].text == "-":
        row.pop(0)
    words = "".join(lemma(word) + ("" if not word.whitespace_ else " ") for word in row)
    rate = PER.match(noun.doc.text, noun.idx + len(noun))
    return f"{words} {lemma(noun)}".replace("  ", " ").strip() + (f" per {rate[1]}" if rate else "")


def counts_as_word(word: Token, taken: frozenset[int]) -> bool:
    """Return whether a word before a counted noun is part of its name for NewsQuant: no participle, no number."""
    return word.pos_ not in FUNCTION and word.tag_ not in {"VBN", "VBG"} and word.i not in taken


def lemma(word: Token) -> str:
    """Return the lemma of a word; names and people stay as they are written."""
    if word.tag_ == "NNPS" and word.text.endswith("s") and word.ent_type_ != "NORP":
        return word.text[:-1]
    return word.text if word.pos_ == "PROPN" or word.lower_ == "people" else word.lemma_
