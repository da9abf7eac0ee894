"""Files that are ZIP archives inside: Word's, OpenDocument texts, EPUB; read as streams of XML, within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from clusterdoc.errors import SourceError
from clusterdoc.source.naming import shown
from clusterdoc.source.signatures import REFUSED_INSIDE, UNPACK
from clusterdoc.source.xml_events import BadZipError

if TYPE_CHECKING:
    from clusterdoc.facts import Source
    from clusterdoc.source.content import Content

ZIP: Final = b"PK\x03\x04"


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
    kinds = (f"{what}, not an article: {advice}" for member, what, advice in REFUSED_INSIDE if member in names)
    other = f"a ZIP archive, not an article: {UNPACK.format('unzip')}"
    raise SourceError(f"{shown(content.name)} is {next(kinds, other)}.")
