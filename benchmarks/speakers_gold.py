"""Who speaks, measured apart: the gold contents and cues are given, and only their speakers are found.

Two measures of whole articles: the share of gold quotes that get the gold speaker, and, over the quotes that the
product finds itself, the share that names a wrong person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clusterdoc.find.entities import find_entities
from clusterdoc.find.quotes.drafts import Draft
from clusterdoc.find.quotes.reading.page import Page
from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.saying.continuation import read_paragraphs
from clusterdoc.find.quotes.saying.cues import Cue
from clusterdoc.find.quotes.saying.nominal import owner_of
from clusterdoc.find.quotes.saying.source_words import source_range
from clusterdoc.find.quotes.saying.subjects import speaker_of
from clusterdoc.find.quotes.saying.turns import with_turns
from clusterdoc.find.quotes.speakers.cast import Cast
from clusterdoc.find.quotes.speakers.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from clusterdoc.facts import Document
    from clusterdoc.prose import Prose

Record = dict[str, Any]
ENOUGH = 0.5
ANY = Cue("", frozenset({"clause"}))


def measure(
    records: Sequence[Record], proses: Sequence[Prose], docs: Sequence[Doc], documents: Sequence[Document]
) -> list[tuple[str, float]]:
    """Return both measures in percent."""
    given = [given_gold(*one) for one in zip(records, proses, docs, strict=True)]
    wrong = [wrong_names(*one) for one in zip(records, documents, strict=True)]
    rows = (("quotes_speaker_given_gold", given), ("quotes_wrong_person", wrong))
    return [(name, percent([n for n, _ in pairs], [of for _, of in pairs])) for name, pairs in rows]


def percent(counts: Sequence[int], totals: Sequence[int]) -> float:
    """Return a share in percent, to one decimal place."""
    return round(100 * sum(counts) / max(1, sum(totals)), 1)


def given_gold(record: Record, prose: Prose, doc: Doc) -> tuple[int, int]:
    """Return how many gold quotes with a speaker get the speaker's name, and how many there are."""
    page, way = Page.of(doc), forth(prose, record["text"])
    found = with_turns(page, read_paragraphs(page))
    quotes = [quote for quote in record["quotes"] if quote["speaker"] and quote["speaker"]["name"]]
    drafts = [draft_of(page, quote, way, found) for quote in quotes]
    speakers = resolve(Cast(page, find_entities(doc)), drafts)
    pairs = zip(quotes, speakers, strict=True)
    return sum(same(quote["speaker"]["name"], one.name if one else None) for quote, one in pairs), len(quotes)


def forth(prose: Prose, text: str) -> list[int]:
    """Return for each offset of an article's text the one of its prose."""
    way = [-1] * (len(text) + 1)
    for at in range(len(prose.text) if prose.layers else 0):
        way[prose.back(at, at + 1)[0]] = at
    if not prose.layers:
        return list(range(len(text) + 1))
    last = 0
    for at, there in enumerate(way):
        last = way[at] = there if there >= 0 else last
    return way


def draft_of(page: Page, quote: Record, way: Sequence[int], found: Sequence[Draft]) -> Draft:
    """Return a gold quote as a draft: its content and cue given, its source found."""
    parts = tuple((way[part["start"]], way[part["end"]]) for part in quote["parts"])
    cue = (way[quote["cue"]["start"]], way[quote["cue"]["end"]]) if quote["cue"] else None
    near = [draft for draft in found if cue and draft.cue and draft.cue[0] < cue[1] and cue[0] < draft.cue[1]]
    near = near or [draft for draft in found if cue is None and overlap(draft.parts, parts)]
    marked = any(page.has_marks(*part) for part in parts)
    if near:
        best = max(near, key=lambda draft: overlap(draft.parts, parts))
        return Draft(parts, best.rule, cue, best.verb, best.source, best.head, marked)
    head = source_at(page, cue) if cue else None
    source = source_range(page, head, None) if head is not None else None
    return Draft(parts, "clause", cue, source=source, head=head, marked=marked)


def source_at(page: Page, cue: tuple[int, int]) -> Token | None:
    """Return the head of the source of a cue that the product has not found."""
    words = page.doc[page.token_at(cue[0]) : max(page.token_at(cue[1]), page.token_at(cue[0]) + 1)]
    verb = next((token for token in words if token.pos_ == "VERB"), words[-1])
    if verb.pos_ == "NOUN" or verb.dep_ == "amod":  # "Ott's claim", "Ott's stated aim"
        return owner_of(verb if verb.pos_ == "NOUN" else verb.head)
    return speaker_of(verb, cues.verbs().get(verb.lower_, ANY))


def wrong_names(record: Record, document: Document) -> tuple[int, int]:
    """Return how many of the quotes found name a person who is not the gold speaker, and how many are found."""
    people = {entity.id for entity in document.entities if entity.label == "PERSON"}
    quotes = [quote for quote in document.quotes if not quote.scare]
    wrong = 0
    for quote in quotes:
        parts = [(part.start, part.end) for part in quote.parts]
        best = max(record["quotes"], key=lambda gold: likeness(parts, gold), default=None)
        if best is None or likeness(parts, best) < ENOUGH or quote.speaker is None:
            continue
        gold = (best["speaker"] or {}).get("name")
        wrong += quote.speaker.entity in people and not same(gold, quote.speaker.name)
    return wrong, len(quotes)


def likeness(parts: Sequence[tuple[int, int]], gold: Record) -> float:
    """Return the characters that a quote shares with a gold one, of all that either has."""
    others = [(part["start"], part["end"]) for part in gold["parts"]]
    shared = overlap(parts, others)
    every: int = sum(end - start for start, end in (*parts, *others))
    return shared / (every - shared)


def overlap(parts: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> int:
    """Return how many characters two contents share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in parts for b in others)


def same(one: str | None, other: str | None) -> bool:
    """Return whether two names are the same, whatever their case."""
    return (one or "").casefold().strip() == (other or "").casefold().strip()
