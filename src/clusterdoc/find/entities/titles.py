"""Titles: the words that say what a person is, which stand beside the name and never in it."""

from __future__ import annotations

import re
from typing import Final

HONORIFICS: Final = (
    r"Mr|Mrs|Ms|Miss|Mme|Mlle|Dr|Prof|Sir|Lord|Lady|Dame|Sen|Rep|Gov|Gen|Col|Lt|Capt|Cpt|Cmdr|Maj|Sgt|Cpl|Pvt|Rev|Fr|Hon|Adm"
    r"|Messrs|Amb|Atty|Supt|Insp|Det"
)
ROLES: Final = (
    r"President|Vice President|Chancellor|Prime Minister|Premier|Minister|Secretary|Senator|Representative|Governor|Mayor"
    r"|Justice|Judge|Chief Justice|King|Queen|Prince|Princess|Crown Prince|Emperor|Sultan|Emir|Sheikh|Sheik|Pope"
    r"|Cardinal|Archbishop|Bishop|Reverend|Pastor|Father|Imam|Ayatollah|Rabbi|General|Lieutenant General|Major General"
    r"|Brigadier General|Brigadier|Colonel|Lieutenant Colonel|Major|Captain|Lieutenant|Sergeant|Corporal|Private|Admiral"
    r"|Commander|Commissioner|Superintendent|Inspector|Detective|Officer|Sheriff|Marshal|Ambassador|Professor|Doctor"
    r"|Congressman|Congresswoman|Councillor|Councilman|Speaker|Chairman|Chairwoman|Chairperson|Director|Coach"
    r"|Spokesman|Spokeswoman|Spokesperson|Secretary General|Secretary-General|Attorney General|Adviser|Advisor|Chief|Deputy"
)
LEADING_TITLE: Final = re.compile(rf"(?:(?:{HONORIFICS})(?:\.\s?|\s)|(?:{ROLES})\s){{1,4}}(?=[A-Z])")
TITLE_BEFORE: Final = re.compile(rf"(?<!\w)(?:{HONORIFICS}|{ROLES})\.?\s\Z")
PERSON_SHAPE: Final = re.compile(r"[A-Z][\w'’-]{0,30}(?: [A-Z][\w'’.-]{0,30}){0,3}\Z")

PERSON_TITLE_BEFORE: Final = TITLE_BEFORE
ROLE_NOUNS: Final = frozenset(
    (
        "president chancellor minister secretary senator representative governor mayor judge justice king queen prince princess"
        " general colonel captain officer sergeant commander lawyer attorney prosecutor journalist reporter editor columnist"
        " author writer novelist poet actor actress singer musician guitarist drummer bassist pianist composer conductor"
        " director producer filmmaker artist painter sculptor architect photographer designer comedian broadcaster presenter"
        " professor researcher scientist historian economist analyst expert doctor physician surgeon nurse teacher lecturer"
        " spokesman spokeswoman spokesperson chairman chairwoman founder co-founder entrepreneur businessman businesswoman"
        " billionaire tycoon manager coach striker midfielder defender goalkeeper forward pitcher quarterback player captain"
        " boxer wrestler sprinter golfer cyclist driver rapper dj activist campaigner lawmaker congressman congresswoman"
        " politician diplomat ambassador envoy commissioner inspector detective superintendent sheriff pastor priest bishop"
        " archbishop cardinal rabbi imam cleric dictator leader ex-president ex-premier premier adviser advisor aide"
        " candidate nominee rival colleague teammate partner girlfriend boyfriend fiancée fiance spouse farmer driver student"
        " astronaut mathematician physicist chemist philosopher psychologist sociologist biologist engineer inventor host"
    ).split()
)
