"""All rows of time together, and what counts as an expression of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from clusterdoc.find.figures.dates import clocks, date_numerals, date_ranges, days, lengths, periods, relatives
from clusterdoc.find.figures.dates.chart import Edge, Grammar, Parse, Rule
from clusterdoc.find.figures.dates.date_numerals import same
from clusterdoc.find.figures.dates.tokens import find_islands
from clusterdoc.find.figures.dates.vocabulary import make_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.find.figures.dates.tokens import Token
    from clusterdoc.find.figures.dates.values import Value

_TOP = (
    # a stretch of the calendar that is more than a day
    *(Rule("CALENDARSPAN", category, same) for category in (
        "MONTHYEAR", "QUARTER", "FISCAL", "DECADE", "CENTURY", "SEASONS",
    )),
    # a year, month, weekday or season without other words
    *(Rule("BARENAME", category, same) for category in ("YEARALONE", "MONTHNAME", "WEEKDAYNAME", "SEASONNAME")),
    # what may stand at the end of a range, before "ago", inside "early …"
    *(Rule("ANYDATE", category, same) for category in (
        "MODIFIED", "INSIDE", "DAYDATE", "SPLITYEAR", "CALENDARSPAN", "NAMED", "RELUNIT", "RELDAY", "REFERENCE",
        "BARENAME",
    )),
    *(Rule("POINT", category, same) for category in (
        "INSIDE", "DAYDATE", "NAMED", "RELDAY", "MONTHYEAR", "PAIRDATE", "BARENAME",
    )),
    *(Rule("LARGE", category, same) for category in (
        "INSIDE", "SPLITYEAR", "CALENDARSPAN", "NAMED", "RELUNIT", "RELDAY", "BARENAME",
    )),
    *(Rule("TIMEX", category, same) for category in (
        "ERA", "SPLITYEAR", "RANGE", "UNITENDED", "MOMENT", "AGO", "MODIFIED", "INSIDE", "DAYDATE", "CALENDARSPAN",
        "NAMED", "WEEKDAYFROM", "WEEKS", "RELUNIT", "SOMEUNIT", "THEUNIT", "RELDAY", "REFERENCE", "WINDOW", "SETS",
        "TIME", "TOHOUR", "DOTTEDTIME", "PARTS", "LENGTH", "PAIRDATE", "BARENAME",
    )),
)  # fmt: skip
_GRAMMAR = Grammar(
    (
        *date_numerals.RULES,
        *days.RULES,
        *periods.RULES,
        *clocks.RULES,
        *relatives.RULES,
        *lengths.RULES,
        *date_ranges.RULES,
        *_TOP,
    )
)
_VOCABULARY = make_vocabulary(_GRAMMAR.literals())


class Reading(NamedTuple):
    """An expression of time: offsets, its value, and the same for each upper-case constituent of its template."""

    start: int
    end: int
    category: str
    value: Value
    constituents: tuple[Reading, ...]


def read_times(text: str) -> Iterator[Reading]:
    """Yield the longest expressions of time in the order of the text, not overlapping."""
    for island in find_islands(text, _VOCABULARY):
        parse = Parse(_GRAMMAR, island)
        at = 0
        while at < len(island):
            edges = parse.read("TIMEX", at)
            if edges:
                yield _reading(island, at, edges[0])
            at = edges[0].end if edges else at + 1


def _reading(island: list[Token], at: int, edge: Edge) -> Reading:
    constituents = tuple(_reading(island, start, constituent) for start, constituent in edge.constituents)
    return Reading(island[at].start, island[edge.end - 1].end, edge.category, cast("Value", edge.value), constituents)
