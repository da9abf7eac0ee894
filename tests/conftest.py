"""What tests share: one loaded pipeline a session, and Docs made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from clusterdoc.extractor import Extractor, extractor

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc


@pytest.fixture(scope="session")
def found() -> Extractor:
    """Return the extractor of the default model, loaded once."""
    return extractor()


@pytest.fixture(scope="session")
def parse(found: Extractor) -> Callable[[str], Doc]:
    """Return the default pipeline's parse: text in, Doc out."""
    return found.pipeline.parse
