"""Word's .docx, OpenDocument's .odt and EPUB: a paragraph a line, the cells of a row separated by tabs."""

from __future__ import annotations

import datetime
import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from clusterdoc.facts import Source
from clusterdoc.source.naming import printable
from clusterdoc.source.xml_events import BadZipError, parse

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable

    from clusterdoc.source.content import Content

DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
MAX_CHARACTERS: Final = 20_000_000
MAX_PROPERTY: Final = 1_000  # characters
MAX_CHAPTERS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Markup:
    """The elements of a kind of document: what a paragraph is, what holds text, what is left out with all it holds."""

    paragraphs: frozenset[str]
    text: frozenset[str] | None  # None: all text is text
    left_out: frozenset[str]
    blanks: dict[str, str]
    cells: frozenset[str]
    rows: frozenset[str]


WORD: Final = Markup(
    frozenset({"p"}),
    frozenset({"t"}),
    frozenset({"del", "moveFrom", "instrText", "Fallback"}),
    {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
    frozenset({"tc"}),
    frozenset({"tr"}),
)
OPEN: Final = Markup(
    frozenset({"p", "h"}),
    None,
    frozenset({"tracked-changes", "annotation", "note", "sequence-decls", "forms"}),
    {"tab": "\t", "line-break": "\n", "s": " "},
    frozenset({"table-cell"}),
    frozenset({"table-row"}),
)
BOOK: Final = Markup(
    frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "div", "dd", "dt", "figcaption"}),
    None,
    frozenset({"head", "script", "style", "nav", "aside"}),
    {"br": "\n"},
    frozenset({"td", "th"}),
    frozenset({"tr"}),
)


@dataclass(slots=True)
class WordLines:
    """The lines of a document, from the events of its XML."""

    markup: Markup
    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    row: list[str] | None = None
    cell: list[str] = field(default_factory=list)
    skipped: int = 0
    inside: int = 0

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        """Take note of an element that begins."""
        if self.skipped or name in self.markup.left_out:
            self.skipped += 1
            return
        if name in self.markup.paragraphs:
            self.end_paragraph()
        elif name in self.markup.rows:
            self.end_paragraph()
            self.row = []
        self.words += [self.markup.blanks[name]] if name in self.markup.blanks else []
        self.inside += self.markup.text is not None and name in self.markup.text

    def end(self, name: str) -> None:
        """Take note of an element that ends."""
        if self.skipped:
            self.skipped -= 1
            return
        self.inside -= self.markup.text is not None and name in self.markup.text
        if name in self.markup.paragraphs:
            self.end_paragraph()
        elif name in self.markup.cells and self.row is not None:
            self.end_paragraph()
            self.row.append(" ".join(self.cell))
            self.cell = []
        elif name in self.markup.rows and self.row is not None:
            row, self.row = self.row, None
            self.lines.append("\t".join(row).strip())

    def text(self, words: str) -> None:
        """Take the words of the document."""
        if not self.skipped and (self.markup.text is None or self.inside > 0):
            self.words.append(words)

    def end_paragraph(self) -> None:
        """End a line, or a part of a cell."""
        found = "".join(self.words)
        self.words = []
        lines = [" ".join(line.split(" ")).strip() for line in found.split("\n")]
        (self.lines if self.row is None else self.cell).extend(line for line in lines if line)


def _lines_of(archive: zipfile.ZipFile, member: str, markup: Markup) -> list[str]:
    """Return the lines of an XML member; raises BadZipError."""
    found = WordLines(markup)
    parse(archive, member, found.start, found.end, found.text)
    found.end_paragraph()
    return [line for line in found.lines if line]


def properties(archive: zipfile.ZipFile, member: str) -> dict[str, str]:
    """Return the text of each element of a member, by its name; nothing where it is missing or damaged."""
    values: dict[str, str] = {}
    path: list[str] = []

    def add(words: str) -> None:
        values[path[-1]] = (values.get(path[-1], "") + words)[:MAX_PROPERTY]

    try:
        parse(archive, member, lambda name, _: path.append(name), lambda _: path.pop(), add)
    except BadZipError:
        return {}
    return values


def source_of(content: Content, lines: list[str], about: dict[str, str], form: str) -> Source:
    """Return the source of a document's lines; raises BadZipError when there are none."""
    if not lines:
        raise BadZipError("holds no words")
    title = " ".join(about.get("title", "").split())
    published = DAY.match(about.get("date", "").strip()) if form == "epub" else None
    return Source(
        printable(content.name), "\n".join(lines), (), title or None, published and _valid(published[0]), format=form
    )


def _valid(day: str) -> str | None:
    """Return a day in ISO 8601 as it is, or None when there is none such."""
    try:
        return datetime.date.fromisoformat(day).isoformat()
    except ValueError:
        return None


def read_docx(archive: zipfile.ZipFile, content: Content) -> Source:
    """Return the article of a Word document, as it is with all its changes accepted."""
    about = properties(archive, "docProps/core.xml")
    return source_of(content, _lines_of(archive, "word/document.xml", WORD), about, "docx")


def read_odt(archive: zipfile.ZipFile, content: Content) -> Source:
    """Return the article of an OpenDocument text; a spreadsheet of that family is none."""
    kind = archive.open("mimetype").read(200) if "mimetype" in archive.namelist() else b""
    if b".text" not in kind:
        raise BadZipError("holds no text but a table or pictures: save its text as a text file")
    return source_of(content, _lines_of(archive, "content.xml", OPEN), properties(archive, "meta.xml"), "odt")


def read_epub(archive: zipfile.ZipFile, content: Content) -> Source:
    """Return the text of an EPUB, chapter after chapter."""
    package: list[str] = []
    items: dict[str, str] = {}
    spine: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        """Take note of the package, of a file and of its place in the order of reading."""
        if name == "rootfile":
            package.append(attributes.get("full-path", ""))
        elif name == "item" and "html" in attributes.get("media-type", ""):
            items[attributes.get("id", "")] = unquote(attributes.get("href", ""))
        elif name == "itemref":
            spine.append(attributes.get("idref", ""))

    parse(archive, "META-INF/container.xml", start, len, len)
    if not package:
        raise BadZipError("is damaged: it names no contents")
    parse(archive, package[0], start, len, len)
    folder = posixpath.dirname(package[0])
    known = dict.fromkeys(one for one in spine if one in items)  # each once, whatever a spine repeats
    chapters = [posixpath.normpath(posixpath.join(folder, items[one])) for one in list(known)[:MAX_CHAPTERS]]
    lines: list[str] = []
    length = 0
    for chapter in chapters:
        found = _lines_of(archive, chapter, BOOK)
        lines += found
        length += sum(map(len, found))
        if length > MAX_CHARACTERS:
            raise BadZipError("is longer than any article")
    return source_of(content, lines, properties(archive, package[0]), "epub")


MEMBERS: Final[dict[str, Callable[[zipfile.ZipFile, Content], Source]]] = {
    "word/document.xml": read_docx,
    "content.xml": read_odt,
}
