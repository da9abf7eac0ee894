"""Which words in quotation marks belong to which clause of saying."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.drafts import Draft, meets
from clusterdoc.find.quotes.reading.works import holds_nickname, is_name
from clusterdoc.find.quotes.saying.according import find_according
from clusterdoc.find.quotes.saying.adjacent import ANY_VERB, clause_after, clause_before, is_whole, unusual
from clusterdoc.find.quotes.saying.agentless import said_by_nobody_named
from clusterdoc.find.quotes.saying.clauses import find_clauses
from clusterdoc.find.quotes.saying.denial import is_supposed
from clusterdoc.find.quotes.saying.nominal import find_nominal
from clusterdoc.find.quotes.saying.said import Content, content_of
from clusterdoc.find.quotes.saying.shaping import led_in, shaped
from clusterdoc.find.quotes.saying.source_words import source_range
from clusterdoc.find.quotes.saying.tails import take_tail
from clusterdoc.find.words.contexts import words_by_use
from clusterdoc.find.words.pronouns import REFLEXIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Page, Paragraph, Range
    from clusterdoc.find.quotes.saying.clauses import Clause
    from clusterdoc.prose.marks import Stretch

WEAK: Final = frozenset({"marks"})
FRAGMENT: Final = 5
WHOLE: Final = 4
FAR: Final = 150
NEAR: Final = 60
SENTENCE_ENDS: Final = (".", "!", "?", '"', "”", "''", ":")
CONFIRMING: Final = words_by_use()["confirms or denies"]
THINGS: Final = frozenset({"it", "this", "that", "them", "something", "things"}) | REFLEXIVE  # "which reported it"
AROUND: Final = "around a cue"
ACCORDING: Final = "according to"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A paragraph with its clauses of saying and the quotes found so far; each step returns another one."""

    paragraph: Paragraph
    clauses: tuple[Clause, ...]
    drafts: tuple[Draft, ...]

    def with_draft(self, new: Draft, old: Draft | None = None) -> Attribution:
        """Return the attribution with one more quote, or with one quote in place of another."""
        if old is None:
            return replace(self, drafts=(*self.drafts, new))
        return replace(self, drafts=tuple(new if draft is old else draft for draft in self.drafts))

    def given(self, stretch: Stretch, clause: Clause, rule: str) -> Attribution:
        """Return the same with a stretch in marks given to the quote of a clause, one made for it if there is none."""
        page = self.paragraph.page
        own = next((d for d in self.drafts if d.verb == clause.verb), None)
        known = replace(self, clauses=(*self.clauses, clause))
        if own is None:
            return known.with_draft(shaped(page, new_draft(page, clause, stretch, rule), stretch, clause))
        named = own if own.head == clause.subject else resourced(page, own, clause)
        named = replace(named, rule=rule) if is_whole(page, stretch) else named
        before = led_in(page, own, stretch)
        if before is None:
            return known.with_draft(shaped(page, named, stretch, clause), own)
        apart = named.with_parts([part for part in named.parts if part not in before.parts])
        return known.with_draft(shaped(page, apart, stretch, clause), own).with_draft(before)


def attribute(paragraph: Paragraph, stretches: Sequence[Stretch]) -> list[Draft]:
    """Return the quotes of one paragraph that have a cue in it, in text order; `stretches` are to be given away."""
    page = paragraph.page
    clauses = tuple(find_clauses(paragraph))
    parsed = (draft for clause in clauses if (draft := from_parse(page, clause)))
    found = Attribution(paragraph, clauses, (*find_according(paragraph), *find_nominal(paragraph), *parsed))
    for stretch in stretches:
        found = attach(found, stretch)
    return sorted(found.drafts, key=lambda draft: draft.start)


def from_parse(page: Page, clause: Clause) -> Draft | None:
    """Return the quote whose content the parse shows, or None."""
    if clause.cue.needs_marks or is_supposed(clause.verb):
        return None
    if clause.subject is None:
        content = Content(page.in_sentence(said_by_nobody_named(clause), clause.verb), "nobody named")
    else:
        content = content_of(page, clause)
    parts = page.runs(content.tokens)
    if not parts or is_nothing(page, clause, content.tokens):
        return None
    return draft_of(page, clause, parts, content.rule)


def is_nothing(page: Page, clause: Clause, said: set[int]) -> bool:
    """Return whether what is said is only an "it": "a bank, which reported it", but not "Ott denied it"."""
    return len(said) == 1 and page.doc[min(said)].lower_ in THINGS and clause.verb.lemma_ not in CONFIRMING


def draft_of(page: Page, clause: Clause, parts: Sequence[Range], rule: str) -> Draft:
    """Return a quote of these parts with the cue and the source of a clause."""
    verb = clause.verb
    source = source_range(page, clause.subject, verb) if clause.subject is not None else None
    return Draft(tuple(parts), rule, (verb.idx, verb.idx + len(verb)), verb, source, clause.subject)


def new_draft(page: Page, clause: Clause, stretch: Stretch, rule: str) -> Draft:
    """Return a quote of a clause for a stretch in marks, with what the parse shows of its content around the marks."""
    parts = page.runs(content_of(page, clause).tokens) if "marks" in clause.cue.frames else []
    return draft_of(page, clause, [part for part in parts if meets(part, stretch)], rule)


def resourced(page: Page, draft: Draft, clause: Clause) -> Draft:
    """Return a quote with the source of a clause."""
    return replace(draft, head=clause.subject, source=draft_of(page, clause, (), draft.rule).source)


def attach(found: Attribution, stretch: Stretch) -> Attribution:
    """Give a stretch in marks to the quote it belongs to; a new quote where a clause next to it has none yet."""
    page = found.paragraph.page
    covering = [draft for draft in found.drafts if draft.covers(stretch)]
    named = is_name(page, stretch) or holds_nickname(page, stretch)
    if named and not covering:
        return found
    adjoining = None if named else next_to(found, stretch, covered=bool(covering))
    if adjoining is not None:
        return found.given(stretch, *adjoining)
    if covering:
        return taken_in(found, stretch, covering)
    if (last := followed(page, stretch, found.drafts)) is not None:
        return found.with_draft(last.widened(stretch), last)
    near = [clause for clause in found.clauses if clause.cue.frames.isdisjoint(("touching", "aside"))]
    clause = _governing(page, stretch, near) or _closest(page, stretch, near)
    return found.given(stretch, clause, "cue near marks") if clause is not None else found


def next_to(found: Attribution, stretch: Stretch, *, covered: bool) -> tuple[Clause, str] | None:
    """Return the clause that touches a stretch and the rule it goes by, the one after it first."""
    page = found.paragraph.page
    known = {clause.verb.i: clause for clause in found.clauses}
    clause = clause_after(page, found.paragraph, stretch, known)
    if clause is not None and not (covered and (clause.cue.needs_marks or states_own(clause))):
        return clause, "verb beside marks" if clause.cue is ANY_VERB else "cue after marks"
    if covered:  # `in a clip that Kerr called "a fake," Dahl sang`
        return None
    if (clause := clause_before(page, stretch, found.clauses)) is not None:
        return clause, "cue before marks"
    clause = unusual(page, stretch)
    return (clause, "verb beside marks") if clause is not None else None


def states_own(clause: Clause) -> bool:
    """Return whether a clause behind marks leads to a clause of its own: `As Kerr said "No," Ott said rents fell`."""
    return any(child.dep_ == "ccomp" for child in clause.verb.rights)


def taken_in(found: Attribution, stretch: Stretch, covering: Sequence[Draft]) -> Attribution:
    """Extend the quotes that have words of a stretch to all of it, and add the quote that lies within them."""
    page = found.paragraph.page
    wider = []
    for draft in covering:
        wider.append(take_tail(page, draft.widened(stretch), stretch))
        found = found.with_draft(wider[-1], draft)
    inner = nested(page, stretch, found.clauses, wider)
    return found if inner is None else found.with_draft(inner)


def nested(page: Page, stretch: Stretch, clauses: Sequence[Clause], covering: Sequence[Draft]) -> Draft | None:
    """Return the quote inside another: `Ott reported that she got a note stating, "Stay away."`."""
    inner = clause_before(page, stretch, clauses) if is_whole(page, stretch) else None
    if inner is None or any(draft.verb == inner.verb for draft in covering):
        return None
    if not any(start <= inner.verb.idx < end for draft in covering for start, end in draft.parts):
        return None
    return draft_of(page, inner, (), "marks in marks").widened(stretch)


def followed(page: Page, stretch: Stretch, drafts: Sequence[Draft]) -> Draft | None:
    """Return the quote that whole sentences in marks continue: `"No," said Ott. "Not this year."`."""
    if not is_whole(page, stretch) or not page.before(stretch.start).endswith(SENTENCE_ENDS):
        return None
    before = [draft for draft in drafts if draft.marked and draft.start < stretch.start]
    return ruling_before(page, stretch, drafts) or (before[-1] if before else None)


def ruling_before(page: Page, stretch: Stretch, drafts: Sequence[Draft]) -> Draft | None:
    """Return the quote whose cue rules the sentence before a stretch: `Ott said rents fell. "It hurts."`."""
    ends = page.first_token(stretch) - 1
    while ends > 0 and page.doc[ends].is_space:
        ends -= 1
    first = page.sentences[ends]
    for draft in drafts:
        verb = draft.verb
        if draft.rule == AROUND and not draft.marked:  # all of what it says stands before its cue
            continue
        if verb is not None and verb.dep_ == "ROOT" and first <= verb.i and page.ends[verb.i] - 1 <= ends:
            return draft
    return None


def _governing(page: Page, stretch: Stretch, clauses: Sequence[Clause]) -> Clause | None:
    """Return the clause of saying above a stretch in the parse: `thanked them for their "decisive steps"`."""
    verbs = {clause.verb.i: clause for clause in clauses if clause.subject is not None}
    first = page.first_token(stretch)
    inner = next((t for t in page.doc[first : first + 3] if page.in_marks(t.i) and t.is_alpha), None)
    if inner is None:
        return None
    for above in inner.ancestors:
        if above.i in verbs:
            clause = verbs[above.i]
            return None if leads_to_other(clause, inner) or is_none_of(page, clause, stretch) else clause
        if above.pos_ == "VERB" and not page.in_marks(above.i):
            return None
    return None


def is_none_of(page: Page, clause: Clause, stretch: Stretch) -> bool:
    """Return whether words in marks describe who speaks, or what nobody says: `the head of "Today" praised the crew`.

    Or `may call a "special meeting"`; not so where they open the sentence: `"Our team" co-author Ott said "has won"`.
    """
    first = page.token_at(stretch.inner_start)
    within = [page.doc[first], *page.doc[first].ancestors]
    objects = (word for word in within if word.dep_ == "dobj" and word.head == clause.verb)
    opens = page.before(stretch.start)[-1:].isalpha()
    return any(not clause.cue.takes(word.lower_) for word in objects) or (opens and clause.subject in within)


def leads_to_other(clause: Clause, inner: Token) -> bool:
    """Return whether marks before a clause only say when, not what: `In the "No" debate, Ott said that rents fell`."""
    stated = inner.i < clause.first and any(child.dep_ == "ccomp" for child in clause.verb.rights)
    return stated and any(above.dep_ == "prep" for above in inner.ancestors if above.i < clause.first)


def _closest(page: Page, stretch: Stretch, clauses: Sequence[Clause]) -> Clause | None:
    """Return the clause of saying nearest to words in marks that are more than a term; None where none is near."""
    speaking = [clause for clause in clauses if clause.subject is not None and not is_later(page, stretch, clause)]
    size = _words(page, stretch)
    if not speaking or size < WHOLE or (is_whole(page, stretch) and page.before(stretch.start).endswith(SENTENCE_ENDS)):
        return None
    nearest = min(speaking, key=lambda clause: distance(page, stretch, clause))
    return nearest if distance(page, stretch, nearest) < (FAR if size > FRAGMENT else NEAR) else None


def is_later(page: Page, stretch: Stretch, clause: Clause) -> bool:
    """Return whether a clause stands in a sentence after the one that a stretch ends."""
    ended = page.text[stretch.inner_start : stretch.inner_end].endswith((".", "!", "?"))
    return ended and page.doc[page.sentences[clause.first]].idx >= stretch.end


def distance(page: Page, stretch: Stretch, clause: Clause) -> int:
    """Return how far a clause is from a stretch, in characters; sentence ends between them and weak cues add to it."""
    verb = clause.verb
    start, end = verb.idx, verb.idx + len(verb)
    gap = min(abs(start - stretch.end), abs(end - stretch.start))
    between = page.text[min(stretch.end, end) : max(stretch.start, start)]
    stops = sum(between.count(sign) for sign in (". ", "! ", "? ", '." ', ".” "))
    return gap + NEAR * stops + (NEAR // 2 if clause.cue.frames <= WEAK else 0)


def _words(page: Page, stretch: Stretch) -> int:
    """Return how many words a stretch holds."""
    return len(page.text[stretch.inner_start : stretch.inner_end].split())
