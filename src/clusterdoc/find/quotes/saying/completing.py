"""Words of a content that the parse attached to others: its subject, words before an aside, an object in front."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.syntax import FINITE_OR_MODAL, NOMINALS, VERBS, subtree

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from clusterdoc.find.quotes.reading.page import Page
    from clusterdoc.find.quotes.saying.clauses import Clause

# Words by which the speaker continues after "Ott said,"; the writer continues with "in", "when", "adding".
RESUMING: Final = frozenset({"until", "because", "if", "unless", "for", "so", "rather", "including", "even", "despite"})
CONDITIONS: Final = frozenset({"if", "unless", "because", "even", "so"})
SUBORDINATING: Final = frozenset({"IN", "WRB"})
PARTICIPLES: Final = frozenset({"VBG", "VBN", "CC"})
NEAR_COLON: Final = 6  # words before an aside
STOPS: Final = frozenset({";", ":", "?", "!"})


def with_cut_words(page: Page, clause: Clause, content: set[int]) -> set[int]:
    """Return a content with the words that the parse cut off its beginning."""
    if not content:
        return content
    content = behind_colon(page, clause, content)
    first, verb = min(content), clause.verb
    if first > verb.i:
        cut = cut_subject(page, clause, first) or lead_before(page, clause, first) or object_before(page, clause, first)
        return content | set(cut)
    more = range(0)
    if max(content) < verb.i:
        more = range(clause.last + 2, page.ends[verb.i]) if is_resumed(page, clause) else rest_of_cleft(page, clause)
    return content | set(subject_in_front(page, first)) | set(more)


def behind_colon(page: Page, clause: Clause, content: set[int]) -> set[int]:
    """Return a content around an aside without what stands before a colon: "This is new: rain, he says, ends"."""
    before = [i for i in sorted(content) if i < clause.first]
    if not before or max(content) < clause.verb.i:
        return content
    colon = next((i for i in before[-NEAR_COLON:-1] if page.doc[i].text == ":" and not page.in_marks(i)), None)
    return content if colon is None else {i for i in content if i > colon}


def cut_subject(page: Page, clause: Clause, first: int) -> range:
    """Return the words that a content without its subject has in front of its verb, wherever the parse hung them.

    "said families - rich and poor - would gain", "This sort of thing, Ott said, is old".
    """
    if not opens_with_verb(page, first):
        return range(0)
    if is_between_commas(page, clause, first):
        start = page.sentences[clause.first - 1]
        return range(start, clause.first - 1) if can_be_subject(page.doc[start : clause.first - 1]) else range(0)
    between = page.doc[clause.verb.i + 1 : first]
    plain = clause.last == clause.verb.i and "addressee" not in clause.cue.frames
    return range(between.start, first) if plain and can_be_subject(between) else range(0)


def lead_before(page: Page, clause: Clause, first: int) -> range:
    """Return the words before an aside that only say for what purpose or how: "To know it, Ott said, one must walk".

    None for a participle, which is the writer's: "Speaking in Leeds, Ott said, …".
    """
    marked = page.doc[first].is_quote or page.doc[first - 1].is_quote
    first -= page.doc[first - 1].is_quote
    if not is_between_commas(page, clause, first) or clause.last + 2 != first:
        return range(0)
    start = page.sentences[clause.first - 1]
    words = page.doc[start : clause.first - 1]
    if not words:  # a sentence that begins with the comma
        return range(0)
    goes_on = page.doc[first].tag_ in SUBORDINATING and words[0].tag_ not in PARTICIPLES  # "It fell, Ott said, when …"
    opens = (words[0].tag_ in ("TO", "IN") or goes_on) and words[0].lower_ != "as"
    if marked:
        opens = page.doc[first + 1].is_lower and sets_condition(words, clause.verb)
    other = any(cues.speaks(token) or page.in_marks(token.i) or token.text in STOPS for token in words)
    return range(start, clause.first - 1) if opens and not other else range(0)


def sets_condition(words: Span, cue: Token) -> bool:
    """Return whether a clause before an aside is the speaker's: `If rents fall, Ott said, "we are done"`.

    It opens with "if" or the like, or is not in the past as the cue is: not so in `When they met, Ott said, "we left"`.
    """
    finite = [token for token in words if token.tag_ in FINITE_OR_MODAL]
    other = cue.tag_ == "VBD" and all(token.tag_ != "VBD" for token in finite)
    return bool(finite) and words[0].pos_ in ("SCONJ", "ADV") and (words[0].lower_ in CONDITIONS or other)


def is_between_commas(page: Page, clause: Clause, first: int) -> bool:
    """Return whether a clause of saying stands between commas before a content: "Rents, Ott said, fell"."""
    return clause.word_before == "," and clause.last < first and page.doc[first - 1].text == ","


def opens_with_verb(page: Page, first: int) -> bool:
    """Return whether a content begins with its finite verb, in marks or not."""
    doc = page.doc
    word = doc[min(first + 1, len(doc) - 1)] if doc[first].is_quote else doc[first]
    return word.tag_ in FINITE_OR_MODAL and not any(child.i >= first for child in word.lefts if child.dep_ == "nsubj")


def can_be_subject(words: Span) -> bool:
    """Return whether words can be the subject of what follows them: they name something, and none of them says it."""
    start = 1 if len(words) and words[0].lower_ == "that" else 0
    asks = len(words) > 0 and words[0].tag_ in ("WP", "WRB")  # "What we need, Ott said, is more beds"
    plain = all((asks or token.tag_ not in FINITE_OR_MODAL) and token.text not in STOPS for token in words)
    spoken = any(cues.speaks(token) and token.pos_ in VERBS for token in words)
    nominal = len(words) > start and any(token.pos_ in NOMINALS for token in words)
    return nominal and plain and not spoken and words[start].pos_ not in ("ADP", "PUNCT", "SCONJ", "ADV", "PART")


def subject_in_front(page: Page, first: int) -> range:
    """Return the subject that stands before marks with its verb: `Kerr and Dahl "were stiff," Ott said`."""
    start = page.sentences[first]
    in_front = start < first and page.in_marks(first) and opens_with_verb(page, first)
    return range(start, first) if in_front and can_be_subject(page.doc[start:first]) else range(0)


def object_before(page: Page, clause: Clause, first: int) -> range:
    """Return the object of a cue that stands before a clause: "mentions plans she backed that Kerr says would fail"."""
    if "object" not in clause.cue.frames or "addressee" in clause.cue.frames:
        return range(0)
    nouns = (child for child in clause.verb.rights if child.dep_ == "dobj" and can_be_said(child))
    noun = next((child for child in nouns if clause.last < child.left_edge.i and child.i < first), None)
    if noun is None or not adjoins(page, noun, first):
        return range(0)
    return range(noun.left_edge.i, first)


def adjoins(page: Page, noun: Token, first: int) -> bool:
    """Return whether nothing but what describes a noun stands between it and a clause: no other clause, no marks."""
    described = subtree(noun)
    words = (token for token in page.doc[noun.i + 1 : first] if token.i not in described)
    return not any(t.text in STOPS or t.tag_ in FINITE_OR_MODAL or page.in_marks(t.i) for t in words)


def can_be_said(noun: Token) -> bool:
    """Return whether an object can be said: a noun, no day and no pronoun."""
    return noun.pos_ == "NOUN" and noun.ent_type_ not in ("DATE", "TIME")


def rest_of_cleft(page: Page, clause: Clause) -> range:
    """Return what goes on behind whom a cleft sentence is told to: "It was rain, Ott told the radio, that saved us"."""
    doc, end = page.doc, page.ends[clause.verb.i]
    start = page.sentences[clause.verb.i]
    if doc[start].lower_ != "it" or doc[start + 1].lemma_ != "be":
        return range(0)
    thats = (i for i in range(clause.last + 1, end) if doc[i].lower_ == "that" and doc[i - 1].text == ",")
    return range(next(thats, end), end)


def is_resumed(page: Page, clause: Clause) -> bool:
    """Return whether what is said goes on behind a clause of saying: "He has a plan, Ott said, for the town"."""
    after = clause.last + 1
    if clause.word_before != "," or after + 1 >= page.ends[clause.verb.i]:
        return False
    rest = page.doc[after : page.ends[clause.verb.i]]
    plain = all(not page.in_marks(token.i) and not cues.speaks(token) for token in rest)
    return plain and rest[0].text == "," and rest[1].lower_ in RESUMING
