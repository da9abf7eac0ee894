"""What a time expression means before the day of writing is known: frozen records without arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Unit = Literal[
    "century", "decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day", "part",
    "hour", "minute", "second",
]  # fmt: skip
Mod = Literal["START", "MID", "END", "APPROX"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The fields of the calendar and the clock that the text gives; `unit` is the finest of them.

    `year` is the first year of a decade or century; below 100 the century is not said ("the '70s"). `part` is a TIMEX3
    part of the day ("MO"), `nth` counts `weekday` or `week` within the month or year ("the first Monday of May").
    `until` is the last year of a split one ("2023/24"); `sure` says that a.m. or p.m. is written; `zone` is the offset
    of a clock time from UTC, or "US -5" where it depends on the day, "" where it is not said.
    """

    unit: Unit
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str | None = None
    month: int | None = None
    week: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    mod: Mod | None = None
    fiscal: str = ""
    holiday: str | None = None
    until: int | None = None
    sure: bool = False
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: amounts and their units, "3 hours 30 minutes"; an amount of 0 is a vague one ("some years")."""

    amounts: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Shifted:
    """A unit or a length of time away from an anchor (None: the day of writing): "last year", "two weeks ago"."""

    by: Duration
    sign: int
    anchor: Value | None = None
    mod: Mod | None = None
    fiscal: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of many of the same name, seen from the day of writing: "last Friday" (-1), "this May" (0), "next May" (1).

    `nearest`: "this past Friday", "the coming Friday": no other lies between; else the weeks are counted. `anchor` is
    the day it is seen from, if that is not the day of writing: "the Friday before Christmas".
    """

    which: int
    of: Calendar
    nearest: bool = False
    anchor: Value | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """Fields inside a larger time: "Monday of next week", "the first quarter of last year"."""

    outer: Value
    inner: Calendar


@dataclass(frozen=True, slots=True)
class Moment:
    """A clock time or part of the day on a day: "Monday morning", "3 p.m. on 4 May"."""

    day: Value
    clock: Calendar


@dataclass(frozen=True, slots=True)
class Reference:
    """Somewhere in the past, present or future: TIMEX3 PAST_REF, PRESENT_REF, FUTURE_REF."""

    to: Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A range with both ends said: "from May to June"; each end knows what it shares with the other."""

    first: Value
    last: Value


@dataclass(frozen=True, slots=True)
class Window:
    """A length of time that ends or begins at an anchor (None: the day of writing): "the last three days"."""

    length: Duration
    sign: int
    anchor: Value | None = None


@dataclass(frozen=True, slots=True)
class Every:
    """Something that comes again: "every Friday", "weekly"."""

    what: Value


Value: TypeAlias = Calendar | Duration | Shifted | Chosen | Within | Moment | Reference | Stretch | Window | Every
