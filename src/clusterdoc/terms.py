"""The words of the schema: the lists of facts, and the values that their fields may have."""

from __future__ import annotations

from typing import Final, Literal

SCHEMA_VERSION: Final = 1
LISTS: Final = ("entities", "quotes", "figures")
STORE_VIEWS: Final = ("speakers", "said_about", "figures_by_speaker", "quotes_with_figures")
MAX_CHARS: Final = 1_000_000  # of an article; a longer one is read in sections

Label = Literal[
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"
]  # fmt: skip
QuoteType = Literal["direct", "indirect", "mixed"]
Kind = Literal["money", "percent", "measure", "count", "ordinal", "ratio", "age", "duration", "date", "time"]
Bound = Literal["=", "~", "<", "<=", ">", ">=", "range"]
Trend = Literal["up", "down"]
Role = Literal["level", "change", "from", "to"]

# What a page calls the figures of each kind, in its order.
KIND_WORDS: Final[dict[Kind, str]] = {
    "money": "Money", "percent": "Percentages", "measure": "Measures", "count": "Counts", "ratio": "Ratios",
    "ordinal": "Ordinals", "age": "Ages", "duration": "Durations", "date": "Dates", "time": "Times of day",
}  # fmt: skip

# What tables, pages and --help call each label. NORP is a nationality, a faith or the people of a party.
LABEL_WORDS: Final[dict[Label, str]] = {
    "PERSON": "Person", "NORP": "People", "FAC": "Building", "ORG": "Organisation", "GPE": "Country or city",
    "LOC": "Region", "PRODUCT": "Product", "EVENT": "Event", "WORK_OF_ART": "Work", "LAW": "Law",
    "LANGUAGE": "Language",
}  # fmt: skip
