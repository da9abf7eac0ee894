"""The day of a clock time that other words separate from it: "on Friday, August 30 at the town hall at 2:21 p.m."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import FAR, text_before
from clusterdoc.find.figures.dates.outlook import is_of_saying
from clusterdoc.find.figures.dates.resolution import fill, settle
from clusterdoc.find.figures.dates.values import Calendar, Chosen, Every, Moment, Shifted, Value, Within

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from clusterdoc.find.figures.dates.select import Claim

FARTHEST: Final = 200  # characters between a clock time and its day
HALF_A_DAY: Final = 12
_SENTENCE_END: Final = re.compile(r"\n|[!?]|(?<![ap]\.m)(?<!\b[A-Z])\.[\"”’')]{0,2}\s")
# "until Friday", "a day before Friday": the day is an end, and not when it happens
_BOUND: Final = re.compile(
    r"\b(?:until|till|by|since|before|after|through|from|between|than)(?: (?:late|early))? $", re.IGNORECASE
)
_JOINT: Final = re.compile(r"\s?(?:to|and|or|through|until|-|–|,|/)\s?")


def with_days(text: str, claims: Sequence[Claim], today: datetime.datetime | None) -> Iterator[Claim]:
    """Yield the claims in their order, clock times alone with the day that their sentence names.

    A clock time whose sentence names no day is open if the last day named before it is not `today`.
    """
    last: Claim | None = None  # the last day named before
    for at, claim in enumerate(claims):
        if not is_clock_alone(claim.value):
            last = claim if is_day(day_part(claim.value)) and not claim.weak else last
            yield claim
        elif (named := nearest_date(text, claims, at)) is not None:
            day = claim_of_day(text, claims, at, named)
            yield claim._replace(open=True) if day is None else with_day(claim, day)
        else:
            yield claim._replace(open=last is not None and today is not None and not is_of(last, today))


def is_clock_alone(value: Value) -> bool:
    """Return whether a value is a clock time without a day."""
    return isinstance(value, Calendar) and value.hour is not None and value.month is None


def day_part(value: Value) -> Value:
    """Return the day of a clock time or part of a day, any other value as it is."""
    return value.day if isinstance(value, Moment) else value


def is_day(value: Value) -> bool:
    """Return whether a value is one day."""
    if isinstance(value, Shifted):
        return value.by.amounts[-1][1] == "day"
    if isinstance(value, Chosen):
        return is_day(value.of)
    if isinstance(value, Within):
        return is_day(value.inner)
    return isinstance(value, Calendar) and any((value.day, value.weekday, value.holiday))


def nearest_date(text: str, claims: Sequence[Claim], at: int) -> int | None:
    """Return the index of the date next to a clock time in its sentence, the one before it first."""
    clock = claims[at]
    for index in range(at - 1, -1, -1):
        if not is_in_reach(text, claims[index].end, clock.start):
            break
        if not is_clock_alone(claims[index].value) and not claims[index].weak:
            return index
    for index in range(at + 1, len(claims)):
        if not is_in_reach(text, clock.end, claims[index].start):
            break
        if not is_clock_alone(claims[index].value) and not claims[index].weak:
            return index
    return None


def is_in_reach(text: str, end: int, start: int) -> bool:
    """Return whether only a few words stand between two claims, and no end of a sentence."""
    return start - end < FARTHEST and _SENTENCE_END.search(text, end, start) is None


def claim_of_day(text: str, claims: Sequence[Claim], at: int, named: int) -> Claim | None:
    """Return the claim that names the day of a clock time, None where the date next to it may be that of another event.

    "Police said on Friday that a bomb went off at 3 p.m.", "from Monday to Friday at the hall at 3 p.m."
    """
    day = claims[named]
    if isinstance(day.value, Every) or not is_day(day_part(day.value)) or is_past_midnight(claims, at, named):
        return None
    before = text_before(text, day.start, FAR)
    joined = _JOINT.fullmatch(text, claims[named - 1].end, day.start) is not None
    return None if joined or _BOUND.search(before) or is_of_saying(before) else day


def is_past_midnight(claims: Sequence[Claim], at: int, named: int) -> bool:
    """Return whether a clock time may lie on the day after or before the one named.

    "Left at 11 p.m. on Friday and came home at 2 a.m.", "on Friday at 2 a.m. local time (1900 UTC)".
    """
    hours = [hour_of(claim.value) for claim in claims[max(0, min(named - 1, at)) : at + 1]]
    last = hours[-1]
    converts = at > 0 and claims[at].start - claims[at - 1].end == len(" (") and hour_of(claims[at - 1].value) >= 0
    return any(hour > last for hour in hours[:-1]) or (converts and last - hour_of(claims[at - 1].value) > HALF_A_DAY)


def hour_of(value: Value) -> int:
    """Return the hour of a clock time, -1 of any other value."""
    clock = value.clock if isinstance(value, Moment) else value
    return clock.hour if isinstance(clock, Calendar) and clock.hour is not None else -1


def with_day(clock: Claim, day: Claim) -> Claim:
    """Return a clock time on the day that another claim names."""
    if not isinstance(clock.value, Calendar):
        return clock
    return clock._replace(value=Moment(day_part(day.value), clock.value), day_at=(day.start, day.end))


def is_of(claim: Claim, today: datetime.datetime) -> bool:
    """Return whether a claim is of the day of writing."""
    value = day_part(claim.value)
    said = settle(value, today)
    known = fill(said, today, -1) if said is not None else None
    return known is not None and (known.year, known.month, known.day) == (today.year, today.month, today.day)
