"""The words of time: every row is a word, what it is, and its value. A new word is a new row."""

from __future__ import annotations

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
WEEKDAY_SETS = {f"{name}s": number for name, number in WEEKDAYS.items() if name.endswith("day")}
# a stop after these ends no sentence: "Dec. 31"
ABBREVIATIONS = frozenset({**MONTHS, **WEEKDAYS}) - {*list(MONTHS)[:12], *list(WEEKDAYS)[:7]}
# "may", "march": verbs; "April", "June": given names; "The Sun", "sat": they need a neighbour that speaks of time
AMBIGUOUS = frozenset(
    {"may", "march", "mar", "april", "june", "august", "jan", "sat", "sun", "wed", "mon", "fall", "spring"}
)
UNITS = {
    "second": "second", "seconds": "second", "sec": "second", "secs": "second",
    "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute",
    "hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour",
    "day": "day", "days": "day", "night": "night", "nights": "night",
    "weekend": "weekend", "weekends": "weekend", "week": "week", "weeks": "week", "workweek": "week",
    "fortnight": "fortnight", "fortnights": "fortnight",
    "month": "month", "months": "month", "quarter": "quarter", "quarters": "quarter",
    "year": "year", "years": "year", "yr": "year", "yrs": "year",
    "decade": "decade", "decades": "decade", "century": "century", "centuries": "century",
}  # fmt: skip
# unit letters glued to their number: "3h", "10D"
UNIT_LETTERS = {"h": "hour", "d": "day", "w": "week", "y": "year"}
PARTS = {
    "morning": "MO", "mornings": "MO", "afternoon": "AF", "afternoons": "AF", "evening": "EV", "evenings": "EV",
    "night": "NI", "nights": "NI", "overnight": "NI", "daytime": "DT", "nighttime": "NT", "lunchtime": "MEL",
    "dinnertime": "MED",
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1, "tmr": 1}
REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "recently": "PAST_REF", "soon": "FUTURE_REF",
}  # fmt: skip
BACK = {"last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1, "latest": -1}
AHEAD = {"next": 1, "following": 1, "coming": 1, "upcoming": 1, "subsequent": 1}
THIS = {"this": 0, "current": 0, "same": 0, "present": 0}
MODS = {"early": "START", "mid": "MID", "late": "END", "earlier": "START", "later": "END"}
ENDS = {"beginning": "START", "start": "START", "middle": "MID", "end": "END", "remainder": "END", "rest": "END"}
ABOUT = {"around": "APPROX", "about": "APPROX", "approximately": "APPROX", "circa": "APPROX", "roughly": "APPROX",
         "nearly": "APPROX", "almost": "APPROX", "shortly": "APPROX"}  # fmt: skip
ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
SETS = {
    "daily": (1, "day"), "everyday": (1, "day"), "weekly": (1, "week"), "biweekly": (2, "week"),
    "monthly": (1, "month"), "bimonthly": (2, "month"), "quarterly": (3, "month"), "annually": (1, "year"),
    "annual": (1, "year"), "yearly": (1, "year"), "semiannual": (0.5, "year"), "semiannually": (0.5, "year"),
    "nightly": (1, "day"), "hourly": (1, "hour"),
}  # fmt: skip
# 0: how many is not said
VAGUE = {"few": 0, "several": 0, "some": 0, "many": 0, "recent": 0, "couple": 2}
ZONES = frozenset(
    "gmt utc est edt cst cdt mst mdt pst pdt bst ist cet cest eet aest jst et pt z".split()  # noqa: SIM905 - a word list
)
# words of no table that start a search all the same
STARTERS = (
    "tonight", "tonite", "noon", "noonish", "midday", "midnight", "oclock", "clock", "ish", "past", "moment", "present",
)  # fmt: skip
