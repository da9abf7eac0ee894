"""Words in marks that no clause of saying claims: a sentence somebody must have said, a scare quote, or a mere name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import FAR, look_back
from clusterdoc.find.quotes.drafts import Draft
from clusterdoc.find.quotes.saying.attribution import ruling_before
from clusterdoc.find.quotes.saying.source_words import source_range
from clusterdoc.find.syntax import FINITE_OR_MODAL, VERBS
from clusterdoc.find.words.contexts import any_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Page, Paragraph
    from clusterdoc.prose.marks import Stretch

# A man called "Shorty", so-called "safe zones", a film titled "Cold Sea", the word "sorry", her book "Cold Sea".
NAMING: Final = re.compile(
    rf"(?<!\w)(?:{any_word('called')}|{any_word('titled')}|{any_word('work')}|{any_word('term')}|as|for|like|and|or|of)"
    r"(?: \w{1,20})?,? {1,2}$",
    re.IGNORECASE,
)
# `"We act." — Lena Ott`
SIGNED: Final = re.compile(
    r"[ \t]{0,3}[\r\n]{0,4}[―—–-]{1,2}[ \t]{0,3}(?P<name>[A-Z][^\r\n.,;:!?()\"“”]{1,60})\.?[ \t]{0,3}"
)
NAMING_ALONE: Final = frozenset({"PROPN", "NOUN", "ADJ", "NUM"})
SENTENCE_END: Final = (".", "!", "?", "…", ".”")
GOVERNED: Final = frozenset({"pobj", "poss", "compound", "nmod"})
SPEAKING: Final = frozenset({"from", "by"})
SHORTEST: Final = 3
LONGEST_TERM: Final = 6


def find_unclaimed(paragraph: Paragraph, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a quote without a cue for every sentence in marks that is nobody's, and a scare quote for every term."""
    page = paragraph.page
    for stretch in paragraph.stretches:
        if any(draft.covers(stretch) for draft in drafts):
            continue
        parts = ((stretch.start, stretch.end),)
        signed, label = signature(paragraph, stretch), labelled(paragraph, stretch)
        named = signed or label
        if named is not None:
            rule = "signature" if signed is not None else "label"
            source = source_range(page, named, None)
            if source is not None and signed is None:  # "Ott on her brother, Bo Dahl" is Ott
                source = source[0], named.idx + len(named)
            yield Draft(parts, rule, source=source, head=named, marked=True)
        elif _is_sentence(page, stretch):
            head = subject_before(paragraph, stretch) or speaker_before(page, stretch, earlier)
            yield Draft(parts, "sentence in marks", head=head, marked=True)
        elif is_scare(page, stretch):
            yield Draft(parts, "term in marks", marked=True, scare=True)


def signature(paragraph: Paragraph, stretch: Stretch) -> Token | None:
    """Return the head of the name that signs a quote, in its line or the next: `"We act." — Lena Ott`."""
    page = paragraph.page
    signed = SIGNED.match(page.text, stretch.end)
    if signed is None or page.text[signed.end() : signed.end() + 1].strip("\r\n(,"):
        return None
    name = page.words(*signed.span("name"))
    if any(token.tag_ in FINITE_OR_MODAL and not token.ent_type_ for token in name):
        return None
    return next((token for token in reversed(name) if token.pos_ in ("PROPN", "NOUN")), None)


def labelled(paragraph: Paragraph, stretch: Stretch) -> Token | None:
    """Return who is named before a colon that leads to marks: `Lena Ott on rents: 'Too high'`; the first of several."""
    page = paragraph.page
    if not page.before(stretch.start).endswith(":"):
        return opening_name(paragraph, stretch)
    names: list[Token] = []
    for token in reversed(page.doc[paragraph.first : page.first_token(stretch)]):
        if token.text in SENTENCE_END or page.in_marks(token.i):
            return None
        if token.ent_type_ in ("PERSON", "ORG"):
            names.append(token)
    return first_speaker(names)


def first_speaker(names: Sequence[Token]) -> Token | None:
    """Return the name of who speaks of names in a label, the last first: not whom "on", "of" or "over" leads to."""
    ends = [name for name in names if name.i + 1 == len(name.doc) or name.nbor().ent_type_ != name.ent_type_]
    people = [name for name in ends if name.ent_type_ == "PERSON"]
    free = [name for name in people if name.dep_ not in GOVERNED or name.head.lower_ in SPEAKING]
    if free:
        return free[-1]
    return next(iter(people or ends), None)


def opening_name(paragraph: Paragraph, stretch: Stretch) -> Token | None:
    """Return the person whose name and role alone open a paragraph before a sentence: `Coach Lena Ott "We lost."`."""
    page = paragraph.page
    words = [token for token in page.doc[paragraph.first : page.first_token(stretch)] if not token.is_space]
    plain = all(token.pos_ in NAMING_ALONE or token.tag_ == "POS" for token in words)
    named = bool(words) and plain and words[-1].ent_type_ == "PERSON"
    return words[-1] if named and _is_sentence(page, stretch) else None


def _is_sentence(page: Page, stretch: Stretch) -> bool:
    """Return whether a stretch is a whole sentence by itself: capital, sentence sign, a verb."""
    inner = page.text[stretch.inner_start : stretch.inner_end]
    if len(inner.split()) < SHORTEST or not inner.endswith(SENTENCE_END) or not inner[:1].isupper():
        return False
    return any(token.pos_ in VERBS for token in page.words(stretch.start, stretch.end))


def is_scare(page: Page, stretch: Stretch) -> bool:
    """Return whether a stretch is a term held at arm's length, not a title, a nickname or a name: "tax grab"."""
    inner = page.text[stretch.inner_start : stretch.inner_end].strip(" .,;:!?")
    words = inner.split()
    if len(words) > LONGEST_TERM or not stretch.closed or not inner[:1].islower():
        return False
    return not look_back(NAMING, page.text, stretch.start, FAR)


def speaker_before(page: Page, stretch: Stretch, earlier: Sequence[Draft]) -> Token | None:
    """Return who speaks in the sentence before a paragraph in marks: `Kerr said it was likely.¶“We know more.”`."""
    ruling = ruling_before(page, stretch, earlier)
    return ruling.head if ruling is not None else None


def subject_before(paragraph: Paragraph, stretch: Stretch) -> Token | None:
    """Return the subject of the sentence that ends right before a stretch in its paragraph: `Kerr frowned. "No."`."""
    page = paragraph.page
    first = page.first_token(stretch)
    before = next((t for t in reversed(page.doc[paragraph.first : first]) if not t.is_space), None)
    if before is None or page.in_marks(before.i):
        return None
    for token in page.doc[max(paragraph.first, page.sentences[before.i]) : before.i]:
        if token.dep_ == "nsubj" and not page.in_marks(token.i) and token.head.dep_ == "ROOT":
            return token
    return None
