"""The words of the schema: the lists of facts, and the values that their fields may have."""

from __future__ import annotations

from typing import Final, Literal

SCHEMA_VERSION: Final = 1
LISTS: Final = ("entities", "quotes", "figures")
MAX_CHARS: Final = 1_000_000  # of an article; a longer one is read in pieces

Label = Literal[
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"
]  # fmt: skip
QuoteType = Literal["direct", "indirect", "mixed"]
Kind = Literal["money", "percent", "measure", "count", "ordinal", "ratio", "age", "duration", "date", "time"]
Bound = Literal["=", "~", "<", "<=", ">", ">=", "range"]
Trend = Literal["up", "down"]
Role = Literal["level", "change", "from", "to"]

# What tables, pages and --help call each label. NORP is a nationality, a faith or the people of a party.
LABEL_WORDS: Final[dict[Label, str]] = {
    "PERSON": "Person", "NORP": "People", "FAC": "Building", "ORG": "Organisation", "GPE": "Country or city",
    "LOC": "Region", "PRODUCT": "Product", "EVENT": "Event", "WORK_OF_ART": "Work", "LAW": "Law",
    "LANGUAGE": "Language",
}  # fmt: skip
