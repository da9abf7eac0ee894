"""What is said: the tokens of the content of a clause of saying, over the dependency parse."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.saying.adjacent import introduces
from clusterdoc.find.quotes.saying.arguments import (
    after_preposition,
    infinitive,
    is_telephoned,
    objects,
    own,
    plea,
    predicate,
    without_subject,
)
from clusterdoc.find.quotes.saying.clauses import is_gerund_subject
from clusterdoc.find.quotes.saying.completing import is_resumed, with_cut_words
from clusterdoc.find.quotes.saying.detached import (
    answer,
    around,
    far_complement,
    only_says_when,
    rest_of_sentence,
    surrounding,
)
from clusterdoc.find.quotes.saying.extent import (
    coordinated,
    in_one_form,
    inside_brackets,
    more_thats,
    other_saying,
    tells,
    within_semicolons,
)
from clusterdoc.find.quotes.saying.hearers import addressee_in
from clusterdoc.find.quotes.saying.interruptions import interrupted
from clusterdoc.find.quotes.saying.tails import before_writer
from clusterdoc.find.syntax import (
    FINITE,
    FINITE_OR_MODAL,
    NOUN_SUBJECTS,
    NOUNS,
    RELATIVE_PRONOUNS,
    direct_object,
    is_infinitive,
    subtree,
)
from clusterdoc.find.words.pronouns import OBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Page
    from clusterdoc.find.quotes.saying.clauses import Clause
    from clusterdoc.prose.marks import Stretch


CLAUSAL: Final = frozenset({"clause", "around a cue"})
# What a content cannot be alone: whom something is said to or of.
SOMEBODY: Final = OBJECTS | {"each", "other", "one", "another", "who", "whom", "which"}


class Content(NamedTuple):
    """The tokens of what is said, and the name of the rule that found them."""

    tokens: set[int]
    rule: str


def content_of(page: Page, clause: Clause) -> Content:
    """Return what a clause of saying says; no tokens where the parse shows none."""
    if "aside" in clause.cue.frames:
        return Content(as_put(page, clause), "as someone put it")
    found = next((content for content in possible(page, clause) if content.tokens), Content(set(), ""))
    joined = coordinated if found.rule == "clause" else in_one_form
    whole = with_cut_words(page, clause, found.tokens) if found.rule in CLAUSAL else found.tokens
    tokens = whole | joined(page, clause, whole)
    said = more_thats(page, clause, within_semicolons(page, clause, tokens - other_saying(clause, tokens)))
    written = before_writer(page, clause, said)
    content = inside_brackets(page, clause, page.in_sentence(written, clause.verb))
    return Content(set() if is_somebody_alone(page, content) else content, found.rule)


def is_somebody_alone(page: Page, content: set[int]) -> bool:
    """Return whether a content is nothing but somebody: "praised her", "mocked each other"; not so "denied it"."""
    return all(page.doc[i].lower_ in SOMEBODY for i in content)


def possible(page: Page, clause: Clause) -> Iterator[Content]:
    """Yield what a clause may say by each of the frames of its cue, the likeliest first."""
    frames = clause.cue.frames
    if clause.cue.lemma == "call" and is_telephoned(clause.verb):
        return
    if "clause" in frames and not has_object_in_front(page, clause):
        yield from clausal(page, clause)
    if "to" in frames and clause.verb.dep_ != "pcomp":
        yield Content(_asked_for(clause), "infinitive")
    if "plea" in frames:
        yield Content(plea(clause), "predicate")
    if "predicate" in frames:
        yield Content(predicate(clause), "predicate")
    if "object" in frames and not is_infinitive(clause.verb):
        yield Content(objects(clause), "object")
    yield Content(after_preposition(clause), "preposition")


def has_object_in_front(page: Page, clause: Clause) -> bool:
    """Return whether a cue has a noun before its subject for an object: "the curb Ott declared last Friday"."""
    verb, first = clause.verb, clause.first
    if verb.i + 1 >= page.ends[verb.i] or page.doc[first - 1].pos_ not in NOUNS | {"ADP"}:
        return False
    return only_says_when(page.doc[verb.i + 1], verb, page.ends[verb.i])


def _asked_for(clause: Clause) -> set[int]:
    """Return an infinitive, with what is to be done to: "asked for the names of all to be read"."""
    found, asked = infinitive(clause), after_preposition(clause)
    return found | asked if found and asked and max(asked) < min(found) else found


def clausal(page: Page, clause: Clause) -> Iterator[Content]:
    """Yield what a cue that takes a clause may say, wherever the parse put it."""
    if (both := interrupted(page, clause)) is not None:
        yield Content(both, "around a cue")
    yield Content(_complement(page, clause), "clause")
    yield Content(surrounding(page, clause), "around a cue")
    yield Content(far_complement(page, clause), "clause")
    yield Content(rest_of_sentence(page, clause), "clause")
    yield Content(around(page, clause), "around a cue")
    yield Content(answer(page, clause), "clause")


def as_put(page: Page, clause: Clause) -> set[int]:
    """Return the clause that "as Ott put it" comments on, none where marks follow it: `as Ott put it, "a gift"`."""
    verb = clause.verb
    if any(introduces(page, stretch, clause) for stretch in stretches_after(page, verb)):
        return set()
    as_ = any(child.lower_ == "as" for child in verb.lefts)
    it = any(child.lower_ in ("it", "this") and child.dep_ == "dobj" for child in verb.children)
    if not (as_ and it) or verb.head == verb:
        return set()
    because = max((c.i for c in verb.head.lefts if c.dep_ == "mark" and c.lower_ == "because"), default=-1)
    return {i for i in subtree(verb.head) - subtree(verb) if i > because}


def stretches_after(page: Page, verb: Token) -> Sequence[Stretch]:
    """Return the first stretch in marks that begins after a verb, none where there is none."""
    return [stretch for stretch in page.stretches if stretch.start > verb.idx][:1]


def _complement(page: Page, clause: Clause) -> set[int]:
    """Return the clausal complement: "said (that) rents fell", "rents, Ott said, fell", "denied taking it"."""
    verb = clause.verb
    gerund = "object" in clause.cue.frames
    found = [c for c in verb.children if c.dep_ == "ccomp" or is_gerund_content(c, gerund=gerund)]
    found = found or [child for child in verb.rights if is_asked_with_if(clause, child)]
    opened, closed = page.brackets(verb)
    found = [c for c in found if c.left_edge != c.right_edge and opened < c.i < closed]
    found = [c for c in found if not is_behind_colon(page, c)] or found
    found = [c for c in found if not (holds_subject(c, clause) or is_main_verb(c, clause))]
    if not found:
        return set()
    best = max(found, key=lambda child: child.right_edge.i - child.left_edge.i)
    if (several := list_of_clauses(clause, found) or split_sentence(page, clause, found)) is not None:
        return several
    return _stated_before(page, clause, best) if best.i < verb.i else _stated_behind(page, clause, best)


def _stated_behind(page: Page, clause: Clause, behind: Token) -> set[int]:
    """Return what a clause behind the cue says, without whom it is said to."""
    if "addressee" in clause.cue.frames and is_infinitive(behind):
        return without_subject(behind)
    if (addressee := addressee_in(clause, behind)) is not None:
        return {i for i in subtree(behind) if i > addressee.i}
    that = next((c.i for c in behind.lefts if c.dep_ == "mark" and c.lower_ == "that"), 0)
    said = {i for i in subtree(behind) if i >= that} - own(clause)  # not "told host [Bo Kerr that rents fell]"
    return without_relative(page, clause, said)


def without_relative(page: Page, clause: Clause, said: set[int]) -> set[int]:
    """Return a content without the pronoun before the cue that it is hung on: "a firm that Ott said was a front"."""
    before = [i for i in said if i < clause.verb.i]
    alone = len(before) == 1 and page.doc[before[0]].lower_ in RELATIVE_PRONOUNS
    return said - set(before) if alone else said


def holds_subject(stated: Token, clause: Clause) -> bool:
    """Return whether a clause before a cue only describes who speaks: "People briefed on it said that …"."""
    return clause.subject is not None and stated.i < clause.verb.i and stated.is_ancestor(clause.subject)


def is_main_verb(verb: Token, clause: Clause) -> bool:
    """Return whether a verb behind a cue is that of the sentence: "What Dahl says is true", "Clerks asked why said no".

    Not so in "a charity that prosecutors said was a front", "a man they said was ill".
    """
    if is_cue_without_subject(verb, clause):
        return True
    if verb.left_edge.i != clause.last + 1 or verb.left_edge.tag_ not in FINITE_OR_MODAL or not clause.first:
        return False
    before = verb.doc[clause.first - 1]
    return before.pos_ == "PRON" and before.lower_ not in RELATIVE_PRONOUNS


def is_cue_without_subject(verb: Token, clause: Clause) -> bool:
    """Return whether a verb behind a cue is another one that shares its subject: "Clerks asked about it said no"."""
    plain = verb.i > clause.verb.i and verb.tag_ in FINITE and verb.lower_ in cues.verbs()
    return plain and not any(child.dep_ in NOUN_SUBJECTS or child.dep_ == "mark" for child in verb.lefts)


def is_asked_with_if(clause: Clause, word: Token) -> bool:
    """Return whether an if-clause is what is asked: "asked Dahl if he would resign", not "Asked by Dahl if"."""
    if clause.cue.lemma != "ask" or clause.verb.tag_ not in FINITE or word.dep_ != "advcl":
        return False
    return any(child.dep_ == "mark" and child.lower_ in ("if", "whether") for child in word.lefts)


def is_behind_colon(page: Page, verb: Token) -> bool:
    """Return whether a clause in marks stands behind a colon: `said rents fell: "It hurts."`."""
    inner = page.inside[verb.i]
    return inner >= 0 and page.before(page.stretches[inner].start).endswith(":")


def is_gerund_content(word: Token, *, gerund: bool) -> bool:
    """Return whether a gerund is what a cue says, or is the subject of it: "denied taking it".

    Not so behind a comma: "promises to build homes, leaving the town in debt".
    """
    apart = word.left_edge.i > 0 and word.left_edge.nbor(-1).text in (",", '"', "”", "''")
    return word.dep_ == "xcomp" and word.tag_ == "VBG" and not apart and (gerund or is_gerund_subject(word))


def _stated_before(page: Page, clause: Clause, before: Token) -> set[int]:
    """Return what is said where a clause stands before the cue, which may be no content, or not all of it."""
    if clause.cue.lemma == "order" and direct_object(clause.verb) is not None:
        return set()  # "Coles ordered packs, Woolworths ordered extra stock"
    if leads_on(page, clause):
        return rest_of_sentence(page, clause)  # none in "Rents are high - Ott vowed to cut them"
    said = subtree(before) - own(clause)
    return said | set(range(clause.last + 2, page.ends[clause.verb.i])) if is_resumed(page, clause) else said


def list_of_clauses(clause: Clause, found: Sequence[Token]) -> set[int] | None:
    """Return clauses after a cue that stand in a row, "said ten were tried, six were freed"; None for one alone."""
    row = [verb for verb in found if verb.left_edge.i > clause.verb.i]
    if any(map(tells, row[1:])):
        return None
    gaps = [clause.verb.doc[one.right_edge.i + 1 : other.left_edge.i] for one, other in pairwise(row)]
    if len(row) != len(found) or not gaps or any(token.text not in (",", "and") for gap in gaps for token in gap):
        return None
    if any(is_open_end(one.right_edge) or not _stands_alone(other) for one, other in pairwise(row)):
        return None
    addressee = addressee_in(clause, row[0])
    first = row[0].left_edge.i if addressee is None else addressee.i + 1
    return set(range(first, row[-1].right_edge.i + 1)) - own(clause)


def _stands_alone(verb: Token) -> bool:
    """Return whether a clause has a subject of its own, or a comma before it."""
    before = verb.left_edge.text if verb.left_edge.is_punct else verb.left_edge.nbor(-1).text
    return before in (",", "and") or any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts)


def is_open_end(last: Token) -> bool:
    """Return whether a clause ends in an "and" without a comma, so that the next one may be the writer's."""
    return last.dep_ == "cc" and last.nbor(-1).text != ","


def split_sentence(page: Page, clause: Clause, found: Sequence[Token]) -> set[int] | None:
    """Return both halves of a sentence around a cue: "It was luck, she said in a talk, that brought us home"."""
    before = [verb for verb in found if verb.i < clause.verb.i]
    after = [verb for verb in found if verb.i > clause.verb.i and page.doc[verb.left_edge.i - 1].text == ","]
    if len(before) != 1 or len(after) != 1 or page.doc[after[0].left_edge.i].lower_ not in ("that", "which", "who"):
        return None
    return (subtree(before[0]) | subtree(after[0])) - own(clause)


def leads_on(page: Page, clause: Clause) -> bool:
    """Return whether a clause follows its cue at once, so that one before it is not what is said."""
    if clause.is_inverted:
        return False
    return bool(rest_of_sentence(page, clause)) or ("to" in clause.cue.frames and bool(infinitive(clause)))
