"""What is said: the tokens of the content of a clause of saying, over the dependency parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes import cues
from clusterdoc.find.quotes.arguments import (
    after_preposition,
    infinitive,
    is_infinitive,
    objects,
    own,
    predicate,
    within,
    without_subject,
)
from clusterdoc.find.quotes.subjects import is_passive
from clusterdoc.find.quotes.tails import before_writer

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.quotes.clauses import Clause
    from clusterdoc.find.quotes.page import Page

CLAUSE_STARTS: Final = frozenset({"nsubj", "nsubjpass", "det", "poss", "expl"})
LOWER: Final = frozenset({"conj", "advcl", "relcl"})
TAKERS: Final = frozenset({"object", "predicate"})
SAID: Final = frozenset({"ccomp", "xcomp", "dobj", "oprd"})
OPENERS: Final = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVES: Final = frozenset({"who", "which", "that", "whom", "whose", "where", "when", "what", "how", "why", "if"})


def content_of(page: Page, clause: Clause) -> set[int]:
    """Return the tokens of what a clause says; empty where the parse shows none."""
    frames = clause.cue.frames
    found: set[int] = set()
    if "clause" in frames:
        found = clausal(page, clause)
    if "aside" in frames:
        return as_put(clause)
    if not found and "to" in frames and clause.verb.dep_ != "pcomp":
        found = infinitive(clause)
        asked = after_preposition(clause)  # "asked for the names of all to be read"
        found |= asked if found and asked and max(asked) < min(found) else set()
    if not found and "predicate" in frames:
        found = predicate(clause)
    if not found and "object" in frames and not is_infinitive(clause.verb):
        found = objects(clause)
    found = found or after_preposition(clause)
    return before_writer(page, clause, more_thats(page, clause, found - other_saying(clause, found)))


def more_thats(page: Page, clause: Clause, content: set[int]) -> set[int]:
    """Return a content with the clauses that "and that", "but that" add, wherever the parse hung them."""
    last = max(content, default=clause.verb.i)
    end = page.ends[clause.verb.i]
    following = [token.lower_ for token in page.doc[last + 1 : min(last + 5, end)] if token.is_alpha]
    if last <= clause.verb.i or following[:2] not in (["and", "that"], ["but", "that"]):
        return content
    return content | set(range(last + 1, end))


def clausal(page: Page, clause: Clause) -> set[int]:
    """Return what a cue that takes a clause says, wherever the parse put it."""
    return (
        complement(page, clause)
        or surrounding(page, clause)
        or far_complement(page, clause)
        or rest_of_sentence(page, clause)
        or around(page, clause)
        or answer(page, clause)
    )


def around(page: Page, clause: Clause) -> set[int]:
    """Return the sentence on both sides of an aside between commas: "Rents, Ott said, fell"."""
    doc, first, last = page.doc, clause.first, clause.last
    if clause.subject is None or first == 0 or doc[first - 1].text != ",":
        return set()
    if is_passive(clause.verb) or is_infinitive(clause.verb):  # "For Oslo, the questions will be hard to answer"
        return set()
    # The parse of "…, she said." may start a sentence at "she".
    start, end = page.sentences[first - 1], page.ends[clause.verb.i]
    if "addressee" in clause.cue.frames:  # "Rents, Ott told them, fell."
        last = max([last, *(c.i for c in clause.verb.children if c.dep_ in ("dobj", "dative") and c.pos_ == "PRON")])
    if not start < first < last + 1 < end or doc[last + 1].text not in (",", "."):
        return set()
    following = doc[min(last + 2, end - 1)]
    if page.inside[following.i] >= 0 and not following.text[:1].islower():  # `Asked why, Dahl said, "Maybe."`
        return set()
    return set(range(start, first)) | set(range(last + 1, end))


def answer(page: Page, clause: Clause) -> set[int]:
    """Return the one word of an answer: "Dahl said no"."""
    following = clause.verb.i + 1
    if clause.subject is None or following >= len(page.doc) or page.inside[following] >= 0:
        return set()
    if following + 1 < len(page.doc) and page.doc[following + 1].is_alpha:  # "said no to the war", "found no records"
        return set()
    return {following} if page.doc[following].lower_ in ("no", "yes") else set()


def as_put(clause: Clause) -> set[int]:
    """Return the clause that "as Ott put it" comments on."""
    verb = clause.verb
    as_ = any(child.lower_ == "as" and child.i < verb.i for child in verb.children)
    it = any(child.lower_ in ("it", "this") and child.dep_ == "dobj" for child in verb.children)
    return within(verb.head) - within(verb) if as_ and it and verb.head != verb else set()


def complement(page: Page, clause: Clause) -> set[int]:
    """Return the clausal complement: "said (that) rents fell", "rents, Ott said, fell", "denied taking it"."""
    verb = clause.verb
    gerund = "object" in clause.cue.frames
    found = [c for c in verb.children if c.dep_ == "ccomp" or (gerund and c.dep_ == "xcomp" and c.tag_ == "VBG")]
    found = [c for c in found if c.left_edge != c.right_edge]  # one word is no clause
    if not found:
        return set()
    best = max(found, key=lambda child: child.right_edge.i - child.left_edge.i)
    if best.i > verb.i and "addressee" in clause.cue.frames and is_infinitive(best):
        return without_subject(best)
    if best.i < verb.i and leads_on(page, clause):
        return rest_of_sentence(page, clause)  # none in "Rents are high - Ott vowed to cut them"
    return within(best) - own(clause)


def leads_on(page: Page, clause: Clause) -> bool:
    """Return whether a clause follows its cue at once, so that one before it is not what is said."""
    if clause.subject is None or clause.subject.i > clause.verb.i:
        return False
    return bool(rest_of_sentence(page, clause)) or ("to" in clause.cue.frames and bool(infinitive(clause)))


def rest_of_sentence(page: Page, clause: Clause) -> set[int]:
    """Return what follows a cue in its sentence when that reads as a clause, whatever the parse made of it."""
    verb, doc, end = clause.verb, page.doc, main_clause(page, clause.verb)
    first = verb.i + 1
    if clause.subject is None or clause.subject.i > verb.i or first >= end or doc[first].pos_ not in OPENERS:
        return set()
    if verb.tag_ not in FINITE and not any(child.dep_ == "aux" and child.lower_ != "to" for child in verb.children):
        return set()
    for token in doc[first + 1 : end]:
        if token.text in (",", ";", ":", "–", "—") or token.lower_ in RELATIVES or token.lower_ in cues.verbs():
            return set()
        if "addressee" in clause.cue.frames and (token.tag_ == "TO" or token.dep_ == "mark"):
            return set()  # "warned voters to act before rents rose", "told his aides as he left"
        if token.tag_ in FINITE and page.inside[token.i] < 0:
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


def other_saying(clause: Clause, content: set[int]) -> set[int]:
    """Return the clauses of saying the parse hangs below a content: "said it was over and added that …"."""
    doc, taken = clause.verb.doc, set[int]()
    for i in sorted(content):
        token = doc[i]
        if token.dep_ == "pcomp" and token.head.lower_ == "with" and token.head.i > clause.verb.i and tells(token):
            taken |= within(token.head)  # "…, with the daily reporting that rents fell"
        if i in taken or token.dep_ not in LOWER or token.i < clause.verb.i or token.i < token.head.i:
            continue
        if says_otherwise(token):
            taken |= within(token)
            if token.dep_ == "conj":
                joins = [child.i for child in token.head.children if child.dep_ == "cc" and child.i < token.i]
                taken |= set(joins[-1:])
    return taken


def says_otherwise(verb: Token) -> bool:
    """Return whether a verb below a content opens a clause of saying of its own: "…, whom he described as weak"."""
    cue = cues.verbs().get(verb.lower_)
    children = list(verb.children)
    if cue is None or "marks" in cue.frames or is_passive(verb):
        return False
    if verb.dep_ == "conj" and verb.tag_ == "VB":  # "said he would stay and tell them that …"
        return False
    if any(child.dep_ == "mark" and child.lower_ == "that" for child in children):
        return False
    takes = SAID if cue.frames & TAKERS else SAID - {"dobj"}  # not "walked in and told the police all he knew"
    if not any(child.dep_ in takes or child.lower_ in cue.prepositions for child in children):
        return False
    if verb.dep_ == "relcl":
        return any(c.dep_ == "nsubj" and not c.tag_.startswith("W") for c in children)
    return verb.dep_ == "conj" or lacks_subject(verb) or any(c.lower_ == "while" for c in children)


def tells(verb: Token) -> bool:
    """Return whether a verb is a cue with a subject and a clause of its own."""
    cue = cues.verbs().get(verb.lower_)
    deps = {child.dep_ for child in verb.children}
    return cue is not None and "clause" in cue.frames and {"nsubj", "ccomp"} <= deps


def lacks_subject(verb: Token) -> bool:
    """Return whether a verb has no subject of its own."""
    return not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def far_complement(page: Page, clause: Clause) -> set[int]:
    """Return a clause with "that" which the parse hung elsewhere: "told a crowd in the square that rents fell"."""
    verb = clause.verb
    for token in page.doc[verb.i + 1 : page.ends[verb.i] - 1]:
        if (token.lower_ in cues.verbs() and token.tag_.startswith("V")) or page.inside[token.i] >= 0:
            return set()
        if token.lower_ == "that" and (token.dep_ == "mark" or (token.tag_ == "IN" and token.i == verb.i + 1)):
            head = token.head if token.dep_ == "mark" else verb
            return {i for i in within(head) if i >= token.i} or set(range(token.i, page.ends[verb.i]))
        if token.lower_ == "that" and token.dep_ != "nsubj" and page.doc[token.i + 1].dep_ in CLAUSE_STARTS:
            return set(range(token.i, page.ends[verb.i]))  # "predicted at the debate that voters will stay"
    return set()


def surrounding(page: Page, clause: Clause) -> set[int]:
    """Return the sentence around an aside: "Rents, Ott said, fell"; "As Ott told the court, rents fell"."""
    verb = clause.verb
    head, subject = verb.head, clause.subject
    if head == verb or subject is None or head.pos_ not in ("VERB", "AUX"):  # not "as bad as she said"
        return set()
    if verb.dep_ == "advcl" and any(c.lower_ == "as" and c.i < verb.i and c.dep_ == "mark" for c in verb.children):
        return within(head) - within(verb)
    if verb.dep_ not in ("parataxis", "ccomp") or not follows_comma(page, clause):  # "Kerr says Ott promised to go"
        return set()
    if subject.head != verb or any(c.dep_ in ("mark", "dobj") for c in verb.children):
        return set()
    return within(head) - within(verb)


def follows_comma(page: Page, clause: Clause) -> bool:
    """Return whether a clause of saying starts after a comma."""
    return clause.first > 0 and page.doc[clause.first - 1].text in (",", "–", "—")
