"""The page in a real browser: links land, nothing runs or leaves, and everybody can read it."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

import pytest
from chromium import Chromium
from invented import document

from clusterdoc.facts import Document, Source
from clusterdoc.source import read_sample
from clusterdoc.view.html import to_html
from clusterdoc.view.jupyter import framed_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from clusterdoc.extractor import Extractor

PROGRAM: Final = shutil.which("chromium")
AXE: Final = "axe-core@4.10.3"
SIZES: Final = [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]
RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HOSTILE: Final = (
    "<script>document.title = 'run'</script> said <img src=x onerror=\"document.title='run'\">.\r\n"
    "</style></article></body> \"it's\" &lt;b&gt; &amp; ' &#0; \x00\x1b[31m \u202eabc\u202c \ud800 \ufffe <q> </mark>\r"
    "<a href='http://127.0.0.1:9/'>link</a> <link rel=stylesheet href=http://127.0.0.1:9/x.css>"
)
ARTICLE: Final = """(() => {
    const article = document.querySelector('article').cloneNode(true);
    for (const sign of article.querySelectorAll('i[data-c]'))
        sign.replaceWith(String.fromCodePoint(parseInt(sign.dataset.c, 16)));
    return [...article.textContent].map(character => character.codePointAt(0));
})()"""
LINKS: Final = """(() => {
    const lost = [];
    for (const link of document.querySelectorAll('a')) {
        link.click();
        const target = document.querySelector(':target');
        const box = target && target.getBoundingClientRect();
        const seen = box && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        if (!seen || '#' + target.id !== link.getAttribute('href')) lost.push(link.outerHTML);
    }
    return {links: document.links.length, lost};
})()"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    if not PROGRAM:
        pytest.skip("chromium is not installed (Debian: apt-get install chromium)")
    with Chromium(PROGRAM, tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture(scope="module")
def axe(pytestconfig: pytest.Config) -> str:
    """Return the source of axe-core, which npm brings into pytest's cache the first time."""
    cache: pytest.Cache | None = getattr(
        pytestconfig, "cache", None
    )  # there is none where pytest was told to keep nothing
    npm = shutil.which("npm")
    if not npm or not cache:
        pytest.skip("npm, which brings axe-core, is not installed")
    folder = cache.mkdir("axe")
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        command = [npm, "install", "--prefix", str(folder), "--no-save", "--ignore-scripts", AXE]
        done = subprocess.run(command, capture_output=True, check=False, timeout=120)
        if done.returncode:
            pytest.skip(f"npm cannot bring {AXE}")
    return script.read_text("utf-8")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, found: Extractor) -> Path:
    """Return the page of the sample."""
    path = tmp_path_factory.mktemp("page") / "sample.html"
    path.write_bytes(to_html(found.extract(read_sample())).encode())
    return path


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of an article made to break it."""
    lines = HOSTILE.splitlines()
    story = document(
        HOSTILE,
        [(lines[0][:39], "PERSON", lines[0][:39]), ("</mark>", "ORG", "</mark>")],
        [("direct", HOSTILE[50:150], lines[0][:39], "said")],
        [("127.0.0.1", "count", 1, "<b>", None)],
    )
    path = tmp_path_factory.mktemp("page") / "hostile.html"
    path.write_bytes(to_html(story).encode())
    return path


def complaints(browser: Chromium, page: Path) -> list[object]:
    """Return what the browser logged of a page, and what it asked for besides the page."""
    logged = [event for event in browser.events if event[0] in ("Log.entryAdded", "Runtime.exceptionThrown")]
    asked = [told["request"]["url"] for method, told in browser.events if method == "Network.requestWillBeSent"]
    return [*logged, *(url for url in asked if url != page.as_uri())]


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_every_link_lands_on_its_target(browser: Chromium, page: Path, width: int, scheme: str) -> None:
    browser.dress(width, scheme)
    browser.open(page)
    answer = browser.run(LINKS)
    assert answer["links"] > 300
    assert answer["lost"] == []
    assert complaints(browser, page) == []


def test_links_stay_in_the_frame_of_a_notebook(browser: Chromium, tmp_path: Path) -> None:
    framed = framed_page(document("Ana Ott left.", [("Ana Ott", "PERSON", "Ana Ott")]))
    notebook = tmp_path / "notebook.html"
    notebook.write_text(framed.replace('sandbox=""', ""), "utf-8")  # that the test may look inside
    browser.open(notebook)
    browser.run("document.querySelector('iframe').contentDocument.querySelector('a[href=\"#e1\"]').click()")
    assert browser.run("document.querySelector('iframe').contentDocument.querySelector(':target').id") == "e1"
    assert browser.run("location.href") == notebook.as_uri()


def test_the_text_that_the_browser_holds_is_the_article(browser: Chromium, page: Path) -> None:
    browser.open(page)
    assert "".join(map(chr, browser.run(ARTICLE))) == read_sample().text


def test_an_article_made_of_markup_stays_text(browser: Chromium, hostile: Path) -> None:
    browser.open(hostile)
    assert "".join(map(chr, browser.run(ARTICLE))) == HOSTILE
    assert browser.run("document.scripts.length + document.images.length") == 0
    assert browser.run("document.querySelectorAll('link, [onerror], a:not([href^=\"#\"])').length") == 0
    assert browser.run("document.querySelectorAll('style, article, h1').length") == 3
    assert "run" not in browser.run("document.title")
    assert complaints(browser, hostile) == []


@pytest.mark.parametrize(("width", "scheme"), SIZES[::3])
def test_axe_finds_nothing_to_complain_of(browser: Chromium, page: Path, axe: str, width: int, scheme: str) -> None:
    browser.dress(width, scheme)
    browser.open(page)
    browser.run("location.hash = '#q1'")
    browser.run(axe + ";0")
    found = browser.run(f"axe.run(document, {{runOnly: {json.dumps(RULES)}}})")
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found["violations"]] == []
    assert len(found["passes"]) > 20


@pytest.mark.parametrize("width", [360, 390, 768, 1024, 1280, 1920])
def test_nothing_is_wider_than_the_window(browser: Chromium, page: Path, hostile: Path, width: int) -> None:
    browser.dress(width, "light")
    for shown in (page, hostile):
        browser.open(shown)
        assert browser.run("document.documentElement.scrollWidth") <= width


def test_marks_are_hidden_and_shown_without_a_script(browser: Chromium, page: Path) -> None:
    browser.dress(1280, "light")
    browser.open(page)
    line = "getComputedStyle(document.querySelector('article .person a')).textDecorationColor"
    shown = browser.run(line)
    browser.run("document.getElementById('show-person').click()")
    assert browser.run(line) == "rgba(0, 0, 0, 0)" != shown


def test_marks_are_seen_and_hidden_in_forced_colours(browser: Chromium, page: Path) -> None:
    browser.dress(390, "dark", forced=True)
    browser.open(page)
    style = "(name, part) => { const s = getComputedStyle(document.querySelector(name), part); return "
    back = f"({style}s.backgroundColor + ' ' + s.color }})('article q.direct')"
    who = f"({style}s.color }})('article q.direct', '::before')"
    frame = f"({style}s.borderTopWidth }})('article .person')"
    swatch = f"({style}s.backgroundColor }})('thead i.named')"
    marked = browser.run(back)
    assert marked.endswith(f" {browser.run(who)}")
    assert (browser.run(frame), "rgba" in browser.run(swatch)) == ("1px", False)
    browser.run("document.getElementById('show-direct').click(); document.getElementById('show-person').click()")
    hidden = browser.run(back)
    assert hidden.startswith("rgba(0, 0, 0, 0) ")
    assert hidden.endswith(f" {browser.run(who)}")
    assert hidden.split(") ")[1] != marked.split(") ")[1]  # of text on the page's ground, not on the mark's
    assert browser.run(frame) == "0px"


def test_one_voice_is_picked_out_of_all(browser: Chromium, page: Path) -> None:
    browser.dress(1280, "light")
    browser.open(page)
    facts = "[...document.querySelectorAll('.fact')].filter(fact => fact.offsetHeight)"
    everybody = browser.run(f"{facts}.length")
    browser.run("document.getElementById('only1').click()")
    assert 0 < browser.run(f"{facts}.length") < everybody
    assert browser.run(f"{facts}.every(fact => fact.classList.contains('v1'))")


def test_the_keyboard_meets_a_skip_link_first_and_sees_its_focus(browser: Chromium, page: Path) -> None:
    browser.open(page)
    browser.call("Input.dispatchKeyEvent", type="keyDown", key="Tab", code="Tab", windowsVirtualKeyCode=9)
    assert browser.run("document.activeElement.getAttribute('href')") == "#text"
    assert browser.run("document.activeElement.getBoundingClientRect().left") >= 0
    assert browser.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_an_article_of_nothing_is_a_page(browser: Chromium, axe: str, tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_bytes(to_html(Document(Source("empty.txt", ""), None)).encode())
    browser.open(path)
    browser.run(axe + ";0")
    assert browser.run("axe.run().then(found => found.violations.map(one => one.id))") == []
