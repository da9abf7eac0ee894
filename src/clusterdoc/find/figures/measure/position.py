"""What a number measures by its position, where the parse does not show it: next to a name, after a bracket."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.figures.measure.around import words_start
from clusterdoc.find.figures.measure.measuring_words import DECLARING, FATES, FEARED
from clusterdoc.find.syntax import NOUN_SUBJECTS, NOUNS, VERBS, is_dated, outer_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.figures.measure.parsed import ParsedNumber

MOVEMENTS: Final = frozenset({"up", "down", "by", "+", "-"})
NEAREST: Final = 3
LABELLED: Final = 3  # words of "revenue (2023:"
FARTHEST: Final = 5
LEADING: Final = frozenset({"up", "down", "by", "at", "to", "of", "from", "+", "-", "(", ":", "$", "≈", "~", "worth"})


def before_bracket(number: ParsedNumber) -> Token | None:
    """Return the noun before a bracket that begins with the number: "the second striker (12 goals)"."""
    doc, start = number.words.doc, number.words.start
    if start > LABELLED and doc[start - 1].text == ":" and doc[start - 2].ent_type_ in {"DATE", "CARDINAL"}:
        start -= 2  # "revenue (2023: £3.7m)"
    opened = start > 1 and doc[start - 1].text in {"(", "["}
    noun = doc[start - 2] if opened and doc[start - 2].pos_ in NOUNS else None
    return None if noun is None or noun.head.lower_ == "per" else noun  # "two moles per litre (64 mg)"


def noun_before_commas(number: ParsedNumber) -> Token | None:
    """Return the common noun before a number that stands between commas, what its "of" belongs to; no time."""
    doc, start, end = number.words.doc, words_start(number), number.words.end
    if end + 1 < len(doc) and doc[end : end + 2].text.lower() in {"in all", "in total"}:
        end += 2  # "The roof, 1,200 square metres in all, fell"
    if start - number.sentence < NEAREST - 1 or end >= len(doc) or doc[start - 1].text != "," or doc[end].text != ",":
        return None
    noun = doc[start - 2]
    plain = noun.pos_ == "NOUN" and not is_dated(noun) and noun.i not in number.taken
    return outer_noun(noun) if plain else None


def after_ticker(number: ParsedNumber) -> Token | None:
    """Return the name that a movement follows without a verb: "Acme, down 68p", "Apple up 3%, Initech by 2%"."""
    doc, start = number.words.doc, words_start(number)
    first = number.sentence
    if start - first < NEAREST or doc[start - 1].lower_ not in MOVEMENTS:
        return None
    name = numbered(doc[start - 2] if doc[start - 2].text != "," else doc[start - 3])
    if not may_be_moved(name, number):
        return None
    if doc[start - 1].lower_ == "by" and doc[max(name.left_edge.i - 1, 0)].text not in {",", "and", ";"}:
        return None
    name = outer_noun(name)
    return None if is_circumstance(name) else name


def may_be_moved(name: Token, number: ParsedNumber) -> bool:
    """Return whether a noun can be what moves: not a time, number or rate ("settled at $82 a barrel, up 40 cents")."""
    if name.pos_ not in NOUNS or is_dated(name):
        return False
    return name.i not in number.taken and not is_rate(name, number)


def is_circumstance(noun: Token) -> bool:
    """Return whether a noun only says how: "the shares were on a run, up 3%"."""
    return noun.dep_ == "pobj" and noun.head.head.pos_ in VERBS


def is_rate(noun: Token, number: ParsedNumber) -> bool:
    """Return whether a noun is only the denominator of the number before it: "barrel" of "$82 a barrel"."""
    before = noun.doc[max(noun.i - 1, 0)]
    start = noun.i if before.lower_ in {"a", "an", "per"} else noun.i - 1  # "per short ton"
    return start - 2 in number.taken and noun.doc[start - 1].lower_ in {"a", "an", "per"}


def numbered(word: Token) -> Token:
    """Return the name that ends in a number: "S&P" of "S&P 500", any other word as it is."""
    return word.head if word.pos_ == "NUM" and word.head.i == word.i - 1 and word.head.pos_ in NOUNS else word


def name_before(number: ParsedNumber) -> Token | None:
    """Return the name right before a number that has no head in the sentence: "Dow +0.2%", "Ann Lee (0.5 points)"."""
    doc = number.words.doc
    for i in range(number.words.start - 1, max(number.sentence, number.words.start - FARTHEST) - 1, -1):
        word = numbered(doc[i])
        if word.tag_ == "NNS" and word.lemma_.lower() == "measure" and word.nbor(-1).dep_ == "compound":
            return word.nbor(-1)  # "the mill measures 60 metres"
        if word.pos_ in NOUNS and word.idx < number.match.start:
            return word
        if word.idx < number.match.start and word.lower_ not in LEADING:
            return None
    return None


def fate_of(number: ParsedNumber) -> Token | None:
    """Return the word after a bare number that says what became of people: "dead" of "27 dead" or "27 feared dead"."""
    doc, end = number.words.doc, number.words.end
    stem = number.stem
    if stem.dep_ in NOUN_SUBJECTS and stem.head.lemma_ in DECLARING and stem.i < number.words.end:
        said = (child for child in stem.head.rights if child.dep_ in {"acomp", "oprd"} and child.lower_ in FATES)
        return next(said, None)  # "190 were dead", "one was pronounced dead"
    if end + 1 < len(doc) and doc[end].lower_ in FEARED:
        end += 1
    return doc[end] if end < len(doc) and doc[end].lower_ in FATES else None
