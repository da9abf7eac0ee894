"""Contents that the parse does not attach to their cue: around an aside, after an addressee, to the sentence's end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.saying.arguments import WHEN
from clusterdoc.find.syntax import (
    CLAUSAL,
    FINITE_OR_MODAL,
    NOMINAL_OPENERS,
    NOUN_SUBJECTS,
    VERBS,
    active_subject,
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
BREAKS: Final = frozenset({",", ";", ":", "–", "—"})
CIRCUMSTANTIAL: Final = WHEN | {"since"}
RELATIVES: Final = frozenset({"who", "which", "that", "whom", "whose", "where", "when", "what", "how", "why", "if"})


def surrounding(page: Page, clause: Clause) -> set[int]:
    """Return the sentence around an aside: "Rents, Ott said, fell"; "As Ott told the court, rents fell"."""
    verb = clause.verb
    head = verb.head
    if head.pos_ not in VERBS:  # not "as bad as she said"
        return set()
    rest = subtree(head) - subtree(verb)
    if is_as_clause(verb):
        return set() if has_own_content(clause) or is_in_line(page, clause) else rest
    return rest if is_aside(clause) else set()


def is_as_clause(verb: Token) -> bool:
    """Return whether a clause of saying opens with "as": "as Ott told the court"."""
    marks = (child for child in verb.lefts if child.dep_ == "mark")
    return verb.dep_ == "advcl" and any(mark.lower_ == "as" for mark in marks)


def is_in_line(page: Page, clause: Clause) -> bool:
    """Return whether a clause with "as" tells of another event, with no comma: "Oil falls as Kerr warns of glut"."""
    said = any(child.dep_ == "prep" and child.lower_ in clause.cue.prepositions for child in clause.verb.rights)
    first = clause.verb.left_edge.i
    return said and first > page.sentences[first] and page.doc[first - 1].text != ","


def is_aside(clause: Clause) -> bool:
    """Return whether a clause of saying stands in another one behind a comma: not "Kerr says Ott promised to go"."""
    verb, subject = clause.verb, clause.subject
    if verb.dep_ not in ("parataxis", "ccomp") or not follows_comma(clause):
        return False
    complete = any(child.dep_ in ("mark", "dobj") and not is_hearer(clause, child) for child in verb.children)
    return not complete and subject is not None and subject.head == verb


def is_hearer(clause: Clause, noun: Token) -> bool:
    """Return whether a noun hears what is said: "Ott told the crowd", not "Ott ordered a tea"."""
    return "hearsay" in clause.cue.frames and spoken_to(clause, noun)


def is_comment(clause: Clause) -> bool:
    """Return whether a clause of saying has another content than what it stands in: "…, as banks reported losses"."""
    return clause.verb.dep_ == "advcl" and has_own_content(clause)


def has_own_content(clause: Clause) -> bool:
    """Return whether a cue has an object or clause of its own: "as the banks reported better results"."""
    owned = (child for child in clause.verb.rights if child.dep_ in OWNED)
    return any(child.lower_ not in ("it", "this") and not spoken_to(clause, child) for child in owned)


def spoken_to(clause: Clause, noun: Token) -> bool:
    """Return whether a noun is whom a clause of saying is addressed to: "as Ott told the court"."""
    return "addressee" in clause.cue.frames and noun.dep_ in ("dobj", "dative")


def follows_comma(clause: Clause) -> bool:
    """Return whether a clause of saying starts after a comma."""
    return clause.word_before in (",", "–", "—")


def far_complement(page: Page, clause: Clause) -> set[int]:
    """Return a clause with "that" which the parse hung elsewhere: "told a crowd in the square that rents fell"."""
    verb = clause.verb
    if follows_comma(clause) and around(page, clause):
        return set()  # "It was luck, she said in a radio talk, that brought the team home"
    for token in page.doc[verb.i + 1 : page.ends[verb.i] - 1]:
        if (token.lower_ in cues.verbs() and token.tag_.startswith("V")) or page.in_marks(token.i):
            return set()
        if token.dep_ == "conj" and token.tag_ in FINITE_OR_MODAL:  # "urged them to stay and made the case that …"
            return set()
        if (
            token.lower_ == "that"
            and not is_anothers(token, verb)
            and (found := opened_by(page, clause, token)) is not None
        ):
            return found
    return set()


def is_anothers(that: Token, verb: Token) -> bool:
    """Return whether a "that" opens what somebody thinks or says in a clause between: "tell jokes I hope that …"."""
    above = that.head.head
    between = that.dep_ == "mark" and that.head.dep_ == "ccomp" and verb.i < above.i < that.i
    clause = above.tag_ in FINITE_OR_MODAL | {"VB"} and active_subject(above) is not None
    return between and clause and above.lemma_ != "be"  # "All Ott can say is that …"


def opened_by(page: Page, clause: Clause, that: Token) -> set[int] | None:
    """Return the clause that a "that" after a cue opens, none for one of an object, None where it opens none."""
    verb = clause.verb
    to_end = set(range(that.i, page.ends[verb.i]))
    if that.dep_ == "mark" or (that.tag_ == "IN" and that.i == verb.i + 1):
        head = that.head if that.dep_ == "mark" else verb
        return {i for i in subtree(head) if i >= that.i} or to_end
    if "relcl" in (that.head.dep_, that.head.head.dep_) and has_object(clause):
        return set()  # "reported sales of 8 crowns, well above the 7 that Oslo hoped for"
    if that.dep_ != "nsubj" and page.doc[that.i + 1].dep_ in CLAUSE_STARTS:
        return to_end  # "predicted at the debate that voters will stay"
    return None


def has_object(clause: Clause) -> bool:
    """Return whether a cue that nobody is spoken to with has an object."""
    return "addressee" not in clause.cue.frames and any(child.dep_ == "dobj" for child in clause.verb.children)


def rest_of_sentence(page: Page, clause: Clause) -> set[int]:
    """Return what follows a cue in its sentence when that reads as a clause, whatever the parse made of it."""
    verb, end = clause.verb, main_clause(page, clause.verb)
    first = verb.i + 1
    if clause.is_inverted or not has_tense(verb):
        return set()
    if first >= end or page.doc[first].pos_ not in NOMINAL_OPENERS or only_says_when(page.doc[first], verb, end):
        return set()
    for token in page.doc[first + 1 : end]:
        if breaks_off(clause, token) or is_predicate_joint(token):
            return set()
        if token.tag_ in FINITE_OR_MODAL and not page.in_marks(token.i):
            return set(range(first, end))
    return set()


def is_predicate_joint(word: Token) -> bool:
    """Return whether a word joins the predicate of its sentence: "is advising the mayor and hopes to win"."""
    return word.dep_ == "cc" and word.i + 1 < len(word.doc) and word.nbor().tag_ in FINITE_OR_MODAL


def only_says_when(first: Token, verb: Token, end: int) -> bool:
    """Return whether a time after a cue leads to no clause: "the curb Ott declared last Friday so he could rest"."""
    times = (child for child in verb.rights if child.dep_ == "npadvmod" and child.left_edge.i == first.i)
    time = next(times, None)
    return time is not None and (time.right_edge.i + 1 >= end or time.right_edge.nbor().pos_ not in NOMINAL_OPENERS)


def has_tense(verb: Token) -> bool:
    """Return whether a verb is finite, itself or by an auxiliary: "warned", "has warned"; not "to warn"."""
    auxiliaries = (child for child in verb.children if child.dep_ == "aux")
    return verb.tag_ in FINITE_OR_MODAL or any(word.lower_ != "to" for word in auxiliaries)


def breaks_off(clause: Clause, word: Token) -> bool:
    """Return whether a clause after a cue cannot go on over a word: "warned voters to act before rents rose"."""
    if word.text in BREAKS or word.lower_ in RELATIVES or word.lower_ in cues.verbs():
        return True
    if word.dep_ == "mark" and word.lower_ in CIRCUMSTANTIAL:  # "claims land as talks go on"
        return True
    return "addressee" in clause.cue.frames and (word.tag_ == "TO")


def main_clause(page: Page, verb: Token) -> int:
    """Return where the main clause after a cue starts, else the sentence ends: "While Ott said so, rents fell"."""
    main = verb.head
    while main.head.i > main.i:
        main = main.head
    starts = (child.left_edge.i for child in main.children if child.dep_ in NOUN_SUBJECTS)
    after_comma = (start for start in starts if start > verb.i and page.doc[start - 1].text == ",")
    return next(after_comma, page.ends[verb.i]) if is_before_main(verb) else page.ends[verb.i]


def is_before_main(verb: Token) -> bool:
    """Return whether a clause has the "while" or "although" of one that stands before the main one."""
    return verb.dep_ == "advcl" and any(child.dep_ == "mark" for child in verb.children)


def around(page: Page, clause: Clause) -> set[int]:
    """Return the sentence on both sides of an aside between commas: "Rents, Ott said, fell"."""
    doc, first = page.doc, clause.first
    if not may_be_aside(clause):
        return set()
    # The parse of "…, she said." may start a sentence at "she".
    start, end = page.sentences[first - 1], page.ends[clause.verb.i]
    last = last_addressed(clause)
    wider = end_of_aside(page, last, end)
    if wider > last and is_interrupted(page, clause, (start, first), (wider + 2, end)):
        last = wider
    if not start < first < last + 1 < end or doc[last + 1].text not in (",", "."):
        return set()
    if is_adverbial(doc[start:first]) or opens_other(page, doc[min(last + 2, end - 1)]):
        return set()
    return set(range(start, first)) | set(range(last + 1, end))


def may_be_aside(clause: Clause) -> bool:
    """Return whether a clause of saying can stand between commas: not "For Oslo, it will be hard to answer"."""
    if clause.subject is None or clause.word_before != ",":
        return False
    relative = clause.subject.lower_ in RELATIVES and clause.verb.dep_ == "relcl"  # "support, which adds to it"
    return not (relative or is_comment(clause) or is_passive(clause.verb) or is_infinitive(clause.verb))


def last_addressed(clause: Clause) -> int:
    """Return the last token of a clause of saying, with the pronoun spoken to: "Rents, Ott told them, fell"."""
    addressed = (child.i for child in clause.verb.children if child.pos_ == "PRON" and spoken_to(clause, child))
    return max([clause.last, *addressed])


def is_adverbial(before: Span) -> bool:
    """Return whether the words before an aside only say when or where: "On day three, the captain declared."."""
    return before[0].pos_ == "ADP" and not any(token.pos_ in VERBS for token in before)


def opens_other(page: Page, word: Token) -> bool:
    """Return whether marks after an aside open a sentence of their own: `Asked why, Dahl said, "Maybe."`."""
    return page.in_marks(word.i)


def end_of_aside(page: Page, last: int, end: int) -> int:
    """Return the last token of an aside with what hangs on its cue: "Rents, Ott said in a radio talk, fell"."""
    following = page.doc[last + 1 : min(last + LONGEST_ASIDE, end)]
    for token in following:
        if token.text in (",", "."):
            return token.i - 1
        if is_clausal(token) or page.in_marks(token.i):
            break
        if token.i == last + 1 and token.pos_ not in ASIDE:
            break
    return last


def is_clausal(word: Token) -> bool:
    """Return whether a word begins or makes a clause; a participle makes none."""
    return word.pos_ in CLAUSAL and word.tag_ != "VBN"


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
    if following >= len(page.doc) or page.in_marks(following):
        return set()
    if following + 1 < len(page.doc) and page.doc[following + 1].is_alpha:  # "said no to the war", "found no records"
        return set()
    return {following} if page.doc[following].lower_ in ("no", "yes") else set()
