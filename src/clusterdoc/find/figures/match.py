"""What the number grammar finds: a number of the text with its bound, unit and exact place, before any parse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clusterdoc.facts import Bound, Kind, Number


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A number the text states, at `text[start:end]`.

    `start` and `end` hold the bound words, currency, scale and unit ("less than 2.35%", "$800 million", "155mm"), but
    not the noun a count counts ("more than 5,000"); `num_start` and `num_end` hold the number alone ("2.35",
    "800 million"; of a range both ends). Either `value` or `low` and `high` (bound "range") is set, int when integral.
    `unit` is an ISO 4217 code, "percent", "percentage_point" or a name that pint parses; None for counts, ordinals
    and ratios, whose noun only a parse tells. `same_as` is the `start` of the match that this one converts
    ("5 miles (8 km)"). `per` is the denominator written after it ("barrel" in "$82 a barrel"), outside unit and span.
    `gapped`: it follows a name that goes on from a count ("got 44 votes and Dahl 31"), and belongs to no name.
    `by` is "rule:NAME", the rule that read it.
    """

    start: int
    end: int
    num_start: int
    num_end: int
    kind: Kind
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    bound: Bound = "="
    unit: str | None = None
    weak: bool = False
    same_as: int | None = None
    per: str | None = None
    gapped: bool = False
    by: str = ""

    @property
    def is_bare_count(self) -> bool:
        """Whether the number counts something that its own characters do not name."""
        return self.kind == "count" and self.unit is None
