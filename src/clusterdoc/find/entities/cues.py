"""Words in and around a name that give its type: "Ministry", "Oslo Convention", "said Kahl"."""

from __future__ import annotations

import re
from typing import Final

from clusterdoc.find.entities.names import Name
from clusterdoc.find.entities.titles import PERSON_SHAPE, TITLE_BEFORE

ORGANISATION: Final = re.compile(
    r"(?<!\w)(?:Inc|Corp|Corporation|Co|Ltd|LLC|PLC|Plc|Group|Holdings|Bank|Ministry|Department|University|College|Institute"
    r"|School|Party|Committee|Commission|Council|Association|Federation|Agency|Authority|Union|Foundation|Society|Club"
    r"|Court|Board|Bureau|Office|Army|Navy|Police|Forces|Times|Herald|Tribune|News|Airlines|Airways|League|Parliament"
    r"|Assembly|Network|Centre|Center|Company|Organization|Organisation|Hospital|FC|United|Watch|International)\.?$"
    r"|^(?:University|Ministry|Department|Bank|Institute|Federation|Association|Confederation|Council|Office|Board) (?:of|for)\b"
)
BUILDING: Final = re.compile(r"(?<!\w)(?:Cent(?:er|re)|Hospital|School|College|University|Club|Court)$")
LAW: Final = re.compile(r"(?<!\w)(?:Convention|Treaty|Act|Protocol|Constitution|Accords?|Agreement)$")
SAID: Final = (
    r"(?:said|says|told|added|argued|stressed|noted|explained|warned|tweeted|recalled|acknowledged|insisted|claimed)"
)
SAID_AFTER: Final = re.compile(rf",?\s(?:also |has |had |later )?{SAID}\b")
SAID_BEFORE: Final = re.compile(r"(?<!\w)(?:said|says|added|explained|according to)\s$")
RULE: Final = "cue"


def type_by_cues(text: str, names: list[Name]) -> list[Name]:
    """Return the names with types given by their head words and the words beside them."""
    return [name if name.sure else by_cue(text, name) for name in names]


def by_cue(text: str, name: Name) -> Name:
    """Return a name with the type its head word or its neighbours give it."""
    if " " in name.text:
        if LAW.search(name.text) and name.label in {"ORG", "EVENT", "WORK_OF_ART", "PRODUCT", "GPE", "LOC"}:
            return name.retyped("LAW", RULE)
        if ORGANISATION.search(name.text) and name.label != "ORG":
            building = name.label == "FAC" and BUILDING.search(name.text)
            return name if building else name.retyped("ORG", RULE, sure=False)
    elif name.label in {"GPE", "NORP", "PRODUCT", "WORK_OF_ART", "FAC", "LOC"} and not name.text.isupper():
        if SAID_AFTER.match(text, name.end) or SAID_BEFORE.search(text, max(0, name.start - 15), name.start):
            return name.retyped("PERSON", RULE)
    titled = TITLE_BEFORE.search(text, max(0, name.start - 25), name.start)
    if titled and PERSON_SHAPE.match(name.text) and not ORGANISATION.search(name.text):
        return name.retyped("PERSON", RULE)
    return name
