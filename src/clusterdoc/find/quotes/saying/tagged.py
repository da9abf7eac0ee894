"""Clauses of saying that the parse gets wrong: a source, a cue and what is said, by part-of-speech tags alone.

"Rents will fall, an official told of the plan said Sunday." Only in sentences in which no other rule found a quote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.drafts import Draft
from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.saying.denial import is_negated, is_pointing, is_supposed
from clusterdoc.find.quotes.saying.subjects import can_speak, is_asked
from clusterdoc.find.syntax import (
    FINITE,
    FINITE_OR_MODAL,
    NOMINAL_OPENERS,
    NOMINALS,
    RELATIVE_TAGS,
    REPORTING_CONJUNCTIONS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span, Token

    from clusterdoc.find.quotes.reading.page import Page, Paragraph, Range
    from clusterdoc.find.quotes.saying.cues import Cue

RULE: Final = "by tags"
LONGEST_SOURCE: Final = 14
SHORTEST_CONTENT: Final = 3
# What can stand in a source: "an official told of the plan", "Sen. Ott (R-N.C.)"; no conjunction, no clause.
SOURCE: Final = NOMINAL_OPENERS | frozenset({"ADP", "PUNCT", "PART", "ADV"})
# What can stand between a cue and the end of its sentence when what is said stands before: "told the paper on Sunday".
TAIL: Final = NOMINAL_OPENERS | frozenset({"ADP", "PART", "ADV", "PUNCT"})
BREAKS: Final = frozenset({";", ":", "–", "—", "--", '"', "“", "”", "?", "!"})


def find_tagged(paragraph: Paragraph, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the quotes of cues that no draft has, in sentences without marks and without another quote."""
    page = paragraph.page
    taken = {page.sentences[page.token_at(start)] for draft in drafts for start, _ in draft.parts}
    taken |= {page.sentences[draft.verb.i] for draft in drafts if draft.verb is not None}
    verbs = cues.verbs()
    for token in paragraph.tokens_among(verbs):
        cue, first = verbs[token.lower_], page.sentences[token.i]
        if first in taken or not is_plain_cue(page, token, cue):
            continue
        draft = _content_before(page, token) or _content_after(page, token)
        if draft is not None:
            taken.add(first)
            yield draft


def is_plain_cue(page: Page, token: Token, cue: Cue) -> bool:
    """Return whether a cue is a finite verb that takes a clause, of what somebody did say."""
    if "clause" not in cue.frames or "agent" in cue.frames or page.in_marks(token.i):
        return False
    if token.tag_ not in FINITE or token.i in page.overlong:
        return False
    return not (is_negated(token) or is_supposed(token) or is_asked(token))


def _content_before(page: Page, cue: Token) -> Draft | None:
    """Return the quote of "CONTENT, SOURCE said Sunday."."""
    first, end = page.sentences[cue.i], page.ends[cue.i]
    tail = page.doc[cue.i + 1 : end]
    comma = _last_comma(page, first, cue.i)
    if comma is None or page.doc[comma + 1].tag_ in RELATIVE_TAGS:  # "we asked the editors, who adds colour to it"
        return None
    if any(token.pos_ not in TAIL for token in tail):
        return None
    content = page.trim(first, comma - 1)
    if content is None or not (_is_clause(page, first, comma) or _is_headline(page, first, comma, end)):
        return None
    return _draft(page, cue, comma + 1, content)


def _content_after(page: Page, cue: Token) -> Draft | None:
    """Return the quote of "SOURCE said (that) CONTENT."."""
    first, end = page.sentences[cue.i], page.ends[cue.i]
    begin = _after_addressee(page, cue, end)
    if not _is_clause(page, begin, end):
        return None
    content = page.trim(begin, end - 1)
    return _draft(page, cue, first, content) if content is not None else None


def _after_addressee(page: Page, cue: Token, end: int) -> int:
    """Return where what is said begins behind whom it is said to: "asked the clerk if he could stay"."""
    if "addressee" not in cues.verbs()[cue.lower_].frames:
        return cue.i + 1
    return next((token.i for token in page.doc[cue.i + 1 : end] if token.lower_ in REPORTING_CONJUNCTIONS), cue.i + 1)


def _last_comma(page: Page, first: int, cue: int) -> int | None:
    """Return the number of the last comma before a cue, outside brackets."""
    depth = 0
    for i in range(cue - 1, first, -1):
        depth += {")": 1, "(": -1}.get(page.doc[i].text, 0)
        if page.doc[i].text == "," and not depth:
            return i
    return None


def _is_clause(page: Page, first: int, end: int) -> bool:
    """Return whether words are a clause by their tags: a noun, and after it a finite verb; none is another cue."""
    words = page.doc[first:end]
    finite = next((token.i for token in words if token.tag_ in FINITE_OR_MODAL), None)
    that = words[0].lower_ == "that" if len(words) else False
    if finite is None or len(words) < SHORTEST_CONTENT or (words[0].pos_ in ("ADP", "CCONJ", "PUNCT") and not that):
        return False
    if not that and any(token.text == "," or token.tag_ in RELATIVE_TAGS | {"WRB"} for token in page.doc[first:finite]):
        return False  # "found a way, which gives …", "But when Congress cut …"
    spoken = any(cues.speaks(token) or page.in_marks(token.i) or token.text in BREAKS for token in words)
    return not spoken and any(token.pos_ in NOMINALS for token in page.doc[first:finite])


def _is_headline(page: Page, first: int, comma: int, end: int) -> bool:
    """Return whether words are a clause as headlines have them: "Prices to fall, minister says", "Two held, …"."""
    words = page.doc[first:comma]
    if page.text[page.doc[first].idx : page.doc[end - 1].idx + 1].rstrip().endswith((".", "!", "?")):
        return False
    planned = any(token.tag_ in ("TO", "VBN") for token in words)
    return planned and not any(token.tag_ in FINITE or cues.speaks(token) for token in words)


def _draft(page: Page, cue: Token, first: int, content: Range) -> Draft | None:
    """Return a quote whose source stands from a token to its cue, None where that is nobody."""
    words = _without_aside(page.doc[first : cue.i])
    if not words or len(words) > LONGEST_SOURCE or words[0].pos_ not in NOMINAL_OPENERS:
        return None
    head = _head(words)
    if head is None or not all(_is_of_source(token) for token in words):
        return None
    source = page.trim(first, words[-1].i)
    return Draft((content,), RULE, (cue.idx, cue.idx + len(cue)), cue, source, head) if source is not None else None


def _without_aside(words: Span) -> Span:
    """Return the words of a source up to an aside between commas: "Bo Dahl, who owns the mine, said …"."""
    commas = [number for number, token in enumerate(words) if token.text == ","]
    return words[: commas[0]] if len(commas) > 1 and commas[-1] == len(words) - 1 else words


def _is_of_source(token: Token) -> bool:
    """Return whether a word can stand in a source: "Playing Field Promotions" has a verb in its name."""
    return token.pos_ in SOURCE or token.ent_type_ != "" or _is_participle(token)


def _is_participle(token: Token) -> bool:
    """Return whether a word is a participle behind a noun, whatever its tag: "an official told of the plan"."""
    return token.tag_ == "VBN" or (token.tag_ == "VBD" and token.lower_ == "told")


def _head(words: Span) -> Token | None:
    """Return the noun that heads a source: the last of the first run of nouns; None where it cannot speak."""
    head = None
    for token in words:
        if token.pos_ in NOMINALS:
            head = token
        elif head is not None:
            break
    return head if head is not None and can_speak(head) and not is_pointing(head) else None
