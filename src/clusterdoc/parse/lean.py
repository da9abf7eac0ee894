"""Import spaCy and load a model for the command line: without what a process of its own can do without."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager
from itertools import chain
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from clusterdoc.parse.compiled import kept_patterns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import EntryPoint


@contextmanager
def loading() -> Iterator[None]:
    """Import spaCy, and load in the body what stays to the end, unseen by the garbage collector.

    The collector would go through a growing heap again and again, and once more when Python exits: a fifth of the time
    of one article. It is not disabled but has no threshold: srsly enables it after each file that it reads.
    """
    if "spacy" in sys.modules:
        yield
        return
    threshold = gc.get_threshold()
    gc.set_threshold(0)
    try:
        with kept_patterns():
            import_spacy()
            yield
    finally:
        gc.freeze()
        gc.set_threshold(*threshold)


def import_spacy() -> None:
    """Import spaCy, its own command line put off until somebody asks for it: `spacy.cli` is a third of the time.

    Only the command line calls this: a process of its own, in which nobody else uses spaCy. `import spacy.cli` and
    `spacy.info()` work afterwards as ever.
    """
    if "spacy" in sys.modules:
        return
    # One thread: with more the products of the small matrices here cost twice the CPU time and no less time on the
    # wall, and their last digits would depend on the machine's number of cores.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    package, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    module.info = info  # type: ignore[attr-defined]  # what `import spacy` takes from it
    group_entry_points()
    sys.modules.update({"spacy.cli": package, "spacy.cli.info": module})
    try:
        import spacy  # noqa: F401 -- for its effect
    finally:
        del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]


def group_entry_points() -> None:
    """Let catalogue find entry points by their group: it goes through those of all packages 200 times."""
    import catalogue  # type: ignore[import-untyped]  # it has no types

    groups: dict[str, list[EntryPoint]] = {}
    found = catalogue.AVAILABLE_ENTRY_POINTS
    # Python 3.11 has them by group already, and looks through all of them none the less.
    for point in (
        chain.from_iterable(dict.values(found)) if isinstance(found, dict) else found
    ):  # its own values() warns
        groups.setdefault(point.group, []).append(point)
    catalogue.AVAILABLE_ENTRY_POINTS = Groups(groups)  # as much of them as it asks for


class Groups(NamedTuple):
    """Entry points of all packages, by their group."""

    groups: dict[str, list[EntryPoint]]

    def select(self, *, group: str) -> list[EntryPoint]:
        """Return the entry points of a group."""
        return self.groups.get(group, [])


def info(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 -- spaCy's signature, whatever it is
    """Return what spaCy's own `spacy.info` returns."""
    from spacy.cli.info import info as real

    return real(*arguments, **options)
