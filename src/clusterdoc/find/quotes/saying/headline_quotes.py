"""What a headline reports: "Ott: Rents will fall", "Minister: prices will fall", "Two held after fire - police"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.quotes.drafts import Draft
from clusterdoc.find.quotes.saying import cues
from clusterdoc.find.quotes.speakers.roles import role_of
from clusterdoc.find.syntax import FINITE_OR_MODAL, NOUNS, VERBS
from clusterdoc.find.words.pronouns import GENDERS
from clusterdoc.prose.openings import is_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from clusterdoc.find.quotes.reading.page import Paragraph

HEADLINE: Final = re.compile(r"(?P<name>[A-Z][^\r\n:\"“‘]{1,40}):[ \t]{1,3}(?=[A-Za-z‘'])")
# Two held after fire - police; He "stole from the dead": prosecutor
SOURCE_LAST: Final = re.compile(
    r"(?:(?<=\w) (?P<dash>[-–—]) |(?P<colon>:) )(?P<name>[a-z]{4,15}(?: [a-z]{4,15}){0,2})\Z"
)
# Rents set to soar, warns agency
SOURCE_BEHIND: Final = re.compile(r", (?P<cue>[a-z]{4,14}) (?P<name>[^\W\d_][\w’' -]{2,40})\Z")
LONGEST_HEADLINE: Final = 140
ENDS: Final = (".", "!", "?")
BELOW: Final = 250  # characters
LONGEST_OFFICE: Final = 4  # words


def headline(title: Paragraph) -> list[Draft]:
    """Return what a headline reports after a name and a colon: "Ott: Rents will fall"; empty if it does not."""
    page = title.page
    name = HEADLINE.match(page.text, title.start, title.end)
    source = SOURCE_LAST.search(page.text, title.start, title.end)
    if source is not None and (found := _source_last(title, source)):
        return found
    if found := _source_behind_cue(title):
        return found
    if name is None or title.end - title.start > LONGEST_HEADLINE:
        return []
    words = [token for token in title.tokens if token.idx < name.end("name")]
    person = next((token for token in reversed(words) if token.ent_type_ == "PERSON"), None)
    if person is None and any(token.pos_ in VERBS for token in title.tokens if token.idx >= name.end()):
        person = _office(words)
    if person is None:
        return []
    colon = name.end("name")
    return [Draft(((name.end(), title.end),), "headline", (colon, colon + 1), source=name.span("name"), head=person)]


def heading_quotes(line: Paragraph) -> list[Draft]:
    """Return what a heading within an article reports of somebody whom the text below names again; empty if nothing.

    "Lena Ott: Rents will fall", not a caption, a rating ("Kerr: He was slow") or a sentence.
    """
    page = line.page
    name = HEADLINE.match(page.text, line.start, line.end)
    if name is None or page.text[line.end - 1] in ENDS or line.end - line.start > LONGEST_HEADLINE:
        return []
    words = [token for token in line.tokens if token.idx < name.end("name") and not token.is_space]
    said = [token for token in line.tokens if token.idx >= name.end()]
    named = words[-1].ent_type_ == "PERSON" and all(token.pos_ == "PROPN" for token in words)
    reports = any(token.tag_ in FINITE_OR_MODAL for token in said) or bool(line.stretches)
    below = page.text[line.end : line.end + BELOW]
    if not (named and reports and words[-1].text in below) or any(token.lower_ in GENDERS for token in said):
        return []
    colon = name.end("name")
    return [Draft(((name.end(), line.end),), "headline", (colon, colon + 1), source=name.span("name"), head=words[-1])]


def _source_last(title: Paragraph, source: re.Match[str]) -> list[Draft]:
    """Return what a headline reports before a dash and its source: "Two held after fire - police"."""
    words = [token for token in title.tokens if source.start("name") <= token.idx < source.end()]
    role = role_of(words[-1])
    if role is None or role.kind == "text" or title.end - title.start > LONGEST_HEADLINE:
        return []
    dash = source.span("dash") if source["dash"] else source.span("colon")
    return [Draft(((title.start, source.start()),), "headline", dash, source=source.span("name"), head=words[-1])]


def _source_behind_cue(title: Paragraph) -> list[Draft]:
    """Return what a headline reports before a cue and its source: "Rents set to soar, warns agency"."""
    behind = SOURCE_BEHIND.search(title.page.text, title.start, title.end)
    cue = cues.verbs().get(behind["cue"]) if behind is not None else None
    if behind is None or cue is None or "clause" not in cue.frames or not behind["cue"].endswith("s"):
        return []
    words = [token for token in title.tokens if behind.start("name") <= token.idx < behind.end()]
    role = role_of(words[-1])
    if words[-1].ent_type_ not in ("PERSON", "ORG") and (role is None or role.kind == "text"):
        return []
    verb = title.page.doc[title.token_at(behind.start("cue"))]
    parts = ((title.start, behind.start()),)
    return [Draft(parts, "headline", behind.span("cue"), verb, source=behind.span("name"), head=words[-1])]


def _office(words: Sequence[Token]) -> Token | None:
    """Return the noun that a headline names a speaker by: "Minister: prices will fall"; None of a label."""
    role = role_of(words[-1]) if words[-1].pos_ in NOUNS and not is_label(words[-1].text) else None
    return words[-1] if role is not None and role.human and len(words) <= LONGEST_OFFICE else None
