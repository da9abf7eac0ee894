"""How far a content reaches: clauses that go on with it, other clauses of saying that are none of it, brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.saying.clauses import can_speak
from clusterdoc.find.syntax import FINITE, NOUN_SUBJECTS, active_subject, is_infinitive, is_passive, subtree
from clusterdoc.find.words.contexts import words_by_use

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Page
    from clusterdoc.find.quotes.saying.clauses import Clause

LOWER: Final = frozenset({"conj", "advcl", "relcl"})
TAKERS: Final = frozenset({"object", "predicate"})
JOINS: Final = frozenset({"and", "but", "while"})
AROUND_SAYING: Final = frozenset({"before", "after", "while", "without", "besides"})
# What a saying brings about is the writer's: "prompting …"; "raising fears".
CONSEQUENCES: Final = words_by_use()["consequence"]
RAISING: Final = words_by_use()["raises"]
RAISED: Final = words_by_use()["raised"]
SAID: Final = frozenset({"ccomp", "xcomp", "dobj", "oprd"})


def more_thats(page: Page, clause: Clause, content: set[int]) -> set[int]:
    """Return a content with the clauses that "and that", "but that" add, wherever the parse hung them."""
    last = max(content, default=clause.verb.i)
    end = page.ends[clause.verb.i]
    following = [token.lower_ for token in page.doc[last + 1 : min(last + 5, end)] if token.is_alpha]
    if last <= clause.verb.i or following[:2] not in (["and", "that"], ["but", "that"]):
        return content
    return content | set(range(last + 1, end))


def inside_brackets(page: Page, clause: Clause, content: set[int]) -> set[int]:
    """Return a content without what stands outside the brackets of its cue: "Rents fell (the bank said that …)"."""
    opened, closed = page.brackets(clause.verb)
    return {i for i in content if opened < i < closed}


def within_semicolons(page: Page, clause: Clause, content: set[int]) -> set[int]:
    """Return a content without what another speaks: `"…," Lee said; "…," said Hart`, `"…," Lee said, and "…," …`."""
    verb, doc = clause.verb, page.doc
    spoken = [i for i in content if page.inside[i] < 0 and doc[i].lower_ in cues.verbs() and doc[i].tag_ in FINITE]
    if not spoken:
        return content
    first, last = page.sentences[verb.i], page.ends[verb.i]
    stops = [i for i in range(first, last) if doc[i].text == ";" and page.inside[i] < 0]
    joins = [i for i in range(min(spoken), verb.i) if doc[i].lower_ in JOINS and doc[i - 1].text == ","]
    start = max((i for i in (*stops, *joins) if i < verb.i and min(spoken) < i), default=first - 1)
    end = min((i for i in stops if verb.i < i < max(spoken)), default=last)
    return {i for i in content if start < i < end}


def coordinated(page: Page, clause: Clause, content: set[int]) -> set[int]:
    """Return the clauses that go on with a content but hang on its cue: "said rents fell, and jobs would follow"."""
    last, taken = max(content, default=clause.verb.i), set[int]()
    if min(content, default=last) < clause.verb.i or page.inside[last] >= 0:
        return taken
    for verb in clause.verb.rights:
        if verb.dep_ != "conj" or not last < verb.left_edge.i:
            continue
        if not (is_still_said(page, clause.verb, verb) or is_listed(last, verb) or is_modal(last, verb)):
            continue
        taken |= set(range(last + 1, verb.right_edge.i + 1))
    return taken


def is_listed(last: int, verb: Token) -> bool:
    """Return whether a verb is one of a row that began in what is said: "alleged he broke in, stole it and fled"."""
    row = any(child.dep_ == "cc" for child in verb.rights) or any(child.dep_ == "conj" for child in verb.rights)
    comma = verb.left_edge.i == last + 2 and verb.doc[last + 1].text == ","
    return row and comma and lacks_subject(verb) and verb.lower_ not in cues.verbs()


def is_modal(last: int, verb: Token) -> bool:
    """Return whether a verb goes on with "could": "said they had doubts, but could not leave"."""
    modal = any(child.tag_ == "MD" for child in verb.lefts)
    return modal and lacks_subject(verb) and verb.doc[min(last + 1, len(verb.doc) - 1)].text == ","


def is_still_said(page: Page, cue: Token, verb: Token) -> bool:
    """Return whether a clause beside a cue can be more of what is said: its own subject, its tense not the writer's."""
    subjects = [child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS]
    if not subjects or verb.lower_ in cues.verbs() or page.inside[verb.i] >= 0 or cue.tag_ not in FINITE:
        return False
    finite = next((child for child in verb.lefts if child.dep_ in ("aux", "auxpass")), verb)
    joined = verb.doc[subjects[0].left_edge.i - 1]
    return finite.tag_ in ("VBD", "MD") or cue.tag_ != "VBD" or joined.lower_ == "so"


def other_saying(clause: Clause, content: set[int]) -> set[int]:
    """Return the clauses of saying the parse hangs below a content: "said it was over and added that …"."""
    doc, taken = clause.verb.doc, set[int]()
    for i in sorted(content):
        token = doc[i]
        if token.dep_ == "pcomp" and token.head.i > clause.verb.i and (is_alongside(token) or is_later_saying(token)):
            taken |= subtree(token.head)
        if i > clause.verb.i and is_reaction(token):
            taken |= subtree(token)
        if i in taken or token.dep_ not in LOWER or token.i < clause.verb.i or token.i < token.head.i:
            continue
        if says_otherwise(token):
            taken |= subtree(token)
            if token.dep_ == "conj":
                joins = [child.i for child in token.head.children if child.dep_ == "cc" and child.i < token.i]
                taken |= set(joins[-1:])
    return taken


def is_alongside(verb: Token) -> bool:
    """Return whether somebody else says something meanwhile: "…, with the daily reporting that rents fell"."""
    return verb.head.lower_ == "with" and tells(verb)


def is_later_saying(verb: Token) -> bool:
    """Return whether the same one goes on to say something: "said rents were fair before noting that wages rose"."""
    cue = cues.verbs().get(verb.lower_)
    if cue is None or verb.tag_ != "VBG" or verb.head.lower_ not in AROUND_SAYING or "clause" not in cue.frames:
        return False
    return any(child.dep_ == "ccomp" for child in verb.rights) and not is_somebody_below(verb.head.head)


def is_somebody_below(verb: Token) -> bool:
    """Return whether the subject of what is said can speak itself: "said Dahl left before noting that …"."""
    subject = active_subject(verb)
    return subject is not None and can_speak(subject) and subject.lower_ not in ("it", "this", "that")


def is_reaction(verb: Token) -> bool:
    """Return whether a participle tells what came of the saying: "said taxes would rise, prompting protests"."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or not verb.i or verb.nbor(-1).text != ",":
        return False
    return verb.lower_ in CONSEQUENCES or (
        verb.lower_ in RAISING and any(noun.lower_ in RAISED for noun in verb.rights)
    )


def says_otherwise(verb: Token) -> bool:
    """Return whether a verb below a content opens a clause of saying of its own: "…, whom he described as weak"."""
    cue = cues.verbs().get(verb.lower_)
    children = list(verb.children)
    if cue is None or cue.needs_marks or is_passive(verb) or is_infinitive(verb):
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


def lacks_subject(verb: Token) -> bool:
    """Return whether a verb has no subject of its own."""
    return not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def tells(verb: Token) -> bool:
    """Return whether a verb is a cue with a subject and a clause of its own."""
    cue = cues.verbs().get(verb.lower_)
    deps = {child.dep_ for child in verb.children}
    return cue is not None and "clause" in cue.frames and {"nsubj", "ccomp"} <= deps
