"""Whom "he" or "she" in what is said stands for, where that is certain: a wrong person is worse than none.

Certain is whom the cue says it is of ("said of Dahl: “He …”"), whom the source belongs to ("Dahl's aides said he …"),
the only person near whom the word fits, and whom the article is mostly about where no other one is named since.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.speakers.bearers import QUALIFIED
from clusterdoc.find.quotes.speakers.index import end_of_mention
from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import possessor, prepositional_objects
from clusterdoc.find.words.people import gender_of_title
from clusterdoc.find.words.pronouns import GENDERS, REFLEXIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from clusterdoc.facts import Entity
    from clusterdoc.find.quotes.drafts import Draft
    from clusterdoc.find.quotes.speakers.cast import Cast

SENTENCES_BACK: Final = 5
NEXT_TO: Final = 1  # sentences from a name to the pronoun of a person whose gender nothing tells
FARTHEST: Final = 200  # tokens
OFTEN: Final = 4  # times named: whom an article is about
RATHER: Final = 2  # times as often as another
SPOKES: Final = "spokes"  # spokesman, spokeswoman, spokesperson: one who speaks of somebody else


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A pronoun in the content of a quote: the quote, the word, the id of the speaker or None."""

    cast: Cast
    draft: Draft
    word: Token
    speaker: str | None

    @property
    def gender(self) -> str:
        """Whether it stands for a man or a woman: m or f."""
        return GENDERS[self.word.lower_]

    @property
    def quoted(self) -> bool:
        """Whether it stands in marks, where nobody says "he" of himself."""
        return self.cast.page.in_marks(self.word.i)

    @property
    def is_object_of_cue(self) -> bool:
        """Whether something is said of it: "Ott described him as …", where "him" is nobody but another."""
        return self.word.dep_ == "dobj" and self.word.head == self.draft.verb and self.word.lower_ not in REFLEXIVE

    @property
    def for_another(self) -> bool:
        """Whether who says it speaks for somebody: "a spokesman for Dahl said he …"."""
        source = self.draft.source
        if source is None or not any(word.lower_.startswith(SPOKES) for word in self.cast.page.words(*source)):
            return False
        named = (entity for _, entity in self.cast.index.between(*source) if is_someone_named(entity))
        return self.speaker is None or any(entity.id != self.speaker for entity in named)

    def fits(self, person: Entity) -> bool:
        """Return whether it can stand for an entity: a person, not of the other gender, in marks not the speaker."""
        if person.id == self.speaker and (self.quoted or self.for_another or self.is_object_of_cue):
            return False
        return is_someone_named(person) and self.cast.of(person).gender in (None, self.gender)


def antecedent_person(anaphor: Anaphor) -> Entity | None:
    """Return the one person a pronoun can stand for; None where it can be another, named or not, or the speaker."""
    if is_form_of_address(anaphor.word):
        return None
    return person_spoken_of(anaphor) or owner_of_source(anaphor) or person_near(anaphor)


def is_form_of_address(pronoun: Token) -> bool:
    """Return whether a pronoun belongs to a title: "Her Majesty"."""
    after = pronoun.nbor(1) if pronoun.i + 1 < len(pronoun.doc) else None
    return after is not None and pronoun.text[0].isupper() and pronoun.tag_ == "PRP$" and after.text[0].isupper()


def is_someone_named(entity: Entity) -> bool:
    """Return whether an entity is a person, by its label or by the title its name begins with: "Princess Ada"."""
    return entity.label == "PERSON" or gender_of_title(entity.name.split(" ")[0]) is not None


def person_spoken_of(anaphor: Anaphor) -> Entity | None:
    """Return whom a cue says that something is said of: "said of Dahl: “He …”", "praised Dahl: “He …”"."""
    verb = anaphor.draft.verb
    if verb is None or not anaphor.quoted:
        return None
    cue = cues.verbs().get(verb.lower_)
    spoken_to = cue is not None and "addressee" in cue.frames
    objects = [child for child in verb.rights if child.dep_ == "dobj" and not spoken_to]
    nouns = (*prepositional_objects(verb, ("of", "about")), *objects)
    return next(fitting_among(anaphor, nouns), None)


def fitting_among(anaphor: Anaphor, nouns: tuple[Token, ...]) -> Iterator[Entity]:
    """Yield the people whom nouns outside the content name, and for whom a pronoun can stand."""
    parts = anaphor.draft.parts
    for noun in nouns:
        entity = anaphor.cast.index.at_token(noun)
        said = any(start <= noun.idx < end for start, end in parts)
        if entity is not None and not said and anaphor.fits(entity):
            yield entity


def owner_of_source(anaphor: Anaphor) -> Entity | None:
    """Return the one person whom a source names that is no person: "Dahl's aides said he …", "friends of Dahl"."""
    draft, cast = anaphor.draft, anaphor.cast
    if draft.source is None or draft.head is None or draft.head.pos_ != "NOUN" or anaphor.quoted:
        return None
    sentence = cast.page.doc[cast.page.sentences[draft.head.i]].idx
    named = {entity.id: entity for _, entity in cast.index.between(sentence, draft.source[1]) if anaphor.fits(entity)}
    in_source = any(entity.id in named for _, entity in cast.index.between(*draft.source))
    if len(named) != 1 or not in_source or can_speak_of_self(anaphor):
        return None
    person = next(iter(named.values()))
    speaks = anaphor.cast.index.at_token(draft.head) == person  # "Ott and her son"
    return person if person.id != anaphor.speaker and not speaks else None


def can_speak_of_self(anaphor: Anaphor) -> bool:
    """Return whether a pronoun can stand for a speaker without a name: "The driver said he was late"."""
    head = anaphor.draft.head
    if head is None or anaphor.quoted or anaphor.for_another or anaphor.is_object_of_cue:
        return False
    speaker = anaphor.cast.index.by_id.get(anaphor.speaker or "")
    if speaker is not None and is_someone_named(speaker):
        return anaphor.fits(speaker)
    role = role_of(head)
    if role is not None:
        return head.tag_ == "NN" and role.human and role.gender in (None, anaphor.gender)
    if head.pos_ == "PRON":
        return GENDERS.get(head.lower_) == anaphor.gender
    named = head.text[0].isupper() and not head.is_upper  # a station's letters are nobody
    return anaphor.speaker is None and named and head.tag_ in ("NN", "NNP")


def person_near(anaphor: Anaphor) -> Entity | None:
    """Return the one person named near before a pronoun, or the one whom the article is about; None for any doubt."""
    cast, word = anaphor.cast, anaphor.word
    first = sentences_before(cast, word.i)
    fitting = fitting_people(anaphor, first)
    while not fitting and first and word.i - first < FARTHEST:
        first = sentences_before(cast, first)  # a long quote parts a name from its pronoun
        fitting = fitting_people(anaphor, first)
    found = only_one(anaphor, fitting) or protagonist(anaphor, fitting)
    if found is None or can_speak_of_self(anaphor):
        return None
    start, person = found
    between = cast.page.doc[cast.page.token_at(start) : word.i]
    unnamed = any(is_unnamed_person(anaphor, token, person) for token in between)
    return None if unnamed else person


def fitting_people(anaphor: Anaphor, first: int) -> list[tuple[int, Entity]]:
    """Return the people from a token to a pronoun that it can stand for, with where each is named last."""
    page = anaphor.cast.page
    near = anaphor.cast.index.between(page.doc[first].idx, anaphor.word.idx)
    people = {entity.id: (start, entity) for start, entity in near}
    return [(start, one) for start, one in people.values() if anaphor.fits(one)]


def only_one(anaphor: Anaphor, fitting: list[tuple[int, Entity]]) -> tuple[int, Entity] | None:
    """Return the only person that fits; one whose gender nothing tells has to be near, or the only one so far."""
    if len(fitting) != 1:
        return None
    start, person = fitting[0]
    near = sentences_before(anaphor.cast, anaphor.word.i, NEXT_TO)
    if anaphor.cast.of(person).gender is not None or anaphor.cast.page.token_at(start) >= near:
        return fitting[0]
    return fitting[0] if len(fitting_people(anaphor, 0)) == 1 else None


def protagonist(anaphor: Anaphor, fitting: list[tuple[int, Entity]]) -> tuple[int, Entity] | None:
    """Return whom an article names far more often than all others near, where none but speakers are named since."""
    if not fitting or any(person.id == anaphor.speaker for _, person in fitting):
        return None
    *others, (start, person) = sorted(fitting, key=lambda one: len(one[1].mentions))
    rival = len(others[-1][1].mentions) if others else 0
    often = len(person.mentions) >= max(OFTEN, RATHER * rival)
    since = (at for at, one in fitting if at > start and not is_named_as_source(anaphor.cast, at, one))
    return (start, person) if often and next(since, None) is None else None


def is_named_as_source(cast: Cast, start: int, person: Entity) -> bool:
    """Return whether somebody is named at an offset as the one who says something."""
    end = end_of_mention(person, start)
    return any(number in cast.known for number in range(*cast.page.numbers(start, end)))


def sentences_before(cast: Cast, at: int, back: int = SENTENCES_BACK) -> int:
    """Return the number of the token where the text that a pronoun can point back to begins."""
    first = cast.page.sentences[at]
    for _ in range(back):
        first = cast.page.sentences[first - 1] if first else 0
    return first


def is_unnamed_person(anaphor: Anaphor, noun: Token, person: Entity) -> bool:
    """Return whether a noun stands for somebody else without a name, for whom a pronoun can stand as well."""
    role = role_of(noun) if noun.tag_ == "NN" and not says_what_another_is(noun) else None
    if role is None or not role.human or role.gender not in (None, anaphor.gender):
        return False
    if noun.lower_.startswith(SPOKES) or is_in_other_marks(anaphor, noun) or is_own_relation(anaphor, noun):
        return False
    if noun.dep_ == "appos" and anaphor.cast.index.at_token(noun.head) is not None:
        return False
    titles = anaphor.cast.titles(person)
    own = noun.lower_ in titles and titles.isdisjoint(QUALIFIED)  # of a vice president "the president" is another
    return anaphor.cast.named(noun) is None and not own


def says_what_another_is(noun: Token) -> bool:
    """Return whether a noun says what another one is: "Dahl was a driver", not "there was a driver"."""
    there = noun.dep_ == "attr" and any(child.dep_ == "expl" for child in noun.head.lefts)
    return noun.dep_ in ("compound", "attr") and not there


def is_in_other_marks(anaphor: Anaphor, noun: Token) -> bool:
    """Return whether a noun stands in other marks than a pronoun: 'a “true friend”' is what somebody is called."""
    inside = anaphor.cast.page.inside
    said_too = any(start <= noun.idx < end for start, end in anaphor.draft.parts)
    return not said_too and inside[noun.i] not in (-1, inside[anaphor.word.i])


def is_own_relation(anaphor: Anaphor, noun: Token) -> bool:
    """Return whether a noun is a relative of the one meant, named in passing: "he was out with his son"."""
    owner = possessor(noun)
    return noun.dep_ == "pobj" and owner is not None and GENDERS.get(owner.lower_) == anaphor.gender
