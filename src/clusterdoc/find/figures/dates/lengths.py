"""How lengths of time are said, and what is counted by them: "two weeks ago", "the last three days", "every Friday"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from clusterdoc.find.figures.dates.chart import Rule
from clusterdoc.find.figures.dates.date_numerals import fixed, same
from clusterdoc.find.figures.dates.values import Calendar, Duration, Every, Moment, Reference, Shifted, Value, Window

# which unit may follow which within one length
_SIZES = {
    unit: size
    for size, unit in enumerate(
        ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century")
    )
}


MOST_OF_A_WEEKDAY: Final = 5  # in one month


def _one(unit: str) -> Duration:
    return Duration(((1, unit),))


def _window(which: int, length: Duration) -> Window | None:
    return Window(length, which) if which else None


def _amount_window(amount: float, which: int, unit: str) -> Window | None:
    return _window(which, Duration(((amount, unit),)))


def _length(amount: float, unit: str) -> Duration:
    return Duration(((amount, unit),))


def _join(first: Duration, second: Duration) -> Duration | None:
    # "3 hours 30 minutes" is one length, "a week, an hour" are two
    coarse, fine = (_SIZES.get(length.amounts[at][1], 0) for length, at in ((first, -1), (second, 0)))
    if coarse <= fine:
        return None
    return Duration(first.amounts + second.amounts)


def _join_three(first: Duration, second: Duration, third: Duration) -> Duration | None:
    both = _join(first, second)
    return _join(both, third) if both else None


def _ago(length: Duration) -> Shifted:
    return Shifted(length, -1)


def _ahead(length: Duration) -> Shifted:
    return Shifted(length, 1)


def _before(length: Duration, anchor: Value) -> Shifted:
    return Shifted(length, -1, anchor)


def _after(length: Duration, anchor: Value) -> Shifted:
    return Shifted(length, 1, anchor)


def _every(length: Duration) -> Every:
    return Every(length)


def _nth_of_each(nth: int, weekday: int) -> Every | None:
    return Every(Calendar("day", weekday=weekday, nth=nth)) if nth <= MOST_OF_A_WEEKDAY else None


def _and_half(amount: float, unit: str) -> Duration:
    return _length(amount + 0.5, unit)


_LENGTHS = (
    Rule("AMOUNT", "NUM and a? half", lambda number: number + 0.5),
    Rule("AMOUNT", "NUM and a? quarter", lambda number: number + 0.25),
    Rule("AMOUNT", "NUM", same),
    Rule("AMOUNT", "a? VAGUE of?", same),
    Rule("AMOUNT", "a/an/another", fixed(1)),
    Rule("AMOUNT", "half a/an", fixed(0.5)),
    Rule("ONELENGTH", "AMOUNT business/working UNIT", lambda amount, unit: _length(amount, "business " + unit)),
    Rule("ONELENGTH", "AMOUNT -? UNIT", _length),
    Rule("ONELENGTH", "NUM UNIT and a? half", _and_half),
    Rule("ONELENGTH", "a/an UNIT and a half", lambda unit: _length(1.5, unit)),
    Rule("ONELENGTH", "NUM UNIT and a quarter", lambda amount, unit: _length(amount + 0.25, unit)),
    Rule("ONELENGTH", "INT UNITLETTER", _length),
    Rule("ONELENGTH", "all/whole UNIT", _one),
    Rule("LENGTH", "ONELENGTH", same),
    Rule("LENGTH", "ONELENGTH ,? and? ONELENGTH", _join),
    Rule("LENGTH", "ONELENGTH ,? ONELENGTH ,? and? ONELENGTH", _join_three),
    Rule("COUNTED", "NUM business/working UNIT", lambda amount, unit: _length(amount, "business " + unit)),
    Rule("COUNTED", "NUM -? UNIT", _length),
    Rule("COUNTED", "a? VAGUE UNIT", _length),
)
_FROM = (
    Rule("AGO", "LENGTH ago/earlier/back/previously", _ago),
    Rule("AGO", "PLURAL ago", lambda unit: _ago(_length(0, unit))),
    Rule("AGO", "LENGTH later/hence", _ahead),
    Rule("AGO", "LENGTH from now", _ahead),
    Rule("AGO", "LENGTH after/from/since POINT", _after),
    Rule("AGO", "LENGTH before POINT", _before),
    Rule("AGO", "the? ONEUNIT - ago/earlier quarter/period/month/half/figure/level", lambda unit: _ago(_one(unit))),
    Rule("AGO", "the day before", lambda: _ago(_one("day"))),
    Rule("AGO", "the day after", lambda: _ahead(_one("day"))),
)
_WINDOWS = (
    Rule("WINDOW", "the? BACK/AHEAD COUNTED", _window),
    Rule("WINDOW", "the? NUM BACK/AHEAD PLURAL", _amount_window),
    Rule("WINDOW", "the? BACK/AHEAD VAGUE? PLURAL", lambda which, _vague, unit: Window(Duration(((0, unit),)), which)),
    Rule("SETS", "SET", lambda row: Every(Duration((row,)))),
    Rule("SETS", "semi - SET", lambda row: Every(Duration(((row[0] / 2, row[1]),)))),
    Rule("SETS", "bi - SET", lambda row: Every(Duration(((row[0] * 2, row[1]),)))),
    Rule("SETS", "every/each PART", lambda part: Every(Calendar("part", part=part))),
    Rule("SETS", "the? ORD WEEKDAY of every/each month", _nth_of_each),
    Rule("SETS", "the? ORD and ORD WEEKDAY of every/each month", lambda nth, _, day: _nth_of_each(nth, day)),
    Rule("SETS", "the? BACK WEEKDAY of every/each month", lambda _, day: _nth_of_each(-1, day)),
    Rule("SETS", "every ORD WEEKDAYNAME", lambda _, day: Every(day)),
    Rule("SETS", "the? ORD of every/each month", lambda day: Every(Calendar("day", day=day))),
    Rule("SETS", "every/each/any UNIT", lambda unit: Every(_one(unit))),
    Rule("SETS", "every other UNIT", lambda unit: Every(_length(2, unit))),
    Rule("SETS", "every/each COUNTED", _every),
    Rule("SETS", "every/each other? WEEKDAYNAME at? TIME", lambda day, time: Every(Moment(day, time))),
    Rule("SETS", "WEEKDAYS at TIME", lambda day, time: Every(Moment(Calendar("day", weekday=day), time))),
    Rule("SETS", "TIME EVERYDAY", lambda time, _daily: Every(time)),
    Rule("SETS", "EVERYDAY at? TIME", lambda _daily, time: Every(time)),
    Rule("EVERYDAY", "everyday", fixed("day")),
    Rule("EVERYDAY", "every/each day", fixed("day")),
    Rule("EVERYDAY", "every/each PART", same),
    Rule("SETS", "every/each WEEKDAYNAME PART", lambda day, part: Every(replace(day, part=part))),
    Rule("SETS", "every/each other? WEEKDAYNAME/MONTHNAME/SEASONNAME", Every),
    Rule("SETS", "WEEKDAYS", lambda weekday: Every(Calendar("day", weekday=weekday))),
    Rule("SETS", "once/one/twice a/an/per UNIT", lambda unit: Every(_one(unit))),
    Rule("REFERENCE", "right? REF", Reference),
    Rule("REFERENCE", "at? the moment", lambda: Reference("PRESENT_REF")),
    Rule("REFERENCE", "at the? present time?", lambda: Reference("PRESENT_REF")),
    Rule("REFERENCE", "at this time", lambda: Reference("PRESENT_REF")),
)
RULES = (*_LENGTHS, *_FROM, *_WINDOWS)
