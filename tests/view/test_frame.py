"""Facts in notebooks: data frames of pandas or polars, and the page in a frame."""

from __future__ import annotations

import html
import math
import re
from dataclasses import replace
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING

import pytest
from made import DOCUMENT

from clusterdoc.facts import LISTS, Document, Source
from clusterdoc.view import frame
from clusterdoc.view.csv import COLUMNS, FACTS
from clusterdoc.view.html import to_html
from clusterdoc.view.jupyter import BASE, framed_page

if TYPE_CHECKING:
    from collections.abc import Callable

EMPTY = Document(Source("empty", ""), None)


@pytest.mark.parametrize("document", [DOCUMENT, EMPTY], ids=["made", "empty"])
@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("library", frame.LIBRARIES)
def test_a_frame_has_the_columns_of_csv_in_their_types(library: str, name: str, document: Document) -> None:
    pytest.importorskip(library)
    made = document.to_frame(name, library)
    assert list(made.columns) == ["source", *COLUMNS[name]]
    assert made.shape[0] == len(FACTS[name](document))
    types = {column: str(made[column].dtype) for column in made.columns}
    expected = frame.PANDAS if library == "pandas" else frame.POLARS
    assert types == {column: expected[frame.cell_type(column)] for column in made.columns}


def test_a_frame_holds_the_values() -> None:
    pytest.importorskip("pandas")
    first = DOCUMENT.to_frame("figures").iloc[0]
    assert (first["value"], first["bound"], first["unit"], first["of"]) == (2.35, "<", "percent", "taxes")
    assert math.isnan(first["low"])
    assert not first["weak"]


def test_a_frame_shows_what_no_library_can_keep() -> None:
    pytest.importorskip("pandas")
    made = replace(DOCUMENT, source=replace(DOCUMENT.source, name="a\ud800")).to_frame("figures")
    assert set(made["source"]) == {"a\\ud800"}


def lacking(*names: str) -> Callable[[str], ModuleSpec | None]:
    return lambda name: None if name in names else ModuleSpec(name, None)


@pytest.mark.parametrize(("lost", "library", "expected"), [
    ((), None, "pandas"),
    (("pandas",), None, "polars"),
    ((), "polars", "polars"),
    (("pandas", "polars"), None, "A data frame needs pandas or polars: pip install pandas"),
    (("polars",), "polars", "A data frame needs polars: pip install polars"),
    ((), "numpy", "'numpy' makes no frames here: take pandas or polars."),
])  # fmt: skip
def test_the_library_is_the_one_asked_for_or_the_one_there(
    lost: tuple[str, ...], library: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "find_spec", lacking(*lost))
    try:
        assert frame.frame_library(library) == expected
    except (ImportError, ValueError) as error:
        assert str(error) == expected  # noqa: PT017 -- rows of both kinds


def test_another_list_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="no list 'names': take one of entities, quotes, figures"):
        DOCUMENT.to_frame("names")


@pytest.mark.parametrize("document", [DOCUMENT, EMPTY], ids=["made", "empty"])
def test_a_notebook_shows_the_page_in_a_frame_that_runs_nothing(document: Document) -> None:
    shown = framed_page(document)
    found = re.fullmatch(r'<iframe sandbox="" title="([^"]*)" srcdoc="([^"]*)" style="[^"<>]*"></iframe>', shown)
    assert found is not None
    assert html.unescape(found[1]) == repr(document)
    assert html.unescape(found[2]) == to_html(document).replace("<head>", f"<head>\n{BASE}", 1)
    assert "<" not in found[2]
