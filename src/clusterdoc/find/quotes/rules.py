"""The rules that find quotes, each with an example: `by` of a quote is "rule:" and one of these names."""

from __future__ import annotations

from typing import Final

RULES: Final = {
    "clause": "Ott said that rents fell.",
    "around a cue": "Rents, Ott said, fell.",
    "as someone put it": "Rents fell, as Ott put it.",
    "infinitive": "Dahl vowed to return.",
    "predicate": "Ott called the plan theft.",
    "object": "Dahl denied any role.",
    "preposition": "Dahl called for talks.",
    "nobody named": "It was alleged that rents fell.",
    "according to": "According to the agency, rents fell.",
    "noun": "Ott's claim that rents fell was false.",
    "in someone's words": "In Ott's words, the plan was dead.",
    "cue after marks": "“We won again,” said Lena Ott.",
    "cue before marks": "Lena Ott said in Leeds: “Not a chance.”",
    "verb beside marks": "“We won,” croaked Lena Ott.",
    "cue near marks": "Dahl hopes for “a lasting peace”.",
    "marks in marks": "Ott reported that she got a note stating, “Stay away.”",
    "colon before a paragraph": "The statement read:\n\n“We won.”",
    "name and colon": "OTT: Go home.",
    "turn": "Lena Ott: Rents fell.\n\nTom Dahl: They rose.",
    "signature below": "Rents fell a lot.\n\n– A council spokesman",
    "paragraph after a colon": "Lena Ott, the mayor, said:\n\nI am proud of our town.",
    "headline": "Lena Ott: Rents will fall\n\nIt rained.",
    "signature": "“We won.” — Lena Ott",
    "label": "It rained.\n\nLena Ott on rents: 'Too high'",
    "by tags": "Prices to fall, minister says",
    "sentence in marks": "Kerr frowned. “It was never a plan.”",
    "term in marks": "The mayor cut the “tax grab” in May.",
}
# Rules for forms of text that give somebody's own words without quotation marks.
VERBATIM: Final = frozenset({"turn", "signature below", "paragraph after a colon"})
