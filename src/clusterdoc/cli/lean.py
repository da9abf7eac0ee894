"""Import spaCy for the command line without spaCy's own command line, which is a third of the import's time."""

from __future__ import annotations

import os
import sys
from types import ModuleType
from typing import Any


def import_spacy() -> None:
    """Import spaCy, its `spacy.cli` (typer, weasel, requests) put off until somebody asks for it.

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
    sys.modules.update({"spacy.cli": package, "spacy.cli.info": module})
    try:
        import spacy  # noqa: F401 -- for its effect
    finally:
        del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]


def info(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 -- spaCy's signature, whatever it is
    """Return what spaCy's own `spacy.info` returns."""
    from spacy.cli.info import info as real

    return real(*arguments, **options)
