"""What is known of names before an article is read: small tables of our own, a row each, under words/names/."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from clusterdoc.find import words
from clusterdoc.find.doc_text import look_back
from clusterdoc.find.entities.names import Forms, Name, first_word, key, longest_first, overlaps, without_article
from clusterdoc.find.words import any_of, rows
from clusterdoc.find.words.contexts import any_word
from clusterdoc.find.words.people import is_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.facts import Label

RULE: Final = "gazetteer"
FIRST_WORD: Final = r"(?:(?<![\w.@#/-])|(?<=pro-)|(?<=anti-)|(?<=non-)|(?<=[A-Z.]-)|(?<=[a-z]-))[^\W_]\w{0,40}"
NEIGHBOUR_RIGHT: Final = re.compile(
    r" ([A-Z]\w{0,30})|[\w@$£€]|\.\w| (?:dollars?|pounds?|pesos?|yuan|rupees?|francs?|gallons)\b"
    r"|-(?!(?:based|born|led|backed|controlled|occupied|owned|run|held|made|trained|style|wide|sponsored|funded)\b)[a-z\d_]"
)
NEIGHBOUR_LEFT: Final = re.compile(
    r"(?<!\w)(?!(?:The|An?|In|At|On|From|For|And|But|With|By|To|As|When|While|After|Before|If|Of|Both|Since|Until|Under"
    r"|All|His|Her|Its) )"
    r"[A-Z](?:\w{0,20}|[\w.]{0,3}\.) \Z|\w[/.@]\Z|(?<![\w-])(?!(?:pro|anti|non|ex|pre|post|mid)-)[a-z]{1,20}-\Z"
)
# A people's language: "the Tolvan language", "she speaks Tolvan".
LANGUAGE_AFTER: Final = re.compile(rf"(?:-| )(?:{any_word('about a language')})\b")
LANGUAGE_BEFORE: Final = re.compile(
    r"(?:\b(?:[Ss]peaks?|[Ss]peaking|spoke|spoken|fluent|written|translated|tweeted|learn(?:ing|ed)?|teach(?:ing)?|taught)"
    r" (?:in(?:to)? |from )?)\Z"
)
AGED_OF: Final = re.compile(
    r", (?:aged )?\d{1,2},? (?:of|from) ([A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20})?)(?![\w’'-])(?! [A-Z])"
)
AMBIGUOUS: Final = "?"
LONG: Final = 4
# The names of several articles: each is looked up at every step.
REMEMBERED: Final = 4096
# People in the plural: "Finns", "Iraqis"; but "the Japanese", "the French", "the Swiss".
NO_PLURAL: Final = ("s", "sh", "ch", "ese", "men", "man", "x")


class Known(NamedTuple):
    """A form of the gazetteer: its label, the name it stands for, and whether it can hardly be anything else."""

    form: str
    label: Label
    name: str
    sure: bool


def gazetteer_forms() -> Iterator[tuple[str, Label, str]]:
    """Yield (form, label, name) of every table, with the "?" of ambiguous forms."""
    for row in rows("names/countries"):
        yield from ((form, "GPE", row[0]) for form in (row[0], *words.forms(row[1])))
        peoples = words.forms(row[2])
        for people in peoples:
            yield from ((form, "NORP", peoples[0]) for form in with_plural(people))
    for table in ("names/provinces", "names/cities"):
        yield from ((row[0], "GPE", row[0]) for row in rows(table))
    for row in rows("names/organisations"):
        yield from ((form, "ORG", row[0]) for form in (row[0], *words.forms(row[1])))
    for table in ("names/regions", "names/others"):
        for row in rows(table):
            label = cast("Label", row[1])
            yield from ((form, label, row[0]) for form in (with_plural(row[0]) if label == "NORP" else (row[0],)))


def with_plural(people: str) -> tuple[str, ...]:
    """Return the words for a people: "Finn", "Finns"; but only "Japanese", "Swiss"."""
    return (people,) if people.endswith(NO_PLURAL) else (people, f"{people}s")


@cache
def known_forms() -> dict[str, Known]:
    """Return every form of the gazetteer as it is written."""
    table: dict[str, Known] = {}
    for form, label, name in gazetteer_forms():
        plain = form.removeprefix(AMBIGUOUS)
        table.setdefault(plain, Known(plain, label, name.removeprefix(AMBIGUOUS), sure=plain == form))
    return table


@cache
def folded_forms() -> dict[str, Known]:
    """Return the forms by their key, for names in another spelling: "KENYA", "new Delhi"; acronyms are not."""
    table: dict[str, Known] = {}
    for form, known in known_forms().items():
        if not form.isupper():
            table.setdefault(form.casefold(), known)
    return table


@cache
def sure_forms() -> dict[str, Known]:
    """Return the unambiguous forms as they are written, and places in capitals: "OSLO, May 3"."""
    sure = [known for known in known_forms().values() if known.sure]
    places = [known for known in sure if known.label in {"GPE", "NORP", "LOC"} and len(known.form) >= LONG]
    return {**{known.form.upper(): known for known in places}, **{known.form: known for known in sure}}


@cache
def finder() -> Forms:
    """Return the unambiguous forms, ready to be looked for."""
    return Forms(sure_forms())


@cache
def first_words() -> re.Pattern[str]:
    """Return the pattern of words that a form can begin with: most words in small letters are none."""
    small = {first_word(form) for form in sure_forms() if form[0].islower()}
    return re.compile(rf"(?:(?![a-z])|(?<!\w)(?={any_of(small)})){FIRST_WORD}")


@cache
def not_names() -> frozenset[str]:
    """Return the words that models take for names and that are none."""
    return frozenset(row[0] for row in rows("names/not_names"))


@cache
def currencies() -> frozenset[str]:
    """Return the names of currencies, of one word: "naira"."""
    return frozenset(row[0] for row in rows("money") if row[2] == "name" and " " not in row[0])


def is_currency(text: str, label: Label) -> bool:
    """Return whether a name is that of a currency: "Naira"; but Rand and Pound are people too."""
    low = text.casefold()
    return label != "PERSON" and (low in currencies() or low.removesuffix("s") in currencies())


@cache
def peoples() -> dict[str, str]:
    """Return the country of each people, both as `look_up` names them: Kenya of "Kenyan"."""
    return {people[0]: row[0] for row in rows("names/countries") for people in [words.forms(row[2])] if people}


@lru_cache(maxsize=REMEMBERED)
def look_up(text: str) -> Known | None:
    """Return what the gazetteer knows of a name as it is written; "us" and "turkey" are words, not countries."""
    known = known_forms().get(text) or known_forms().get(without_article(text)) or folded_forms().get(key(text))
    return known if known and (text[:1].isupper() or text[:1] == known.form[:1]) else None


def type_known(text: str, names: list[Name]) -> list[Name]:
    """Return the names with those the gazetteer is sure of typed as it says, and the ones left out added."""
    typed = []
    for name in names:
        known = look_up(name.text)
        typed.append(name.retyped(known.label, RULE) if known and known.sure else name)
    found = longest_first([*typed, *missed_known(text, typed), *places_of_age(text)])
    return [name.retyped("LANGUAGE", RULE) if is_language(text, name) else name for name in found]


def is_language(text: str, name: Name) -> bool:
    """Return whether a people's name stands for its language here."""
    if name.label != "NORP" or name.text.endswith("s"):
        return False
    context = LANGUAGE_AFTER.match(text, name.end) or look_back(LANGUAGE_BEFORE, text, name.start)
    return bool(context)


def places_of_age(text: str) -> Iterator[Name]:
    """Yield the places where people of an age live: "Ana Ruiz, 31, of Hope"."""
    for found in AGED_OF.finditer(text):
        known = look_up(found[1])
        if known.label == "GPE" if known else text[found.end() : found.end() + 1] in {",", "."} and " " not in found[1]:
            yield Name(*found.span(1), found[1], "GPE", f"rule:{RULE}", sure=True)


def missed_known(text: str, names: list[Name]) -> Iterator[Name]:
    """Yield the sure names of the gazetteer that stand in the text outside of all names found."""
    taken = overlaps(names)
    for start, end in finder().find(text, first_words()):
        form = text[start:end]
        known = sure_forms()[form]
        if (" " in form or "-" in form or not any(taken[start:end])) and _stands_alone(text, start, end, known):
            yield Name(start, end, form, known.label, f"rule:{RULE}", sure=True)


def _stands_alone(text: str, start: int, end: int, known: Known) -> bool:
    """Return whether a form is a name of its own here, not a part of another: "Bank of China", "Kenya Orchid Show"."""
    headline = text[start:end] != known.form  # "KENYA WINS AGAIN": the words beside it are in capitals too
    people = known.label == "NORP"
    right = NEIGHBOUR_RIGHT.match(text, end)
    if right and not (right[1] and (people or may_follow(right[1], headline=headline))):
        return False
    return headline or people or not look_back(NEIGHBOUR_LEFT, text, start)


def may_follow(word: str, *, headline: bool) -> bool:
    """Return whether a word with a capital after a name is no part of it: "U.S. Senator", any in a line of capitals."""
    return is_role(word) or (headline and word.isupper())


@cache
def countries() -> frozenset[str]:
    """Return the names of the countries of one word."""
    return frozenset(row[0] for row in rows("names/countries") if " " not in row[0])


@cache
def nations() -> frozenset[str]:
    """Return the names of what plays as a country: countries of any number of words, and those no table has."""
    return frozenset(row[0] for row in rows("names/countries")) | {"West Indies", "Korea"}


@cache
def provinces() -> frozenset[str]:
    """Return the names of states, provinces and counties."""
    return frozenset(row[0].removeprefix("?") for row in rows("names/provinces"))
