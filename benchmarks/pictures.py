"""What README shows, into docs/: the three tables of the sample as SVG, and its page as a screenshot.

python benchmarks/pictures.py            (the screenshot needs Debian's chromium; without it the last one stays)
"""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

from clusterdoc.extractor import extractor
from clusterdoc.facts import LISTS
from clusterdoc.selection import without_weak
from clusterdoc.source import read_sample
from clusterdoc.view.html import to_html
from clusterdoc.view.table import Page, document_tables

if TYPE_CHECKING:
    from clusterdoc.facts import Document

DOCS: Final = Path(__file__).parents[1] / "docs"
COLUMNS: Final = 100
WINDOW: Final = "1280,1500"
FLAGS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

# Rich's own picture of a terminal fetches its font from the network: any fixed-width font of the reader's does.
FONT_FACE: Final = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)
PICTURE: Final = FONT_FACE.sub("", CONSOLE_SVG_FORMAT).replace(
    "Fira Code, monospace", "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
)
WORDS: Final = re.compile(r">([^<]+)</text>")


def main() -> None:
    """Write the pictures of the sample."""
    document = extractor().extract(read_sample())
    DOCS.mkdir(exist_ok=True)
    for name in LISTS:
        (DOCS / f"{name}.svg").write_text(svg(document, name), "utf-8")
    program = shutil.which("chromium")
    if program:
        screenshot(program, to_html(document), DOCS / "report.png")
    else:
        print("docs/report.png is left as it is: chromium is not installed")


def svg(document: Document, name: str) -> str:
    """Return what `clusterdoc NAME` prints of a document on a terminal of 100 columns, as an SVG picture."""
    console = Console(
        record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, markup=False, emoji=False, highlight=False
    )
    for table in document_tables(without_weak(document), [name], Page(COLUMNS)):
        console.print(table)
    command = f"clusterdoc {name} {document.source.name}"
    return console.export_svg(title=command, code_format=PICTURE, unique_id=f"clusterdoc-{name}")


def words(picture: str) -> list[str]:
    """Return the words of a picture in their order, whatever drew it."""
    return [html.unescape(found).replace("\xa0", " ").strip() for found in WORDS.findall(picture)]


def screenshot(program: str, page: str, picture: Path) -> None:
    """Write a picture of a page as a browser shows it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        shown = Path(folder) / "report.html"
        shown.write_bytes(page.encode())
        profile = f"--user-data-dir={folder}/profile"
        arguments = [program, *FLAGS, profile, f"--window-size={WINDOW}", f"--screenshot={picture}", shown.as_uri()]
        subprocess.run(arguments, check=True, capture_output=True, timeout=60)


if __name__ == "__main__":
    main()
