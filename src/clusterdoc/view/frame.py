"""Facts of a Document as a data frame of pandas or polars, whichever is installed: neither is a dependency."""

from __future__ import annotations

from dataclasses import fields
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from clusterdoc.facts import Figure, Mention, Quote
from clusterdoc.terms import LISTS
from clusterdoc.view.csv import COLUMNS, FACTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from clusterdoc.facts import Document

Library: TypeAlias = Literal["pandas", "polars"]

LIBRARIES: Final[tuple[Library, ...]] = ("pandas", "polars")
SORTS: Final = {"int": "integer", "Number | None": "number", "bool": "truth"}  # by the type of a field
TYPES: Final = {  # all other columns are text
    each.name: SORTS[each.type] for fact in (Mention, Quote, Figure) for each in fields(fact) if each.type in SORTS
}
PANDAS: Final = {"integer": "int64", "number": "float64", "truth": "bool", "text": "string"}
POLARS: Final = {"integer": "Int64", "number": "Float64", "truth": "Boolean", "text": "String"}


def facts_frame(document: Document, name: str, library: str | None = None) -> Any:  # noqa: ANN401 -- of two libraries
    """Return a list of facts as a data frame: a row a fact, of an entity a row a mention, with the columns of --csv.

    `library` is "pandas" or "polars", None the first of them that is installed. Raises ValueError for another list or
    library, ImportError where the library is not installed.
    """
    if name not in LISTS:
        raise ValueError(f"There is no list {name!r}: take one of {', '.join(LISTS)}.")
    return FRAMES[frame_library(library)](_columns_of(document, name))


def frame_library(library: str | None) -> Library:
    """Return which library makes the frame."""
    if library is not None and library not in LIBRARIES:
        raise ValueError(f"{library!r} makes no frames here: take {' or '.join(LIBRARIES)}.")
    wanted = [one for one in LIBRARIES if library in (None, one)]
    found = next((one for one in wanted if find_spec(one)), None)
    if found is None:
        raise ImportError(f"A data frame needs {' or '.join(wanted)}: pip install {wanted[0]}")
    return found


def _columns_of(document: Document, name: str) -> dict[str, list[Any]]:
    """Return the cells of each column; numbers are floats, so that a column has one type in every document."""
    facts = FACTS[name](document)
    cells = {
        column: [cell_value(cell(fact, document), cell_type(column)) for fact in facts]
        for column, cell in COLUMNS[name].items()
    }
    return {"source": [encodable(document.source.name)] * len(facts), **cells}


def cell_type(column: str) -> str:
    """Return what the cells of a column are."""
    return TYPES.get(column, "text")


def cell_value(value: object, kind: str) -> object:
    """Return what a frame keeps: numbers as floats, texts as UTF-8 has them, all else as it is."""
    if kind == "number":
        return float(value) if isinstance(value, int | float) else None
    return encodable(value)


def encodable(value: object) -> object:
    r"""Return a text that UTF-8 has, as the libraries keep it, a lone surrogate in the form \ud800; all else stays."""
    return value.encode(errors="backslashreplace").decode() if isinstance(value, str) else value


def pandas_frame(columns: Mapping[str, list[Any]]) -> Any:  # noqa: ANN401 -- pandas has no types
    """Return columns as a pandas.DataFrame; a missing text is pandas.NA, a missing number NaN."""
    pandas = import_module("pandas")
    return pandas.DataFrame(
        {name: pandas.Series(cells, dtype=PANDAS[cell_type(name)]) for name, cells in columns.items()}
    )


def polars_frame(columns: Mapping[str, list[Any]]) -> Any:  # noqa: ANN401 -- polars need not be there
    """Return columns as a polars.DataFrame; what is missing is null."""
    polars = import_module("polars")
    return polars.DataFrame(columns, schema={name: getattr(polars, POLARS[cell_type(name)]) for name in columns})


FRAMES: Final[Mapping[Library, Callable[[Mapping[str, list[Any]]], Any]]] = {
    "pandas": pandas_frame,
    "polars": polars_frame,
}
