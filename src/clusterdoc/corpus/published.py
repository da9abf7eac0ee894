"""The day of publication that a record tells, in any common form; what may be read in two ways is not guessed at."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LONGEST: Final = 80  # characters of a date with its time and zone
ISO: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].{0,60})?")
DIGITS: Final = re.compile(r"\d{8}|\d{10}(?:\d{3})?")
NUMERIC: Final = re.compile(r"(?<![\d.:/-])(\d{4}|\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{1,2})(?![\d./-])")
SECONDS: Final = 10  # digits of a time in seconds since 1970; thousandths have three more
CENTURY: Final = 69  # as POSIX has it: years of two digits from here on are of the last century
YEAR: Final = 4  # digits
# Whatever a date leaves out differs between these two.
DEFAULTS: Final = (datetime.datetime(2001, 1, 1), datetime.datetime(2004, 2, 2))  # noqa: DTZ001 -- a day has no zone


@dataclass(slots=True)
class Unread:
    """How many dates of a corpus could not be read, and the first of them.

    `missed` is the key that was asked for and that no record has had so far.
    """

    missed: str | None = None
    count: int = 0
    first: str = ""

    def add(self, value: object, where: str) -> None:
        """Take note of a date."""
        self.first = self.first or f"{str(value)[:60]!r} of {where}"
        self.count += 1

    def sentence(self) -> str | None:
        """Return what is to be said about them, or None."""
        if not self.count:
            return f'no record has a "{self.missed}" (--date-key)' if self.missed else None
        dates, have = ("date", "this article has") if self.count == 1 else ("dates", "these articles have")
        first = f"{', the first ' if self.count > 1 else ': '}{self.first}"
        return f"{self.count:,} {dates} could not be read{first}: {have} no day of publication"


@dataclass(slots=True)
class Published:
    """The days of the records of one file.

    `values` gives all that the file says of days: it is asked once, when a date may be read in two ways.
    """

    values: Callable[[], Iterable[object]] = tuple
    unread: Unread = field(default_factory=Unread)
    orders: frozenset[str] | None = None

    def day(self, value: object, where: str) -> str | None:
        """Return a day as ISO 8601; None for none, and for one that cannot be read, of which note is taken."""
        text = _text_of(value)
        if text == "":
            return None
        day = self.read(text) if text is not None else None
        if day is None:
            self.unread.add(value, where)
        return day

    def read(self, text: str) -> str | None:
        """Return the day that a text says, or None."""
        iso = ISO.fullmatch(text)
        if iso or DIGITS.fullmatch(text):
            return valid(iso[1]) if iso else of_digits(text)
        if len(text) > LONGEST:
            return None
        numeric = NUMERIC.search(text)
        if numeric is None:
            return by_dateutil(text)
        days = _candidates(*numeric.group(1, 2, 3, 4))
        if len(set(days.values())) > 1:
            days = {order: day for order, day in days.items() if order in self.order()}
        return days.popitem()[1] if len(set(days.values())) == 1 and by_dateutil(text, whole=False) else None

    def order(self) -> frozenset[str]:
        """Return the orders of day, month and year that all dates of the file fit; none when they do not agree."""
        if self.orders is None:
            common = {"dmy", "mdy", "ymd"}
            for value in self.values():
                numeric = NUMERIC.search((_text_of(value) or "")[:LONGEST])
                if numeric and not ISO.fullmatch(_text_of(value) or ""):
                    common &= _candidates(*numeric.group(1, 2, 3, 4)).keys()
            self.orders = frozenset(common)
        return self.orders


def _text_of(value: object) -> str | None:
    """Return what a record says of its day as text: "" when it says nothing, None when it is no date."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    return str(int(value)) if isinstance(value, int | float) and not isinstance(value, bool) else None


def valid(iso: str) -> str | None:
    """Return a day as it is, or None when there is none such."""
    try:
        return datetime.date.fromisoformat(iso).isoformat()
    except ValueError:
        return None


def of_digits(digits: str) -> str | None:
    """Return the day of "20230707", or of a time in seconds or thousandths of them since 1970."""
    if len(digits) < SECONDS:
        return valid(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
    return datetime.datetime.fromtimestamp(int(digits[:SECONDS]), datetime.UTC).date().isoformat()


def _candidates(first: str, mark: str, second: str, third: str) -> dict[str, str]:
    """Return the days that three numbers may be, by the order of day, month and year."""
    found = {}
    if len(first) == YEAR:
        orders = {"ymd": (first, second, third)}
    else:
        orders = {"dmy": (third, second, first), "mdy": (third, first, second)}
        if len(third) < YEAR and mark == "-":
            orders["ymd"] = (first, second, third)
    for order, (year, month, day) in orders.items():
        full = int(year) if len(year) == YEAR else int(year) + (1900 if int(year) >= CENTURY else 2000)
        known = valid(f"{full:04}-{int(month):02}-{int(day):02}")
        if known and len(year) in (2, YEAR):
            found[order] = known
    return found


def by_dateutil(text: str, *, whole: bool = True) -> str | None:
    """Return the day that dateutil reads in a text, or None when it reads none, or has to fill something in.

    With `whole` it must also not depend on whether the day or the month is written first.
    """
    from dateutil import parser

    try:
        read = {
            parser.parse(text, default=default, dayfirst=first, ignoretz=True).date()
            for default in DEFAULTS
            for first in (False, True)[: 1 + whole]
        }
    except (ValueError, OverflowError, TypeError, ArithmeticError):
        return None
    return read.pop().isoformat() if len(read) == 1 else None
