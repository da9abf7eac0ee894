"""The title after a name: "Ana Ruiz, 51, the [director of the fund], said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.title_words import (
    LINKS,
    NOBODY,
    belongs,
    has_role,
    is_person_at,
    is_several,
    role_at,
)
from clusterdoc.find.words import people

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from clusterdoc.find.entities.title_words import Taken

    Phrase = tuple[int, int]

DETERMINERS: Final = frozenset({"the", "a", "an", "another", "his", "her"})

# A longer phrase is a sentence.
AFTER_LIMIT: Final = 24
JOINT_LIMIT: Final = 6


def after_name(doc: Doc, start: int, end: int, taken: Taken) -> Phrase | None:
    """Return the title after a name: "Ana Ruiz, 51, the [director of the fund], said"."""
    comma = after_age(doc, end)
    if comma + 1 >= len(doc) or doc[comma].text != ",":
        return None
    first = comma + 1
    if doc[first].tag_ in {"DT", "PRP$"} or doc[first].lower_ in DETERMINERS:
        first += 1
    last = _end_of_run(doc, first, taken)
    if is_person_at(last, taken):
        return None  # "Ana Ruiz, mayor Bo Kerr and …": that is Kerr's title
    last = _without_tail(doc, first, last)
    if is_speaking(doc, first, last):
        return None
    return (first, last) if has_role(doc, first, last) or is_in_apposition(doc, first, last, start, end) else None


def _end_of_run(doc: Doc, first: int, taken: Taken) -> int:
    """Return where the words end that begin at a token and can be a title together."""
    near = doc[first : first + AFTER_LIMIT]
    return next((token.i for token in near if not _goes_on(doc, first, token.i, taken)), first + len(near))


def joint_after(doc: Doc, end: int, taken: Taken) -> Phrase | None:
    """Return the title in the plural after the last of several: "[Ana Ruiz] and Bo Kerr, the [authors of it], said"."""
    for _ in range(JOINT_LIMIT):
        if end < len(doc) and doc[end].text == "," and is_set_of_several(doc, end + 1):
            first = end + 1 + (doc[end + 1].lower_ in {"the", "both", "all"})
            last = _without_tail(doc, first, _end_of_run(doc, first, taken))
            return (first, last) if any(map(is_several, doc[first:last])) else None
        person = end
        while person < len(doc) and doc[person].text in {",", "and", "&"}:
            person += 1
        if person == end or not is_person_at(person, taken):
            return None
        end = person
        while taken.get(end) is taken.get(person):
            end += 1
    return None


def is_set_of_several(doc: Doc, at: int) -> bool:
    """Return whether an apposition in the plural begins at a token: "the authors", "both doctors"."""
    near = doc[at : at + 4]
    begins = len(near) > 1 and near[0].lower_ in {"the", "both", "all"}
    return begins and next((is_several(token) for token in near[1:] if token.tag_ == "NNS"), False)


def after_age(doc: Doc, end: int) -> int:
    """Return the token after a name and an age between commas: the second comma of "Ana Ruiz, 51, the"."""
    words = [token.text for token in doc[end : end + 3]]
    return end + 2 if words[::2] == [",", ","] and words[1].isdigit() else end


def _goes_on(doc: Doc, first: int, at: int, taken: Taken) -> bool:
    """Return whether a title that began at a token takes in the next one."""
    token = doc[at]
    if is_person_at(at, taken):
        return any(word.lower_ in LINKS for word in doc[first:at]) and may_precede_person(doc, at - 1, taken)
    if belongs(doc, at, taken):
        return True
    if token.lower_ in {"and", "&"}:
        return joins_roles(doc, first, at, taken)
    if token.text == ",":
        return is_state(at, taken)
    if token.is_space:
        return token.text.count("\n") < 2 and doc[at - 1].lower_ in LINKS  # noqa: PLR2004 -- no new paragraph
    return at > first and (token.lower_ in LINKS or is_linked_article(doc, at) or is_about(doc, at))


def is_about(doc: Doc, at: int) -> bool:
    """Return whether "on" says what a role is about: "expert on migration"; but "the minister, on Friday"."""
    return (
        doc[at].lower_ == "on"
        and role_at(doc, at - 1)
        and at + 1 < len(doc)
        and doc[at + 1].tag_ in {"NN", "NNS", "JJ"}
    )


def may_precede_person(doc: Doc, at: int, taken: Taken) -> bool:
    """Return whether a token can stand before a person within a title: "son of [Ana Ruiz]", "for President [Ruiz]"."""
    token = doc[at]
    return is_person_at(at, taken) or token.lower_ in LINKS or token.tag_ == "DT" or role_at(doc, at)


def is_linked_article(doc: Doc, at: int) -> bool:
    """Return whether a token is the article after a preposition: "of the"."""
    return doc[at].tag_ == "DT" and doc[at - 1].lower_ in LINKS


def is_state(at: int, taken: Taken) -> bool:
    """Return whether a comma stands between a town and its state: "mayor of Tolva, N.J."."""
    town, state = taken.get(at - 1), taken.get(at + 1)
    return town is not None and state is not None and town.label == state.label == "GPE"


def joins_roles(doc: Doc, first: int, at: int, taken: Taken) -> bool:
    """Return whether "and" stands between two roles of one person: "president and chief executive of the fund"."""
    ahead = at + 1
    while ahead < len(doc) and belongs(doc, ahead, taken):
        if role_at(doc, ahead):
            return has_role(doc, first, at)
        ahead += 1
    return False


def _without_tail(doc: Doc, first: int, last: int) -> int:
    """Return where a title ends without what no noun follows: "of the", "and", an open hyphen."""
    while last > first:
        token = doc[last - 1]
        if not (token.lower_ in LINKS or token.tag_ in {"DT", "IN", "CC", "HYPH"} or token.is_space):
            break
        last -= 1
    return last


def is_speaking(doc: Doc, first: int, last: int) -> bool:
    """Return whether the words after a name are the subject of what follows: "Ana Ruiz, the minister said, left"."""
    if last >= len(doc) or doc[first - 1].text == ",":
        return False
    return doc[last].tag_ in {"VBD", "VBZ"} and any(token.head.i == last for token in doc[first:last])


def is_in_apposition(doc: Doc, first: int, last: int, start: int, end: int) -> bool:
    """Return whether a noun phrase with an article is an apposition to a name, whatever its noun."""
    bare = doc[first - 1].text == ","
    for token in doc[first:last]:
        if token.dep_ == "appos" and start <= token.head.i < end:
            known = people.nouns().get(token.lower_)
            if bare:
                return known is not None and known.human and token.tag_ == "NN"
            return token.tag_ == "NN" and token.lower_ not in NOBODY and not (known and not known.human)
    return False
