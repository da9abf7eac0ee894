"""Clauses of saying next to words in marks, with any verb: `"…," said Ott`, `Ott said: "…"`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.find.quotes.saying.clauses import Clause, is_verb
from clusterdoc.find.quotes.saying.cues import Cue
from clusterdoc.find.quotes.saying.sources import actor_of
from clusterdoc.find.syntax import (
    FINITE,
    RELATIVE_TAGS,
    active_subject,
    is_finite,
    noun_phrase_after,
    noun_phrase_before,
)
from clusterdoc.find.words.pronouns import OBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Page, Paragraph
    from clusterdoc.prose.marks import Stretch

ANY_VERB: Final = Cue("", frozenset({"marks"}))
COPULAS: Final = frozenset({"be", "become", "remain"})
REACH: Final = 200
LEAD: Final = 14
SHORTEST_SUMMARY: Final = 4
STOPS: Final = frozenset('.;?!"“”')
OPEN_ENDS: Final = (",", "?", "!", "—", "–", "-", "…")
ENDS: Final = tuple(".,!?—-…")
NEVER_SUBJECTS: Final = OBJECTS - {"her"} | {"itself"}
OWN_CONTENT: Final = frozenset({"ccomp", "xcomp", "dobj", "attr", "acomp"})


def clause_after(page: Page, paragraph: Paragraph, stretch: Stretch, known: dict[int, Clause]) -> Clause | None:
    """Return the clause of saying right after a stretch: `"…," said Ott`, `"…," she sighed`; None if there is none."""
    tokens = list(tokens_after(paragraph, stretch))
    if not tokens:
        return None
    if (summary := summing_up(tokens, known)) is not None:
        return summary
    end = Ending(
        sign=page.text[stretch.inner_end - 1 : stretch.inner_end],
        comma="," in page.text[stretch.end : tokens[0].idx],
        lower=tokens[0].text[0].islower(),
    )
    clause = inverted(page, tokens, known) or subject_first(tokens, known) if end.is_open else None
    if clause is None and stretch.start == paragraph.start:
        clause = gesture(page, tokens, known)
    if clause is None or introduces_own(page, clause, whole=is_whole(page, stretch) and end.goes_on):
        return None
    return clause if clause.cue is not ANY_VERB or end.leads_to(clause) else None


def gesture(page: Page, tokens: Sequence[Token], known: dict[int, Clause]) -> Clause | None:
    """Return a sentence that is only somebody's gesture behind marks: `"It is what it is." Ott shrugged.`."""
    verb = next((token for token in tokens[:4] if token.i in known), None)
    if verb is None or page.doc[verb.i + 1 : verb.i + 2].text not in (".", "!"):
        return None
    clause = known[verb.i]
    starts = clause.subject is not None and clause.subject.left_edge.i == tokens[0].i
    return clause if starts and "touching" in clause.cue.frames else None


class Ending(NamedTuple):
    """How a stretch ends: its last character, whether a comma follows the marks, and whether a small letter does."""

    sign: str
    comma: bool
    lower: bool

    @property
    def is_open(self) -> bool:
        """Whether the sentence can go on after the marks."""
        return self.comma or self.lower or self.sign in OPEN_ENDS

    @property
    def goes_on(self) -> bool:
        """Whether the sentence does go on: a comma, a small letter."""
        return self.comma or self.lower or self.sign == ","

    def leads_to(self, clause: Clause) -> bool:
        """Return whether a clause whose verb is no cue must be one of saying: `"We won." grinned Ott.`."""
        if self.comma or self.sign == ",":
            return True
        return self.lower and (self.sign in OPEN_ENDS or (clause.is_inverted and self.sign == "."))


def tokens_after(paragraph: Paragraph, stretch: Stretch) -> Iterator[Token]:
    """Yield the words after a stretch up to the next marks, light punctuation before them left out."""
    page = paragraph.page
    started = False
    for token in page.doc[paragraph.token_at(stretch.end) : paragraph.last]:
        if page.in_marks(token.i) or token.idx - stretch.end > REACH:
            return
        if token.idx < stretch.end or (not started and (token.is_space or token.text in (",", "-", "–", "—"))):
            continue
        started = True
        yield token


def summing_up(tokens: Sequence[Token], known: dict[int, Clause]) -> Clause | None:
    """Return a clause that says that this was all: `"No comment." That was all the lawyer would say.`."""
    words = tokens[1:] if tokens[0].lower_ in ("that", "this") else tokens
    if len(words) < SHORTEST_SUMMARY or words[0].lemma_ != "be" or words[1].lower_ not in ("all", "what", "how"):
        return None
    clause = next((known[token.i] for token in words[2 : LEAD + 1] if token.i in known), None)
    return clause if clause is not None and clause.subject is not None and clause.subject.i > words[1].i else None


def inverted(page: Page, tokens: list[Token], known: dict[int, Clause]) -> Clause | None:
    """Return a clause that opens with its verb: "said Ott", "added the judge, who retires in May"."""
    verb = next((token for token in tokens[:3] if token.pos_ != "ADV"), None)
    if verb is None or verb.tag_ == "VBG" or not (verb.i in known or says_by_itself(verb)):
        return None
    subject = noun_phrase_after(verb, tokens[-1].i)
    if subject is None or subject.ent_type_ in ("DATE", "TIME") or subject.lower_ in NEVER_SUBJECTS:
        return None
    if is_object(page, verb, subject):
        return None
    return Clause(verb, known[verb.i].cue if verb.i in known else ANY_VERB, subject)


def is_object(page: Page, verb: Token, noun: Token) -> bool:
    """Return whether a noun is the object of a verb that has its subject: `Ott, head of "Today," praised the crew`."""
    subject = active_subject(verb)
    return noun.dep_ == "dobj" and subject is not None and not page.in_marks(subject.i)


def says_by_itself(verb: Token) -> bool:
    """Return whether a verb that is not a cue may be one next to marks: "grinned", not `"the Hammer", was head of`."""
    return verb.tag_ in FINITE and verb.lemma_ not in COPULAS


def subject_first(tokens: list[Token], known: dict[int, Clause]) -> Clause | None:
    """Return a clause that opens with its subject: "Ott said", "Hugh Hill, a doctor, sighed"."""
    if tokens[0].lower_ in ("who", "which", "that"):
        return None
    for token in tokens[1 : LEAD + 1]:
        if token.text in STOPS or is_done_by(token):
            return None
        clause = known.get(token.i) or (Clause(token, ANY_VERB, actor_of(token)) if is_finite(token) else None)
        if clause is None or only_describes(clause):
            continue
        subject = clause.subject
        if subject is not None and tokens[0].i < subject.left_edge.i < token.i:
            return None
        if subject is None or subject.left_edge.i != tokens[0].i:
            subject = noun_phrase_before(token, tokens[0].i) if clause.cue is not ANY_VERB else None
        if subject is not None:  # who only hears it does not say it
            return clause if "hearing" in clause.cue.frames else Clause(token, clause.cue, subject)
    return None


def is_done_by(word: Token) -> bool:
    """Return whether a participle tells by whom a thing was made: `"Cold Sea," a film directed by Ott, opens`."""
    return word.tag_ in ("VBD", "VBN") and word.i + 1 < len(word.doc) and word.nbor().lower_ == "by"


def only_describes(clause: Clause) -> bool:
    """Return whether a clause only describes a source: "a clerk, who was not allowed to speak, told"."""
    return clause.subject is not None and clause.subject.tag_ in RELATIVE_TAGS


def introduces_own(page: Page, clause: Clause, *, whole: bool) -> bool:
    """Return whether a clause introduces what follows it: `"…!" Her father said that …`, `… Ott said: "…"`."""
    verb = clause.verb
    following = page.doc[verb.i + 1].text if verb.i + 1 < len(page.doc) else ""
    if following in (":", "that"):
        return not whole or following == ":"
    if whole and clause.cue is not ANY_VERB:
        return False
    addressed = "addressee" in clause.cue.frames  # `"…!" Ott told the court.`
    own = OWN_CONTENT - {"dobj"} if addressed else OWN_CONTENT
    return any(child.dep_ in own and child != clause.subject for child in verb.rights)


def is_whole(page: Page, stretch: Stretch) -> bool:
    """Return whether a stretch is a sentence or more by itself: `"Not this year."`, not `"gift to crooks"`."""
    inner = page.text[stretch.inner_start : stretch.inner_end]
    return len(inner.split()) > 1 and inner.endswith(ENDS) and not inner[:1].islower()


def clause_before(page: Page, stretch: Stretch, clauses: Sequence[Clause]) -> Clause | None:
    """Return the clause of saying that leads to a stretch with a comma or a colon: `Ott said on Friday: "…"`."""
    leading = (clause for clause in clauses if clause.subject is not None and introduces(page, stretch, clause))
    return max(leading, key=lambda clause: clause.verb.i, default=None)


def introduces(page: Page, stretch: Stretch, clause: Clause) -> bool:
    """Return whether nothing but the rest of its clause stands between a verb and a stretch that it leads to."""
    verb = clause.verb
    if verb.idx > stretch.start or stretch.start - verb.idx > REACH:
        return False
    last = clause.subject.right_edge if clause.subject is not None and clause.is_inverted else verb
    between = page.text[verb.idx + len(verb) : stretch.start]
    if last.idx + len(last) <= stretch.start and not page.text[last.idx + len(last) : stretch.start].strip(" ,"):
        return True
    if any(sign in STOPS for sign in between.replace("U.S.", "US").replace("Mr.", "Mr")):
        return False
    return between.rstrip().endswith((":", ",")) or not between.strip()


def unusual(page: Page, stretch: Stretch) -> Clause | None:
    """Return a clause right before marks whose verb is no cue: `The city ruled, "…"`, `Dahl was blunt: "Go home."`."""
    before = [
        token
        for token in page.doc[max(0, page.first_token(stretch) - 6) : page.first_token(stretch)]
        if token.text.strip()
    ]
    capital = page.text[stretch.inner_start : stretch.inner_end][:1].isupper()
    if capital and len(before) > 1 and before[-1].text == "," and is_finite(before[-2]):
        return with_subject(page, before[-2])
    if not before or before[-1].text != ":" or "\n" in page.text[before[-1].idx : stretch.start]:
        return None
    colon = before[-1]
    verbs = (t for t in page.doc[page.sentences[colon.i] : colon.i] if t.pos_ in ("VERB", "AUX") and is_verb(t))
    main = next(verbs, None)
    while main is not None and main.head.i < colon.i and main.dep_ not in ("ROOT", "parataxis"):
        main = main.head
    return with_subject(page, main) if main is not None else None


def with_subject(page: Page, verb: Token) -> Clause | None:
    """Return a verb that is no cue with its subject, when it has one outside marks."""
    subject = actor_of(verb)
    if subject is None or page.in_marks(subject.i):
        return None
    return Clause(verb, ANY_VERB, subject)
