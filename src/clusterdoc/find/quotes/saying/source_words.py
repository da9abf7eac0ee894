"""The words that name a source: its noun phrase, without what the parse hung on it and none of which names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying.sources import ends_list
from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import RELATIVE_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Page, Range

ASIDES: Final = frozenset({"relcl", "advcl", "ccomp", "parataxis"})


def source_range(page: Page, head: Token, verb: Token | None) -> Range | None:
    """Return the offsets of the noun phrase of a source, apposition included, relative clauses and the cue left out."""
    first, last = head.left_edge.i, head.right_edge.i
    for token in page.doc[first : last + 1]:
        cut = (token.dep_ in ASIDES or is_parallel_clause(token)) and not is_in_name(token, head)
        if token.tag_ in RELATIVE_TAGS and token.i > head.i and not is_in_name(token, head):
            last = min(last, token.i - 1)  # "signs which read": the parse may hang "read" on the words in marks
        elif token.i > head.i and (cut or is_set_off(token)):
            last = min(last, token.left_edge.i - 1)
        elif cut and token.i < head.i:
            first = max(first, min(token.right_edge.i + 1, head.i))
    if head.tag_ == "NNS":
        last = max(last, _listed(head, last))
    if verb is not None and first <= verb.i <= last:
        first, last = (verb.i + 1, last) if verb.i < head.i else (first, verb.i - 1)
    first = after_dateline(page, with_prefix(page.doc[first]), head.i)
    first = with_joined(head, verb, first)
    if page.doc[first].dep_ == "predet" and first < head.i and head.tag_ in ("NN", "NNP"):
        first += 1  # "was all Ott said"
    while last > head.i and is_floating_quantifier(page.doc[last]):
        last -= 1
    last = before_day(page, head, last)
    home = page.inside[head.i]
    while page.inside[first] != home:
        first += 1
    return to_marks(page, head, first, last)


def is_in_name(word: Token, head: Token) -> bool:
    """Return whether the capital of a word in a source says that it is of a name: "the band Who Knows"."""
    return word.is_title and head.i < word.i


def is_parallel_clause(verb: Token) -> bool:
    """Return whether a verb says something else that the parse hung on a source: "The firm named a head and said"."""
    below = {child.dep_ for child in verb.rights}
    return (verb.dep_ == "conj" and verb.pos_ == "VERB") or (
        verb.dep_ == "acl" and "cc" in below and "conj" not in below
    )


def with_prefix(first: Token) -> int:
    """Return where a phrase begins whose first word is the end of a longer one: "leaders" of "The Greens' co-leaders".

    The tokenizer splits words at hyphens.
    """
    at, doc = first.i, first.doc
    while at > 1 and doc[at - 1].text == "-" and not (doc[at - 1].whitespace_ or doc[at - 2].whitespace_):
        at = doc[at - 2].left_edge.i
    return at


def to_marks(page: Page, head: Token, first: int, last: int) -> Range | None:
    """Return the offsets of a source up to the marks in it; with them when they are a name that somebody owns."""
    inside = next((i for i in range(head.i, last + 1) if page.inside[i] != page.inside[head.i]), None)
    if inside is None:
        return page.trim(first, last)
    if page.doc[inside - 1].tag_ == "POS":  # "one of the Herald's 'Storm Chasers'"
        return page.doc[first].idx, page.stretches[page.inside[inside]].end
    return page.trim(first, inside - 1)


def is_set_off(word: Token) -> bool:
    """Return whether a word of a source opens what is none of it: "Ott alongside Dahl", "Kerr, representing Dahl"."""
    apart = word.doc[word.left_edge.i - 1].text == ","
    return word.lower_ == "alongside" or (word.dep_ == "acl" and word.tag_ == "VBG" and apart)


def is_floating_quantifier(word: Token) -> bool:
    """Return whether a word at the end of a source is none of it: "Ott and Kerr both said"."""
    return word.lower_ in ("both", "all", "each")


def before_day(page: Page, head: Token, last: int) -> int:
    """Return where a source ends before the day that the parse hung on it: "A spokesman on Monday said"."""
    after = page.doc[head.i + 1 : last + 1]
    day = next((token for token in after if token.lower_ == "on"), None)
    dated = day is not None and day.right_edge.i == last and all(noun.ent_type_ == "DATE" for noun in day.rights)
    return day.i - 1 if day is not None and dated else last


def joined_by_comma(name: Token, verb: Token) -> Token | None:
    """Return the first of two names that a headline joins by a comma alone: "Kerr, Dahl say talks will go on"."""
    first = name.left_edge
    named = name.pos_ == "PROPN" and verb.i == name.i + 1 and verb.tag_ == "VBP"
    if not named or first.i - verb.sent.start < len(("Kerr", ",")):
        return None
    other, comma = first.nbor(-2), first.nbor(-1)
    opens = other.i == verb.sent.start or other.nbor(-1).is_space
    return other if comma.text == "," and opens and other.ent_type_ else None


def with_joined(head: Token, verb: Token | None, first: int) -> int:
    """Return where a source begins with the name that a headline joins to it by a comma."""
    other = joined_by_comma(head, verb) if verb is not None else None
    return first if other is None else other.i


def _listed(plural: Token, last: int) -> int:
    """Return where a source ends that goes on with a list of names the parse cut: "…, Paul Dietz and Tim Roe"."""
    named = any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in plural.rights)
    return ends_list(plural) if named and role_of(plural) is not None else last


def after_dateline(page: Page, first: int, head: int) -> int:
    """Return where a source begins behind the dateline the parse hung on it: "LONDON (Reuters) - Shell said"."""
    doc = page.doc
    dashes = [i for i in range(first + 1, head) if doc[i].text in ("-", "–", "—", "--") and doc[i - 1].text == ")"]
    return dashes[-1] + 1 if dashes else first
