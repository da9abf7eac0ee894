"""How far a content reaches: clauses that continue it, other clauses of saying that end it, brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.saying.subjects import can_speak
from clusterdoc.find.syntax import (
    FINITE,
    NOUN_SUBJECTS,
    active_or_passive_subject,
    active_subject,
    is_infinitive,
    is_passive,
    subtree,
)
from clusterdoc.find.words.contexts import words_by_use

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Page
    from clusterdoc.find.quotes.saying.clauses import Clause
    from clusterdoc.find.quotes.saying.cues import Cue

LOWER: Final = frozenset({"conj", "advcl", "relcl"})
TAKERS: Final = frozenset({"object", "predicate"})
JOINS: Final = frozenset({"and", "but", "while"})
AROUND_SAYING: Final = frozenset({"before", "after", "while", "without", "besides"})
# The writer's words about what speech caused: "prompting …"; "raising fears".
CONSEQUENCES: Final = words_by_use()["consequence"]
RAISING: Final = words_by_use()["raises"]
RAISED: Final = words_by_use()["raised"]
# What others did when they heard it, "and the crowd booed", or the market did, "and its shares fell".
REACTIONS: Final = words_by_use()["reaction"]
PRICED: Final = words_by_use()["priced"]
FORMS: Final = {"TO": frozenset({"VB", "VBP"}), "VBG": frozenset({"VBG"})}
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
    spoken = [i for i in content if not page.in_marks(i) and doc[i].lower_ in cues.verbs() and doc[i].tag_ in FINITE]
    if not spoken:
        return content
    first, last = page.sentences[verb.i], page.ends[verb.i]
    stops = [i for i in range(first, last) if doc[i].text == ";" and not page.in_marks(i)]
    joins = [i for i in range(min(spoken), verb.i) if doc[i].lower_ in JOINS and doc[i - 1].text == ","]
    start = max((i for i in (*stops, *joins) if i < verb.i and min(spoken) < i), default=first - 1)
    end = min((i for i in stops if verb.i < i < max(spoken)), default=last)
    return {i for i in content if start < i < end}


def coordinated(page: Page, clause: Clause, content: set[int]) -> set[int]:
    """Return the clauses that go on with a content but hang on its cue: "said rents fell, and jobs would follow"."""
    last = last_outside_marks(page, content)
    if last is None or min(content) < clause.verb.i:
        return set()
    later = [verb for verb in clause.verb.rights if verb.dep_ == "conj" and verb.left_edge.i > last]
    if page.in_marks(last) and page.doc[last - 1].text == ",":  # `"a gift," and talks went on` is the writer's
        later = [verb for verb in later if is_quality(verb) or is_backshifted(verb)]
    more = (verb for verb in later if is_quality(verb) or is_more(clause, last, verb))
    return {i for verb in more for i in range(last + 1, verb.right_edge.i + 1)}


def last_outside_marks(page: Page, content: set[int]) -> int | None:
    """Return the last token of a content, or of the marks it ends in; None where it is empty or all in these marks."""
    if not content:
        return None
    last = max(content)
    if not page.in_marks(last):
        return last
    stretch = page.stretches[page.inside[last]]
    return page.token_at(stretch.end) - 1 if page.doc[min(content)].idx < stretch.start else None


def in_one_form(page: Page, clause: Clause, content: set[int]) -> set[int]:
    """Return verbs that go on with a content in its form but hang on its cue: "vowed to meet and at times exceed it".

    So do gerunds: "mentioned raising fees and closing schools".
    """
    last = max(content, default=clause.verb.i)
    form = FORMS.get(_first_form(page, clause, content), frozenset())
    later = (verb for verb in clause.verb.rights if verb.dep_ == "conj" and verb.tag_ in form)
    more = (verb for verb in later if verb.left_edge.i > last and not is_helped(verb))
    return {i for verb in more for i in range(last + 1, verb.right_edge.i + 1)}


def _first_form(page: Page, clause: Clause, content: set[int]) -> str:
    """Return the tag of the first word of a content behind its cue: "TO", "VBG"."""
    first = min(content, default=clause.verb.i)
    return page.doc[first].tag_ if first > clause.verb.i else ""


def is_helped(verb: Token) -> bool:
    """Return whether a verb has an auxiliary other than "to": "and will go"."""
    return any(child.dep_ in ("aux", "auxpass") and child.tag_ != "TO" for child in verb.lefts)


def is_more(clause: Clause, last: int, verb: Token) -> bool:
    """Return whether a verb joined to a cue goes on with what is said, which ends at `last`."""
    asked = clause.cue.lemma == "ask"  # "asked whether Kerr had left, but the firm refused to answer"
    return (not asked and is_still_said(clause.verb, verb)) or is_listed(last, verb) or is_modal(last, verb)


def is_backshifted(verb: Token) -> bool:
    """Return whether a clause has the "would" of what was said: `said it was "a gift," and jobs would follow`."""
    return any(child.lower_ == "would" for child in verb.lefts)


def is_listed(last: int, verb: Token) -> bool:
    """Return whether a verb is one of a row that began in what is said: "alleged he broke in, stole it and fled"."""
    row = any(child.dep_ in ("cc", "conj") for child in verb.rights)
    return row and verb.left_edge.i == last + 2 and lacks_subject(verb) and verb.lower_ not in cues.verbs()


def is_modal(last: int, verb: Token) -> bool:
    """Return whether a verb goes on with "could": "said they had doubts, but could not leave"."""
    modal = any(child.tag_ == "MD" for child in verb.lefts)
    return modal and lacks_subject(verb) and verb.doc[last + 1].text == ","


def is_quality(word: Token) -> bool:
    """Return whether an adjective goes on with what is said of somebody: `"right to be angry," but also hungry`."""
    return word.pos_ == "ADJ"


def is_still_said(cue: Token, verb: Token) -> bool:
    """Return whether a clause beside a cue can be more of what is said: its own subject, its tense not the writer's."""
    subjects = [child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS]
    if not subjects or is_cue_without_marks(verb) or cue.tag_ not in FINITE:
        return False
    if verb.lower_ in REACTIONS or subjects[0].lower_ in PRICED:
        return False
    finite = next((child for child in verb.lefts if child.dep_ in ("aux", "auxpass")), verb)
    joined = verb.doc[subjects[0].left_edge.i - 1]
    return finite.tag_ in ("VBD", "MD") or cue.tag_ != "VBD" or joined.lower_ == "so"


def is_cue_without_marks(verb: Token) -> bool:
    """Return whether a verb is a cue by itself, without marks."""
    cue = cues.verbs().get(verb.lower_)
    return cue is not None and not cue.needs_marks


def other_saying(clause: Clause, content: set[int]) -> set[int]:
    """Return the clauses of saying the parse hangs below a content: "said it was over and added that …"."""
    verb, taken = clause.verb, set[int]()
    for token in (verb.doc[i] for i in sorted(content) if i > verb.i):
        if is_alongside(token) or is_later_saying(token):
            taken |= subtree(token.head)
        elif is_reaction(token):
            taken |= subtree(token)
        elif hangs_below(token) and says_otherwise(token):
            taken |= subtree(token) | joint_of(token)
    return taken


def hangs_below(verb: Token) -> bool:
    """Return whether a verb is joined to one before it, or modifies it or its noun."""
    return verb.dep_ in LOWER and verb.i > verb.head.i


def joint_of(verb: Token) -> set[int]:
    """Return the last "and" or "but" before a verb that is joined to another, none for other verbs."""
    if verb.dep_ != "conj":
        return set()
    return set([child.i for child in verb.head.children if child.dep_ == "cc" and child.i < verb.i][-1:])


def is_alongside(verb: Token) -> bool:
    """Return whether somebody else says something at the same time: "…, with the daily reporting that rents fell"."""
    return verb.head.lower_ == "with" and tells(verb)


def is_later_saying(verb: Token) -> bool:
    """Return whether the same speaker says something more: "said rents were fair before noting that wages rose"."""
    cue = cues.verbs().get(verb.lower_)
    if cue is None or verb.head.lower_ not in AROUND_SAYING:
        return False
    return any(child.dep_ == "ccomp" for child in verb.rights) and not is_somebody_below(verb.head.head)


def is_somebody_below(verb: Token) -> bool:
    """Return whether the subject of what is said can speak itself: "said Dahl left before noting that …"."""
    subject = active_subject(verb)
    return subject is not None and can_speak(subject) and subject.pos_ != "PRON"


def is_reaction(verb: Token) -> bool:
    """Return whether a participle says what speech caused: "said taxes would rise, prompting protests"."""
    if verb.nbor(-1).text != ",":
        return False
    raises = verb.lower_ in RAISING and any(noun.lower_ in RAISED for noun in verb.rights)
    return raises or verb.lower_ in CONSEQUENCES


def says_otherwise(verb: Token) -> bool:
    """Return whether a verb below a content opens a clause of saying of its own: "…, whom he described as weak"."""
    cue = cues.verbs().get(verb.lower_)
    if cue is None or cue.needs_marks or goes_on_with_content(verb) or not states_something(verb, cue):
        return False
    if verb.dep_ == "relcl":
        return any(child.dep_ == "nsubj" and not child.tag_.startswith("W") for child in verb.children)
    return verb.dep_ == "conj" or lacks_subject(verb) or any(child.lower_ == "while" for child in verb.children)


def goes_on_with_content(verb: Token) -> bool:
    """Return whether the form of a verb makes it a part of what is said: "said he would stay and tell them that …"."""
    bare = verb.tag_ == "VB" and not is_denied_by_source(verb)
    if is_passive(verb) or is_infinitive(verb) or bare:
        return True
    return any(child.lower_ == "that" for child in verb.children)


def is_denied_by_source(verb: Token) -> bool:
    """Return whether a source also did not say something: "said he would pay but did not say that …".

    False where somebody else did not say it: "said the prince had paid but did not say that …".
    """
    if not any(child.lemma_ == "do" for child in verb.lefts):
        return False
    subject = active_or_passive_subject(verb.head)
    return subject is None or subject.pos_ == "PRON" or not can_speak(subject)


def states_something(verb: Token, cue: Cue) -> bool:
    """Return whether a cue has something that is said; an object alone is not: "told the police all he knew"."""
    takes = SAID if cue.frames & TAKERS else SAID - {"dobj"}
    return any(child.dep_ in takes or child.lower_ in cue.prepositions for child in verb.children)


def lacks_subject(verb: Token) -> bool:
    """Return whether a verb has no subject of its own."""
    return not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def tells(verb: Token) -> bool:
    """Return whether a verb is a cue with a subject and a clause of its own."""
    deps = {child.dep_ for child in verb.children}
    return verb.lower_ in cues.verbs() and {"nsubj", "ccomp"} <= deps
