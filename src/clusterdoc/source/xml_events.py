"""A member of a ZIP archive as a stream of XML events, within limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.parsers import expat

if TYPE_CHECKING:
    import io
    import zipfile
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

MAX_MEMBER: Final = 50_000_000  # bytes of XML; Word's is some 20 times its text
CHUNK: Final = 65_536


class BadZipError(Exception):
    """A member that cannot be read; the message is the end of a sentence."""


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
        with _opened(archive, member) as file:
            for chunk in chunks(file):
                parser.Parse(chunk, False)  # noqa: FBT003 -- expat's own
            parser.Parse(b"", True)  # noqa: FBT003 -- the same
    except KeyError:
        raise BadZipError(f"lacks {member}: it is damaged") from None
    except expat.ExpatError:
        raise BadZipError("is damaged: its XML cannot be read") from None


def _opened(archive: zipfile.ZipFile, member: str) -> AbstractContextManager[io.BufferedIOBase]:
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
