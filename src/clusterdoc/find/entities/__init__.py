"""Who and what is named: the model's names, corrected by what the whole article says, grouped under one name each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import text_of
from clusterdoc.find.entities.acronyms import type_acronyms, without_terms
from clusterdoc.find.entities.cleaning import clean_names
from clusterdoc.find.entities.clusters import group_names
from clusterdoc.find.entities.extended import extend_names, with_article
from clusterdoc.find.entities.firms import find_firms
from clusterdoc.find.entities.full_names import find_listed, find_people, sign_people
from clusterdoc.find.entities.gazetteer import type_known
from clusterdoc.find.entities.headlines import read_capitals
from clusterdoc.find.entities.joined_names import part_names
from clusterdoc.find.entities.listed import find_in_lists
from clusterdoc.find.entities.names import longest_first
from clusterdoc.find.entities.officials import find_officials
from clusterdoc.find.entities.own_names import OwnNames
from clusterdoc.find.entities.products import find_products
from clusterdoc.find.entities.refind import find_again
from clusterdoc.find.entities.scorecards import find_players
from clusterdoc.find.entities.small_letters import find_lower, small_names
from clusterdoc.find.entities.teams import add_nicknames, add_teams, type_teams
from clusterdoc.find.entities.titles import find_title
from clusterdoc.find.entities.vote import type_by_cues
from clusterdoc.find.entities.work_titles import find_works

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from clusterdoc.facts import Entity
    from clusterdoc.find.entities.names import Name
    from clusterdoc.name_patterns import NamePattern

# Each step takes the text and the names so far and gives back better ones; benchmarks/ablation_entities.py measures it.
STEPS: Final[tuple[Callable[[str, list[Name]], list[Name]], ...]] = (
    read_capitals,
    type_known,
    find_lower,
    add_teams,
    add_nicknames,
    find_players,
    find_listed,
    extend_names,
    find_firms,
    find_in_lists,
    find_works,
    find_products,
    find_officials,
    sign_people,
    find_people,
    type_by_cues,
    type_acronyms,
    part_names,
    find_again,
    type_teams,
    with_article,
    without_terms,
)


def find_entities(doc: Doc, own: tuple[NamePattern, ...] = ()) -> tuple[Entity, ...]:
    """Return the entities of a Doc, in the order of their first mention; it needs `doc.ents`.

    `own` are names of the user's own, which overrule the model and every rule.

    Titles also need tags (`token.tag_`): without them a title is made up of names and known roles only.
    """
    text = text_of(doc)
    names = longest_first([*clean_names(doc), *small_names(doc)])
    given = OwnNames(doc, own) if own else None
    if given:
        names = given.applied(names)
    for step in STEPS:
        names = step(text, names)
    if given:
        names = given.applied(names)
    return with_titles(doc, group_names(text, names))


def with_titles(doc: Doc, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return the entities with the titles of the people among them."""
    taken = {}
    for entity in entities:
        for mention in entity.mentions:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None:
                taken.update(dict.fromkeys(range(span.start, span.end), entity))
    return tuple(
        replace(entity, title=find_title(doc, entity, taken)) if entity.label == "PERSON" else entity
        for entity in entities
    )
