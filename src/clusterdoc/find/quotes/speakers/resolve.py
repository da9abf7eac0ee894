"""Who is meant: from the words beside a cue ("he", "The top U.S. diplomat") to a name of the article.

Names go by the entity at the head of the source; role nouns by titles; pronouns by the last one of their gender and
number that spoke, else that was a subject (see salience.py).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.facts import Speaker
from clusterdoc.find.quotes.saying.sources import actor_of, is_text
from clusterdoc.find.quotes.speakers.answers import who_answers
from clusterdoc.find.quotes.speakers.bearers import aged, bearer, company, has_other_age, longer_name_before
from clusterdoc.find.quotes.speakers.cast import is_shown
from clusterdoc.find.quotes.speakers.plurals import has_several_names, some_of_them
from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.quotes.speakers.salience import Person, heard_with, most_salient, referents
from clusterdoc.find.syntax import RELATIVE_PRONOUNS, antecedent
from clusterdoc.find.words.people import nouns, used_as
from clusterdoc.find.words.pronouns import GENDERS, PLAIN_CASES, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from clusterdoc.find.quotes.drafts import Draft
    from clusterdoc.find.quotes.reading.page import Page, Range
    from clusterdoc.find.quotes.speakers.cast import Cast, Someone
    from clusterdoc.find.words.people import Noun

# What a pronoun can stand for; nothing where only the words around it show that.
KINDS: Final = {row.word: row.kind for row in PRONOUNS if row.case in PLAIN_CASES}
AGE: Final = re.compile(r"^the (?P<years>\d{1,3})[- ]year[- ]old(?P<role>(?: [a-z]+){1,2})?$", re.IGNORECASE)
INDEFINITE: Final = frozenset({"anyone", "anybody", "everyone", "everybody", "someone", "somebody"})
NEAR: Final = 80  # tokens
LONG_SOURCE: Final = len(("Minister", "for", "Works", "Kerr"))
POINTING: Final = frozenset({"the", "this", "that", "these", "those"})


def resolve(cast: Cast, drafts: Sequence[Draft]) -> list[Speaker | None]:
    """Return the speaker of every draft, in the order given; None where there is no source at all."""
    found: dict[int, Someone | None] = {}
    for number in sorted(range(len(drafts)), key=lambda n: _place(drafts[n])):
        draft = drafts[number]
        someone = who(cast, draft.head, draft) if draft.head is not None else None
        if someone is not None and draft.head is not None:
            cast.heard(draft.head, someone, in_office=is_of_office(cast.page, draft.source))
        found[number] = someone
    return [_speaker(cast.page, draft, found[number]) for number, draft in enumerate(drafts)]


def is_of_office(page: Page, source: Range | None) -> bool:
    """Return whether a source opens with an office and what it is of: "Minister for Works Bo Kerr", a person."""
    if source is None:
        return False
    words = page.words(*source)
    if len(words) < LONG_SOURCE or words[1].lower_ not in ("for", "of"):
        return False
    role = role_of(words[0])
    joined = any(word.dep_ in ("cc", "case") or word.text == "," for word in words)
    return words[0].text[:1].isupper() and role is not None and "rank" in role.uses and not joined


def _place(draft: Draft) -> int:
    return draft.source[0] if draft.source else draft.start


def _speaker(page: Page, draft: Draft, someone: Someone | None) -> Speaker | None:
    """Return the speaker as a fact."""
    if draft.source is None:
        return Speaker(None, None, None, someone.name, someone.id) if someone else None
    start, end = with_title(page, draft.source, someone)
    text = page.text[start:end]
    return Speaker(start, end, text, someone.name if someone else None, someone.id if someone else None)


def with_title(page: Page, source: Range, someone: Someone | None) -> Range:
    """Return a source with the beginning of a title that the parse cut off: "Under" of "Under Secretary Bo Kerr"."""
    title = someone.entity.title if someone and someone.entity else None
    if not title:
        return source
    start, end = source
    whole = page.text.rfind(title, max(0, start - len(title)), start + len(title))
    return (whole, end) if 0 <= whole < start < whole + len(title) else source


def who(cast: Cast, head: Token, draft: Draft) -> Someone | None:
    """Return who the words with this head stand for; None when the text does not say."""
    known = cast.known.get(head.i)
    if known is not None:
        return known
    form = head.text if head.is_upper and len(head) > 1 else head.lower_  # the WHO and the US are no pronouns
    if form in RELATIVE_PRONOUNS and head.tag_.startswith(("W", "IN")):
        above = antecedent(head)
        return who(cast, above, draft) if above is not None else None
    kind = KINDS.get(form)
    if kind is not None:
        return pronoun(cast, head, draft, kind) if kind else None
    source = draft.source if head == draft.head else None
    return cast.named(head, source) or _described(cast, head, draft)


def _described(cast: Cast, head: Token, draft: Draft) -> Someone | None:
    """Return whom a description stands for: a title's bearer, a text's author, else its own words."""
    in_apposition = head.dep_ == "appos" and head.head.ent_type_ == "PERSON" and head != draft.head
    if in_apposition and (one := cast.named(head.head)) is not None:  # "Bo Kerr, the dealer who said"
        return one
    role = role_of(head)
    if (role is not None and role.kind == "text") or (role is None and is_shown(head)):
        author = cast.author(head)
        if author is not None and KINDS.get(author.lower_) != "":
            return who(cast, author, draft)
    someone = cast.describe(head, draft.source if head == draft.head else None)
    if someone is not None and (of_whom := some_of_them(cast.page, head)) is not None:
        return replace(someone, name=of_whom)
    return _by_age(cast, head, draft, someone) or _by_role(cast, head, draft, role) or someone


def _by_age(cast: Cast, head: Token, draft: Draft, described: Someone | None) -> Someone | None:
    """Return whom an age stands for: "the 30-year-old", "the 30-year-old striker"; never somebody of another age."""
    age = AGE.search(described.name) if described is not None else None
    if age is None or not (age["role"] is None or head.lower_ in used_as("title")):
        return None
    same = aged(cast, age["years"], head.idx)
    if same is not None:
        return same
    meant = most_salient(cast, head, draft, Person("person", None))
    if meant is None or has_other_age(cast, meant, age["years"]):
        return None
    return meant if meant.entity is not None or age["role"] is None else None


def _by_role(cast: Cast, head: Token, draft: Draft, role: Noun | None) -> Someone | None:
    """Return whom a noun with an article stands for: "the mayor", "this doctor", "the family"."""
    pointing = next((child.lower_ for child in head.children if child.dep_ == "det"), "")
    if pointing in ("this", "that") and role is not None and role.human:
        return most_salient(cast, head, draft, Person("person", None))
    # "the lawyers" are not the one lawyer named
    several = has_several_names(head) or (role is not None and role.human and head.tag_ == "NNS")
    if several or not (pointing in POINTING or is_office_in_headline(head, role)):
        return None
    meant = None
    if role is not None:
        meant = bearer(cast, head, role, draft) or company(cast, head) or relative_of(cast, head, draft)
    return meant or longer_name_before(cast, head)


def is_office_in_headline(head: Token, role: Noun | None) -> bool:
    """Return whether an office without an article is somebody's, as headlines have it: "PM says talks will go on"."""
    office = role is not None and (role.word.isupper() or "rank" in role.uses)
    alone = all(child.is_space for child in head.lefts)
    return office and alone and head.text[0].isupper() and head.tag_ in ("NN", "NNP") and head.head.tag_ == "VBZ"


def relative_of(cast: Cast, head: Token, draft: Draft) -> Someone | None:
    """Return the last one of a relative's gender: "Bo and Amy Kerr were charged. The mother wept, but said …"."""
    noun = nouns().get(head.lower_)
    if noun is None or noun.gender is None or "relation" not in noun.uses:
        return None
    known = (one for one in referents(cast, head, draft) if one.someone.entity and one.someone.gender == noun.gender)
    best = max(known, key=lambda one: one.score, default=None)
    return best.someone if best is not None else None


def pronoun(cast: Cast, head: Token, draft: Draft, kind: str) -> Someone | None:
    """Return whom a pronoun stands for, and remember the gender that it gives somebody of unknown gender."""
    gender = GENDERS.get(head.lower_)
    if kind == "body" and draft.verb is not None and draft.verb.lemma_ == "read":
        return writer_of_text(cast, head, draft)
    wanted = Person(kind, gender)
    someone = who_answers(cast, head, draft, wanted) or whoever(cast, head, draft, kind)
    someone = someone or most_salient(cast, head, draft, wanted)
    if kind == "many" and (someone is None or (someone.kind in ("body", "thing") and someone.entity is None)):
        someone = unnamed_speaker(cast, head) or someone
    if someone is None and kind == "many":
        return only_person(cast, head, draft)  # "Sam Smith said they would sing. They said it was fun."
    if someone is not None and gender is not None and someone.gender is None:
        return cast.learn(someone, replace(someone, gender=gender))
    return someone


def whoever(cast: Cast, head: Token, draft: Draft, kind: str) -> Someone | None:
    """Return who "they" are after "anyone" in a sentence: "Ask anyone who saw it, and they will tell you that …"."""
    if kind != "many":
        return None
    page = cast.page
    before = page.doc[page.sentences[head.i] : head.i]
    anyone = next((word for word in reversed(before) if word.lower_ in INDEFINITE), None)
    if anyone is None or not heard_with(cast, anyone, draft, head):
        return None
    return None if any(word.tag_ == "NNS" for word in page.doc[anyone.i : head.i]) else cast.describe(anyone, None)


def unnamed_speaker(cast: Cast, head: Token) -> Someone | None:
    """Return who spoke last, one person without a name or a gender: "A resident said … . They also said …"."""
    first = cast.page.sentences[cast.page.sentences[head.i] - 1] if cast.page.sentences[head.i] else 0
    near = [number for number in cast.known if first <= number < head.i]
    last = cast.known[max(near)] if near else None
    return last if last is not None and last.entity is None and last.kind == "person" and last.gender is None else None


def writer_of_text(cast: Cast, head: Token, draft: Draft) -> Someone | None:
    """Return whose the last text before "it read" is: "Ott sent a letter. “We regret it,” it read."."""
    before = cast.page.doc[max(0, head.i - NEAR) : head.i]
    text = next((token for token in reversed(before) if is_text(token) and not cast.page.in_marks(token.i)), None)
    if text is None:
        return None
    writer = cast.author(text) or (actor_of(text.head) if text.dep_ == "dobj" else None)
    return who(cast, writer, draft) if writer is not None and writer != text else cast.describe(text, None)


def only_person(cast: Cast, head: Token, draft: Draft) -> Someone | None:
    """Return the one person spoken of before a word; None where there are several."""
    people = {one.someone.name: one.someone for one in referents(cast, head, draft) if one.someone.kind == "person"}
    return next(iter(people.values())) if len(people) == 1 else None
