"""Acronyms: "Agence France-Presse (AFP)" says what AFP is, and so does "AFP (Agence …)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.entities.full_names import may_be_named
from clusterdoc.find.entities.names import Name, longest_first, overlaps
from clusterdoc.find.entities.type_cues import heads, team_words
from clusterdoc.find.words.contexts import any_word, words_by_use

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE: Final = "acronym"
IN_BRACKETS: Final = re.compile(r"\s{0,2}\( ?(?:the |or |also )?[\"“‘']?([A-Z][A-Za-z&.-]{1,9}?)[\"”’']? ?\)")
# "(NYSE: TLV)": what a firm is called where its shares are traded.
TICKER: Final = re.compile(rf"\s?\( ?(?:{any_word('exchange')}|OTC\w{{0,6}}) ?: ?([A-Z.]{{1,6}}\d{{0,2}}) ?[);,]")
BEFORE_BRACKET: Final = re.compile(r"(?<![\w.&-])([A-Z][A-Za-z&]{1,9})\s{1,2}\( ?(?:the )?\Z")
LOWER_ACRONYM: Final = re.compile(r"[a-z] \(([A-Z]{2,6})\)")
LOWER_WORD: Final = re.compile(r"(?<![\w’'])[a-z]{1,20}")
CRUDE: Final = frozenset({"Benchmark Brent", "Brent crude"})
OIL: Final = re.compile(
    r"\b(?:crude|oil|barrels?|WTI|futures|settled)\b|\bBrent (?:rose|fell|slid|down|up|was)\b|Brent down"
)
FULL_LENGTH: Final = 60
FIRM: Final = re.compile(rf"(?:{any_word('legal form')})\Z")
FULL_WORD: Final = r"(?:[A-Z][\w'’&-]{0,30}|of|the|and|for|de|du)"
SPELLED_OUT: Final = re.compile(rf"\s{{0,2}}\( ?({FULL_WORD}(?: {FULL_WORD}){{1,9}}) ?\)")
ACRONYM: Final = re.compile(r"[A-Z][A-Za-z&]{0,3}[A-Z][A-Za-z]{0,4}\Z")
CAPITALS: Final = re.compile(r"[A-Z]{3,8}\Z|[A-Z][a-z]{4,9}\Z")
WORD: Final = re.compile(r"[^\W\d_]\w{0,40}")


def is_acronym_of(acronym: str, full: str) -> bool:
    """Return whether an acronym is made of a full name's capitals in any order, or its initials but for one."""
    letters = acronym.replace(".", "").replace("&", "").upper()
    parts = WORD.findall(full)
    while parts and FIRM.match(parts[-1]):
        parts.pop()
    capitals = "".join(part[0] for part in parts if part[0].isupper())
    initials = "".join(part[0] for part in parts).upper()
    if sorted(letters) == sorted(capitals):  # "ACT (Tolva Athletics Council)": the letters of another language
        return True
    return letters[:1] == initials[:1] and sum(letter in initials for letter in letters) >= len(letters) - 1


def introduced(text: str, names: list[Name]) -> dict[str, Name]:
    """Return the acronyms an article introduces in brackets, each with the name it stands for."""
    found: dict[str, Name] = {}
    for name in names:
        if name.label != "PERSON" and (" " in name.text or "-" in name.text):
            for acronym in acronyms_of(text, name):
                found.setdefault(acronym, name)
    return found


def acronyms_of(text: str, name: Name) -> Iterator[str]:
    """Yield the acronyms of a name: in brackets behind it, on an exchange, before the brackets that it stands in."""
    behind = IN_BRACKETS.match(text, name.end)
    if behind and (is_acronym_of(behind[1], name.text) or is_foreign_acronym(behind[1], name)):
        yield behind[1]
    ticker = TICKER.match(text, name.end) if name.label == "ORG" else None
    if ticker:
        yield ticker[1]
    ahead = look_back(BEFORE_BRACKET, text, name.start)
    if ahead and text.startswith((")", " )"), name.end) and is_acronym_of(ahead[1], name.text):
        yield ahead[1]


def is_foreign_acronym(word: str, name: Name) -> bool:
    """Return whether a word has the letters of a body's name in another language: "Partido Verde (MVT)"."""
    return name.label == "ORG" and CAPITALS.match(word) is not None and is_short_form(word)


def is_short_form(word: str) -> bool:
    """Return whether a word in brackets can be short for the name before it: "(Hawks)"; no role, no known name."""
    return may_be_named(word) or word in team_words()


def spelled_out(text: str, names: list[Name]) -> Iterator[tuple[Name, Name]]:
    """Yield the acronyms that a bracket right after them spells out, each with that full name: "DPICM (Dual-…)"."""
    for name in names:
        bracket = SPELLED_OUT.match(text, name.end) if ACRONYM.match(name.text) else None
        if bracket and is_acronym_of(name.text, bracket[1].replace("-", " ")):
            label = heads().get(bracket[1].split()[-1], name.label)
            yield name, Name(bracket.start(1), bracket.end(1), bracket[1], label, f"rule:{RULE}", name.sure)


def type_acronyms(text: str, names: list[Name]) -> list[Name]:
    """Return the names with acronyms typed as what they stand for, and with the acronyms that the model missed."""
    spelled = {acronym.text: full for acronym, full in spelled_out(text, names)}
    names = longest_first([*names, *spelled.values()])
    known = {**by_initials(names), **introduced(text, names), **spelled}
    typed = [
        name.retyped(known[name.text].label, RULE) if name.text in known and not name.sure else name for name in names
    ]
    return longest_first([*typed, *missed_acronyms(text, typed, known)])


def without_terms(text: str, names: list[Name]) -> list[Name]:
    """Return the names without acronyms that the article introduces for a term: "gross domestic product (GDP)"."""
    names = without_degrees(names)
    terms = {acronym for acronym in LOWER_ACRONYM.findall(text) if is_term(text, acronym)}
    terms |= CRUDE | {"Brent"} if is_crude(text, names) else set()
    return [name for name in names if name.text not in terms or is_traded(text, name)] if terms else names


def is_traded(text: str, name: Name) -> bool:
    """Return whether "Brent" is the crude oil that is traded under that name: "Brent crude futures"."""
    return text.startswith((" crude", " futures"), name.end)


def without_degrees(names: list[Name]) -> list[Name]:
    """Return the names without letters behind somebody's name: "Ana Ruiz, MD"; but "Tolva, MD" is in Maryland."""
    ends = {name.end for name in names if name.label == "PERSON"}
    degrees = words_by_use()["honour"]
    return [name for name in names if not (name.text in degrees and name.start - len(", ") in ends)]


def is_crude(text: str, names: list[Name]) -> bool:
    """Return whether "Brent" is oil: the article mentions oil, and nobody in it has that first or last name."""
    person = any(" " in name.text and "Brent" in name.text.split() and name.text not in CRUDE for name in names)
    return not person and OIL.search(text) is not None


def is_term(text: str, acronym: str) -> bool:
    """Return whether the words before an acronym in brackets are in lower case, and their initials are its letters."""
    at = text.find(f"({acronym})")
    words = LOWER_WORD.findall(text, max(0, at - FULL_LENGTH), max(0, at))[-len(acronym) :]
    return "".join(word[0] for word in words) == acronym.lower()


def by_initials(names: list[Name]) -> dict[str, Name]:
    """Return the names of bodies with long names by their initials: the Fijian Elections Office by FEO."""
    found: dict[str, Name] = {}
    for name in names:
        words = WORD.findall(name.text) if name.label == "ORG" else []
        letters = "".join(word[0] for word in words if word[0].isupper())
        if len(letters) > len("UN"):
            found.setdefault(letters, name)
    return found


def missed_acronyms(text: str, names: list[Name], known: dict[str, Name]) -> Iterator[Name]:
    """Yield the places outside of all names found where an acronym that the article introduces occurs."""
    taken = overlaps(names)
    for acronym, full in known.items():
        start = text.find(acronym)
        while start >= 0:
            end = start + len(acronym)
            edges = text[start - 1 : start] + text[end : end + 1]
            if not any(taken[start:end]) and not any(c.isalnum() or c == "-" for c in edges):
                yield Name(start, end, acronym, full.label, f"rule:{RULE}", sure=True)
            start = text.find(acronym, end)
