"""The page of every article of a corpus: does it keep its laws, how large is it, how long does it take.

python benchmarks/report.py --corpus ../shared/corpus/wikinews.jsonl [--limit N]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "view"))

from pages import article, ids, links

from clusterdoc import extract
from clusterdoc.view.html import to_html

if TYPE_CHECKING:
    from clusterdoc.facts import Document


def main() -> None:
    """Print what breaks a law, and then the figures of all pages; exit 1 when anything did."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    lines = options.corpus.read_text("utf-8").splitlines()[: options.limit]
    rows = [measure(extract(told["text"], name=str(told["id"]))) for told in map(json.loads, lines)]
    broken = [row for row in rows if row[0]]
    for laws, name, *_ in broken:
        print(f"{name}: {', '.join(laws)}")
    seconds = sorted(row[2] for row in rows)
    ratios = sorted(row[3] for row in rows)
    print(
        f"{len(rows)} pages, {len(broken)} that break a law; bytes over article: median {ratios[len(ratios) // 2]:.1f},"
    )
    print(f"most {ratios[-1]:.1f}; CPU time: median {seconds[len(seconds) // 2]:.4f} s, most {seconds[-1]:.4f} s")
    sys.exit(bool(broken))


def measure(document: Document) -> tuple[list[str], str, float, float]:
    """Return the laws that a document's page breaks, its name, the seconds it took, and its size over the text's."""
    began = time.process_time()
    page = to_html(document)
    seconds = time.process_time() - began
    text, size = len(document.source.text.encode()), len(page.encode())
    laws = {
        "the text differs": article(page) != document.source.text,
        "a link leads nowhere": not set(links(page)) <= set(ids(page)),
        "an id comes twice": len(ids(page)) != len(set(ids(page))),
        "too large": size > 10 * text + 20_000,
    }
    return [law for law, broken in laws.items() if broken], document.source.name, seconds, size / max(text, 1)


if __name__ == "__main__":
    main()
