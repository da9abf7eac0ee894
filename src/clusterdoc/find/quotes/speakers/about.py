"""Whom a quote is about: the entities that its content names, or refers to with "he" or "she" where that is certain."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import prepositional_objects
from clusterdoc.find.words.pronouns import GENDERS, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from spacy.tokens import Token

    from clusterdoc.facts import Entity, Speaker
    from clusterdoc.find.quotes.drafts import Draft
    from clusterdoc.find.quotes.speakers.cast import Cast

YOU: Final = frozenset(row.word for row in PRONOUNS if row.person == 2)  # noqa: PLR2004 - grammar
SENTENCES_BACK: Final = 5
FARTHEST: Final = 200  # tokens
APART: Final = 500  # characters from one question to the next
INTRODUCTION: Final = 600  # characters
OFTEN: Final = 2  # times as often as the next


def entities_about(cast: Cast, draft: Draft, speaker: Speaker | None, asked: str | None) -> tuple[str, ...]:
    """Return the ids of the entities a quote is about, the speaker left out, in the order of the text.

    `asked` is the id of who a question of an interview is put to, None where nobody is.
    """
    said_by = speaker.entity if speaker else None
    places = [(start, entity.id) for part in draft.parts for start, entity in cast.index.between(*part)]
    places += [(token.idx, asked) for token in content_words(cast, draft, YOU) if asked][:1]
    for token in pronouns(cast, draft):
        person = only_one_meant(cast, token, said_by)
        if person is not None:
            places.append((token.idx, person.id))
    return tuple(dict.fromkeys(name for _, name in sorted(places) if name != said_by))


def pronouns(cast: Cast, draft: Draft) -> Iterator[Token]:
    """Yield the words of a quote's content that stand for a man or a woman."""
    return content_words(cast, draft, GENDERS)


def content_words(cast: Cast, draft: Draft, forms: Collection[str]) -> Iterator[Token]:
    """Yield the tokens of a quote's content that have one of these forms in small letters."""
    page = cast.page
    for start, end in draft.parts:
        yield from page.tokens_among(forms, *page.numbers(start, end))


def entities_asked(cast: Cast, drafts: Sequence[Draft], speakers: Sequence[Speaker | None]) -> list[str | None]:
    """Return for each quote the id of the person to whom it is said, None where the text does not tell.

    A question of an interview is put to who speaks next; where nobody answers, to whom the interview is with.
    """
    turns = sorted(
        (number for number, draft in enumerate(drafts) if draft.rule == "turn"), key=lambda n: drafts[n].start
    )
    asked = [addressee(cast, draft) for draft in drafts]
    for one, other in pairwise(turns):
        answering, end = speakers[other], drafts[one].parts[-1][1]
        name = drafts[other].source
        follows = name is not None and not any(sign.isalnum() for sign in cast.page.text[end : name[0]])
        if answering is not None and follows and cast.page.before(end).endswith("?"):
            asked[one] = answering.entity
    if not any(speaker.entity for number in turns if (speaker := speakers[number]) is not None):
        for number, guest in unanswered(cast, [(number, drafts[number]) for number in turns]):
            asked[number] = asked[number] or guest
    return asked


def unanswered(cast: Cast, turns: Sequence[tuple[int, Draft]]) -> Iterator[tuple[int, str]]:
    """Yield the number of each turn to which no turn answers, with the id of the person introduced before it."""
    guest, before = interviewed(cast, turns[0][1].start) if turns else None, len(cast.page.text)
    for number, turn in turns:
        other = turn.start - before >= APART and interviewed(cast, turn.start) != guest
        if guest is None or other:  # another interview may begin here
            return
        yield number, guest
        before = turn.start


def addressee(cast: Cast, draft: Draft) -> str | None:
    """Return the id of the person to whom a cue says that something is said: "Ott said to Dahl: …", "told Dahl"."""
    if draft.verb is None or not draft.marked:
        return None
    told = [child for child in draft.verb.rights if child.dep_ in ("dobj", "dative")]
    for noun in (*told, *prepositional_objects(draft.verb, ("to",))):
        entity = cast.index.at(noun.idx, noun.idx + len(noun))
        if entity is not None and entity.label == "PERSON" and not cast.page.in_marks(noun.i):
            return entity.id
    return None


def interviewed(cast: Cast, start: int) -> str | None:
    """Return the id of the person who is named by far the most right before an offset, where questions begin."""
    near = cast.index.between(max(0, start - INTRODUCTION), start)
    counts = Counter(one.id for _, one in near if one.label == "PERSON").most_common(2)
    rival = counts[1][1] if len(counts) > 1 else 0
    return counts[0][0] if counts and counts[0][1] >= max(OFTEN, OFTEN * rival) else None


def only_one_meant(cast: Cast, pronoun: Token, speaker: str | None) -> Entity | None:
    """Return the one person a pronoun can stand for; None where it can be another, named or not, or the speaker."""
    first = sentences_before(cast, pronoun.i)
    fitting = fitting_people(cast, pronoun, first, speaker)
    quoted = cast.page.in_marks(pronoun.i)  # a long quote parts a name from its pronoun
    while quoted and not fitting and first and pronoun.i - first < FARTHEST:
        first = sentences_before(cast, first)
        fitting = fitting_people(cast, pronoun, first, speaker)
    if len(fitting) != 1:
        return None
    start, person = fitting[0]
    between = cast.page.doc[cast.page.token_at(start) : pronoun.i]
    unnamed = any(is_unnamed_person(cast, token) for token in between)
    return None if unnamed else person


def fitting_people(cast: Cast, pronoun: Token, first: int, speaker: str | None) -> list[tuple[int, Entity]]:
    """Return the people from a token to a pronoun that it can stand for, with where each is named last."""
    near = cast.index.between(cast.page.doc[first].idx, pronoun.idx)
    people = {entity.id: (start, entity) for start, entity in near if entity.label == "PERSON"}
    gender, quoted = GENDERS[pronoun.lower_], cast.page.in_marks(pronoun.i)
    fitting = [(start, one) for start, one in people.values() if cast.of(one).gender in (None, gender)]
    # nobody says "he" of himself
    return [(start, one) for start, one in fitting if one.id != speaker] if quoted else fitting


def sentences_before(cast: Cast, at: int) -> int:
    """Return the number of the token where the text that a pronoun can point back to begins."""
    first = cast.page.sentences[at]
    for _ in range(SENTENCES_BACK):
        first = cast.page.sentences[first - 1] if first else 0
    return first


def is_unnamed_person(cast: Cast, noun: Token) -> bool:
    """Return whether a noun stands for one person who has no name beside it."""
    role = role_of(noun) if noun.tag_ == "NN" and noun.dep_ not in ("compound", "appos", "attr") else None
    if role is None or not role.human:
        return False
    return cast.named(noun) is None
