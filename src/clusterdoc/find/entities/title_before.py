"""The title before a name: "[former mayor of Tolva] Ana Ruiz", "the [director], Ana Ruiz", "[officers] A and B"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.extended import fields
from clusterdoc.find.entities.title_words import (
    LINKS,
    MARKS,
    NOBODY,
    PARTICIPLES,
    STATUS,
    STOPS,
    belongs,
    has_role,
    is_person_at,
    is_several,
    is_within_name,
    people_word,
    role_at,
)
from clusterdoc.find.words import any_of, people
from clusterdoc.find.words.calendar_names import WEEKDAY_IN_FULL
from clusterdoc.find.words.contexts import words_by_use
from clusterdoc.find.words.number_words import ORDINALS

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from clusterdoc.find.entities.title_words import Taken

    Phrase = tuple[int, int]

LEAD: Final = re.compile(
    rf"(?:last|late|then|fellow|own|other|same|{any_of(ORDINALS)}|new|next"
    rf"|{WEEKDAY_IN_FULL})\Z"
)
TODAY: Final = words_by_use()["behind a title"]
NAMED: Final = frozenset({"named", "called"})
JOINING: Final = frozenset({"and", ",", "&"})
BEFORE_LIMIT: Final = 14
JOINT_LIMIT: Final = 6
# How a noun before a name hangs on it; "In a statement Ruiz said" hangs elsewhere.
OBJECTS: Final = frozenset({"dobj", "pobj", "attr"})
MODIFIERS: Final = frozenset({"compound", "nmod", "amod", "appos"})


def before_name(doc: Doc, start: int, end: int, taken: Taken) -> Phrase | None:
    """Return the title before a name: "[NATO Secretary General] Jens …", "its [head], Ana …", "[Dr] Ruiz"."""
    last = without_style(doc, without_bracket(doc, start))
    phrase = run_before(doc, last, end, taken)
    if phrase is None and last < start and people_word(doc[last], "style"):
        return last, last + 1
    return phrase


def without_bracket(doc: Doc, end: int) -> int:
    """Return where the words before a name end without the first name in brackets: "Coach (Ana) Ruiz"."""
    bracket = [token.text for token in doc[max(0, end - 3) : end]]
    return end - 3 if bracket[::2] == ["(", ")"] else end


def without_style(doc: Doc, end: int) -> int:
    """Return where the words before a name end without what only honours: "Labour stalwart [Dame] Ana Ruiz"."""
    while end > 0 and people_word(doc[end - 1], "style", "address"):
        end -= 1
    return end


def run_before(doc: Doc, last: int, name_end: int, taken: Taken) -> Phrase | None:
    """Return the run of words before a token that is a title."""
    mark = doc[last - 1].lower_ if last > 0 else ""
    comma, dash = mark == ",", mark in {"—", "–"}
    stop = last - (comma or dash or mark in NAMED)
    first = start_of_title(doc, start_of_run(doc, stop, taken), stop, taken)
    first = behind_noun(doc, first, stop, name_end)
    if not says_what(doc, first, stop, name_end):
        return None
    if dash and not is_several(doc[stop - 1]):
        return None
    if comma and not may_precede_comma(doc, (first, stop), name_end, taken):
        return None
    return _without_lead(doc, first, stop, taken)


def start_of_run(doc: Doc, stop: int, taken: Taken) -> int:
    """Return where the words begin that can be a title together."""
    first = stop
    while first > 0 and stop - first < BEFORE_LIMIT and runs_back(doc, first, stop, taken):
        first -= 1
    return first


def may_precede_comma(doc: Doc, phrase: Phrase, name_end: int, taken: Taken) -> bool:
    """Return whether a title can stand before a comma and a name; one of several people has several names after it."""
    first, stop = phrase
    if is_several(doc[stop - 1]) and not _is_listed(doc, name_end, taken):
        return False
    return has_determiner(doc, first, stop) or _is_apposed(doc, first, name_end)


def start_of_title(doc: Doc, first: int, stop: int, taken: Taken) -> int:
    """Return where a title begins in a run: after a phrase that is none, "allegations against [former aide] …"."""
    links = [at for at in range(first, stop) if doc[at].lower_ in LINKS and at not in taken]
    if links and not has_role(doc, first, links[0]):
        first = links[-1]
    shown = [at for at in range(first + 1, stop - 1) if doc[at].tag_ == "NNS" and at - 1 in taken and at + 1 in taken]
    if shown:  # "Dark Water stars Academy Award nominee Ana Ruiz"
        first = shown[-1] + 1
    while first < stop and doc[first].lower_ in LINKS | {"and", "the", "a", "an"}:
        first += 1
    return first


def behind_noun(doc: Doc, first: int, stop: int, name_end: int) -> int:
    """Return where a title in capitals begins behind a noun of another clause: "the tax cut [Governor] Kerr vetoed"."""
    for at in range(stop - 2, first - 1, -1):
        other = doc[at].tag_ == "NN" and doc[at].is_lower and doc[at].dep_ in OBJECTS and doc[at].head.i < at
        apart = doc[name_end - 1].head.i != at  # "saw opposition Senator Bo Kerr"
        if other and apart and doc[at + 1].is_title and has_role(doc, at + 1, stop):
            return at + 1
    return first


def _is_listed(doc: Doc, name_end: int, taken: Taken) -> bool:
    """Return whether another person follows a name: "her lawyers, Ana Ruiz and Bo Kerr"."""
    at = name_end
    while at < len(doc) and doc[at].text in JOINING:
        at += 1
    return is_person_at(at, taken)


def runs_back(doc: Doc, first: int, stop: int, taken: Taken) -> bool:
    """Return whether a run of words before a name takes in the token before it."""
    return belongs(doc, first - 1, taken) or links(doc, first, stop) or is_follower(doc, first, stop, taken)


def says_what(doc: Doc, first: int, stop: int, name_end: int) -> bool:
    """Return whether a run of words before a name says what a person is."""
    head = doc[stop - 1]
    if has_role(doc, first, stop) or is_several(head):
        return True
    known = people.nouns().get(head.lower_)
    if not (head.tag_ == "NN" and head.is_lower) or head.lower_ in NOBODY or (known and not known.human):
        return False
    return head.dep_ in MODIFIERS and stop <= head.head.i < name_end


def links(doc: Doc, first: int, stop: int) -> bool:
    """Return whether the token before a run holds a title together: "of" and "the", "and" between two roles."""
    token = doc[first - 1]
    if first < 2 or first == stop:  # noqa: PLR2004 -- a word before it
        return False
    before = doc[first - 2]
    if before.text in fields() and begins_field(doc, first):  # "Foreign Affairs and Trade"
        return True
    if token.lower_ == "and":  # "railroad and shipping tycoon", "businessman and Tolva loyalist"
        whole = doc[first].is_lower and has_role(doc, first, stop)
        return before.tag_ == "NN" and (whole or (doc[stop - 1].is_lower and role_at(doc, first - 2)))
    return not has_role(doc, first, stop) and (token.lower_ in LINKS or (token.tag_ == "DT" and before.lower_ in LINKS))


def begins_field(doc: Doc, at: int) -> bool:
    """Return whether a field begins at a token: "Trade", "Foreign Trade"."""
    return any(token.text in fields() for token in doc[at : at + 2])


def has_determiner(doc: Doc, first: int, end: int) -> bool:
    """Return whether a title before a comma begins like one: "the director, Ana …", "the bank's chairman, Ana …"."""
    return (first > 0 and doc[first - 1].tag_ in {"DT", "PRP$"}) or any(token.tag_ == "POS" for token in doc[first:end])


def _is_apposed(doc: Doc, first: int, name_end: int) -> bool:
    """Return whether a name between commas is set beside a title that begins a clause: "Counsel, Bo Kerr, asked"."""
    if is_item(doc, first, name_end):
        return True
    if name_end >= len(doc) or doc[name_end].text != ",":
        return False
    return first == 0 or doc[first - 1].is_space or doc[first - 1].text in STOPS


def is_item(doc: Doc, first: int, name_end: int) -> bool:
    """Return whether a title in capitals and a name are an item of a list: "Minister of Works, Bo Kerr;"."""
    ends = name_end >= len(doc) or doc[name_end].is_space or doc[name_end].text == ";"
    begins = first == 0 or doc[first - 1].is_space or doc[first - 1].text in {";", "-", "–", "•", "and"}
    return ends and begins and doc[first].is_title and people.is_role(doc[first].text)


def is_follower(doc: Doc, first: int, stop: int, taken: Taken) -> bool:
    """Return whether the token before a run names whose follower the title is: "[Ruiz] loyalist Bo Kerr"."""
    if first == stop or not is_person_at(first - 1, taken):
        return False
    return is_person_at(first, taken) or (doc[first].is_lower and role_at(doc, first))


def _without_lead(doc: Doc, first: int, end: int, taken: Taken) -> Phrase | None:
    """Return a title without what is no part of it: "last", "58", "'s", "Wednesday", "Mr"; nor "today" at its end."""
    while first < end and first not in taken and is_lead(doc, first):
        first += 1
    while end > first and doc[end - 1].lower_ in TODAY:
        end -= 1
    return (first, end) if first < end else None


def is_lead(doc: Doc, at: int) -> bool:
    """Return whether a word before a title is none of it; a participle is when it is a status: "retired"."""
    token = doc[at]
    if token.tag_ in PARTICIPLES:
        return token.lower_ not in STATUS
    if people_word(token, "address"):
        return True
    return token.tag_ in {"CD", "JJS", "POS"} or token.text in MARKS or LEAD.match(token.lower_) is not None


def joint_title(doc: Doc, start: int, taken: Taken) -> Phrase | None:
    """Return the title in the plural that a name shares with the ones before it: "officers Ana Ruiz and [Bo Kerr]"."""
    for _ in range(JOINT_LIMIT):
        end = end_of_person_before(doc, start)
        if end == start or not is_person_at(end - 1, taken):
            return None
        start = end - 1
        while is_within_name(start, taken):
            start -= 1
        phrase = run_before(doc, start, end, taken)
        if phrase:
            return phrase if is_several(doc[phrase[1] - 1]) else None
    return None


def end_of_person_before(doc: Doc, start: int) -> int:
    """Return where the name before a joined one ends: before "and", and before letters of honour, ", OBE, and"."""
    end = start
    while end > 0 and doc[end - 1].text in JOINING:
        end -= 1
    honoured = end < start and doc[end - 1].is_upper and doc[end - 2].text == ","
    return end - 2 if honoured else end
