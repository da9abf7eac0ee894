"""Who has a role: whom "the mayor", "the company" or "the 30-year-old" refers to."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.speakers.cast import ARTICLE
from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import prepositional_objects
from clusterdoc.find.words.contexts import words_by_use
from clusterdoc.find.words.people import is_role

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.facts import Entity, Mention
    from clusterdoc.find.quotes.drafts import Draft
    from clusterdoc.find.quotes.speakers.cast import Cast, Someone
    from clusterdoc.find.words.people import Noun

COMPANIES: Final = words_by_use()["one of several firms"]
WHEN: Final = frozenset({"DATE", "TIME"})
SOON: Final = 500  # characters
LONGEST_AGE: Final = 60  # characters
OFTEN: Final = 2  # times as often as the next
QUALIFIED: Final = words_by_use()["another in the same office"]
OTHER_OFFICES: Final = words_by_use()["another office"]
MODIFIERS: Final = frozenset({"amod", "compound", "poss", "nmod"})
BEING: Final = frozenset({"am", "'m", "’m", "is"})
# Ana Ruiz, 30, …  Ana Ruiz (30) …  Ana Ruiz, aged 30
AGE_BEFORE: Final = re.compile(r"(\d{1,3})[- ]year[- ]old (?:[a-z-]{1,30} ){0,3}\Z")
AGE_AFTER: Final = re.compile(r"(?:, | \()(?:aged |now )?(\d{1,3})(?=[,.;)]| years| and)")


def aged(cast: Cast, years: str, before: int) -> Someone | None:
    """Return the last person before an offset whose age is given beside the name; None if none has it."""
    best: tuple[int, Entity] | None = None
    for entity in cast.index.entities:
        for mention in entity.mentions if entity.label == "PERSON" else ():
            age = age_of_name(cast.page.text, mention) if mention.end < before else None
            if age == years and (best is None or mention.start > best[0]):
                best = (mention.start, entity)
    return cast.of(best[1]) if best else None


def has_other_age(cast: Cast, someone: Someone, years: str) -> bool:
    """Return whether an age that stands beside somebody's name is another."""
    mentions = someone.entity.mentions if someone.entity is not None else ()
    return any(age_of_name(cast.page.text, mention) not in (None, years) for mention in mentions)


def age_of_name(text: str, name: Mention) -> str | None:
    """Return the age that stands beside a name: "Ana Ruiz, 30, …", "the 30-year-old striker Ana Ruiz"."""
    age = AGE_AFTER.match(text, name.end) or AGE_BEFORE.search(text[max(0, name.start - LONGEST_AGE) : name.start])
    return age[1] if age is not None else None


def company(cast: Cast, head: Token) -> Someone | None:
    """Return the firm that "the company" is: named last before it, and by far the most; None where two may be."""
    bare = head.lower_ in COMPANIES and all(child.dep_ in ("det", "punct") for child in head.children)
    if not bare:
        return None
    named = [one for _, one in cast.index.between(0, head.idx) if one.label == "ORG"]
    if not named:
        return None
    first_words = [firm.name.split()[0] for firm in named]  # "Acme" and "Acme Corp." are one firm
    often = first_words.count(first_words[-1])
    rivals = Counter(word for word in first_words if word != first_words[-1])
    sure = often >= max(OFTEN, OFTEN * max(rivals.values(), default=0))
    return cast.of(named[first_words.index(first_words[-1])]) if sure else None


def bearer(cast: Cast, head: Token, role: Noun, draft: Draft) -> Someone | None:
    """Return whom a role noun refers to: who has the title, or who has since spoken as "one former executive"."""
    named, unnamed = bearer_of_title(cast, head, role, draft), spoke_unnamed(cast, head)
    if named is None or unnamed is None:
        return named or (cast.known[unnamed] if unnamed is not None else None)
    heard = [number for number, one in cast.known.items() if number < head.i and one.id == named.id]
    return cast.known[unnamed] if unnamed > max(heard, default=-1) else named


def bearer_of_title(cast: Cast, head: Token, role: Noun, draft: Draft) -> Someone | None:
    """Return the last one named before a role noun whose title or name has it: "the mayor", "the agency"."""
    best: list[tuple[bool, int, int, Entity]] = []
    later: list[Entity] = []
    words = modifiers(head)
    others = people_spoken_of(cast, draft)
    for entity in cast.index.entities if role.kind != "text" else ():
        if entity.id in others or any(sign.isdigit() for sign in entity.name):  # "Q3" is nobody's name
            continue
        given = cast.titles(entity)
        if role.kind == "body":
            given = frozenset(entity.name.lower().split()) if entity.label == "ORG" else frozenset()
        if not given & (role.titles | {head.lower_}) or has_another_holder(cast, head, role, given):
            continue
        before = [mention.start for mention in entity.mentions if mention.start < head.idx]
        # "The president" is not the president-elect while there is another.
        rank = (not given & (QUALIFIED - words), len(words & given), before[-1] if before else 0)
        if before:
            best.append((*rank, entity))
        elif entity.mentions[0].start < head.idx + SOON and role.human:
            later.append(entity)
    if not best and len(later) == 1:  # "The mayor said … . Mayor Lena Ott added …"
        return cast.of(later[0])
    return cast.of(max(best, key=lambda one: one[:3])[3]) if best else None


def has_another_holder(cast: Cast, head: Token, role: Noun, given: frozenset[str]) -> bool:
    """Return whether the words before a role noun, or those of a title, say that it is somebody else's."""
    words = modifiers(head)
    if role.kind == "body" and words and not words & given:  # "the terrorist group" is not the Acme Group
        return True
    offices = words & QUALIFIED <= given and not (given & OTHER_OFFICES) - words
    return not offices or is_of_others(cast, words, given) or is_of_another_branch(head, given)


def is_of_others(cast: Cast, words: frozenset[str], given: frozenset[str]) -> bool:
    """Return whether a people, a party or a firm is named that no title names: "the French king", "King Karl"."""
    firms = words & cast.firms
    strange = bool(firms) and not firms & given and not cast.firms.isdisjoint(given)
    return strange or not words & cast.peoples <= given


def is_of_another_branch(head: Token, given: frozenset[str]) -> bool:
    """Return whether an office is of another branch than a title: "the health minister", "Tax Minister Bo Kerr"."""
    branch = {child.lower_ for child in head.lefts if child.dep_ == "compound" and child.tag_ == "NN"}
    return bool(branch) and not branch & given and any(not is_role(word) for word in given)


def modifiers(head: Token) -> frozenset[str]:
    """Return the words before a noun that say which one it is, in small letters."""
    return frozenset(child.lower_ for child in head.lefts if child.dep_ in MODIFIERS)


def spoke_unnamed(cast: Cast, head: Token) -> int | None:
    """Return the number of the token by which the last unnamed speaker of the same noun spoke, None if there is none.

    "One former executive said … . The executive said …"; never "a second executive", never several.
    """
    role = role_of(head)
    if role is None or not role.human or head.tag_ != "NN":
        return None
    words, doc = modifiers(head), head.doc
    found = (n for n, one in cast.known.items() if n < head.i and one.entity is None and doc[n].lower_ == head.lower_)
    return max((n for n in found if doc[n].tag_ == "NN" and words <= modifiers(doc[n])), default=None)


def people_spoken_of(cast: Cast, draft: Draft) -> frozenset[str]:
    """Return the ids of the people named in the marks of a quote: not its speaker, but for "I am Ana Ruiz"."""
    page = cast.page
    named = ((page.token_at(at), one) for part in draft.parts for at, one in cast.index.between(*part))
    marked = ((number, one) for number, one in named if one.label == "PERSON" and page.in_marks(number))
    return frozenset(one.id for number, one in marked if page.doc[number - 1].lower_ not in BEING)


def longer_name_before(cast: Cast, head: Token) -> Someone | None:
    """Return whose longer name goes before a bare noun: "The Kerr family lost … . The family said …".

    None where no name tells them apart, or two do.
    """
    role = role_of(head)
    has_own_rule = head.lower_ in COMPANIES or (role is not None and role.human)  # by other rules
    if head.tag_ != "NN" or modifiers(head) or has_own_rule or any(head.rights):
        return None
    page = cast.page
    same = page.tokens_among({head.lower_}, 0, head.i)
    longer = {noun.left_edge.i: noun for noun in same if not page.in_marks(noun.i) and has_name_before(noun)}
    names = {ARTICLE.sub("", page.doc[start : noun.i + 1].text): noun for start, noun in longer.items()}
    if len({name.lower() for name in names}) != 1:
        return None
    name, found = next(iter(names.items()))
    entity = cast.index.named(name)
    if entity is not None:
        return cast.of(entity)
    of = next((noun for noun in prepositional_objects(found, ("of",)) if noun.pos_ == "PROPN"), found)
    return cast.describe(found, page.trim(found.left_edge.i, of.i))


def has_name_before(noun: Token) -> bool:
    """Return whether a name says which one a noun is: "the Kerr family", not "Kerr's family", "New Poll"."""
    before = (child for child in noun.lefts if child.dep_ == "compound" and child.ent_type_ not in WHEN)
    named = any(child.pos_ == "PROPN" for child in before)
    return named and (noun.is_lower or bool(noun.ent_type_))
