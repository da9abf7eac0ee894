"""Pages of the web: the article, its title and day, in the page's own charset; nothing else is read or fetched."""

from __future__ import annotations

import sys

import pytest

from clusterdoc.errors import SourceError
from clusterdoc.source.content import Content, read_content

WORDS = "Mayor Jane Ott said “it’s closed” on Monday, and that it would take six weeks and €5 million."
PAGE = """<!DOCTYPE html><html><head>{head}<title>A bridge is closed - Example News</title>
<meta property="article:published_time" content="2023-07-07T23:30:00-05:00"><style>p {{margin: 1em}}</style>
<script>var a = 'He said "no" 5 times';</script></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>A bridge is closed</h1><p>{words}</p><p>The bridge is <a href="/b">120 years</a> <em>old</em>.</p>
<aside class="ad"><p>Save 30% today, says our publisher.</p></aside></article>
<section id="comments"><p>"Nonsense," said my uncle, who is 81.</p></section>
<footer>© 2026 Example News. Call 555-0100.</footer></body></html>"""
TEXT = f"A bridge is closed\n{WORDS}\nThe bridge is 120 years old."


def page(head: str = "", encoding: str = "utf-8") -> bytes:
    return PAGE.format(head=head, words=WORDS).encode(encoding)


def test_a_page_is_its_article_with_its_title_and_day() -> None:
    source = read_content(Content(page(), "a.txt", url="https://example.org/a"))
    assert (source.text, source.title, source.published, source.url, source.format) == (
        TEXT, "A bridge is closed", "2023-07-07", "https://example.org/a", "html",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "encoding", "charset"),
    [
        (page('<meta charset="windows-1252">', "cp1252"), None, None),
        (page('<meta charset="iso-8859-1">', "cp1252"), None, None),  # as all browsers take it
        (page('<meta http-equiv="Content-Type" content="text/html; charset=cp1252">', "cp1252"), None, None),
        (page("", "cp1252"), "cp1252", None),
        (page('<meta charset="utf-8">', "cp1252"), "cp1252", None),
        (page('<meta charset="utf-8">', "cp1252"), None, "cp1252"),
        (page('<meta charset="nonsense">'), None, None),
        (page('<meta charset="cp1252">', "utf-8-sig"), None, None),
        (page("", "utf-16"), None, None),
        (page("", "utf-16-be").replace(b"\0<", b"\xfe\xff\0<", 1), None, None),
        (page("<meta charset=windows-1252>", "cp1252"), None, None),
        (page("<META HTTP-EQUIV='content-type' CONTENT='text/html;charset=windows-1252'>", "cp1252"), None, None),
        (page('<meta content="text/html; charset=x-cp1252" http-equiv=content-type>', "cp1252"), None, None),
        (page('<meta charset="utf-16">'), None, None),  # which a page that can be read so is not in
        (page('<meta charset="cp1252">'), None, "utf-8"),
        (b'<?xml version="1.0" encoding="windows-1252"?>' + page("", "cp1252"), None, None),
        (page("<!-- " + "x" * 1_500 + ' --><meta charset="cp1252">', "cp1252"), None, None),
    ],
)
def test_the_charset_asked_for_marked_or_declared_is_obeyed(
    data: bytes, encoding: str | None, charset: str | None
) -> None:
    assert read_content(Content(data, "a.html", encoding, charset)).text == TEXT


ONE, TWO = "The bridge cost $5 million, she told reporters.", "“We shall build it again,” said Paul Dahl."
MENU = '<div id="n"><a href="/">Home</a> | <a href="/w">World</a></div>'


@pytest.mark.parametrize(
    "body",
    [
        f"{MENU}<div><div>{WORDS}</div><div>{ONE}</div><div>{TWO}</div></div>",
        f"{MENU}<div>{WORDS}<br><br>{ONE}<br/>{TWO}</div>",
        f"{WORDS}<br><br>{ONE}<BR>{TWO}",
        f"<table><tr><td>{MENU}</td><td><font>{WORDS}<br><br>{ONE}<br><br>{TWO}</font></td></tr></table>",
        f"<table><tr><td><p>{WORDS}</p><p>{ONE}</p><p>{TWO}</p></td></tr></table>",
        f"<pre>{WORDS}\n{ONE}\n\n{TWO}</pre>",
        f"<main><section><div><span>{WORDS}</span></div></section><section><b>{ONE}</b><p>{TWO}</section></main>",
        f"<article><p>{WORDS}</p><p hidden>It cost $9.</p><p>{ONE}</p><p style='display:none'>9.</p><p>{TWO}</article>",
        f"<story-body><para>{WORDS}</para><para>{ONE}</para><para>{TWO}</para></story-body>",
        f"<ul><li>{WORDS}</li><li>{ONE}</li><li>{TWO}</li></ul>",
        f"<!-- menu -->{MENU}<center>{WORDS}<hr>{ONE}<hr>{TWO}</center><form>Search. <input></form>",
    ],
)
def test_a_page_without_paragraphs_has_those_that_a_browser_shows(body: str) -> None:
    text = read_content(Content(f"<html><head><title>A</title></head><body>{body}</body></html>".encode(), "a")).text
    assert text.split("\n") == [WORDS, ONE, TWO]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Ann said no.</p>", "Ann said no."),
        ("<html><body><p>It cost $5.</p></body></html>", "It cost $5."),
        (f"<html><body>{MENU}<article><h1>A bridge</h1><p>It cost $5.</p></article></body>", "A bridge\nIt cost $5."),
        ("<html><body><article><p>“No.”</p><p>“Yes,” he said.</p></article>", "“No.”\n“Yes,” he said."),
        ("<html><body><div>A <a href='/b'>bridge</a> cost $5.</div></body></html>", "A bridge cost $5."),
    ],
)
def test_a_short_page_is_an_article_too(page: str, text: str) -> None:
    assert read_content(Content(page.encode(), "a")).text == text


def test_the_rows_of_a_table_are_lines_and_its_rule_is_none() -> None:
    table = "<table><tr><th>Item</th><th>2023</th></tr><tr><td>Net sales</td><td>$71.2 million</td></tr></table>"
    text = read_content(Content(page().replace(b"<aside", table.encode() + b"<aside", 1), "a")).text
    assert "| Net sales | $71.2 million |" in text
    assert "---" not in text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"<html></html>", "a is a web page in which no article was found."),
        (b"<html><script>alert('He said 5.')</script></html>", "a is a web page in which no article was found."),
        (b"<div>" * 100_001, "a is a web page larger than any article."),
        (b"<p " + b"a=1 b='>' c " * 2_000 + b">Ann said no.", "a is a web page larger than any article."),
        (b"<p>" + b"a" * 10_000_000, "a is a web page larger than any article."),
        (b"<html>" + b"caf\xe9 ole", "a is not UTF-8 (byte 0xe9 at 9): --encoding cp1252"),
        (b"<div>" * 20_000 + b"word", "a is a web page in which no article was found."),
    ],
)
def test_a_page_that_cannot_be_read_is_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_content(Content(data, "a"))
    assert str(caught.value).startswith(sentence)


def test_entities_are_no_bombs_and_nothing_is_fetched() -> None:
    kinds = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    outside = f'<!DOCTYPE html [<!ENTITY e0 "x">{kinds}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    data = page().replace(b"<!DOCTYPE html>", outside.encode()).replace(b"120 years", b"&e8;&f;")
    assert len(read_content(Content(data, "a")).text) < 10_000


def test_without_the_extra_the_command_that_installs_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(SourceError, match=r"^a is a web page, which needs .*: pip install 'clusterdoc\[web\]'"):
        read_content(Content(page(), "a"))
