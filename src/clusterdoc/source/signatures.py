"""Files that are no text, recognised by their first bytes, and what can be done about it."""

from __future__ import annotations

from typing import Final


class Signature:
    """How files of a kind begin, what they are called, and what to do with one."""

    __slots__ = ("advice", "begins", "offset", "what")

    def __init__(self, begins: bytes, what: str, advice: str, offset: int = 0) -> None:
        self.begins = begins
        self.what = what
        self.advice = advice
        self.offset = offset


UNPACK: Final = "unpack it first, with {}"
SPREADSHEET: Final = "export it as CSV for clusterdoc run, or its text as a text file"
PICTURE: Final = "its text must be recognised first, with an OCR program"
SOUND: Final = "it must be transcribed first"
SAVE: Final = "save it as .docx, PDF or plain text"

REFUSED: Final = (
    Signature(b"\x1f\x8b", "gzip-compressed", UNPACK.format("gunzip")),
    Signature(b"\x28\xb5\x2f\xfd", "zstd-compressed", UNPACK.format("zstd -d")),
    Signature(b"BZh", "bzip2-compressed", UNPACK.format("bunzip2")),
    Signature(b"\xfd7zXZ", "xz-compressed", UNPACK.format("unxz")),
    Signature(b"\x04\x22\x4d\x18", "lz4-compressed", UNPACK.format("lz4 -d")),
    Signature(b"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK.format("7z x")),
    Signature(b"Rar!\x1a\x07", "a RAR archive", UNPACK.format("unrar x")),
    Signature(b"ustar", "a tar archive", UNPACK.format("tar -xf"), 257),
    Signature(b"SQLite format 3\0", "an SQLite database", "clusterdoc search and clusterdoc export read stores"),
    Signature(b"WARC/", "a WARC archive of web pages", "extract its pages first, with a program such as warcio"),
    Signature(b"PAR1", "a Parquet file", "write its rows as JSON Lines for clusterdoc run"),
    Signature(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls, .msg)", SAVE),
    Signature(b"\x89PNG\r\n\x1a\n", "a PNG picture", PICTURE),
    Signature(b"\xff\xd8\xff", "a JPEG picture", PICTURE),
    Signature(b"GIF87a", "a GIF picture", PICTURE),
    Signature(b"GIF89a", "a GIF picture", PICTURE),
    Signature(b"II*\0", "a TIFF picture", PICTURE),
    Signature(b"MM\0*", "a TIFF picture", PICTURE),
    Signature(b"WEBP", "a WebP picture", PICTURE, 8),
    Signature(b"ftypheic", "an HEIC picture", PICTURE, 4),
    Signature(b"ftypavif", "an AVIF picture", PICTURE, 4),
    Signature(b"ftyp", "a film or a sound recording", SOUND, 4),
    Signature(b"ID3", "a sound recording", SOUND),
    Signature(b"OggS", "a sound recording", SOUND),
    Signature(b"fLaC", "a sound recording", SOUND),
    Signature(b"WAVE", "a sound recording", SOUND, 8),
    Signature(b"\x1aE\xdf\xa3", "a film", SOUND),
    Signature(b"\x7fELF", "a program", "name an article"),
    Signature(b"%!PS", "a PostScript file", "make a PDF of it, with ps2pdf"),
)

REFUSED_INSIDE: Final = (  # of what is a ZIP archive: a member that only this kind has, what it is called, the advice
    ("xl/workbook.xml", "a spreadsheet", SPREADSHEET),
    ("xl/workbook.bin", "a spreadsheet", SPREADSHEET),
    ("ppt/presentation.xml", "a presentation", "save it as PDF"),
    ("META-INF/MANIFEST.MF", "a Java program", "name an article"),
    ("AndroidManifest.xml", "a program for phones", "name an article"),
    ("index/document.iwa", "a document of Pages", SAVE),
    ("Index/Document.iwa", "a document of Pages", SAVE),
)


def refused(data: bytes) -> Signature | None:
    """Return what a file is that no reader can make an article of, or None."""
    return next((one for one in REFUSED if data.startswith(one.begins, one.offset)), None)
