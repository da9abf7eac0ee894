"""The rules that find, type or widen names, each with an example: `by` of a mention is "rule:" and one of these names.

In an example what the model found stands as [name|label]. A mention that no rule changed has the `by` MODEL.
"""

from __future__ import annotations

from typing import Final

MODEL: Final = "model"
RULES: Final = {
    "acronym": "The [Tolva Rent Union|ORG] (TRU) met.",
    "again": "[Ana Quell|PERSON] left. Critics booed Quell.",
    "byline": "By JANE OTT and JOHN KERR\n\nRents fell.",
    "clean": "[The Supreme Court of Tolva|ORG] ruled.",
    "cue": "They live in the town of [Quill|PERSON].",
    "dateline": "TOLVA (Reuters) - Rents fell.",
    "extended": "The [Tolva County|GPE] Sheriff's Office said so.",
    "firm": "Shares of Varro GmbH rose.",
    "full name": "She met [Tilo|PERSON] Wex, a baker.",
    "gazetteer": "They flew to Zagreb.",
    "headline": "[Ana Ruiz Quits|PERSON] As Rents Rise\n\nRents rose.",
    "introduced": "They saw the film Dark Water then.",
    "joined": "[Halden Bank|ORG] fell. [Oran Bank|ORG] rose. They left [Halden Bank to Oran Bank|ORG].",
    "listed": "They like bands such as [Low Tide|ORG], Dust Choir and [Oxide|ORG].",
    "names": "Later Ana Ruiz, who is on the user's own list, left.",
    "nickname": "In soccer, the Wexers beat the Quolls in the league.",
    "official": "Later Minister for Works Ade Kolo left.",
    "prize": "She won the [Ovadi|ORG] Medal.",
    "product": "They unveiled the Ovadi 7.",
    "scorecard": "Ana Quell c Tau b Ott 42\nPeter Wex not out 7",
    "signature": "Please call me.\n\nThanks,\nKelly",
    "team": "In soccer, [Leeds|GPE] beat [Porto|GPE] 3-1 in the league.",
    "title": "Later General [Soleim|ORG] left.",
    "work": 'They sang the song "Low Tide" then.',
}
