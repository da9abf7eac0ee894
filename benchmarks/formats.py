"""Whole articles in every form that is read: their facts against those of the same article as plain text.

    python benchmarks/formats.py ARTICLES.jsonl [--number 20] [--only pdf] [--keep DIR]

Each article (the key "text" of a line) is printed to PDF by Chromium in one and in two columns, written to DOCX by
LibreOffice, printed and given to pdftotext, sent as a letter (quoted-printable, with a part of text and one of HTML,
and with one of the two), and put into three kinds of page with navigation, advertisements, comments and footers.
Printed are F1 of the entities (label and name), the quotes (type, speaker and words) and the figures (value, unit,
what they measure and who stated them).
"""

from __future__ import annotations

import argparse
import datetime
import json
import subprocess
import tempfile
from collections import Counter
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.extractor import extractor
from clusterdoc.source import read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from clusterdoc.facts import Document

DAY: Final = datetime.date(2023, 7, 7)  # of publication, for all: only letters tell theirs
LAYERS: Final = ("entities", "quotes", "figures")
MARKS: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\xa0": " ", "\xad": None})
STYLE: Final = "body{font:11pt/1.35 serif;margin:1.5cm} .columns{column-count:2;column-gap:8mm;text-align:justify}"
NAVIGATION: Final = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("Home", "World", "Sport"))
ADVERTISEMENT: Final = '<aside class="ad"><p>Save 30% on 12 issues: subscribe today, says our publisher.</p></aside>'
COMMENTS: Final = (
    '<section id="comments"><h2>2 comments</h2><div class="comment"><b>reader77</b><p>"Nonsense," said my uncle, '
    'who is 81.</p></div><div class="comment"><b>Lou</b><p>I paid $40 for this in 2019.</p></div></section>'
)
FOOTER: Final = "<footer><p>© 2026 Example News. All rights reserved. Call 555-0100.</p></footer>"


@dataclass(frozen=True, slots=True)
class Article:
    """The paragraphs of an article; the first is its title where it is no sentence."""

    text: str

    @property
    def paragraphs(self) -> list[str]:
        """Return the paragraphs that are not empty."""
        return [line.strip() for line in self.text.split("\n") if line.strip()]

    @property
    def html(self) -> str:
        """Return the paragraphs as HTML."""
        return "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in self.paragraphs)


def page(body: str, head: str = "") -> str:
    """Return a page of the web."""
    head = f'<meta charset="utf-8"><title>A story</title>{head}'
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def newspaper(article: Article) -> str:
    """Return a page as newspapers have it: one article element, an advertisement between its paragraphs."""
    first, *rest = article.html.split("\n")
    body = "\n".join([first, ADVERTISEMENT, *rest])
    return page(f"<nav><ul>{NAVIGATION}</ul></nav><main><article>{body}</article></main>{COMMENTS}{FOOTER}")


def blog(article: Article) -> str:
    """Return a page of nested divisions, as blogs have it, with a column of links beside the text."""
    links = "".join(f'<li><a href="/{n}">Older story number {n}, said to be read most</a></li>' for n in range(1, 9))
    column = f'<div class="sidebar"><h3>Most read</h3><ul>{links}</ul>{ADVERTISEMENT}</div>'
    text = f'<div class="post-content entry-content">{article.html}</div>'
    return page(f'<div id="top"><ul class="menu">{NAVIGATION}</ul></div><div class="post">{text}</div>{column}{FOOTER}')


def bare(article: Article) -> str:
    """Return a page of an agency: paragraphs in the body, capital tags, scripts and styles."""
    script = "<SCRIPT>var a = 'He said \"no\" 5 times';</SCRIPT><STYLE>P {margin: 1em}</STYLE>"
    return page(f"<DIV ID=header><A HREF=/>Example Agency</A></DIV>{article.html}<HR>{FOOTER}", script)


def printed(article: Article, path: Path, columns: int) -> None:
    """Print an article to PDF with Chromium."""
    source = path.with_suffix(".print.html")
    column = ' class="columns"' if columns > 1 else ""
    source.write_text(page(f"<div{column}>{article.html}</div>", f"<style>{STYLE}</style>"), "utf-8")
    flags = ("--headless", "--no-sandbox", "--disable-gpu")
    subprocess.run(["chromium", *flags, f"--print-to-pdf={path}", source.as_uri()], check=True, capture_output=True)  # noqa: S607 -- the one on the path


def converted(article: Article, path: Path, columns: int, *flags: str) -> None:
    """Write what pdftotext makes of an article printed to PDF."""
    paper = path.with_suffix(".pdf")
    printed(article, paper, columns)
    subprocess.run(["pdftotext", *flags, str(paper), str(path)], check=True)  # noqa: S607 -- the one on the path


def written(article: Article, path: Path) -> None:
    """Write an article to DOCX with LibreOffice."""
    source = path.with_suffix(".html")
    source.write_text(page(article.html), "utf-8")
    to = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(path.parent)]
    subprocess.run(["soffice", "--headless", "--writer", *to, str(source)], check=True, capture_output=True)  # noqa: S607 -- the same


def letter(article: Article, *, text: bool, html: bool) -> bytes:
    """Return an article as a letter, quoted-printable."""
    message = EmailMessage()
    message["From"], message["To"] = "Desk <desk@example.org>", "list@example.org"
    message["Subject"], message["Date"] = "The story of the day", "Fri, 07 Jul 2023 09:30:00 +0000"
    if text:
        message.set_content("\n\n".join(article.paragraphs), cte="quoted-printable")
    if html and text:
        message.add_alternative(page(article.html), subtype="html", cte="quoted-printable")
    elif html:
        message.set_content(page(article.html), subtype="html", cte="quoted-printable")
    return message.as_bytes()


FORMS: Final[dict[str, tuple[str, Callable[[Article, Path], object]]]] = {
    "pdf, one column": (".pdf", lambda article, path: printed(article, path, 1)),
    "pdf, two columns": (".pdf", lambda article, path: printed(article, path, 2)),
    "pdftotext": (".txt", lambda article, path: converted(article, path, 1)),
    "pdftotext, two columns": (".txt", lambda article, path: converted(article, path, 2)),
    "pdftotext -layout": (".txt", lambda article, path: converted(article, path, 1, "-layout")),
    "pdftotext -layout, two columns": (".txt", lambda article, path: converted(article, path, 2, "-layout")),
    "docx": (".docx", written),
    "eml, text and html": (".eml", lambda article, path: path.write_bytes(letter(article, text=True, html=True))),
    "eml, text": (".eml", lambda article, path: path.write_bytes(letter(article, text=True, html=False))),
    "eml, html": (".eml", lambda article, path: path.write_bytes(letter(article, text=False, html=True))),
    "html, newspaper": (".html", lambda article, path: path.write_text(newspaper(article), "utf-8")),
    "html, blog": (".html", lambda article, path: path.write_text(blog(article), "utf-8")),
    "html, bare": (".html", lambda article, path: path.write_text(bare(article), "utf-8")),
}


def plain(words: object) -> str:
    """Return words without the accidents of their form."""
    return " ".join(str(words or "").translate(MARKS).split()).strip(" .,\"'").lower()


def facts(document: Document) -> dict[str, Counter[tuple[Any, ...]]]:
    """Return what is compared of each fact, by layer."""
    return {
        "entities": Counter((one.label, plain(one.name)) for one in document.entities),
        "quotes": Counter((q.type, plain(q.speaker and q.speaker.name), plain(q.text)) for q in document.quotes),
        "figures": Counter(
            (f.kind, f.value, f.low, f.high, f.bound, f.unit, f.date, plain(f.of and f.of.text), plain(f.speaker))
            for f in document.figures
        ),
    }


def f1(pairs: Iterable[tuple[Counter[Any], Counter[Any]]]) -> float:
    """Return the F1 of facts found against facts expected, over all articles, in percent."""
    common = both = 0
    for expected, found in pairs:
        common += 2 * (expected & found).total()
        both += expected.total() + found.total()
    return 100 * common / both if both else 100.0


def measure(articles: Sequence[Article], folder: Path, only: str) -> None:
    """Print a line for each form, and the facts that most differ into the folder."""
    find = extractor().extract
    path = folder / "plain.txt"
    plain_facts = []
    for article in articles:
        path.write_text(article.text, "utf-8")
        plain_facts.append(facts(find(read_file(path), DAY)))
    for name, (suffix, make) in FORMS.items():
        if only not in name:
            continue
        found = []
        for number, article in enumerate(articles):
            path = folder / f"{number:02}-{name.replace(', ', '-').replace(' ', '-')}{suffix}"
            if not path.exists():
                make(article, path)
            source = read_file(path)
            path.with_suffix(".read.txt").write_text(source.text, "utf-8")
            found.append(facts(find(source, DAY)))
        pairs = list(zip(plain_facts, found, strict=True))
        scores = (f1((expected[layer], got[layer]) for expected, got in pairs) for layer in LAYERS)
        print(f"{name:30}", *(f"{layer} {score:5.1f}" for layer, score in zip(LAYERS, scores, strict=True)), flush=True)


def main() -> None:
    """Measure the articles of a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--number", type=int, default=20)
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    lines = asked.articles.read_text("utf-8").splitlines()[: asked.number]
    articles = [Article(json.loads(line)["text"]) for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        where = asked.keep or Path(folder)
        where.mkdir(parents=True, exist_ok=True)
        measure(articles, where, asked.only)


if __name__ == "__main__":
    main()
