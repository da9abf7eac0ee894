"""The page: the article whole, every fact marked and linked, nothing that runs or loads."""

from __future__ import annotations

import json
import os
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from invented import EXAMPLES, document, documents, repeated
from made import DOCUMENT, TEXT
from pages import article, ids, links
from steps import check_growth

from clusterdoc.facts import Document, Source
from clusterdoc.source import read_sample
from clusterdoc.view.html import to_html

if TYPE_CHECKING:
    from clusterdoc.extractor import Extractor

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "wikinews.jsonl"
CORPUS_ARTICLES = int(os.environ.get("CLUSTERDOC_CORPUS_ARTICLES", "4"))
VOID = {"meta", "input", "path"}
IMPLIED = {"td", "th", "tr"}  # their end tags may be left out
STORY = document(
    'Mayor Ana Ruiz said on Monday that "the bridge cost $12 million," of which a third was lent.\n'
    'Ruiz, 51, met Lyle FC. "We waited," she said, "because it was closed."',
    [("Ana Ruiz", "PERSON", "Ana Ruiz|Ruiz,"), ("Lyle FC", "ORG", "Lyle FC"), ("Lyle", "GPE", "Lyle")],
    [
        ("mixed", 'that "the bridge cost $12 million,"', "Ana Ruiz", "said"),
        ("direct", '"We waited,"|"because it was closed."', "Ana Ruiz", "said"),
    ],
    [("$12 million", "money", 12_000_000, "USD", "bridge"), ("Monday", "date", None, None, None)],
)  # fmt: skip


class Reader(HTMLParser):
    """Checks that tags balance, and collects what is inside a chosen element."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- HTMLParser's
        if tag not in VOID | IMPLIED:
            assert not (tag == "a" and "a" in self.open), "a link inside a link"
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID | IMPLIED:
            assert self.open.pop() == tag


def check(page: str, text: str) -> None:
    """Assert the laws of every page."""
    reader = Reader()
    reader.feed(page)
    assert article(page) == text
    assert not [tag for tag in reader.open if tag != "!doctype"]
    names = ids(page)
    assert len(names) == len(set(names))
    assert set(links(page)) <= set(names)


@settings(max_examples=EXAMPLES, deadline=None)
@given(documents())
def test_the_article_without_tags_is_the_article_and_every_link_lands(drawn: Document) -> None:
    check(to_html(drawn), drawn.source.text)


def test_the_page_of_the_sample_keeps_its_laws_and_its_size(found: Extractor) -> None:
    sample = found.extract(read_sample())
    page = to_html(sample)
    check(page, sample.source.text)
    assert len(page.encode()) <= 10 * len(sample.source.text.encode()) + 20_000


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus lies beside the checkout, and is not there")
def test_the_page_of_articles_as_they_come_keeps_its_laws_and_its_size(found: Extractor) -> None:
    lines = CORPUS.read_text("utf-8").splitlines()
    for line in lines[:: max(1, len(lines) // CORPUS_ARTICLES)][:CORPUS_ARTICLES]:
        read = found.extract(Source("corpus", json.loads(line)["text"]))
        page = to_html(read)
        check(page, read.source.text)
        assert len(page.encode()) <= 10 * len(read.source.text.encode()) + 20_000


def test_the_steps_of_a_page_grow_as_its_article_does() -> None:
    check_growth(lambda times: to_html(repeated(STORY, times)), 10)
    long = repeated(STORY, 40)
    assert article(to_html(long)) == long.source.text


def test_the_page_of_an_article_that_would_harm_a_careless_reader_keeps_its_laws() -> None:
    check(to_html(DOCUMENT), TEXT)


def test_an_empty_article_makes_a_page_that_says_so() -> None:
    page = to_html(Document(Source("empty.txt", ""), None))
    check(page, "")
    assert "No names found." in page
    assert "No quotes found." in page


@pytest.mark.parametrize("text", [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "</style></article><h1>",
    "&lt;b&gt; &amp;amp; &#0; &nbsp",
    "{{ 7 * 7 }} {% raw %}",
    "]]><!-- --> <!DOCTYPE x>",
])  # fmt: skip
def test_an_article_that_looks_like_markup_stays_text(text: str) -> None:
    page = to_html(document(text, [(text, "PERSON", text)], [("direct", text, text, None)]))
    check(page, text)
    assert "<script" not in page
    assert 'onerror="' not in page


@pytest.mark.parametrize(("text", "part"), [
    ("a\x00b", r'a<i data-c="0">\x00</i>b'),
    ("a\x1b[31mb", r'a<i data-c="1b">\x1b</i>[31mb'),
    ("a\u202eb", r'a<i data-c="202e">\u202e</i>b'),
    ("a\ud800b", r'a<i data-c="d800">\ud800</i>b'),
    ("a\r\nb", '<p>a</p><i data-c="d"></i>\n<p>b</p>'),
    ("a\rb", '<p>a</p><i data-c="d">\n</i><p>b</p>'),
    ("👩\u200d🚒", "👩\u200d🚒"),
])  # fmt: skip
def test_a_character_that_html_may_not_hold_is_shown_as_a_sign(text: str, part: str) -> None:
    page = to_html(Document(Source("signs", text), None))
    assert part in page
    assert article(page) == text


@pytest.mark.parametrize(("part", "why"), [
    ("<h1>made by hand</h1>", "the source is the heading"),
    ("<p>31 words · 1 person · 1 organisation · 2 quotes · 2 figures</p>", "the counts are told"),
    ('<mark id="e1-1" class="person v1"><a href="#e1">Ana Ruiz</a></mark>', "a name links to its item"),
    ('title="12,000,000 USD; of bridge; said by Ana Ruiz" value="12000000"', "a figure names its speaker on hover"),
    ('<span class="note">12,000,000 USD; of bridge; said by Ana Ruiz</span>', "and in the list"),
    ('<data id="f2-1" value="Monday">', "a date that is not known has no datetime"),
    ('title="Ana Ruiz (direct)"', "a quote names its speaker"),
    ('<a class="back" href="#q2" aria-label="q2: Ana Ruiz (direct)" data-n="2"></a>', "a quote links to its item"),
    ("named 2 times, quoted in 3 places", "the strip says in words what it shows"),
])  # fmt: skip
def test_the_page_of_a_story_holds(part: str, why: str) -> None:
    assert part in to_html(STORY), why


def test_a_name_that_another_covers_is_linked_all_the_same() -> None:
    page = to_html(document("Port Lyle", [("Port Lyle FC", "ORG", "Port Lyle"), ("Port Lyle", "GPE", "Port Lyle")]))
    assert {"e1", "e2", "e1-1", "e2-1"} <= set(links(page))


def test_the_page_holds_no_script_and_names_no_other_place() -> None:
    page = to_html(STORY)
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert "url(" not in page
    assert "@import" not in page


def test_the_page_is_the_same_every_time() -> None:
    assert to_html(STORY) == to_html(STORY)


def test_a_page_does_not_tell_where_the_file_lay() -> None:
    page = to_html(Document(Source("/home/somebody/secret/story.txt", "Nothing."), None))
    assert "<h1>story.txt</h1>" in page
    assert "secret" not in page


def test_a_quote_shows_its_speaker_its_neighbours_and_whom_it_is_about() -> None:
    page = to_html(DOCUMENT)
    assert 'data-who="Ana Ott"' in page
    assert '<a href="#q1">prev</a>' in page
    assert "about 日本大使館" in page
    assert "@media (forced-colors: active)" in page
    assert '<a href="#quotes">Quotes</a>' in page.partition("<main>")[0]
