"""`clusterdoc` and `python -m clusterdoc`: where the command line begins."""

from __future__ import annotations

import gc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Import the command line, unseen by the garbage collector, since all of it stays to the end; and run it."""
    gc.disable()
    from clusterdoc.cli import main as run

    gc.freeze()
    gc.enable()
    run()


if __name__ == "__main__":
    main()
