"""Sentences that a clause of saying interrupts: "The plan, Dahl told the council on Monday, was dead"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusterdoc.find.syntax import CLAUSAL, FINITE_OR_MODAL, NOMINAL_OPENERS, NOMINALS, NOUN_SUBJECTS, RELATIVE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from clusterdoc.find.quotes.reading.page import Page
    from clusterdoc.find.quotes.saying.clauses import Clause


def interrupted(page: Page, clause: Clause) -> set[int] | None:
    """Return both halves of a sentence that a clause of saying stands in, the subject or "will" before it.

    "The plan, Dahl told the council on Monday, was dead", "The firm, said Dahl, a trader, will pay".
    None of any other sentence.
    """
    doc, verb, first = page.doc, clause.verb, clause.first
    if describes_noun(verb):
        return None
    start = page.sentences[first - 1]
    if first <= start + 1 or clause.word_before != "," or not is_left_open(doc[start:first]):
        return None
    commas = (token.i for token in doc[clause.last + 1 : page.ends[verb.i] - 1] if token.text == ",")
    comma = next((i for i in commas if _goes_on(doc[i + 1], doc[first - 2])), None)
    if comma is None or any(page.in_marks(i) for i in range(start, comma)):
        return None
    return set(range(start, first - 1)) | set(range(comma + 1, page.ends[verb.i]))


def describes_noun(verb: Token) -> bool:
    """Return whether a clause of saying describes the noun before it: "Dahl, who said he was ill, left"."""
    return verb.dep_ == "relcl" and any(child.tag_ in RELATIVE_TAGS for child in verb.lefts)


def is_left_open(before: Span) -> bool:
    """Return whether the words before an aside are a subject without its verb, or end in "will"."""
    words = before[:-1]
    if ends_in_modal(words[-1]):
        return True
    opening = words[0].pos_ in NOMINAL_OPENERS and words[0].tag_ not in RELATIVE_TAGS | {"EX"}
    plain = all(token.pos_ not in CLAUSAL and token.text not in (",", ":", ";") for token in words)
    return opening and plain and words[-1].pos_ in NOMINALS and words.root.dep_ in NOUN_SUBJECTS


def ends_in_modal(word: Token) -> bool:
    """Return whether a word is "will" or the like, or denies one: "Prices will not, Ott said, come down"."""
    return word.tag_ == "MD" or (word.dep_ == "neg" and word.i > 0 and word.nbor(-1).tag_ == "MD")


def _goes_on(word: Token, left: Token) -> bool:
    """Return whether a word goes on with what an aside broke off: a finite verb of a subject, anything after "will"."""
    return ends_in_modal(left) or word.tag_ in FINITE_OR_MODAL
