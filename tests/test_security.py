"""SECURITY.md names the tests that hold its promises, and they are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "SECURITY.md").read_text("utf-8")


def test_every_promise_names_what_holds_it() -> None:
    promised = PAGE.partition("## What is promised")[2].partition("## What is not")[0]
    promises = promised.split("\n- **")[1:]
    assert len(promises) > 10
    assert [promise for promise in promises if "*Held by" not in " ".join(promise.split())] == []


def test_what_holds_a_promise_is_there() -> None:
    files = re.findall(r"`((?:tests|benchmarks)/[\w/]+\.py)`", PAGE)
    assert files
    assert [name for name in files if not (ROOT / name).is_file()] == []
    tests = "".join((ROOT / name).read_text("utf-8") for name in files)
    assert [name for name in re.findall(r"`(test_\w+)`", PAGE) if f"def {name}(" not in tests] == []
