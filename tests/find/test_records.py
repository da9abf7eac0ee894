"""The records that the finders hand on: none can be changed, and none carries a dictionary of its own."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil

import pytest

import clusterdoc.find

MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(clusterdoc.find.__path__, "clusterdoc.find.")
]
RECORDS = sorted(
    {
        value
        for module in MODULES
        for value in vars(module).values()
        if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__ == module.__name__
    },
    key=lambda record: record.__qualname__,
)
# What is filled while it is read, and what keeps answers beside its fields.
GROWING = {"Node", "Sum"}
KEEPING = {"Names", "ParsedNumber"}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__qualname__)
def test_a_record_cannot_be_changed_and_has_slots(record: type) -> None:
    assert record.__dataclass_params__.frozen == (record.__name__ not in GROWING)  # type: ignore[attr-defined]
    assert hasattr(record, "__slots__") == (record.__name__ not in KEEPING)
