"""Names of units in NewsQuant: ours to theirs by a table, and back; what the table does not have is only spelt theirs.

    python benchmarks/newsquant_units.py GOLD.jsonl

maps the unit labels of a gold file to our names and back, and prints those that come back as another.
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path

from clusterdoc.find.words import rows

TABLE = Path(__file__).with_suffix(".tsv")


@cache
def names() -> dict[str, str]:
    """Return the names of NewsQuant by ours: the table's, and the full names of all other currencies."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    table = {line.partition("\t")[0]: line.partition("\t")[2] for line in lines}
    for name, code, *_ in rows("currencies"):
        if name != code and name.isascii() and " " in name:
            table.setdefault(code, name)
    return table


@cache
def words() -> dict[str, str]:
    """Return the spelling of NewsQuant by ours for the words of compound units: "meter" in "meter_per_second"."""
    return {ours: theirs for ours, theirs in names().items() if re.fullmatch("[a-z]*(?:meter|liter)", ours)}


def theirs(unit: str | None) -> str:
    """Return the name NewsQuant gives a unit, "-" for none."""
    if unit is None:
        return "-"
    known = names().get(unit)
    if known is not None:
        return known
    return " ".join(words().get(word, word) for word in unit.replace("_", " ").split())


def ours(label: str) -> str:
    """Return our name of a unit of NewsQuant."""
    back = {theirs: ours for ours, theirs in reversed(names().items())}
    spelt = {theirs: ours for ours, theirs in words().items()}
    return back.get(label) or "_".join(spelt.get(word, word) for word in label.split(" "))


def main() -> None:
    """Print the labels that do not come back as they were."""
    records = map(json.loads, Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
    labels = {figure["unit"] for record in records for figure in record["figures"]}
    for label in sorted(labels):
        if theirs(ours(label)) != label:
            print(f"{label} -> {ours(label)} -> {theirs(ours(label))}")


if __name__ == "__main__":
    main()
