"""Words around a name that speak for a type: "the town of …", "… fell 3%", "…, a film", "in …"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import FAR, look_back
from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.gazetteer import look_up
from clusterdoc.find.entities.type_cues import CLEAR, PLACES, STRONG, cues_within, neighbours, thing_words
from clusterdoc.find.words import any_of
from clusterdoc.find.words.change import carriers
from clusterdoc.find.words.contexts import any_word, words_by_use
from clusterdoc.find.words.inflection import plural
from clusterdoc.find.words.people import is_role, plurals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.facts import Label
    from clusterdoc.find.entities.names import Name
    from clusterdoc.find.entities.type_cues import Cue

# What follows a name: a row is a label, a weight, and how the text goes on.
AFTER: Final[tuple[tuple[Label, float, re.Pattern[str]], ...]] = (
    ("PERSON", STRONG, re.compile(r",? \(?(?:aged )?\d{1,2}\)?,|, (?:aged? \d|an? \d{1,2}-year-old)")),
    ("GPE", CLEAR, re.compile(rf" (?:{any_word('town after')})\b")),
    ("LOC", CLEAR, re.compile(rf" (?:{any_word('landform after')})\b")),
    ("ORG", STRONG, re.compile(rf" (?:{any_word('outlet after')})\b")),
    ("ORG", 2 * STRONG, re.compile(rf" \( ?(?:{any_word('exchange')}) ?: ?[A-Z]")),  # "Tolva (NYSE: TLV)"
    ("ORG", CLEAR, re.compile(r" report(?:s|ed)[.,]")),
    ("GPE", CLEAR, re.compile(r"-(?:based|born)\b")),
    ("PRODUCT", STRONG, re.compile(r" (?:crude|futures)\b")),
    (
        "GPE",
        CLEAR,
        # "the Tolva squatter camp"
        re.compile(rf" (?:(?:{any_word('kind of site')}) )?(?:{any_word('site after')})\b"),
    ),
    ("ORG", CLEAR, re.compile(rf"(?:['’]s)? (?:{any_word('of a firm')})\b")),
    ("PERSON", CLEAR, re.compile(rf" (?:{any_word('done by a person')})\b")),
    ("PERSON", CLEAR, re.compile(rf"['’]s? (?:{any_word('of a person')})\b")),
    # A firm: its shares "fell 3%"; a product: it "has 16GB".
    (
        "ORG",
        STRONG,
        re.compile(
            rf" (?:also )?(?:{any_of(carriers())}|was (?:up|down))"
            r"(?: (?:by|nearly|almost|about|as much as|more than))? \d{1,3}(?:\.\d{1,2})? ?(?:%|per ?cent)"
        ),
    ),
    (
        "PRODUCT",
        STRONG,
        re.compile(rf" (?:{any_word('has features')}) (?:an? |up to )?\d[\d.]{{0,5}}[ -]?(?:{any_word('feature')})"),
    ),
    # "Chicago 5 Detroit 3", "Arsenal 2, Chelsea 1": teams, unless the gazetteer knows a country
    ("ORG", CLEAR, re.compile(r" \d{1,3}(?:,| [-–]| \d{1,2}:\d\d)? [A-Z][\w.' -]{1,25} \d{1,3}\b")),
    ("PRODUCT", STRONG, re.compile(rf"(?: (?:and|or) [A-Z]\w{{1,20}})? (?:{any_word('ware after')})\b")),
)
# Most names are followed by none of these.
ANY_AFTER: Final = re.compile("|".join(f"(?:{pattern.pattern})" for _, _, pattern in AFTER))
# What a text says a name is: "…, the Indian-born billionaire", "… is a small village in".
SAID_TO_BE: Final = re.compile(
    r"(?:[\"”]?, (?:an?|the|one of the|his|her)| \([^()]{0,60}\) (?:is|was) (?:an?|the)| (?:is|was) (?:an?|the))"
    r"((?: (?!(?:of|in|for|at|from|with|to|on|by|who|that|which|and (?:the|an?|his|her|its|has|is))\b)"
    r"[\w'’-]{1,20}){1,9})"
)
WORDS_BEFORE: Final = re.compile(
    r"(?<![\w'’-])(?:(?P<linked>[\w'’-]{1,20}) (?P<link>of|for|in|by|from) (?P<article>the )?"
    r"(?:[A-Z][\w'’-]{1,20}(?P<listed>, | and )){0,2}|(?P<noun>[\w'’-]{1,20}),? (?:[Tt]he )?)[\"“‘']?\Z"
)
# "Ana Ruiz, 31, of Hope"
AGED_OF: Final = re.compile(r", (?:aged )?\d{1,2},? (?:of|from) \Z")
# What links a neighbouring word to the name, and in which column of the table that word is.
# "the store chains Ovadi and Dahl", "the towns of Halden, Ott and Kerr"
LISTED: Final = re.compile(
    r"(?<![\w'’])([A-Za-z][a-z-]{2,15}s)(?: |,? (of |such as |like |including ))"
    r"(?:[A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20})?(?:, and |, | and )){0,5}\Z"
)
LIST_ENDS: Final = ("s ", "of ", ", ", "and ", "like ", "including ")  # what a match of LISTED can end with
FULL_LINKS: Final = frozenset({"of", "for"})  # what they link to a word is named alone: "the town of Tolva"
LINKS: Final = {"in": "in", "by": "by", "from": "by"}
# "he appeared in The Harbour", "an episode of The Harbour"; "The Harbour is back on Netflix".
WORK_BEFORE: Final = re.compile(
    rf"\b(?:(?:{any_word('acts in a work')}) (?:in|on)|(?:{any_word('part of a work')}) (?:of|to))"
    r" (?:[A-Z][\w’']{1,12} ){0,2}(?:and )?[\"“‘']?(?:[Tt]he )?\Z"
)
WORK_AFTER: Final = re.compile(
    rf" (?:{any_word('is shown')})(?: \w{{1,9}}){{0,2}} (?:on|to|for) (?:{any_word('channel')})\b"
)
WHO: Final = re.compile(r", (?:who|served as) ")
ONE_OF: Final = re.compile(r"\b(?:an?|his|her|their|my) \Z")  # "a Suzuki Alto"
INFORMED: Final = re.compile(r"\btold the \Z")
SIZE_BEFORE: Final = re.compile(r"\d[ -]inch \Z")


def type_cues(text: str, name: Name) -> Iterator[tuple[Label, float]]:
    """Yield (label, weight) of every cue in and around a name that speaks against its label or for it."""
    before = list(cue_before(text, name))
    said = list(said_to_be(text, name.end))
    yield from cues_inside(name, before, said)
    if can_be_who(name) and WHO.match(text, name.end):
        yield "PERSON", CLEAR
    yield from ((label, weight) for label, weight, against in before if not against or name.label in {against, label})
    if name.label not in PLACES and is_work(text, name):
        yield "WORK_OF_ART", STRONG
    if is_model(text, name):
        yield "PRODUCT", STRONG
    rows = AFTER if ANY_AFTER.match(text, name.end) else ()
    yield from ((label, weight) for label, weight, pattern in rows if pattern.match(text, name.end))
    placed = name.label in PLACES  # "in Paris, the director said"
    yield from (cue for cue in said if not (placed and cue[0] == "PERSON"))


def cues_inside(name: Name, before: list[Cue], said: list[tuple[Label, float]]) -> Iterator[tuple[Label, float]]:
    """Yield the cues in a name that the words around it do not speak against: no "Lake" of the firm "Silver Lake"."""
    if name.label != "PERSON" and "WORK_OF_ART" in {label for label, *_ in (*before, *said)}:
        return  # the novel "Dark Harbour"
    firm = any(label == "ORG" and not against for label, _, against in before)
    yield from (cue for cue in cues_within(name) if not (firm and cue[0] in PLACES))


def can_be_who(name: Name) -> bool:
    """Return whether a name before "who" can be a person's: several words, none of which says that it is not."""
    words = name.text.split()
    named = len(words) > 1 and words[-1] not in thing_words() and "and" not in words
    return named and name.label != "NORP" and look_up(name.text) is None


def is_work(text: str, name: Name) -> bool:
    """Return whether the words around a name say that it is a film, a series or the like."""
    before = look_back(WORK_BEFORE, text, name.start, FAR)
    return before is not None or WORK_AFTER.match(text, name.end) is not None


def is_model(text: str, name: Name) -> bool:
    """Return whether a name is a product's: "the 14-inch Ovadi Pro", "iPad Air"."""
    first, _, rest = name.text.partition(" ")
    known = look_up(first) if rest and not look_up(name.text) else None
    product = known is not None and known.label == "PRODUCT"
    if known and known.label == "ORG" and known.sure and rest not in thing_words():
        product = name.label not in {"ORG", "PERSON"} and look_back(ONE_OF, text, name.start) is not None
    return product or look_back(SIZE_BEFORE, text, name.start) is not None


def said_to_be(text: str, end: int) -> Iterator[tuple[Label, float]]:
    """Yield (label, weight) of the noun that says what a name is: "billionaire", "village", "company"."""
    found = SAID_TO_BE.match(text, end)
    if found is None:
        return
    for word in found[1].split():
        label = "PERSON" if is_role(word) else neighbours("what").get(word, (None,))[0]
        if label:
            yield label, CLEAR
            return


@cache
def kinds_in_plural() -> dict[str, Cue]:
    """Return the nouns in the plural that say what each of a list of names is: "towns", "banks"."""
    kinds = {word: cue for word, cue in neighbours("before").items() if not cue[2]}
    kinds |= {word: cue for word, cue in neighbours("what").items() if cue[0] in {"GPE", "ORG"}}
    return {plural(word): (label, STRONG, "") for word, (label, _, _) in kinds.items() if label != "PERSON"}


def cue_of_list(text: str, name: Name) -> Iterator[Cue]:
    """Yield (label, weight) of the plural before a list that a name stands in: "towns of", "co-founders"."""
    in_list = text.endswith(LIST_ENDS, 0, name.start)
    found = look_back(LISTED, text, name.start, FAR) if in_list else None
    if found is None:
        return
    noun, is_linked = found[1], bool(found[2])
    kind = kinds_in_plural().get(noun)
    first = name.text.partition(" ")[0]
    person = " " in name.text and first in first_names() and name.label == "PERSON"
    if kind and not (is_linked and person):  # "bands including Ana Ruiz's"
        yield kind
    elif not is_linked and noun.lower() in plurals() and first in first_names():
        yield "PERSON", CLEAR, ""


def cue_before(text: str, name: Name) -> Iterator[Cue]:
    """Yield (label, weight) of the words before a name."""
    if look_back(AGED_OF, text, name.start):
        yield "GPE", 2 * STRONG, ""
    if name.label != "PERSON" and look_back(INFORMED, text, name.start):  # "he told the Tolva Echo"
        yield "ORG", STRONG, ""
    yield from cue_of_list(text, name)
    found = look_back(WORDS_BEFORE, text, name.start, FAR)
    cue = cue_of_words(found) if found else None
    if cue:
        yield cue


def cue_of_words(found: re.Match[str]) -> Cue | None:
    """Return what the words right before a name say of it: a noun alone, or a word and what links it to the name."""
    word, link, listed = found["linked"], found["link"], found["listed"]
    if link is None:
        return cue_of_noun(found["noun"])
    if link in FULL_LINKS:
        return None if listed else neighbours("of").get(word)
    cue = neighbours(LINKS[link]).get(word.lower())
    alone = not found["article"] and listed != ", "
    return cue or (neighbours("before").get(link) if alone else None)


def cue_of_noun(noun: str) -> Cue | None:
    """Return what a noun right before a name says of it: "mayor", "retailer"."""
    cue = neighbours("before").get(noun)
    if cue is None and noun in words_by_use()["kind of firm"]:
        return "ORG", CLEAR, ""
    return ("PERSON", CLEAR, "") if cue is None and is_role(noun) else cue
