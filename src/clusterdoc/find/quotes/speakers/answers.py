"""Who answers: in "“Go now,” Ott told Kerr. “Not yet,” he replied." it is Kerr, who was spoken to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.words.contexts import words_by_use

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.quotes.drafts import Draft
    from clusterdoc.find.quotes.speakers.cast import Cast, Someone
    from clusterdoc.find.quotes.speakers.salience import Person

ANSWERING: Final = words_by_use()["answers"]
NEAR: Final = 40  # tokens
SPOKEN_TO: Final = frozenset({"dobj", "dative", "iobj", "pobj"})


def who_answers(cast: Cast, pronoun: Token, draft: Draft, wanted: Person) -> Someone | None:
    """Return whom a pronoun before a verb of answering stands for: who was spoken to just before; None if nobody."""
    if draft.verb is None or draft.verb.lower_ not in ANSWERING:
        return None
    speaker = max((number for number in cast.known if pronoun.i - NEAR < number < pronoun.i), default=None)
    if speaker is None:
        return None
    verb = cast.page.doc[speaker].head
    spoken_to = next((cast.named(noun) for noun in verb.rights if noun.dep_ in SPOKEN_TO and noun.ent_type_), None)
    return spoken_to if spoken_to is not None and wanted.fits(spoken_to) else None
