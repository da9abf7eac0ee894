"""PDFs made by hand: lines of Helvetica where a test wants them."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Placed = tuple[float, float, str]  # points from the left, points from the foot, words
SIZE = 10


def pdf(pages: Sequence[Sequence[Placed]], title: str = "", sizes: dict[str, int] | None = None) -> bytes:
    """Return a PDF of some pages; `sizes` are those of single lines, by their words."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    objects.append(f"<< /Title ({title}) >>".encode())
    kids = []
    for page in pages:
        drawn = "\n".join(
            f"BT /F1 {(sizes or {}).get(words, SIZE)} Tf {x} {y} Td ({escaped(words)}) Tj ET" for x, y, words in page
        )
        content = zlib.compress(drawn.encode("cp1252"))
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    named = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{named}] >>".encode()
    return assembled(objects)


def assembled(objects: Sequence[bytes]) -> bytes:
    """Return a PDF of its objects, with the table of where each begins."""
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R /Info 4 0 R >>\n" % (
        size, table, size,
    ) + b"startxref\n%d\n%%%%EOF" % len(data)  # fmt: skip


def escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def column(lines: Sequence[str], left: float = 50, top: float = 700, step: float = 12) -> list[Placed]:
    """Return lines one below the other; an empty one leaves half a line free, a blank at its head sets it in."""
    placed, y = [], top
    for line in lines:
        if line:
            placed.append((left + (15 if line[0] == " " else 0), y, line.strip()))
        y -= step if line else step / 1.5
    return placed
