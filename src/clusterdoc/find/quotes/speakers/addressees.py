"""To whom something is said: who answers the question of an interview, whom a cue says that it is said to."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.speakers.index import end_of_mention
from clusterdoc.find.syntax import active_subject, prepositional_objects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusterdoc.facts import Entity, Speaker
    from clusterdoc.find.quotes.drafts import Draft
    from clusterdoc.find.quotes.speakers.cast import Cast

APART: Final = 500  # characters from one question to the next
INTRODUCTION: Final = 600  # characters
OFTEN: Final = 2  # times as often as the next


def entities_asked(cast: Cast, drafts: Sequence[Draft], speakers: Sequence[Speaker | None]) -> list[str | None]:
    """Return for each quote the id of the person to whom it is said, None where the text does not say.

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
    addressees = [child for child in draft.verb.rights if child.dep_ in ("dobj", "dative")]
    for noun in (*addressees, *prepositional_objects(draft.verb, ("to",))):
        entity = cast.index.at_token(noun)
        if entity is not None and entity.label == "PERSON" and not cast.page.in_marks(noun.i):
            return entity.id
    return None


def interviewed(cast: Cast, start: int) -> str | None:
    """Return the id of the person who is named by far the most right before an offset, where questions begin.

    Else it is one named more than once, the subject of the last sentence before: "With us, Ott spoke about Dahl."
    """
    near = cast.index.between(max(0, start - INTRODUCTION), start)
    people = (one for at, one in near if one.label == "PERSON" and not is_on_ticket(cast, at, one))
    counts = Counter(one.id for one in people)
    (first, often), (_, rival) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if often >= max(OFTEN, OFTEN * rival):
        return first
    last = introduced_last(cast, start)
    return last if last is not None and [one.id for _, one in near].count(last) >= OFTEN else None


def introduced_last(cast: Cast, start: int) -> str | None:
    """Return the id of the person who is the subject of the last sentence before an offset."""
    before = cast.page.words(max(0, start - INTRODUCTION), start)
    verb = next((token for token in reversed(before) if token.dep_ == "ROOT" and token.pos_ == "VERB"), None)
    subject = active_subject(verb) if verb is not None else None
    entity = cast.index.at_token(subject) if subject is not None else None
    return entity.id if entity is not None and entity.label == "PERSON" else None


def is_on_ticket(cast: Cast, start: int, person: Entity) -> bool:
    """Return whether somebody is named at an offset together with another: "the Ott/Dahl ticket"."""
    end = end_of_mention(person, start)
    return "/" in (cast.page.text[start - 1 : start], cast.page.text[end : end + 1])
