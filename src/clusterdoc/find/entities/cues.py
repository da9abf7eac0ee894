"""Words in and around a name that speak for a type: "Ministry", "the town of …", "… said", "…, who"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.titles import roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.facts import Label
    from clusterdoc.find.entities.names import Name

# How much a cue weighs against one mention that the model labels otherwise.
WEAK: Final = 1.0
CLEAR: Final = 2.0
STRONG: Final = 4.0

# The last words of a name that make it what it is. A row: the label, its head words.
HEADS: Final[tuple[tuple[Label, str], ...]] = (
    (
        "ORG",
        "Inc|Corp|Corporation|Co|Ltd|LLC|PLC|Plc|GmbH|AG|Group|Holdings|Bank|Ministry|Department|University|College|Institute"
        "|Party|Committee|Subcommittee|Commission|Council|Association|Federation|Confederation|Agency|Authority|Union"
        "|Foundation|Society|Club|Board|Bureau|Office|Army|Navy|Police|Forces|Force|Times|Herald|Tribune|News|Gazette|Post"
        "|Chronicle|Journal|Telegraph|Observer|Guardian|Airlines|Airways|Parliament|Assembly|Network|Company|Organization"
        "|Organisation|FC|United|Watch|International|Alliance|Coalition|Congress|Senate|Secretariat|Directorate|Secretariat"
        "|Initiative|Trust|Fund|Chamber|Consortium|Brigade|Battalion|Regiment|Squadron|Division|Corps|Command|Ministries"
        "|Records|Pictures|Entertainment|Studios|Productions|Media|Broadcasting|Television|Radio|TV|Motors|Industries"
        "|Technologies|Systems|Solutions|Pharmaceuticals|Partners|Capital|Ventures|Securities|Insurance|Energy|Petroleum"
        "|Enterprises|Laboratories|Brothers|Bros|Front|Movement|Service|Services|Orchestra|Ensemble|Choir|Band"
        "|Tribunal|Judiciary|Cabinet|Government|Administration|Academy|Seminary|Polytechnic|Rovers|Wanderers|Athletic"
        "|Friends|Volunteers|Rangers|Tigers|Lions|Eagles|Panthers|Bears|Wolves|Hawks|Falcons|Bulls|Warriors|Knights",
    ),
    (
        "LAW",
        "Convention|Conventions|Treaty|Act|Protocol|Constitution|Accord|Accords|Agreement|Amendment|Charter|Code|Bill"
        "|Directive|Ordinance|Resolution|Statute|Pact",
    ),
    (
        "EVENT",
        "Olympics|Games|Cup|Championship|Championships|Tournament|Open|Marathon|Prix|Festival|Fair|Expo|Summit|Conference"
        "|War|Revolution|Uprising|Rebellion|Massacre|Genocide|Election|Elections|Referendum|Earthquake|Tsunami|Derby"
        "|Classic|Playoffs|Bowl|Trophy|Battle|Offensive|Crisis|Carnival|Parade|Biennale|Pageant|Rally|Regatta",
    ),
    (
        "FAC",
        "Airport|Bridge|Stadium|Arena|Street|Avenue|Road|Highway|Boulevard|Square|Tower|Towers|Palace|Castle|Cathedral"
        "|Church|Mosque|Temple|Museum|Prison|Jail|Station|Dam|Canal|Tunnel|Port|Harbour|Harbor|Hall|Hotel|Cemetery|Monument"
        "|Memorial|Gallery|Library|Theatre|Theater|Plaza|Mall|Expressway|Motorway|Freeway|Lighthouse|Pier|Garden"
        "|Gardens|Zoo|Park|Railway|Railroad|Barracks|Lane|Gate|Fort|Abbey|Priory|Monastery|Shrine|Reservoir|Racecourse",
    ),
    (
        "LOC",
        "River|Lake|Sea|Ocean|Bay|Gulf|Strait|Straits|Mountain|Mountains|Mount|Island|Islands|Peninsula|Valley|Desert|Forest"
        "|Coast|Hills|Basin|Delta|Plateau|Beach|Cape|Creek|Falls|Glacier|Canyon|Peak|Range|Reef|Archipelago|Plains|Highlands",
    ),
    (
        "GPE",
        "City|Town|County|Province|District|Region|Village|Oblast|Prefecture|Republic|Kingdom|Township|Municipality"
        "|Territory|Parish|Governorate|Emirate",
    ),
    ("PRODUCT", "Munitions|Missile|Missiles|Rifle|Rocket|Helicopter|Launcher|Vaccine"),
    ("WORK_OF_ART", "Award|Awards|Prize|Medal|Symphony|Sonata|Trilogy"),
)
HEAD: Final[dict[str, Label]] = {word: label for label, words in HEADS for word in words.split("|")}
# The first words of a name that do so when "of" or "for" follows: "Ministry of …", "Bank of …"; and before another name.
HEAD_OF: Final = re.compile(
    r"(?:University|Ministry|Department|Bank|Institute|Federation|Association|Confederation|Council|Office|Board|Committee"
    r"|Commission|Centers?|Centres?|College|School|Academy|Bureau|Society|Union|Organi[sz]ation|Court|House|Party|League|Chamber"
    r"|Faculty|Church|Church|Sons|Daughters|Friends|Knights)\s(?:of|for|on)\s"
)
FIRST: Final[dict[str, Label]] = {"Lake": "LOC", "Mount": "LOC", "Mt": "LOC", "Cape": "LOC", "Fort": "FAC", "Camp": "FAC", "Port": "GPE", "Hurricane": "EVENT", "Operation": "EVENT", "Typhoon": "EVENT", "Cyclone": "EVENT"}  # fmt: skip

# Words right before a name, without "the" and the like between. A row: label, weight, words.
BEFORE: Final[tuple[tuple[Label, float, str], ...]] = (
    ("GPE", WEAK, "in near outside around across throughout toward towards"),
    ("PERSON", CLEAR, "nicknamed née husband wife father mother son daughter brother sister uncle aunt cousin"),
    ("ORG", CLEAR, "company firm newspaper magazine daily broadcaster airline retailer manufacturer startup start-up charity"),
    ("ORG", CLEAR, "club band label supermarket carmaker automaker insurer publisher nonprofit NGO rivals giant maker website"),
    ("WORK_OF_ART", CLEAR, "film movie album song novel documentary sitcom musical opera ballad EP poem painting anthem"),
    ("GPE", CLEAR, "city town village province district suburb township municipality neighbouring neighboring downtown"),
    ("LOC", CLEAR, "river island lake mountain"),
)  # fmt: skip
# Words before "of" before a name: "the town of …", "the president of …" says nothing, "the chairman of …" does.
BEFORE_OF: Final[tuple[tuple[Label, float, str], ...]] = (
    ("GPE", STRONG, "city town village province district suburb municipality capital region state county island port"),
    ("GPE", CLEAR, "outskirts north south east west northeast northwest southeast southwest streets republic kingdom"),
    ("GPE", CLEAR, "residents mayor governor kilometers kilometres km miles invasion occupation annexation parts"),
    ("ORG", CLEAR, "CEO chairman chairwoman founder co-founder executive spokesman spokeswoman spokesperson director"),
    ("ORG", CLEAR, "members employees shares board owner secretary-general"),
    ("PERSON", CLEAR, "wife widow son daughter father mother brother sister death murder arrest assassination family"),
)  # fmt: skip
AFTER: Final[tuple[tuple[Label, float, re.Pattern[str]], ...]] = (
    ("PERSON", STRONG, re.compile(r",? \(?(?:aged )?\d{1,2}\)?,|, (?:aged? \d|an? \d{1,2}-year-old)")),
    ("PERSON", CLEAR, re.compile(r",? who(?:se|m)?\b")),
    ("GPE", CLEAR, re.compile(r" (?:city|town|village|province|district|suburb|prefecture|county|municipality|constituency)\b")),
    ("LOC", CLEAR, re.compile(r" (?:river|island|islands|region|peninsula|valley|mountains|coast|rainforest|basin|desert)\b")),
    ("GPE", CLEAR, re.compile(r"-(?:based|born)\b")),
    (
        "PRODUCT",
        2 * CLEAR,
        re.compile(
            r"(?: (?:and|or) [A-Z]\w{1,20})? (?:vehicles?|missiles?|munitions?|ammunition|rounds|rockets?|tanks?|rifles?|drones?"
            r"|jets|helicopters?|howitzers?|launchers?|vaccines?|smartphones?|torpedo(?:es)?|warheads?|submarines?)\b"
        ),
    ),
    ("ORG", CLEAR, re.compile(r"(?:['’]s)? (?:CEO|chief executive|shares|stock|employees|spokes(?:man|woman|person))\b")),
)  # fmt: skip
SAID: Final = (
    r"(?:said|says|told|added|argued|stressed|noted|explained|warned|tweeted|recalled|acknowledged|insisted|claimed|wrote)"
)
SAID_AFTER: Final = re.compile(rf",?\s(?:also |has |had |later )?{SAID}\b")
SAID_BEFORE: Final = re.compile(r"(?<!\w)(?:said|says|added|explained)\s\Z")
TWO_WORDS_BEFORE: Final = re.compile(r"(?<![\w'’-])(?:([\w'’-]{1,20}) (of (?:the )?)|([\w'’-]{1,20}) )\Z")
LAST_WORD: Final = re.compile(r"([^\W\d_]{1,30})\.?\Z")
PERSON_SHAPE: Final = re.compile(r"[^\W\d_][\w'’.-]{0,30}(?: (?:[^\W\d_a-z][\w'’.-]{0,30}|de|da|bin|al|van|von|el|del|dos|der|la|le)){1,4}\Z")
ACRONYM: Final = re.compile(r"[A-Z]{3,8}\Z")
PLACES: Final = frozenset({"GPE", "LOC", "FAC"})


def _words(rows: tuple[tuple[Label, float, str], ...]) -> dict[str, tuple[Label, float]]:
    return {word: (label, weight) for label, weight, words in rows for word in words.split()}


WORD_BEFORE: Final = _words(BEFORE)
WORD_BEFORE_OF: Final = _words(BEFORE_OF)


def cues(text: str, name: Name) -> Iterator[tuple[Label, float]]:
    """Yield (label, weight) of every cue in and around a name."""
    yield from within(name.text)
    before = TWO_WORDS_BEFORE.search(text, max(0, name.start - 30), name.start)
    if before and before[2]:
        cue = WORD_BEFORE_OF.get(before[1])
        if cue:
            yield cue
    elif before:
        word = before[3]
        cue = WORD_BEFORE.get(word)
        if cue:
            yield cue
        elif word in roles():
            yield "PERSON", CLEAR
    for label, weight, pattern in AFTER:
        if pattern.match(text, name.end):
            yield label, weight
    if SAID_AFTER.match(text, name.end) or SAID_BEFORE.search(text, max(0, name.start - 15), name.start):
        yield "PERSON", WEAK


def within(name: str) -> Iterator[tuple[Label, float]]:
    """Yield (label, weight) of what the words of a name say of it."""
    if " " not in name:
        if ACRONYM.match(name):
            yield "ORG", 1.5 * WEAK
        return
    last = LAST_WORD.search(name)
    head = HEAD.get(last[1]) if last else None
    first = name.split(" ", 1)[0]
    if HEAD_OF.match(name):
        yield "ORG", STRONG
    elif head:
        yield head, STRONG
    elif first in FIRST:
        yield FIRST[first], CLEAR
    elif first in first_names() and PERSON_SHAPE.match(name):
        yield "PERSON", STRONG
