"""Pages of the web: the text of the article, without navigation, advertisements and comments, by trafilatura."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Final

from clusterdoc.errors import SourceError
from clusterdoc.facts import Source
from clusterdoc.source.extras import extra
from clusterdoc.source.html_blocks import blocks_of, ends_sentence
from clusterdoc.source.naming import printable, shown
from clusterdoc.source.text import declared_text

if TYPE_CHECKING:
    from typing import Any

    from clusterdoc.source.content import Content

MAX_BYTES: Final = 10_000_000
MAX_TAGS: Final = 100_000  # the time that HTML takes may grow with their square
MAX_ATTRIBUTES: Final = 5_000
LONG_TAG: Final = re.compile(r"<[a-zA-Z/](?:[^<>\"']|\"[^\"]{0,10000000}\"|'[^']{0,10000000}'){5000,10000000}")
QUOTED: Final = re.compile(r"\"[^\"]{0,10000000}\"|'[^']{0,10000000}'")
ATTRIBUTE: Final = re.compile(r"[^\s/=]{1,10000000}")
HEAD: Final = 4_096  # bytes in which a page says its charset
# https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type
BEGINNING: Final = re.compile(
    r"(?i)(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--|<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style"
    r"|title|b|body|br|p|meta|link|main|article|section|header)[\s/>])"
)
CHARSET: Final = re.compile(rb"(?i)<meta[^>]{0,300}charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})")
XML_ENCODING: Final = re.compile(rb"(?i)\A\s{0,99}<\?xml[^>]{0,200}encoding=[\"']([\w.:-]{2,40})")
SHORT: Final = 1_000  # characters, below which trafilatura may have fallen back to all words of an element as one
LAYOUT: Final = re.compile(r"(?m)^\| [^|\n]{150,9000} \|$")  # a table that only lays out the page
TABLE_ROW: Final = re.compile(r"(?m)^\| ")
ENOUGH: Final = 0.5  # of the characters that trafilatura found
RULE: Final = re.compile(r"\|(?:-{3,9}\|)+")


def begins_as_html(head: str) -> bool:
    """Tell whether a text begins as a page of the web."""
    return BEGINNING.match(head.lstrip()) is not None


def read_html(content: Content) -> Source:
    """Return the article of a page, a paragraph a line, with its title, day of publication and address.

    Raises SourceError without the extra `web`, for a page that holds no article, and for one too large.
    """
    page = html_text(content)
    if len(content.data) > MAX_BYTES or page.count("<") > MAX_TAGS or has_endless_tag(page):
        raise SourceError(f"{shown(content.name)} is a web page larger than any article.")
    article = _extracted(page, content.name, content.url)
    text = _paragraphs(article.text if article is not None else None)
    if LAYOUT.search(text) or (len(text) < SHORT and not TABLE_ROW.search(text)):
        text = by_blocks(text, page)
    if not text:
        raise SourceError(f"{shown(content.name)} is a web page in which no article was found.")
    title, published, url = (getattr(article, name, None) or None for name in ("title", "date", "url"))
    return Source(printable(content.name), text, (), title, published, content.url or url, "html")


def has_endless_tag(page: str) -> bool:
    """Tell whether a tag has more attributes than any: each is compared with all before it."""
    return any(
        sum(1 for _ in ATTRIBUTE.finditer(QUOTED.sub("", tag[0]))) > MAX_ATTRIBUTES for tag in LONG_TAG.finditer(page)
    )


def by_blocks(text: str, page: str) -> str:
    """Return a short text with a paragraph a line, which trafilatura does not part, by the blocks of the page.

    A page in which it found nothing has the blocks that are sentences.
    """
    blocks = blocks_of(page)
    if not text:
        return "\n".join(blocks) if any(ends_sentence(block) for block in blocks) else ""
    all_of_it = " ".join(text.split())
    known = [block for block in blocks if block in all_of_it]
    return "\n".join(known) if len(" ".join(known)) > ENOUGH * len(all_of_it) else text


def html_text(content: Content) -> str:
    """Return the characters of a page: in the charset asked for, marked, said by the server or by the page."""
    return declared_text(content, content.charset or declared_in(content.data))


def declared_in(data: bytes) -> str | None:
    """Return the charset that a page says it is in."""
    found = XML_ENCODING.search(data[:HEAD]) or CHARSET.search(data[:HEAD])
    return found[1].decode("ascii", "replace") if found else None


def _extracted(page: str, name: str, url: str | None = None) -> Any:  # noqa: ANN401 -- trafilatura's own Document
    """Return what trafilatura finds in a page, or None; nothing is fetched."""
    trafilatura = extra("trafilatura", "web", f"{shown(name)} is a web page")
    for logger in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(logger).setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            page,
            url=url,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (RecursionError, ValueError, AssertionError, TypeError, KeyError, AttributeError) as error:
        raise SourceError(f"{shown(name)} is a web page that cannot be read: {type(error).__name__}.") from error


def _paragraphs(text: str | None) -> str:
    """Return a page's text with a paragraph a line, without the rules that Markdown has below the head of a table."""
    lines = (" ".join(line.split()) for line in (text or "").split("\n"))
    return "\n".join(line for line in lines if line and not RULE.fullmatch(line))
