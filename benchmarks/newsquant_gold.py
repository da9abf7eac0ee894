"""Our figures in the conventions of NewsQuant: its names of units, its one label of change, its bag of concept words.

Kept apart from the product: NewsQuant counts what our conventions do not (a bare "one"), leaves out what they have
(dates, ordinals), writes "metre" for "meter", and its concept of a count is the subject of the clause, not the noun
counted.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from clusterdoc.extractor import extractor
from clusterdoc.find.figures.clause import subject_of
from clusterdoc.find.figures.grammar import NumberMatch, find_grammar
from clusterdoc.find.figures.measured import counted, measured, part_of
from clusterdoc.find.figures.numeral import Numeral, find_numerals
from clusterdoc.find.figures.words import CHANGE_NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from clusterdoc.facts import Document, Figure

LEFT_OUT = {"date", "time", "ordinal"}
CURRENCIES = {
    "AUD": "australian dollar",
    "BRL": "brazilian real",
    "CAD": "canadian dollar",
    "CHF": "swiss franc",
    "CNY": "chinese yuan",
    "DKK": "danish krone",
    "EUR": "euro",
    "GBP": "pound sterling",
    "HKD": "hong kong dollar",
    "HRK": "croatian kuna",
    "ILS": "shekel",
    "INR": "indian rupee",
    "JPY": "japanese yen",
    "KRW": "south korean won",
    "MYR": "malaysian ringgit",
    "NOK": "norwegian krone",
    "NZD": "new zealand dollar",
    "PHP": "philippine peso",
    "RUB": "russian ruble",
    "SEK": "swedish krona",
    "SGD": "singapore dollar",
    "THB": "thai baht",
    "TRY": "turkish lira",
    "USD": "dollar",
    "ZAR": "south african rand",
}
SPELLINGS = [
    (r"meter\b", "metre"),
    (r"liter\b", "litre"),
    (r"\bdegree celsius\b", "celsius"),
    (r"\bdegree fahrenheit\b", "fahrenheit"),
    (r"^percent$", "percentage"),
    (r"^percentage point$", "percentage"),
    (r"^pound$", "pound-mass"),
    (r"^tonne$", "metric ton"),
    (r"^revolution per minute$", "revolutions per minute"),
    (r"^pound foot$", "pound-foot"),
    (r"^milliampere hour$", "milliampere-hour"),
    (r"^part per billion$", "parts-per-billion"),
    (r"^fluid ounce$", "ounce"),
]
HUNDREDTHS = re.compile(r"\b(cents?|pence|sen)\b|(?<=\d)(c|p)\b", re.IGNORECASE)
SUBUNITS = {"cents": "cent", "c": "cent", "pence": "penny", "p": "penny"}
SPACE = re.compile(r"[\s-]+")
CHANGED = re.compile(rf"\s?(?:[\w-]+\s){{0,2}}(?:{'|'.join(sorted(CHANGE_NOUNS))})s?\b")
OUR_DOZENS, DOZENS = (24, 99), (12, 120)
FUNCTION = {"DET", "ADP", "PRON", "CCONJ", "PUNCT", "PART", "SPACE", "SCONJ", "AUX", "SYM", "ADV"}
CLAUSES = {"relcl", "acl", "appos", "advcl", "punct", "cc", "ccomp"}


@lru_cache(maxsize=1024)
def parsed(text: str) -> Doc:
    """Return the parse of one sentence."""
    return extractor().pipeline.parse(text)


def view(document: Document) -> list[dict[str, Any]]:
    """Return a document's figures as NewsQuant would annotate them."""
    text = document.source.text
    numbers = [match for match in find_grammar(text) if isinstance(match, NumberMatch)]
    numerals = {numeral.match.start: numeral for numeral in find_numerals(parsed(text), numbers)}
    taken = frozenset(word.i for numeral in numerals.values() for word in numeral.words)
    figures = [f for f in document.figures if f.kind not in LEFT_OUT and f.start in numerals]
    return [as_newsquant(figure, numerals[figure.start], taken) for figure in folded(figures)]


def folded(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures; "from 3% to 5%" is one range for NewsQuant."""
    return list(figures)


def as_newsquant(figure: Figure, numeral: Numeral, taken: frozenset[int]) -> dict[str, Any]:
    """Return one figure in the form of the gold."""
    value, low, high = figure.value, figure.low, figure.high
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
        "change": label(figure, numeral.words.doc.text),
        "unit": unit(figure, numeral, hundredths.group().lower() if hundredths else None),
        "concept": concept(figure, numeral, taken),
    }


def label(figure: Figure, text: str) -> str:
    """Return the one label of change: the trend of a change that a verb states, else the bound."""
    if figure.bound not in {"=", "range"}:
        return figure.bound.rstrip("=")
    stated = figure.role == "change" and figure.bound != "range" and not CHANGED.match(text, figure.end)
    return figure.trend if stated and figure.trend else "="


def unit(figure: Figure, numeral: Numeral, hundredths: str | None) -> str:
    """Return the unit's name: "australian dollar per barrel", "year of age", "european country"."""
    rate = f" per {numeral.match.rate}" if numeral.match.rate else ""
    if figure.kind == "money":
        return (SUBUNITS.get(hundredths, hundredths) if hundredths else CURRENCIES.get(figure.unit or "", "-")) + rate
    if figure.kind == "age":
        return f"{figure.unit} of age"
    if figure.kind in {"count", "ratio"}:
        return ("% " if figure.kind == "ratio" else "") + counted_words(numeral)
    name = (figure.unit or "-").replace("_", " ")
    for pattern, spelling in SPELLINGS:
        name = re.sub(pattern, spelling, name, flags=re.IGNORECASE)
    return name + rate


def counted_words(numeral: Numeral) -> str:
    """Return the counted noun with the modifiers between it and the number, as lemmas: "good wireless speaker"."""
    noun = counted(numeral) or part_of(numeral)
    if noun is None or noun.i < numeral.words.end:
        return "-"
    row = noun.doc[numeral.words.end : noun.i]
    words = [lemma(word) + word.whitespace_ for word in row if word.text == "-" or word.pos_ not in FUNCTION]
    return SPACE.sub(" ", "".join(words).replace(" -", "-") + " " + lemma(noun)).strip()


def lemma(word: Token) -> str:
    """Return the lemma of a word; names and people stay as they are written."""
    return word.text if word.pos_ == "PROPN" or word.lower_ == "people" else word.lemma_


def concept(figure: Figure, numeral: Numeral, taken: frozenset[int]) -> list[str]:
    """Return the content words of what is measured; of a count, those of the noun or clause it belongs to."""
    noun = counted(numeral) or part_of(numeral) if figure.kind in {"count", "ratio"} else None
    if noun is not None:
        start = numeral.stem if part_of(numeral) is not None else noun
        return words(governor(start), taken)
    token = measured(numeral)
    if token is not None and token.pos_ == "VERB":
        token = named_subject(token, token)
    return words(token, taken) + words(owner(numeral, token), taken)


def owner(numeral: Numeral, token: Token | None) -> Token | None:
    """Return the subject that stands beside what is measured: "the firm" of "the firm earns 60% of its revenue"."""
    verb = numeral.stem
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i and verb.dep_ not in {"nsubj", "nsubjpass"}:
        verb = verb.head
    if token is None or verb.pos_ not in {"VERB", "AUX"}:
        return None
    subject = subject_of(verb)
    same = subject is None or subject.i == token.i or subject.i > numeral.words.start or token.is_ancestor(subject)
    return None if same else subject


def governor(noun: Token) -> Token | None:
    """Return the noun that a counted noun hangs on, else the subject of its clause: "a run of seven games"."""
    preposition = noun.head
    if noun.dep_ == "pobj" and preposition.head.pos_ in {"NOUN", "PROPN"}:
        return preposition.head
    token = noun
    for _ in range(6):
        if token.pos_ in {"VERB", "AUX"}:
            return named_subject(token, noun)
        if token.dep_ in {"nsubj", "nsubjpass"} or token.head.i == token.i:
            return None
        token = token.head
    return None


def named_subject(verb: Token, noun: Token) -> Token | None:
    """Return the subject of a verb, for a pronoun that of the verb of saying above it."""
    subject = subject_of(verb)
    if subject is not None and subject.pos_ == "PRON" and verb.dep_ == "ccomp":
        subject = subject_of(verb.head)
    return None if subject is None or subject.i == noun.i or subject.pos_ == "PRON" else subject


def words(head: Token | None, taken: frozenset[int]) -> list[str]:
    """Return the content words of a noun phrase, its "of" and "in" included."""
    if head is None or head.pos_ == "PRON":
        return []
    found: set[int] = set()
    pending = [head]
    while pending:
        token = pending.pop()
        if token.pos_ not in FUNCTION and token.i not in taken:
            found.add(token.i)
        pending.extend(child for child in token.children if child.dep_ not in CLAUSES and not dated(child))
    pieces: list[str] = []
    for i in sorted(found):
        start, end = i, i + 1
        while start and not head.doc[start - 1].whitespace_ and start - 1 not in taken:
            start -= 1
        while end < len(head.doc) and not head.doc[end - 1].whitespace_ and end not in taken:
            end += 1
        piece = head.doc[start:end].text.strip(".,;:()'\"’$")
        if piece and (not pieces or pieces[-1] != piece):
            pieces.append(piece)
    return pieces


def dated(token: Token) -> bool:
    """Return whether a prepositional phrase only gives a date: "in the quarter"."""
    return token.dep_ == "prep" and any(child.ent_type_ in {"DATE", "TIME"} for child in token.children)
