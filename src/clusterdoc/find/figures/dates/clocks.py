"""How the clock is said: "6am", "15:00 GMT", "half past seven", "noon", "late this afternoon"."""

# ruff: noqa: PLR2004 - the clock and the calendar are made of small numbers

from __future__ import annotations

from dataclasses import replace
from typing import Final

from clusterdoc.find.figures.dates.chart import Rule
from clusterdoc.find.figures.dates.date_numerals import fixed, same
from clusterdoc.find.figures.dates.days import LONGEST
from clusterdoc.find.figures.dates.values import Calendar, Duration, Mod, Moment, Shifted, Value, Within
from clusterdoc.find.words.calendar_words import ZONES

SAID_TO: Final = frozenset({5, 10, 20, 25})
_TODAY = Shifted(Duration(((1, "day"),)), 0)
_YESTERDAY = Shifted(Duration(((1, "day"),)), -1)
_TOMORROW = Shifted(Duration(((1, "day"),)), 1)


def make_time(hour: int, minute: int | None = None, second: int | None = None) -> Calendar | None:
    """Return a clock time, None when there is no such time."""
    if hour > 24 or not all(0 <= field < 60 for field in (minute, second) if field is not None):
        return None
    unit = "hour" if minute is None else "minute" if second is None else "second"
    return Calendar(unit, hour=hour, minute=minute, second=second)  # type: ignore[arg-type] # the three literals


def halve_day(time: Calendar, half: str) -> Calendar:
    """Return a time of the first ("a") or second ("p") half of the day."""
    hour = time.hour or 0
    if hour > 12:
        return time
    return replace(time, hour=hour % 12 + (12 if half == "p" else 0), sure=True)


def in_part(time: Calendar, part: str | None) -> Calendar:
    """Return a time as the part of the day around it makes it: "8 in the evening" is 20:00."""
    late = part in {"AF", "EV"} or (part == "NI" and time.hour is not None and time.hour > 5)
    return halve_day(time, "p") if late else time


def _clock(written: str) -> Calendar | None:
    return make_time(*(int(field) for field in written.split(":")))


def _dotted(written: str) -> Calendar | None:
    return make_time(*(int(field) for field in written.split(".")))


def _hour(hour: int) -> Calendar | None:
    return make_time(hour)


def _four(digits: int) -> Calendar | None:
    return make_time(digits // 100, digits % 100)


def _past(minutes: int, hour: int) -> Calendar | None:
    return make_time(hour, minutes) if hour <= 12 else None


def _to(minutes: int, hour: int) -> Calendar | None:
    return make_time((hour - 1) % 24, 60 - minutes) if hour <= 12 else None


def _said_to(minutes: int, hour: int) -> Calendar | None:
    return _to(minutes, hour) if minutes in SAID_TO else None


def _said(hour: int, minute: int) -> Calendar | None:
    return make_time(hour, minute) if 1 <= hour <= 12 and minute >= 10 else None


def _in_zone(time: Calendar | None, zone: str | None) -> Calendar | None:
    return replace(time, zone=zone) if time is not None and zone else time


def _part(part: str) -> Calendar:
    return Calendar("part", part=part)


def _modified_part(mod: Mod, part: str) -> Calendar:
    return Calendar("part", part=part, mod=mod)


def _on(day: Value, clock: Calendar) -> Moment:
    return Moment(day, clock)


def moment_at(day: Value, clock: Calendar) -> Value | None:
    """Return a time on a day; the part of the day, if the day has one, tells which half: "tonight at 8"."""
    if isinstance(day, Moment):
        return Moment(day.day, in_part(clock, day.clock.part))
    return Moment(day, clock)


def _at_day(clock: Calendar, day: Value) -> Value | None:
    return moment_at(day, clock)


_TIMES = (
    Rule("SURETIME", "CLOCK MERIDIEM", lambda written, half: (time := _clock(written)) and halve_day(time, half)),
    Rule("SURETIME", "DOTTED MERIDIEM", lambda written, half: (time := _dotted(written)) and halve_day(time, half)),
    Rule("SURETIME", "SHORT .? MERIDIEM", lambda hour, half: (time := _hour(hour)) and halve_day(time, half)),
    Rule("SURETIME", "FOUR MERIDIEM", lambda digits, half: (time := _four(digits)) and halve_day(time, half)),
    Rule("SURETIME", "WORDNUM WORDNUM? MERIDIEM", lambda h, m, half: (t := make_time(h, m)) and halve_day(t, half)),
    Rule("SURETIME", "DOTTED ZONED", lambda written, zone: _in_zone(_dotted(written), zone)),
    Rule("SURETIME", "CLOCK h?", _clock),
    Rule("SURETIME", "FOUR hours? ZONED", lambda digits, zone: _in_zone(_four(digits), zone)),
    Rule("SURETIME", "HOURNO OCLOCK", lambda hour, _: _hour(hour)),
    Rule("SURETIME", "half past HOURNO OCLOCK?", lambda hour, _: _past(30, hour)),
    Rule("SURETIME", "a? quarter past HOURNO", lambda hour: _past(15, hour)),
    Rule("SURETIME", "a? quarter to HOURNO", lambda hour: _to(15, hour)),
    Rule("SURETIME", "NUM minutes/min? past HOURNO OCLOCK?", lambda minutes, hour, _: _past(minutes, hour)),
    Rule("SURETIME", "NUM minutes/min to HOURNO", _to),
    Rule("TOHOUR", "WORDNUM to HOURNO", _said_to),
    Rule("SURETIME", "12? noon/noonish/midday", lambda: make_time(12)),
    Rule("SURETIME", "midnight", lambda: make_time(0)),
    Rule("SURETIME", "mid night", lambda: make_time(0)),
    Rule("SURETIME", "SHORT ish", _hour),
    Rule("OCLOCK", "o ' clock", fixed("o'clock")),
    Rule("OCLOCK", "oclock", fixed("o'clock")),
    Rule("HOURNO", "SHORT", same),
    Rule("HOURNO", "WORDNUM", same),
    Rule("ZONENAME", "ZONE", same),
    *(Rule("ZONENAME", name, fixed(offset)) for name, offset in ZONES.items() if " " in name),
    Rule("ZONENAME", "local time", lambda: ""),
    Rule("ZONENAME", "AMERICAN time?", lambda hours: f"US {hours}"),
    Rule("ZONENAME", "AMERICAN standard time?", lambda hours: f"{hours:+03}:00"),
    Rule("ZONENAME", "AMERICAN daylight time?", lambda hours: f"{hours + 1:+03}:00"),
    Rule("ZONED", "ZONENAME", same),
    Rule("ZONED", "( ZONENAME )", same),
    Rule("TIME", "SURETIME ZONED?", _in_zone),
    Rule("TIME", "SURETIME in the? PART", in_part),
    Rule("TIME", "HOURNO in the PART", lambda hour, part: (time := _hour(hour)) and in_part(time, part)),
    Rule("TIME", "in? the? PART at SHORT", lambda part, hour: (time := _hour(hour)) and in_part(time, part)),
    Rule("TIME", "in? the? PART at? SURETIME", lambda part, time: in_part(time, part)),
    Rule("TIME", "SURETIME MODPART", lambda time, part: in_part(time, part.part)),
    Rule("TIME", "ABOUT TIME1", lambda mod, time: replace(time, mod=mod)),
    Rule("TIME1", "SURETIME ZONED?", _in_zone),
    # times only next to a day or another time: "Sat at 5", "tomorrow 6.45"
    Rule("BARETIME", "SHORT", _hour),
    Rule("BARETIME", "CLOCK", _clock),
    Rule("BARETIME", "DOTTED", _dotted),
    Rule("BARETIME", "WORDNUM -? WORDNUM", _said),
    Rule("BARETIME", "WORDNUM", _hour),
    Rule("SAIDTIME", "WORDNUM WORDNUM", _said),
    Rule("DOTTEDTIME", "DOTTED", _dotted),
    Rule("MODPART", "MOD -? PART", _modified_part),
    Rule("MODPART", "MOD in the PART", _modified_part),
    Rule("PARTS", "MODPART", same),
    Rule("PARTS", "the? PART", _part),
)
_MOMENTS = (
    Rule("DAYPART", "tonight/tonite", lambda: Moment(_TODAY, _part("NI"))),
    Rule("DAYPART", "MOD? this PART", lambda mod, part: Moment(_TODAY, Calendar("part", part=part, mod=mod))),
    Rule("DAYPART", "that same? PART", lambda part: Moment(Calendar("day"), _part(part))),
    Rule("DAYPART", "MOD? last PART", lambda mod, part: Moment(_YESTERDAY, Calendar("part", part=part, mod=mod))),
    Rule("DAYPART", "next PART", lambda part: Moment(_TOMORROW, _part(part))),
    Rule("DAYPART", "DAYLIKE MOD? PART", lambda day, mod, part: Moment(day, Calendar("part", part=part, mod=mod))),
    Rule("DAYPART", "DAYLIKE in/during the PART", lambda day, part: Moment(day, _part(part))),
    Rule("DAYPART", "WEEKDAYNAME PART of? RELUNIT", lambda d, part, outer: Moment(Within(outer, d), _part(part))),
    Rule("DAYPART", "DAYLIKE MERIDIEM", lambda day, half: Moment(day, _part("MO" if half == "a" else "AF"))),
    Rule(
        "DAYPART", "the? MOD? PART of DAYLIKE", lambda mod, part, day: Moment(day, Calendar("part", part=part, mod=mod))
    ),
    Rule("DAYPART", "MOD DAYPART1", lambda mod, value: Moment(value.day, replace(value.clock, mod=mod))),
    Rule("DAYPART1", "DAYLIKE PART", lambda day, part: Moment(day, _part(part))),
    Rule("DAYLIKE", "DAYDATE", same),
    Rule("DAYLIKE", "WEEKDAYNAME", same),
    Rule("DAYLIKE", "RELDAY", same),
    Rule("DAYLIKE", "NAMED", same),
    Rule("DAYLIKE", "INSIDE", same),
    Rule("DAYLIKE", "PAIRDATE", same),
    Rule("TIMEDAY", "DAYPART", same),
    Rule("TIMEDAY", "DAYLIKE", same),
    Rule("MOMENT", "TIMEDAY ,? at/around/for/@/-/before/after/by/until/since? TIME", moment_at),
    Rule("MOMENT", "TIMEDAY no? later than TIME", moment_at),
    Rule("MOMENT", "DAYDATE SAIDTIME", moment_at),
    Rule("MOMENT", "TIMEDAY ,? at/around BARETIME", moment_at),
    Rule("MOMENT", "TIME ,? on? TIMEDAY", _at_day),
    Rule("MOMENT", "TIME on DAYOFMONTH", _at_day),
    Rule("DAYOFMONTH", "the ORDINALDIGITS", lambda day: Calendar("day", day=day) if day <= LONGEST else None),
    Rule("MOMENT", "DAYPART", same),
)
RULES = (*_TIMES, *_MOMENTS)
