"""The rules that read numbers and those that drop them, each with an example.

`by` of a number is "rule:" and a name of `READING`; what is dropped gives a name of `DROPPING`, an identifier also the
row of `identifiers.tsv`. A date has the rule `DATE`.
"""

from __future__ import annotations

from typing import Final

READING: Final = {
    "number with a currency": "They paid $5 for it.",
    "number of percent": "Rents rose 5%.",
    "number with a unit": "They walked 5 miles.",
    "number with a unit of time": "They waited 5 hours.",
    "number with an age": "He is 50 years old.",
    "number in digits": "They sold 50 homes.",
    "number in words": "They sold five homes.",
    "part of a whole": "They sold half of it.",
    "ordinal": "It was their fifth win.",
    "vague amount": "They sold dozens of homes.",
    "multiple": "Rents doubled in May.",
    "decade of an age": "She is in her 50s.",
    "age in its sentence": "Ana Ott, 50, was freed.",
    "ratio of two numbers": "One in five homes was sold.",
    "factor": "Rents rose by a factor of 5.",
    "compound": "He is 5 feet 2 inches tall.",
    "range": "They sold 50-60 homes.",
    "two bounds": "They sold more than 50 but less than 60 homes.",
    "rate of exchange": "The rupee closed at 73.37 on Monday.",
}
IDENTIFIER: Final = "identifier"
SCORE: Final = "score or vote"
PRONOUN: Final = "the pronoun one"
OVERLAP: Final = "overlap"
DROPPING: Final = {
    "goes on with a name": "It follows from Sections 230 and 231.",
    "part of a longer name": "They flew an F-16 over it.",
    "title in capitals": "It beat the Big Four at home.",
    "ordinal of a name or an idiom": "It was second nature to him.",
    "denominator of a rate": "It has 5 doctors per 100,000 people.",
    "code or clock": "The code is 0300 there.",
    "label": "It follows from Section 230.",
    IDENTIFIER: "It is open 24/7.",
    SCORE: "They won 3-1 at home.",
    PRONOUN: "No one left.",
    OVERLAP: "It took 2h 11m in all.",
}
DATE: Final = "date"
