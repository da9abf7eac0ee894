"""The word vectors of a model: their table mapped from its file, and the rows of words in two sorted arrays.

spaCy reads half a million rows into a dict: a tenth of a second and 60 MB for each process. The arrays are made once
for each table and kept in the directory for caches; the file is sealed, and made anew when it is not what was written.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from clusterdoc.parse.kept import keep, read_kept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray
    from spacy.vocab import Vocab

ENTRY: Final = 12  # bytes of a key and its row
FORGET_AT: Final = 50_000  # keys whose rows are remembered: a word's is asked for three times


class SortedRows(Mapping[int, int]):
    """The row of each key, as `Vectors.key2row` has it: keys in their order, and a row for each."""

    def __init__(self, keys: bytes | memoryview, rows: bytes | memoryview) -> None:
        self.keys_in_order = memoryview(keys).cast("Q")
        self.rows = memoryview(rows).cast("i")
        self.asked: dict[int, int] = {}

    def __getitem__(self, key: int) -> int:
        row: int = self.get(key, -1)
        if row < 0:
            raise KeyError(key)
        return row

    def get(self, key: Any, default: Any = None) -> Any:  # noqa: ANN401 -- as Mapping has it
        """Return the row of a key, or the default."""
        row = self.asked.get(key)
        if row is None:
            row = self._search(key)
            if len(self.asked) >= FORGET_AT:
                self.asked.clear()
            self.asked[key] = row
        return row if row >= 0 else default

    def _search(self, key: Any) -> int:  # noqa: ANN401 -- as above
        """Return the row of a key, -1 when it has none."""
        keys = self.keys_in_order
        at = bisect_left(keys, key)
        return self.rows[at] if at < len(keys) and keys[at] == key else -1

    def point_into(self, size: int) -> bool:
        """Return whether there are rows, and all are rows of a table of this size."""
        import numpy as np

        rows = np.frombuffer(self.rows, np.int32)
        return len(rows) > 0 and bool(rows.min() >= 0) and bool(rows.max() < size)

    def __iter__(self) -> Iterator[int]:
        return iter(self.keys_in_order)

    def __len__(self) -> int:
        return len(self.rows)


def has_table(root: Path) -> bool:
    """Return whether a model has a table of vectors of the usual kind, a key a row."""
    try:
        settings = json.loads((root / "vocab" / "vectors.cfg").read_bytes())
        return bool(settings["mode"] == "default") and (root / "vocab" / "key2row").stat().st_size > 1
    except (OSError, ValueError, KeyError, TypeError):
        return False


def set_vectors(vocab: Vocab, root: Path, digest: str) -> None:
    """Give a vocabulary the vectors of a model; `digest` is the SHA-256 of the model's file `vocab/key2row`."""
    import numpy as np
    from spacy.util import OOV_RANK

    vectors = vocab.vectors
    vectors.data = np.asarray(np.load(root / "vocab" / "vectors", mmap_mode="r", allow_pickle=False))
    kept = kept_rows(digest)
    usable = kept is not None and kept.point_into(len(vectors.data))
    vectors.key2row = rows = kept if kept is not None and usable else made_rows(root / "vocab" / "key2row", digest)
    for lexeme in vocab:  # those of the tokenizer's special cases, which came before
        lexeme.rank = rows.get(lexeme.orth, OOV_RANK)


def kept_rows(digest: str) -> SortedRows | None:
    """Return the rows that were kept for a table, None when there are none."""
    body = read_kept(_name(digest), digest)
    if body is None or len(body) % ENTRY:
        return None
    half = len(body) // ENTRY * 8
    return SortedRows(body[:half], body[half:])


def made_rows(path: Path, digest: str) -> SortedRows:
    """Return the rows of spaCy's file, and keep them for the next time."""
    import numpy as np
    import srsly

    rows: dict[int, int] = srsly.read_msgpack(path)
    keys: NDArray[np.uint64] = np.fromiter(rows.keys(), np.uint64, len(rows))
    order = np.argsort(keys)
    found = keys[order].tobytes(), np.fromiter(rows.values(), np.int32, len(rows))[order].tobytes()
    keep(_name(digest), digest, *found)
    return SortedRows(*found)


def _name(digest: str) -> str:
    return f"vectors-1-{digest[:16]}.rows"
