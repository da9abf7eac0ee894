"""Files made to harm their reader, in every form that is read: bombs, loops, depth, damage, names of other files."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS_OF_ANOTHER_FILE: Final = "Secret words that cost $987 million."
MAIL: Final = b"From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nDate: Fri, 7 Jul 2023 09:00:00 +0000\r\n"
WORD: Final = '<w:document xmlns:w="w"><w:body>{}</w:body></w:document>'
CONTAINER: Final = '<container><rootfiles><rootfile full-path="{}"/></rootfiles></container>'
ODT: Final = "application/vnd.oasis.opendocument.text"
LAUGHS: Final = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))


def packed(members: dict[str, str | bytes]) -> bytes:
    """Return a ZIP archive."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def docx(body: str, head: str = "") -> bytes:
    """Return a Word document."""
    return packed({"word/document.xml": head + WORD.format(body)})


def doctype(secret: str) -> str:
    """Return a document type with entities that grow, and one that is another file."""
    return f'<!DOCTYPE d [<!ENTITY e0 "x">{LAUGHS}<!ENTITY f SYSTEM "{Path(secret).as_uri()}">]>'


def package(href: str) -> str:
    """Return the package of an EPUB of one chapter."""
    return (
        f'<package><manifest><item id="a" href="{href}" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )


def epub(chapter: str, href: str = "1.xhtml", path: str = "p.opf") -> bytes:
    """Return an EPUB."""
    return packed({"META-INF/container.xml": CONTAINER.format(path), "p.opf": package(href), "1.xhtml": chapter})


def pdf(*objects: bytes, start: int | None = None, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Return a PDF of its objects, numbered from 1."""
    data, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    end = b"trailer << /Size %d %s >>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(data) if start is None else start)
    return data + head + table + end


CATALOG: Final = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES: Final = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
PAGE: Final = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> "
    b"/XObject << /X 6 0 R >> >> >>"
)
FONT: Final = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def stream(content: bytes, more: bytes = b"") -> bytes:
    """Return a stream of a PDF, packed."""
    data = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def drawn(content: bytes, more: bytes = b"") -> bytes:
    """Return a PDF of one page; X is a form that draws itself."""
    form = stream(
        b"q /X Do Q", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    )
    return pdf(CATALOG, PAGES, PAGE, stream(content, more), FONT, form)


def nested_mail(depth: int) -> bytes:
    """Return a letter in a letter in a letter, and so on."""
    head = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth))
    return MAIL.replace(b"\r\n", b"\n") + head + b"Content-Type: text/plain\n\nIt cost $5.\n"


def forwarded(depth: int) -> bytes:
    """Return a letter that is attached to a letter, and so on."""
    return MAIL + (b"Content-Type: message/rfc822\r\n\r\n" + MAIL) * depth + b"\r\nIt cost $5.\r\n"


def pages(count: int) -> bytes:
    """Return a PDF of many pages."""
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    tree = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids)
    one = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>"
    )
    return pdf(CATALOG, tree, stream(b"BT /F 10 Tf 50 700 Td (It cost $5.) Tj ET"), FONT, *[one] * count)


FORMS: Final[dict[str, Callable[[str], bytes]]] = {
    "html of 100,000 nested elements": lambda _: b"<html><body>" + b"<div>" * 100_000 + b"It cost $5.",
    "html of 99,000 nested elements, closed": lambda _: b"<div>" * 49_000 + b"It cost $5." + b"</div>" * 49_000,
    "html of 99,000 open inline elements": lambda _: b"<p>" + b"<b><i>" * 49_000 + b"It cost $5.",
    "html of 90,000 table cells": lambda _: b"<table>" + b"<tr><td>It cost $5." * 45_000,
    "html of tables in tables": lambda _: b"<table><tr><td>" * 30_000 + b"It cost $5.",
    "html of 90,000 links": lambda _: b"<html><body>" + b"<p><a href=x>It cost $5.</a>" * 45_000,
    "html of one attribute of 9 MB": lambda _: b"<html><body><p title='" + b"x" * 9_000_000 + b"'>It cost $5.</p>",
    "html of 90,000 attributes": lambda _: b"<html><p " + b"".join(b"a%d=1 " % n for n in range(90_000)) + b">$5.",
    "html of a script of 9 MB": lambda _: b"<html><script>" + b"<p>'x' + " * 1_000_000 + b"</script><p>It cost $5.",
    "html of entities that grow": lambda secret: (doctype(secret) + "<html><p>It cost $5. &e9;&f;").encode(),
    "html of 1,000,000 entities": lambda _: b"<html><p>It cost $5." + b"&pound;" * 1_000_000,
    "html that asks for files": lambda secret: (
        f'<html><head><base href="{Path(secret).parent.as_uri()}/"><link rel=stylesheet href="{secret}">'
        f'<meta http-equiv=refresh content="0;url={Path(secret).as_uri()}"></head><body><p>It cost $5.'
        f'<iframe src="{Path(secret).as_uri()}"></iframe><object data="{secret}"></object>'
        '<img src="http://127.0.0.1:9/">'
    ).encode(),
    "html that never ends a comment": lambda _: b"<html><body><p>It cost $5.</p><!-- " + b"x" * 5_000_000,
    "html of a date in every element": lambda _: b"<html><body>" + b"<time datetime=2023-07-07>7 July</time>" * 45_000,
    "html of 8 MB of words without a blank": lambda _: b"<html><body><p>" + b"a" * 8_000_000,
    "html with bytes of no charset": lambda _: b"<html><meta charset=x-user-defined><p>" + bytes(range(128, 256)) * 999,
    "docx bomb": lambda _: docx("<w:p><w:r><w:t>" + " " * 400_000_000 + "</w:t></w:r></w:p>"),
    "docx of 2,000,000 paragraphs": lambda _: docx("<w:p/>" * 2_000_000 + "<w:p><w:r><w:t>$5.</w:t></w:r></w:p>"),
    "docx of entities that grow": lambda secret: docx("<w:p><w:t>&e9;&f;</w:t></w:p>", doctype(secret)),
    "docx of 1,000,000 nested elements": lambda _: docx("<w:p>" * 1_000_000),
    "docx of a million attributes": lambda _: docx("<w:p " + " ".join(f'a{n}="1"' for n in range(1_000_000)) + "/>"),
    "docx with title bomb": lambda _: packed(
        {
            "word/document.xml": WORD.format("<w:p><w:t>$5.</w:t></w:p>"),
            "docProps/core.xml": "<title>" + "x" * 300_000_000,
        }
    ),
    "docx whose archive has 60,000 members": lambda _: packed({f"m{n}": "" for n in range(60_000)}),
    "docx that is cut off": lambda _: docx("<w:p><w:t>It cost $5.</w:t></w:p>" * 9_999)[:-99],
    "docx with wrong sums": lambda _: docx("<w:p><w:t>It cost $5.</w:t></w:p>").replace(b"\0\0!\0", b"\0\0?\0"),
    "odt of entities that grow": lambda secret: packed(
        {"mimetype": ODT, "content.xml": doctype(secret) + "<d><p>&e9;&f;</p></d>"}
    ),
    "odt of a mimetype of 300 MB": lambda _: packed(
        {"mimetype": ODT + " " * 300_000_000, "content.xml": "<d><p>$5.</p></d>"}
    ),
    "epub of another file": lambda secret: epub("<html><p>It cost $5.</p></html>", f"../../../../../..{secret}"),
    "epub of a package elsewhere": lambda secret: epub("<html><p>It cost $5.</p></html>", path=f"../../..{secret}"),
    "epub of entities": lambda secret: epub(doctype(secret) + "<html><p>&e9;&f;It cost $5.</p></html>"),
    "epub of one chapter a million times": lambda _: packed(
        {
            "META-INF/container.xml": CONTAINER.format("p.opf"),
            "p.opf": package("1.xhtml").replace('<itemref idref="a"/>', '<itemref idref="a"/>' * 400_000),
            "1.xhtml": "<html><p>" + "It cost $5. " * 100_000 + "</p></html>",
        }
    ),
    "pdf of 10,000 pages": lambda _: pages(10_000),
    "pdf of 1,000 pages": lambda _: pages(999),
    "pdf of a content bomb": lambda _: drawn(b" " * 1_500_000_000),
    "pdf of 4,000,000 characters": lambda _: drawn(b"BT /F 1 Tf 0 0 Td (" + b"a" * 4_000_000 + b") Tj ET"),
    "pdf of 20,000,000 operators": lambda _: drawn(b"q Q " * 20_000_000),
    "pdf of a form that draws itself": lambda _: drawn(b"BT /F 9 Tf (It cost $5.) Tj ET /X Do"),
    "pdf whose pages are their own pages": lambda _: pdf(CATALOG, b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>"),
    "pdf whose content is itself": lambda _: pdf(CATALOG, PAGES, PAGE.replace(b"4 0 R", b"3 0 R"), b"", FONT),
    "pdf of a filter a thousand times": lambda _: pdf(
        CATALOG, PAGES, PAGE,
        b"<< /Length 9 /Filter [" + b"/FlateDecode " * 100_000 + b"] >>\nstream\nxxxxxxxxx\nendstream", FONT,
    ),
    "pdf of nested arrays": lambda _: pdf(b"[" * 500_000 + b"]" * 500_000),
    "pdf with a table beyond its end": lambda _: pdf(CATALOG, PAGES, PAGE, stream(b"x"), FONT, start=10**9),
    "pdf whose table is before itself": lambda _: pdf(CATALOG, PAGES, start=0, trailer=b"/Root 1 0 R /Prev 9"),
    "pdf that is cut off": lambda _: pages(50)[:-3_000],
    "pdf that is locked": lambda _: pdf(
        CATALOG, PAGES, PAGE, stream(b"x"),
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O (" + b"o" * 32 + b") /U (" + b"u" * 32 + b") >>",
        trailer=b"/Root 1 0 R /Encrypt 5 0 R /ID [(a) (a)]",
    ),
    "pdf of nothing": lambda _: b"%PDF-1.7",
    "pdf that runs a script": lambda secret: pdf(
        CATALOG[:-2] + b"/OpenAction << /S /JavaScript /JS (app.launchURL('http://127.0.0.1:9/')) >> >>", PAGES, PAGE,
        stream(b"BT /F 9 Tf 9 9 Td (It cost $5.) Tj ET"), FONT, stream(secret.encode()),
    ),
    "eml of 900 nested parts": lambda _: nested_mail(900),
    "eml of 10,000 nested parts": lambda _: nested_mail(10_000),
    "eml of 10,000 letters in letters": lambda _: forwarded(10_000),
    "eml of 90,000 parts": lambda _: (
        MAIL + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 90_000
    ),
    "eml of a header of 20 MB": lambda _: MAIL + b"X-A: " + b"x" * 20_000_000 + b"\r\n\r\nIt cost $5.\r\n",
    "eml of 500,000 headers": lambda _: MAIL + b"X-A: x\r\n" * 500_000 + b"\r\nIt cost $5.\r\n",
    "eml of a subject of 200,000 encoded words": lambda _: (
        b"Subject: " + b"=?utf-8?q?x?= \r\n " * 200_000 + b"\r\n" + MAIL + b"\r\n$5."
    ),
    "eml of 500,000 addresses": lambda _: b"From: " + b"a@b.example, " * 500_000 + b"\r\n" + MAIL[6:] + b"\r\n$5.",
    "eml of a date of a million words": lambda _: MAIL.replace(b"Fri, 7 Jul", b"(x" * 300_000) + b"\r\nIt cost $5.",
    "eml of a parameter in a million parts": lambda _: (
        MAIL + b"Content-Type: text/plain;" + b"".join(b" a*%d=x;\r\n" % n for n in range(50_000)) + b"\r\n\r\n$5."
    ),
    "eml of a charset that is none": lambda _: (
        MAIL + b"Content-Type: text/plain; charset=zlib_codec\r\n\r\nIt cost $5.\r\n"
    ),
    "eml of HTML bomb": lambda _: MAIL + b"Content-Type: text/html\r\n\r\n" + b"<div>" * 100_001 + b"It cost $5.",
    "rtf of 1,000,000 nested groups": lambda _: b"{\\rtf1 " + b"{" * 1_000_000 + b"It cost $5." + b"}" * 1_000_001,
    "rtf of 3,000,000 words of control": lambda _: b"{\\rtf1 " + b"\\b\\b0 " * 1_500_000 + b"It cost $5.}",
    "rtf of a picture of 15 MB": lambda _: b"{\\rtf1 {\\pict\\pngblip " + b"ff" * 7_500_000 + b"} It cost $5.}",
    "rtf of a number of a million digits": lambda _: b"{\\rtf1 \\u" + b"9" * 1_000_000 + b" It cost $5.}",
    "rtf of skipped characters without end": lambda _: b"{\\rtf1\\uc999999999 \\u8217 It cost $5.}",
    "json of depth": lambda _: b"[" * 5_000_000,
    "json of depth in a record": lambda _: b'[{"text": "$5.", "a": ' + b"[" * 5_000_000 + b"]" * 5_000_000 + b"}]",
    "json of 50 MB in one record": lambda _: b'[{"text": "' + b"It cost $5. " * 4_500_000 + b'"}]',
    "json of 1,000,000 records without text": lambda _: b"[" + b"{}," * 100 + b'{"a": 1}]',
    "json of a number of 9,000,000 digits": lambda _: b'[{"text": "It cost $5.", "n": ' + b"9" * 9_000_000 + b"}]",
    "json of 500,000 keys": lambda _: json.dumps([{"text": "$5.", **{f"k{n}": 1 for n in range(500_000)}}]).encode(),
    "json of backslashes": lambda _: b'[{"text": "' + b"\\\\" * 8_000_000 + b'"}]',
    "json of dates": lambda _: json.dumps([{"text": "", "date": "1 " * 38 + str(n)} for n in range(20_000)]).encode(),
    "csv of one cell of 50 MB": lambda _: b'id,text\n1,"' + b"It cost $5.\n" * 4_500_000 + b'"\n',
    "csv of one line of 50 MB": lambda _: b"id,text\n1," + b"x" * 50_000_000 + b"\n",
    "csv of a quote that never ends": lambda _: b"id,text\n" + b'1,"a\n' + b"1,b\n" * 4_000_000,
    "csv of 5,000,000 columns": lambda _: b"text" + b",a" * 5_000_000 + b"\nx\n",
    "csv of rows that do not fit": lambda _: b"id,text\n" + b"1\n" * 100,
    "csv of zeros": lambda _: b"id,text\n" + b"\0" * 19_000_000,
}  # fmt: skip
