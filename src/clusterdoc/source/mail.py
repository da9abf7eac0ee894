"""Letters (.eml): their words, from the part of text or else of HTML, with subject and date."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from typing import TYPE_CHECKING, Final

from clusterdoc.errors import SourceError
from clusterdoc.facts import Source
from clusterdoc.source.content import Content
from clusterdoc.source.naming import printable, shown
from clusterdoc.source.text import declared_text

if TYPE_CHECKING:
    from email.message import EmailMessage

MAX_BYTES: Final = 30_000_000
MAX_PARTS: Final = 1_000  # lines that may begin a part: nesting costs more than its length
MAX_HEADERS: Final = 500_000  # bytes
HEADER: Final = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):")
SENDER: Final = frozenset({"from", "received", "return-path", "message-id"})
OTHERS: Final = frozenset({"date", "subject", "to", "message-id", "mime-version", "received", "delivered-to"})


def begins_as_mail(head: str) -> bool:
    """Tell whether a text begins as a letter: a block of headers, with a sender and two more of those all have."""
    block, ended, _ = head.replace("\r\n", "\n").partition("\n\n")
    lines = [line for line in block.split("\n") if not line.startswith((" ", "\t"))]
    lines = lines[lines[0].startswith("From ") : None if ended else -1]
    found = [HEADER.match(line) for line in lines]
    names = {header[1].lower() for header in found if header}
    return all(found) and bool(names & SENDER) and len(names & OTHERS) > 1


def read_mail(content: Content) -> Source:
    """Return the article in a letter, with its subject for a title and the day it was sent.

    Raises SourceError for one without words.
    """
    data = content.data
    if too_large(data):
        raise SourceError(f"{shown(content.name)} is a letter larger than any article.")
    try:
        message = message_from_bytes(data, policy=policy.default)
        text = _words(message, content)
        subject, published = str(message["subject"] or ""), day_sent(message)
    except (MessageError, RecursionError, LookupError, ValueError, AttributeError, TypeError) as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(f"{shown(content.name)} is a letter that cannot be read: {type(error).__name__}.") from error
    if not text.strip():
        raise SourceError(f"{shown(content.name)} is a letter without words.")
    return Source(printable(content.name), text, (), " ".join(subject.split()) or None, published, format="mail")


def too_large(data: bytes) -> bool:
    """Tell whether a letter has more of something than any: the time that headers take grows with their square."""
    if len(data) > MAX_BYTES or data.count(b"\n--") > MAX_PARTS * 100 or data.lower().count(b"multipart/") > MAX_PARTS:
        return True
    ends = (data.find(blank, 0, MAX_HEADERS) for blank in (b"\n\n", b"\r\n\r\n"))
    return len(data) > MAX_HEADERS and max(ends) < 0


def _words(message: EmailMessage, content: Content) -> str:
    """Return the words of a letter: its part of text, else that of HTML."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    inside = Content(data, content.name, content.encoding, part.get_content_charset())
    if part.get_content_subtype() == "html":
        from clusterdoc.source.html import read_html

        return read_html(inside).text
    text = declared_text(inside, inside.charset).replace("\r\n", "\n")
    return flowing(text) if part.get_param("format") == "flowed" else text


def flowing(text: str) -> str:
    """Return text of the format "flowed", in which a blank ends a line that goes on, with a paragraph a line."""
    joined: list[str] = []
    for line in text.splitlines():
        goes_on = line.endswith(" ") and line != "-- "
        joined.append(line.removeprefix(" ") + "\n" * (not goes_on))
    return "".join(joined)


def day_sent(message: EmailMessage) -> str | None:
    """Return the day of a letter's Date as ISO 8601, as its sender wrote it, or None."""
    date = getattr(message["date"], "datetime", None)
    return date.date().isoformat() if date else None
