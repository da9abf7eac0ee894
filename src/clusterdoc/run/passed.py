"""What a corpus has in its directories that no run reads: nothing is passed over silently."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.corpus import Corpus

LINK: Final = "symbolic link"
NAMELESS: Final = "without an ending"
SHOWN: Final = 5  # kinds that the sentence names


def passed_over(corpus: Corpus) -> str | None:
    """Return a sentence on the files in the directories of a corpus that are not read, None when there are none.

    They are counted by their ending, so that a million of them take no memory.
    """
    folders = [path for path in corpus.paths if Path(path).is_dir()]
    if not folders:
        return None
    within = tuple(os.path.join(folder, "") for folder in folders)  # noqa: PTH118 -- with the "/" at its end
    left = Counter(kind for folder in folders for kind in kinds(folder))
    left.subtract(ending(path) for path in corpus.files() if path.startswith(within))
    counts = sorted(((kind, n) for kind, n in left.items() if n > 0), key=lambda one: (-one[1], one[0]))
    if not counts:
        return None
    total = sum(count for _, count in counts)
    named = ", ".join(f"{count:,} {kind}" for kind, count in counts[:SHOWN])
    more = ", …" * (len(counts) > SHOWN)
    return f"passed over {total:,} {'file' if total == 1 else 'files'} of other kinds: {named}{more}"


def kinds(folder: str) -> Iterator[str]:
    """Yield the ending of every file under a folder, or that it is a link; folders may be as deep as they like."""
    waiting = [folder]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_symlink():
                    yield LINK
                elif entry.is_dir():
                    waiting.append(entry.path)
                else:
                    yield ending(entry.name)


def ending(name: str) -> str:
    """Return the ending of a file's name in lower case, that of a packed file with what is packed."""
    last = -2 if name.endswith((".gz", ".zst")) else -1
    return "".join(PurePath(name).suffixes[last:]).lower() or NAMELESS
