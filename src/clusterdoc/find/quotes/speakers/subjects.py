"""Who is said to speak: the subject of a cue, over the dependency parse, and the words that name it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.speakers.roles import role_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Page, Range

SUBJECTS: Final = frozenset({"nsubj"})
PASSIVE: Final = frozenset({"nsubjpass"})
INVERTED: Final = frozenset({"dobj", "attr", "oprd", "npadvmod", "appos", "dep"})
ASIDES: Final = frozenset({"relcl", "advcl", "ccomp", "parataxis"})
RELATIVE: Final = ("WDT", "WP")
DEEPEST: Final = 4
NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})
NOMINAL: Final = NOUNS | frozenset({"DET", "ADJ", "NUM"})


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """Return the head word of who speaks, or None: own, agent of a passive, or inherited from above."""
    children = list(verb.children)
    own = [child for child in children if child.dep_ in SUBJECTS]
    if own:
        return own[-1] if own[-1].i < verb.i else own[0]
    if is_passive(verb):
        return agent_of(verb)
    if depth > DEEPEST or verb.head == verb:
        return None
    return _inherited(verb, depth)


def is_passive(verb: Token) -> bool:
    """Return whether a verb is passive: "was told", "a plan called Dawn", "Asked why, Dahl said"."""
    if any(child.dep_ in PASSIVE or child.dep_ == "auxpass" for child in verb.children):
        return True
    active = verb.tag_ == "VBD" and any(child.dep_ == "dobj" for child in verb.children)  # "Ott left, called him weak"
    return verb.dep_ in ("acl", "advcl") and verb.tag_ in ("VBN", "VBD") and not active


def _inherited(verb: Token, depth: int) -> Token | None:
    """Return the subject a conjunct, participle or infinitive shares with what governs it."""
    head = verb.head
    above = saying_above(head) if verb.dep_ in ("conj", "advcl") and verb.lower_ in cues.verbs() else None
    if above is not None:
        return quoted_subject(above) or subject_of(above, depth + 1)
    if verb.dep_ in ("conj", "xcomp", "dep") or (verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VB", "VBD")):
        if head.pos_ == "ADJ":  # "Ott is likely to stress that …"
            head = head.head
        return quoted_subject(head) or subject_of(head, depth + 1) if head.pos_ in ("VERB", "AUX") else None
    if verb.dep_ in ("acl", "relcl"):
        return _modified(verb, depth)
    return _of_gerund(head, depth) if verb.dep_ == "pcomp" else None


def _of_gerund(preposition: Token, depth: int) -> Token | None:
    """Return the subject of a verb after a preposition: "Ott left without paying", "In addition to saying it, Ott"."""
    above = preposition.head
    if above.pos_ in ("VERB", "AUX"):
        return quoted_subject(above) or subject_of(above, depth + 1) or passive_subject(above)
    bare = not any(child.dep_ in ("det", "poss") for child in above.children)
    if bare and above.dep_ == "pobj" and above.head.head.pos_ in ("VERB", "AUX"):
        return subject_of(above.head.head, depth + 1)
    return above if above.pos_ in ("NOUN", "PROPN") else None


def _modified(verb: Token, depth: int) -> Token | None:
    """Return the noun a participle says something of, or who wrote it: "posted a message blaming Kerr"."""
    head = verb.head
    if head.dep_ == "dobj" and (verb.tag_ == "VB" or (verb.tag_ == "VBG" and is_text(head))):
        return subject_of(head.head, depth + 1) or head
    return head if head.pos_ in ("NOUN", "PROPN", "PRON") and verb.tag_ != "VB" else None


def is_text(noun: Token) -> bool:
    """Return whether a noun is something written: "posted a message blaming them" is said by who posted it."""
    role = role_of(noun)
    return role is not None and role.kind == "text"


def saying_above(verb: Token) -> Token | None:
    """Return the cue whose content a clause stands in: "Ott said she was ready and added that …" is all Ott's."""
    while verb.dep_ in ("conj", "ccomp") and verb.head != verb:
        verb = verb.head
        cue = cues.verbs().get(verb.lower_)
        if cue is not None and "clause" in cue.frames:
            return verb
    return None


def passive_subject(verb: Token) -> Token | None:
    """Return the subject of a passive, who acts in the phrases below it: "Ott was booed after saying that"."""
    return next((child for child in verb.children if child.dep_ in PASSIVE), None)


def quoted_subject(verb: Token) -> Token | None:
    """Return who is quoted: "Dahl was quoted as saying …"."""
    if verb.lemma_ in ("quote", "cite", "report", "hear", "record"):
        return passive_subject(verb)
    return None


def agent_of(verb: Token) -> Token | None:
    """Return the agent of a passive: "Dahl was told by Ott that …"."""
    for by in verb.children:
        if by.dep_ == "agent" or (by.dep_ == "prep" and by.lower_ == "by"):
            return next((child for child in by.children if child.dep_ == "pobj"), None)
    return None


def inverted_subject(verb: Token) -> Token | None:
    """Return the noun after a cue that the parse took for an object: `…," said Ott`."""
    after = (child for child in verb.children if child.i > verb.i and child.dep_ in INVERTED | SUBJECTS)
    return next((child for child in after if child.pos_ in ("PROPN", "NOUN", "PRON")), None)


def noun_after(verb: Token, last: int) -> Token | None:
    """Return the head of the noun phrase right after an inverted cue, whatever the parse made of it."""
    doc = verb.doc
    at = next((i for i in range(verb.i + 1, min(verb.i + 3, last + 1)) if doc[i].pos_ != "ADV"), None)
    if at is None or doc[at].pos_ not in NOMINAL:
        return None
    return top_of(doc[at], verb.i + 1, last)


def noun_before(verb: Token, first: int) -> Token | None:
    """Return the head of the noun phrase that reaches from token `first` to a cue, whatever the parse made of it."""
    start = verb.doc[first]
    return top_of(start, first, verb.i - 1) if start.pos_ in NOMINAL else None


def top_of(token: Token, first: int, last: int) -> Token | None:
    """Return the highest noun above a token within first..last."""
    best = token if token.pos_ in NOUNS else None
    for above in token.ancestors:
        if not first <= above.i <= last or above.pos_ not in NOMINAL | {"ADP"}:
            break
        best = above if above.pos_ in NOUNS else best
    return best


def source_range(page: Page, head: Token, verb: Token | None) -> Range | None:
    """Return the offsets of the noun phrase of a source, apposition included, relative clauses and the cue left out."""
    first, last = head.left_edge.i, head.right_edge.i
    for token in page.doc[first : last + 1]:
        cut = token.dep_ in ASIDES or (token.dep_ == "conj" and token.pos_ == "VERB")
        if token.tag_ in RELATIVE and token.i > head.i:
            last = min(last, token.i - 1)  # "signs which read": the parse may hang "read" on the words in marks
        elif cut and token.i > head.i:
            last = min(last, token.left_edge.i - 1)
        elif cut and token.i < head.i:
            first = max(first, min(token.right_edge.i + 1, head.i))
    if verb is not None and first <= verb.i <= last:
        first, last = (verb.i + 1, last) if verb.i < head.i else (first, verb.i - 1)
    home = page.inside[head.i]
    while first < head.i and page.inside[first] != home:
        first += 1
    inside = next((i for i in range(head.i, last + 1) if page.inside[i] != home), None)
    return page.trim(first, last if inside is None else inside - 1)
