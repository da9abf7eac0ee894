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
TITLE_BEFORE: Final = re.compile(rf"(?<!\w)(?:{HONORIFICS}|{ROLES})\.?\s$")
PERSON_SHAPE: Final = re.compile(r"[A-Z][\w'’-]{0,30}(?: [A-Z][\w'’.-]{0,30}){0,3}$")
