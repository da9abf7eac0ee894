"""People: which full name a last name, a first name or "Ms Kim" stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.entities.first_names import gender_of
from clusterdoc.find.entities.names import key
from clusterdoc.find.entities.persons import last_name

if TYPE_CHECKING:
    from clusterdoc.find.entities.names import Name

MISTER: Final = re.compile(r"(?<!\w)(?:(Mr|Sir|Lord|King|Prince)|(Mrs|Ms|Miss|Mme|Lady|Dame|Queen|Princess))\.?\s\Z")


class People:
    """The people of an article: who is meant by each mention, in the order of the text."""

    def __init__(self, text: str, names: list[Name]) -> None:
        self._text = text
        mentions = [name for name in names if name.label == "PERSON"]
        self._full = [name for name in mentions if " " in name.text]
        self._meant: dict[tuple[int, str], str] = {}
        self._established: dict[str, list[str]] = {}
        for name in mentions:
            self._meant[name.start, name.text] = self._resolve(name)

    def person(self, name: Name) -> str:
        """Return the key of the person a mention stands for."""
        return self._meant.get((name.start, name.text), key(name.text))

    def _resolve(self, name: Name) -> str:
        if " " in name.text:
            return key(self._fullest(name.text))
        candidates = self._candidates(name.text)
        gender = self._gender(name)
        if gender:
            candidates = [full for full in candidates if gender_of(full.text.split()[0]) in {gender, None}]
        if not candidates:
            return key(name.text) + (f" {gender}" if gender else "")
        known = self._established.setdefault(name.text, [])
        before = [full for full in candidates if full.start < name.start]
        # A second person of that last name keeps the first name: "Khan" stays who it was before "Sadiq Khan" came in.
        kept = [full for full in before if key(self._fullest(full.text)) in known]
        nearest = (kept or before)[-1] if before else candidates[0]
        meant = key(self._fullest(nearest.text))
        known.append(meant)
        return meant

    def _candidates(self, text: str) -> list[Name]:
        return (
            [full for full in self._full if last_name(full.text) == text]
            or [full for full in self._full if full.text.split()[0] == text]
            or [full for full in self._full if text in full.text.split()]
        )

    def _gender(self, name: Name) -> str | None:
        title = MISTER.search(self._text, max(0, name.start - 10), name.start)
        return None if title is None else "m" if title[1] else "f"

    def _fullest(self, text: str) -> str:
        """Return the longest name in the article that this full name is a shorter form of."""
        short = text.split()
        longer = [
            full.text for full in self._full if len(full.text) > len(text) and same_person(short, full.text.split())
        ]
        return max(longer, key=len) if longer else text


def same_person(short: list[str], full: list[str]) -> bool:
    """Tell whether one full name is a shorter form of another: same last name, same first name or its initial."""
    if short[-1] == full[-1]:
        return short[0] == full[0] or short[0].rstrip(".") == full[0][0]
    return full[: len(short)] == short
