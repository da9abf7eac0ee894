"""Titles: the words beside a name that say what the person is. They stand beside the name and never in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.words import people
from clusterdoc.find.words.people import is_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from clusterdoc.facts import Entity, Mention

LEADING_TITLE: Final = re.compile(rf"(?:(?:{people.before_names()})(?:\.\s?|\s)){{1,4}}(?=[A-Z])")
TITLE_BEFORE: Final = re.compile(rf"(?<!\w)(?:{people.before_names()})\.?\s\Z")
INSIDE: Final = frozenset({"NN", "NNP", "NNPS", "JJ", "POS", "NNS", "HYPH", "CD", "JJS"})
MARKS: Final = frozenset({"'s", "’s", "'", "-"})
LEAD: Final = re.compile(
    r"(?:last|late|then|fellow|own|other|same|first|second|third|fourth|(?:fif|six|seven|eigh|nin|ten)th|new|next"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\Z"
)
NAMED_END: Final = re.compile(r"(?:[ ,]{1,3}(?:named|called))?[ ,]{0,3}\Z")
AGE: Final = re.compile(r"^\d{1,3}[- ]year[- ]old ")
NAMED: Final = frozenset({"named", "called"})
LINKS: Final = frozenset({"of", "for", "to", "at", "from", "in"})
BEFORE_LIMIT: Final = 14
AFTER_LIMIT: Final = 18


def find_title(doc: Doc, entity: Entity, taken: dict[int, Entity]) -> str | None:
    """Return the fullest title that stands beside any mention of a person; `taken` gives the entity at a token."""
    found = [title for mention in entity.mentions for title in titles_beside(doc, mention, taken)]
    found = [title for title in found if not is_used_as(title, "address") and not is_relation(title)]
    full = [title for title in found if not is_used_as(title, "style")]
    return max(full or found, key=len, default=None)


def is_used_as(title: str, use: str) -> bool:
    """Tell whether a title is no more than a word of one use: "Mr." is an address."""
    return title.lower().rstrip(".") in people.used_as(use)


def is_relation(title: str) -> bool:
    """Tell whether a title is no more than a relation: "wife", "widowed mother"."""
    first, _, last = title.lower().rpartition(" ")
    return last in people.used_as("relation") and " " not in first


def titles_beside(doc: Doc, mention: Mention, taken: dict[int, Entity]) -> Iterator[str]:
    """Yield the titles before and after a mention."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return
    before = words_before(doc, span.start, taken)
    if before is not None:
        yield AGE.sub("", NAMED_END.sub("", doc[before : span.start].text))
    after = words_after(doc, span.end, taken)
    if after:
        yield AGE.sub("", doc[after[0] : after[1]].text.strip())


def words_before(doc: Doc, end: int, taken: dict[int, Entity]) -> int | None:
    """Return the token where the title before a name begins: "[NATO Secretary General] Jens …", "[its head], Ana …"."""
    first = end
    has_role = False
    comma = end > 0 and doc[end - 1].text == ","
    position = end - 1 - (comma or (end > 0 and doc[end - 1].lower_ in NAMED))
    while position >= 0 and end - position <= BEFORE_LIMIT:
        token = doc[position]
        if belongs(token, taken):
            has_role = has_role or is_role(token.text)
            first = position
        elif first == end or not position or not links(doc, token, first, has_role=has_role):
            break
        position -= 1
    if not has_role or (comma and not has_determiner(doc, first, end)):
        return None
    return without_lead(doc, first, end, taken)


def links(doc: Doc, token: Token, first: int, *, has_role: bool) -> bool:
    """Tell whether a token holds the words of a title together: "of" and "the", "and" between common nouns."""
    before = doc[token.i - 1]
    if has_role:
        return token.lower_ == "and" and doc[first].is_lower and before.tag_ == "NN"
    return token.lower_ in LINKS or (token.tag_ == "DT" and before.lower_ in LINKS)


def has_determiner(doc: Doc, first: int, end: int) -> bool:
    """Tell whether a title before a comma begins like one: "the director, Ana …", "the bank's chairman, Ana …"."""
    return (first > 0 and doc[first - 1].tag_ in {"DT", "PRP$"}) or any(token.tag_ == "POS" for token in doc[first:end])


def belongs(token: Token, taken: dict[int, Entity]) -> bool:
    """Tell whether a token can be a part of a title: a noun, an adjective, a name that is no person's."""
    if token.text == "Under":  # "Under Secretary of Defense"
        return True
    entity = taken.get(token.i)
    if entity is not None and entity.label == "PERSON" and not token.is_space:
        return False
    if token.is_space or token.text in {",", ".", ";", ":", '"', "“", "”", "(", ")", "–", "—"}:
        return entity is not None or token.text in {"(", ")"}
    return (
        entity is not None
        or token.tag_ in INSIDE
        or (not token.tag_ and (token.text[0].isupper() or token.text in MARKS or is_role(token.text)))
    )


def without_lead(doc: Doc, first: int, end: int, taken: dict[int, Entity]) -> int | None:
    """Return where a title begins without what is no part of it: "last", "58", "'s", "Wednesday"."""
    while first < end and first not in taken:
        token = doc[first]
        if not (token.tag_ in {"CD", "JJS", "POS"} or token.text in MARKS or LEAD.match(token.lower_)):
            break
        first += 1
    return first if first < end else None


def words_after(doc: Doc, start: int, taken: dict[int, Entity]) -> tuple[int, int] | None:
    """Return the tokens of the title after a name: "…, [executive director of the Association], said"."""
    if start + 1 >= len(doc) or doc[start].text != ",":
        return None
    first = start + 1
    if doc[first].tag_ in {"DT", "PRP$"} or doc[first].lower_ in {"the", "a", "an", "another", "his", "her"}:
        first += 1
    has_role = False
    position = first
    while position < len(doc) and position - first < AFTER_LIMIT:
        token = doc[position]
        if not has_role and not belongs(token, taken) and token.tag_ != "VBN":  # "a retired miner"
            return None
        if has_role and not continues(doc, token, taken):
            break
        has_role = has_role or is_role(token.text)
        position += 1
    while position > first and (doc[position - 1].lower_ in LINKS or doc[position - 1].tag_ in {"DT", "IN", "CC"}):
        position -= 1
    return (first, position) if has_role and position > first and doc[first].text != "who" else None


def continues(doc: Doc, token: Token, taken: dict[int, Entity]) -> bool:
    """Tell whether a token goes on with a title after the role: "of the House", "for defence"."""
    if belongs(token, taken) or token.i in taken:
        return True
    if token.lower_ in LINKS:
        return True
    return token.tag_ == "DT" and (doc[token.i - 1].lower_ in LINKS or doc[token.i - 1].tag_ == "IN")
