"""Files that are ZIP archives inside: Word's, OpenDocument texts, EPUB; read as streams of XML, within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from clusterdoc.errors import SourceError
from clusterdoc.source.names import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from clusterdoc.facts import Source
    from clusterdoc.source.content import Content

ZIP: Final = b"PK\x03\x04"
MAX_MEMBER: Final = 50_000_000  # bytes of XML; Word's is some 20 times its text
CHUNK: Final = 65_536
SPREADSHEET: Final = "export the sheet as CSV for clusterdoc run"
KINDS: Final = (  # a member that only this kind has, what it is called, what to do with one
    ("xl/workbook.xml", "a spreadsheet", SPREADSHEET),
    ("ppt/presentation.xml", "a presentation", "save it as PDF"),
    ("META-INF/MANIFEST.MF", "a Java program", "name an article"),
)


class BadZipError(Exception):
    """A member that cannot be read; the message is the end of a sentence."""


def read_zip(content: Content) -> Source:
    """Return the article in a file that is a ZIP archive inside; raises SourceError for any other archive."""
    from clusterdoc.source.word import MEMBERS, read_epub

    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            names = set(archive.namelist())
            for member, read in MEMBERS.items():
                if member in names:
                    return read(archive, content)
            if "META-INF/container.xml" in names:
                return read_epub(archive, content)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise SourceError(f"{shown(content.name)} is a ZIP or office file that is damaged or locked.") from error
    except BadZipError as error:
        raise SourceError(f"{shown(content.name)} is an office document that {error}.") from None
    kinds = (f"{what}, not an article: {advice}" for member, what, advice in KINDS if member in names)
    raise SourceError(
        f"{shown(content.name)} is {next(kinds, 'a ZIP archive, not an article: unpack it first, with unzip')}."
    )


def parse(
    archive: zipfile.ZipFile,
    member: str,
    start: Callable[[str, dict[str, str]], object],
    end: Callable[[str], object],
    text: Callable[[str], object],
) -> None:
    """Call `start`, `end` and `text` for what an XML member holds; raises BadZipError.

    A document type, and so any entity that could grow or be fetched, is refused; nothing of the XML is kept.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise BadZipError("declares a document type, which office documents do not")

    def local(call: Callable[..., object]) -> Callable[..., object]:
        return lambda name, *more: call(name.rpartition(" ")[2], *more)

    if not member.endswith(("html", "htm", "ncx")):
        parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = local(start)
    parser.EndElementHandler = local(end)
    parser.CharacterDataHandler = text
    try:
        with opened(archive, member) as file:
            for chunk in chunks(file):
                parser.Parse(chunk, False)  # noqa: FBT003 -- expat's own
            parser.Parse(b"", True)  # noqa: FBT003 -- the same
    except KeyError:
        raise BadZipError(f"lacks {member}: it is damaged") from None
    except expat.ExpatError:
        raise BadZipError("is damaged: its XML cannot be read") from None


def opened(archive: zipfile.ZipFile, member: str) -> AbstractContextManager[io.BufferedIOBase]:
    """Return a member of an archive, opened."""
    return archive.open(member)  # type: ignore[return-value]  # ZipExtFile is a BufferedIOBase


def chunks(file: io.BufferedIOBase) -> Iterator[bytes]:
    """Yield what a member holds, until it is more than any article has."""
    total = 0
    while chunk := file.read(CHUNK):
        total += len(chunk)
        if total > MAX_MEMBER:
            raise BadZipError("unpacks to more than any article, as bombs do")
        yield chunk
