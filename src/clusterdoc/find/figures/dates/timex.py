"""Calendar times as text: TIMEX3 values (TimeML 1.2.1) and ISO 8601."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clusterdoc.find.figures.dates.values import Calendar, Duration

_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "weekend": "WE", "week": "W", "month": "M",
    "year": "Y", "business day": "BD", "business week": "W",
}  # fmt: skip
_MANY = {"fortnight": (2, "W"), "quarter": (3, "M"), "decade": (1, "DE"), "century": (1, "CE"), "half": (6, "M")}


def to_timex(what: Calendar) -> str:
    """Return the TIMEX3 value of a calendar time, X for every digit that is not known."""
    if what.hour is not None or what.part:
        return (_day(what) if _has_day(what) else "") + _time(what)
    if what.until is not None:
        return f"{what.year:04}/{what.until:04}"
    if what.year is not None and what.year < 0:
        return f"BC{-what.year:04}"
    if what.unit == "century":
        return "XX" if what.year is None else f"{what.year // 100:02}"
    if what.unit == "decade":
        return "XXX" if what.year is None else f"{what.year // 10:03}"
    return _day(what)


def _has_day(what: Calendar) -> bool:
    return bool(what.day or what.weekday or what.holiday or what.month or what.week)


def _day(what: Calendar) -> str:
    year = (f"{what.fiscal}Y" if what.fiscal else "") + ("XXXX" if what.year is None else f"{what.year:04}")
    month = "XX" if what.month is None else f"{what.month:02}"
    if what.month is not None and what.day is not None:
        return f"{year}-{month}-{what.day:02}"
    if what.weekday is not None:
        return f"XXXX-WXX-{what.weekday}" if what.nth is None else f"{year}-{month}-WXX-{what.weekday}-#{what.nth}"
    return _week(what, year, month) or _period(what, year, month)


def _week(what: Calendar, year: str, month: str) -> str:
    """Return the TIMEX3 value of a week or weekend, counted in its month or year; "" for other times."""
    if what.unit == "week" and what.nth is not None:
        return f"{year}-W{what.nth:02}" if what.month is None else f"{year}-{month}-W{what.nth:02}"
    if what.week is None and what.unit not in {"week", "weekend"}:
        return ""
    week = "XX" if what.week is None else f"{what.week:02}"
    return f"{year}-W{week}" + "-WE" * (what.unit == "weekend")


def _period(what: Calendar, year: str, month: str) -> str:
    if what.quarter is not None or what.unit == "quarter":
        return f"{year}-Q{what.quarter or 'X'}"
    if what.half is not None:
        return f"{year}-H{what.half}"
    if what.season is not None:
        return f"{year}-{what.season}"
    if what.unit == "year":
        return year
    if what.unit == "month":
        return f"{year}-{month}"
    return f"{year}-{month}-" + ("XX" if what.day is None else f"{what.day:02}")


def _time(what: Calendar) -> str:
    if what.hour is None:
        return f"T{what.part}"
    second = "" if what.second is None else f":{what.second:02}"
    return f"T{what.hour:02}:{what.minute or 0:02}{second}{what.zone}"


def to_iso(what: Calendar) -> str | None:
    """Return ISO 8601 as far as the time is known: 2019, 2019-01, 2019-01-04, 2019-W05, 2019-01-04T06:00."""
    if what.year is None or what.year < 0 or what.unit in {"century", "decade"}:
        return None
    if what.unit in {"quarter", "half", "season"} or what.fiscal or what.until is not None:
        return f"{what.year:04}"
    value = to_timex(what).removesuffix("-WE")
    day, _, clock = value.partition("T")
    if "X" in day:
        return None
    return day if clock.isalpha() else value


def to_period(length: Duration) -> str:
    """Return the TIMEX3 value of a length of time: P3D, PT1H30M, PXY for "some years"."""
    days, times = "", ""
    for amount, unit in length.amounts:
        count, letter = _MANY.get(unit) or (1, _LETTERS.get(unit, "D"))
        number = "X" if not amount else f"{amount * count:g}"
        if letter.startswith("T"):
            times += number + letter[1:]
        else:
            days += number + letter
    return "P" + days + ("T" + times if times else "")


def said_in_parts(value: float, unit: str) -> tuple[tuple[float, str], ...]:
    """Return a length of time in the units of the text where it has several: 12.5 years as 12 years and 6 months."""
    if unit == "year":
        months = round(12 * value)
        parts: tuple[tuple[float, str], ...] = ((months // 12, "year"), (months % 12, "month"))
    elif unit == "minute":
        parts = ((value // 60, "hour"), (value % 60, "minute"))
    elif unit == "second":
        parts = ((value // 3600, "hour"), (value % 3600 // 60, "minute"), (value % 60, "second"))
    else:
        parts = ((value, unit),)
    return tuple(part for part in parts if part[0])
