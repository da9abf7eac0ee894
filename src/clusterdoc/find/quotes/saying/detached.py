"""What is said where the parse put it elsewhere: around an aside, behind an addressee, in the rest of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.syntax import (
    FINITE_OR_MODAL,
    NOMINALS,
    NOUN_SUBJECTS,
    VERBS,
    is_infinitive,
    is_passive,
    subtree,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from clusterdoc.find.quotes.reading.page import Page, Range
    from clusterdoc.find.quotes.saying.clauses import Clause

CLAUSE_STARTS: Final = frozenset({"nsubj", "nsubjpass", "det", "poss", "expl"})
OWNED: Final = frozenset({"dobj", "ccomp", "xcomp", "oprd", "attr", "acomp", "advmod"})
LONGEST_ASIDE: Final = 9
SUBORDINATING: Final = frozenset({"WRB", "IN"})
ASIDE: Final = frozenset({"ADP", "PROPN", "ADV"})
CLAUSAL: Final = frozenset({"VERB", "AUX", "SCONJ", "CCONJ"})
OPENERS: Final = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})
RELATIVES: Final = frozenset({"who", "which", "that", "whom", "whose", "where", "when", "what", "how", "why", "if"})


def surrounding(page: Page, clause: Clause) -> set[int]:
    """Return the sentence around an aside: "Rents, Ott said, fell"; "As Ott told the court, rents fell"."""
    verb = clause.verb
    head, subject = verb.head, clause.subject
    if head == verb or subject is None or head.pos_ not in ("VERB", "AUX"):  # not "as bad as she said"
        return set()
    if verb.dep_ == "advcl" and any(c.lower_ == "as" and c.i < verb.i and c.dep_ == "mark" for c in verb.children):
        return set() if has_own_content(clause) else subtree(head) - subtree(verb)
    if verb.dep_ not in ("parataxis", "ccomp") or not follows_comma(page, clause):  # "Kerr says Ott promised to go"
        return set()
    if subject.head != verb or any(c.dep_ in ("mark", "dobj") for c in verb.children):
        return set()
    return subtree(head) - subtree(verb)


def is_comment(clause: Clause) -> bool:
    """Return whether a clause of saying says something else than what it stands in: "…, as banks reported losses"."""
    return clause.verb.dep_ == "advcl" and has_own_content(clause)


def has_own_content(clause: Clause) -> bool:
    """Return whether a cue has an object or clause of its own: "as the banks reported better results"."""
    owned = (child for child in clause.verb.rights if child.dep_ in OWNED)
    return any(child.lower_ not in ("it", "this") and not spoken_to(clause, child) for child in owned)


def spoken_to(clause: Clause, noun: Token) -> bool:
    """Return whether a noun is whom a clause of saying is addressed to: "as Ott told the court"."""
    return "addressee" in clause.cue.frames and noun.dep_ in ("dobj", "dative")


def follows_comma(page: Page, clause: Clause) -> bool:
    """Return whether a clause of saying starts after a comma."""
    return clause.first > 0 and page.doc[clause.first - 1].text in (",", "–", "—")


def far_complement(page: Page, clause: Clause) -> set[int]:
    """Return a clause with "that" which the parse hung elsewhere: "told a crowd in the square that rents fell"."""
    verb = clause.verb
    if follows_comma(page, clause) and around(page, clause):
        return set()  # "It was luck, she said in a radio talk, that brought the team home"
    for token in page.doc[verb.i + 1 : page.ends[verb.i] - 1]:
        if (token.lower_ in cues.verbs() and token.tag_.startswith("V")) or page.inside[token.i] >= 0:
            return set()
        if token.lower_ == "that" and (token.dep_ == "mark" or (token.tag_ == "IN" and token.i == verb.i + 1)):
            head = token.head if token.dep_ == "mark" else verb
            return {i for i in subtree(head) if i >= token.i} or set(range(token.i, page.ends[verb.i]))
        if token.lower_ == "that" and "relcl" in (token.head.dep_, token.head.head.dep_) and has_object(clause):
            return set()  # "reported sales of 8 crowns, well above the 7 that Oslo hoped for"
        if token.lower_ == "that" and token.dep_ != "nsubj" and page.doc[token.i + 1].dep_ in CLAUSE_STARTS:
            return set(range(token.i, page.ends[verb.i]))  # "predicted at the debate that voters will stay"
    return set()


def has_object(clause: Clause) -> bool:
    """Return whether a cue that nobody is spoken to with has an object."""
    return "addressee" not in clause.cue.frames and any(child.dep_ == "dobj" for child in clause.verb.children)


def rest_of_sentence(page: Page, clause: Clause) -> set[int]:
    """Return what follows a cue in its sentence when that reads as a clause, whatever the parse made of it."""
    verb, doc, end = clause.verb, page.doc, main_clause(page, clause.verb)
    first = verb.i + 1
    if clause.subject is None or clause.subject.i > verb.i or first >= end or doc[first].pos_ not in OPENERS:
        return set()
    if verb.tag_ not in FINITE_OR_MODAL and not any(
        child.dep_ == "aux" and child.lower_ != "to" for child in verb.children
    ):
        return set()
    for token in doc[first + 1 : end]:
        if token.text in (",", ";", ":", "–", "—") or token.lower_ in RELATIVES or token.lower_ in cues.verbs():
            return set()
        if "addressee" in clause.cue.frames and (token.tag_ == "TO" or token.dep_ == "mark"):
            return set()  # "warned voters to act before rents rose", "told his aides as he left"
        if token.tag_ in FINITE_OR_MODAL and page.inside[token.i] < 0:
            return set(range(first, end))
    return set()


def main_clause(page: Page, verb: Token) -> int:
    """Return where the main clause after a cue starts, else the sentence ends: "While Ott said so, rents fell"."""
    main = verb.head
    while main.dep_ == "ccomp" and main.head.i > main.i:
        main = main.head
    if verb.dep_ == "advcl" and main.i > verb.i and any(child.dep_ == "mark" for child in verb.children):
        for child in main.children:
            first = child.left_edge.i
            if child.dep_ in ("nsubj", "nsubjpass") and first > verb.i and page.doc[first - 1].text == ",":
                return first
    return page.ends[verb.i]


def around(page: Page, clause: Clause) -> set[int]:
    """Return the sentence on both sides of an aside between commas: "Rents, Ott said, fell"."""
    doc, first, last = page.doc, clause.first, clause.last
    if clause.subject is None or first == 0 or doc[first - 1].text != "," or is_comment(clause):
        return set()
    if is_passive(clause.verb) or is_infinitive(clause.verb):  # "For Oslo, the questions will be hard to answer"
        return set()
    # The parse of "…, she said." may start a sentence at "she".
    start, end = page.sentences[first - 1], page.ends[clause.verb.i]
    if "addressee" in clause.cue.frames:  # "Rents, Ott told them, fell."
        last = max([last, *(c.i for c in clause.verb.children if c.dep_ in ("dobj", "dative") and c.pos_ == "PRON")])
    wider = end_of_aside(page, last, end)
    if wider > last and is_interrupted(page, clause, (start, first), (wider + 2, end)):
        last = wider
    if not start < first < last + 1 < end or doc[last + 1].text not in (",", "."):
        return set()
    if doc[start].pos_ == "ADP" and not any(t.pos_ in VERBS for t in doc[start:first]):
        return set()  # "On day three, the captain declared."
    following = doc[min(last + 2, end - 1)]
    if page.inside[following.i] >= 0 and not following.text[:1].islower():  # `Asked why, Dahl said, "Maybe."`
        return set()
    return set(range(start, first)) | set(range(last + 1, end))


def interrupted(page: Page, clause: Clause) -> set[int] | None:
    """Return both halves of a sentence that a clause of saying stands in, the subject or "will" before it.

    "The plan, Dahl told the council on Monday, was dead", "The firm, said Dahl, a trader, will pay".
    None of any other sentence.
    """
    doc, verb, first = page.doc, clause.verb, clause.first
    start = page.sentences[max(first - 1, 0)]
    if clause.subject is None or first <= start + 1 or doc[first - 1].text != "," or not is_left_open(doc[start:first]):
        return None
    closing = (
        token.i
        for token in doc[clause.last + 1 : page.ends[verb.i] - 1]
        if token.text == "," and _goes_on(doc[token.i + 1], doc[first - 2])
    )
    comma = next(closing, None)
    if comma is None or any(page.inside[i] >= 0 for i in range(start, comma)):
        return None
    return set(range(start, first - 1)) | set(range(comma + 1, page.ends[verb.i]))


def is_left_open(before: Span) -> bool:
    """Return whether the words before an aside are a subject without its verb, or end in "will"."""
    words = before[:-1]
    if words[-1].tag_ == "MD":
        return True
    opening = words[0].pos_ in OPENERS and words[0].tag_ not in ("WDT", "WP", "EX")
    plain = all(token.pos_ not in CLAUSAL and token.text not in (",", ":", ";") for token in words)
    return opening and plain and words[-1].pos_ in NOMINALS and words.root.dep_ in NOUN_SUBJECTS


def _goes_on(word: Token, left: Token) -> bool:
    """Return whether a word goes on with what an aside broke off: a finite verb of a subject, anything after "will"."""
    return left.tag_ == "MD" or word.tag_ in FINITE_OR_MODAL


def end_of_aside(page: Page, last: int, end: int) -> int:
    """Return the last token of an aside with what hangs on its cue: "Rents, Ott said in a radio talk, fell"."""
    for token in page.doc[last + 1 : min(last + LONGEST_ASIDE, end)]:
        if token.text in (",", "."):
            return token.i - 1
        if (
            (token.pos_ in CLAUSAL and token.tag_ != "VBN")
            or page.inside[token.i] >= 0
            or (token.i == last + 1 and token.pos_ not in ASIDE)
        ):
            break
    return last


def is_interrupted(page: Page, clause: Clause, before: Range, after: Range) -> bool:
    """Return whether a clause stands on both sides of an aside, or all of it before: no "When they met, Ott said"."""
    if has_own_content(clause) or page.doc[before[0]].tag_ in SUBORDINATING:
        return False
    following = page.doc[after[0]] if after[0] < after[1] else None
    goes_on = following is not None and (following.tag_ in FINITE_OR_MODAL or following.lower_ == "that")
    whole = any(token.tag_ in FINITE_OR_MODAL for token in page.doc[before[0] : before[1]])
    return goes_on or (whole and following is None and page.doc[before[0]].pos_ not in ("SCONJ", "CCONJ"))


def answer(page: Page, clause: Clause) -> set[int]:
    """Return the one word of an answer: "Dahl said no"."""
    following = clause.verb.i + 1
    if clause.subject is None or following >= len(page.doc) or page.inside[following] >= 0:
        return set()
    if following + 1 < len(page.doc) and page.doc[following + 1].is_alpha:  # "said no to the war", "found no records"
        return set()
    return {following} if page.doc[following].lower_ in ("no", "yes") else set()
