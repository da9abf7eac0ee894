"""`clusterdoc` and `python -m clusterdoc`: where the command line begins."""

from __future__ import annotations

import gc
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Import the command line, unseen by the garbage collector, since all of it stays to the end; and run it."""
    gc.disable()
    try:
        from clusterdoc.cli import main as run
    except KeyboardInterrupt:  # nothing has begun yet that would have to be ended in order
        sys.exit(130)
    gc.freeze()
    gc.enable()
    run()


if __name__ == "__main__":
    main()
