"""The files that SQLite keeps next to a database: what else may lie there under their names.

It is imported for every second look at an article, in which pathlib would cost more than all that is done here.
"""

from __future__ import annotations

import os
import stat
from typing import Final

ENDINGS: Final = ("", "-journal", "-wal", "-shm")


def no_file(database: str) -> str | None:
    """Return the path of the database, or of a file next to it, that is there and is no file; None when all are.

    SQLite would wait for ever for somebody to write to a pipe.
    """
    for ending in ENDINGS:
        try:
            mode = os.stat(database + ending).st_mode  # noqa: PTH116 -- pathlib is not imported here
        except OSError:
            continue
        if not stat.S_ISREG(mode):
            return database + ending
    return None
