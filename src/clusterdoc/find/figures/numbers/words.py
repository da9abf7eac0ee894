"""The words numbers are written in: a row each."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

UNITS: Final = {
    word: value
    for value, word in enumerate(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))
} | {"nought": 0, "naught": 0}
TEENS: Final = {
    word: value
    for value, word in enumerate(
        (
            "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
            "nineteen",
        ),
        10,
    )
}  # fmt: skip
TENS: Final = {
    word: value * 10
    for value, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2
    )
} | {"fourty": 40}  # fmt: skip

# A scale written as a word, with a space or a hyphen before it: "4.5 billion", "2.5 mln", "three lakh crore".
SCALES: Final = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "lakh": 10**5,
    "lac": 10**5,
    "crore": 10**7,
    "mil": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "bln": 10**9,
    "bn": 10**9,
    "tln": 10**12,
    "tn": 10**12,
    "trn": 10**12,
}
SCALE_PLURALS: Final = {f"{word}s": value for word, value in SCALES.items() if len(word) > 3}  # noqa: PLR2004 -- "lakhs"
DOZENS: Final = {"dozen": 12, "dozens": 12, "dozs": 12, "dzs": 12}

# A scale stuck to digits: "1.2m", "$4bn". One-letter ones hold only where nothing says they are units (see scales.py).
GLUED_SCALES: Final = {
    "k": 10**3,
    "K": 10**3,
    "m": 10**6,
    "M": 10**6,
    "MM": 10**6,
    "mm": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mil": 10**6,
    "b": 10**9,
    "B": 10**9,
    "bn": 10**9,
    "Bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "t": 10**12,
    "T": 10**12,
    "G": 10**9,
    "cr": 10**7,
}

ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "nineth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
SCALE_ORDINALS: Final = {
    "hundredth": 10**2,
    "thousandth": 10**3,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}

# What a whole is cut into: "two thirds", "three-quarters", "a fifth". "Second" is never one.
PARTS: Final = (
    {word: value for word, value in ORDINALS.items() if value > 2}  # noqa: PLR2004 -- no "second"
    | SCALE_ORDINALS
    | {"half": 2, "quarter": 4}
)
PLURAL_PARTS: Final = {f"{word}s": value for word, value in PARTS.items() if word != "half"} | {"halves": 2}

# Words that multiply what they stand with: "sales tripled", "a twofold rise".
MULTIPLES: Final[dict[str, int | Fraction]] = {
    "doubled": 2,
    "doubling": 2,
    "doubles": 2,
    "tripled": 3,
    "tripling": 3,
    "triples": 3,
    "trebled": 3,
    "trebling": 3,
    "quadrupled": 4,
    "quadrupling": 4,
    "quintupled": 5,
    "halved": Fraction(1, 2),
    "halving": Fraction(1, 2),
    "twice": 2,
    "thrice": 3,
}

# Orders of magnitude without a number, least and most: "dozens" = 24-99 as the design says, the others a decade.
VAGUE: Final = {
    "dozens": (24, 99),
    "tens": (10, 100),
    "hundreds": (100, 1000),
    "thousands": (10**3, 10**4),
    "millions": (10**6, 10**7),
    "billions": (10**9, 10**10),
    "trillions": (10**12, 10**13),
}
VAGUE_TIMES: Final = {
    "dozens": (24, 99),
    "tens": (10, 100),
    "scores": (40, 100),
    "hundreds": (100, 1000),
    "thousands": (1000, 10**4),
}
