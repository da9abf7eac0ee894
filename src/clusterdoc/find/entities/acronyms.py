"""Acronyms: "Agence France-Presse (AFP)" says what AFP is, here and everywhere in the article."""

from __future__ import annotations

import re
from typing import Final

from clusterdoc.find.entities.names import Name, longest_first, overlaps

RULE: Final = "acronym"
IN_BRACKETS: Final = re.compile(r"\s{0,2}\((?:the |or )?[\"“]?([A-Z][A-Za-z&.-]{1,9})[\"”]?\)")
WORD: Final = re.compile(r"[A-Za-z]\w{0,40}")


def stands_for(acronym: str, full: str) -> bool:
    """Tell whether an acronym can stand for a full name: its capitals, its initials, or nearly all letters in order."""
    letters = acronym.replace(".", "").replace("&", "").upper()
    words = WORD.findall(full)
    capitals = "".join(word[0] for word in words if word[0].isupper())
    initials = "".join(word[0] for word in words).upper()
    if letters in {capitals.upper(), initials}:
        return True
    return letters[:1] == capitals[:1].upper() and sum(letter in initials for letter in letters) >= len(letters) - 1


def introduced(text: str, names: list[Name]) -> dict[str, Name]:
    """Return the acronyms an article introduces in brackets, each with the name it stands for."""
    found: dict[str, Name] = {}
    for name in names:
        bracket = IN_BRACKETS.match(text, name.end) if " " in name.text or "-" in name.text else None
        if bracket and name.label != "PERSON" and stands_for(bracket[1], name.text):
            found.setdefault(bracket[1], name)
    return found


def type_acronyms(text: str, names: list[Name]) -> list[Name]:
    """Return the names with acronyms typed as what they stand for, and those added that the model left out."""
    known = introduced(text, names)
    typed = [
        name.retyped(known[name.text].label, RULE) if name.text in known and not name.sure else name for name in names
    ]
    taken = overlaps(typed)
    found = []
    for acronym, full in known.items():
        start = text.find(acronym)
        while start >= 0:
            end = start + len(acronym)
            edges = text[max(0, start - 1) : start] + text[end : end + 1]
            if not any(taken[start:end]) and not any(c.isalnum() or c == "-" for c in edges):
                found.append(Name(start, end, acronym, full.label, f"rule:{RULE}", sure=True))
            start = text.find(acronym, end)
    return longest_first([*typed, *found])
