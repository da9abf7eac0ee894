"""Who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.quotes.build import Attributed, build_quotes
from clusterdoc.find.quotes.reading.page import Page
from clusterdoc.find.quotes.saying.continuation import read_paragraphs
from clusterdoc.find.quotes.saying.turns import with_turns
from clusterdoc.find.quotes.speakers.about import entities_about
from clusterdoc.find.quotes.speakers.addressees import entities_asked
from clusterdoc.find.quotes.speakers.cast import Cast
from clusterdoc.find.quotes.speakers.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from clusterdoc.facts import Entity, Quote


def find_quotes(doc: Doc, entities: Sequence[Entity] = ()) -> tuple[Quote, ...]:
    """Return the quotes of a parsed article in the order of the text, with who said them and whom they are about."""
    if not doc.has_annotation("DEP"):
        return ()
    page = Page.of(doc)
    drafts = with_turns(page, read_paragraphs(page))
    cast = Cast(page, entities)
    speakers = resolve(cast, drafts)
    asked = entities_asked(cast, drafts, speakers)
    rows = zip(drafts, speakers, asked, strict=True)
    return build_quotes(
        page, (Attributed(draft, said_by, entities_about(cast, draft, said_by, you)) for draft, said_by, you in rows)
    )
