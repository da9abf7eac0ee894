"""People: a full name in one piece, and the last name that stands for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import FAR, capital_before, look_back
from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.gazetteer import look_up, not_names
from clusterdoc.find.entities.headlines import in_title_case, is_headline_verb
from clusterdoc.find.entities.names import BEFORE_NAME, FUNCTION_WORDS, PARTICLE, Name, longest_first, overlaps
from clusterdoc.find.entities.type_cues import thing_words
from clusterdoc.find.words import any_of
from clusterdoc.find.words.calendar_names import FIRST_NAMES, is_calendar_name
from clusterdoc.find.words.contexts import any_word
from clusterdoc.find.words.people import is_role, used_as

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE: Final = "full name"
SUFFIXES: Final = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
WORD_BEFORE: Final = re.compile(r"(?<![\w'’.-])((?![a-zà-ɏ\d])[^\W_][a-zà-ɏ]{1,15}(?:-[A-Z][a-z]{1,12})?) \Z")
FIRST_IN_CAPITALS: Final = re.compile(r"(?<![\w'’.-])([A-Z]{2,12}) \Z")  # "PETER MOSS WINS"
LAST: Final = r"(?:[OD]['’]|Mc|Mac)?[A-Z][a-zà-ÿ]{1,20}(?:-[A-Z][a-z]{1,12})?"
WORD_AFTER: Final = re.compile(rf" ({LAST})(?![\w@'’-])")
# "Ana van der Deen": what the model cuts a name in.
CUT: Final = re.compile(rf"(?<=\w)(?: {PARTICLE}){{0,3}} ({LAST})(?![\w@-])")
OKINA: Final = re.compile(r" [‘’'ʻ][A-Z][a-z]{2,15}(?![\w’'-])")  # "Reynold 'Ofanoa"
PARTICLE_LAST: Final = re.compile(rf"(?<!\w){PARTICLE}\Z")
PARTICLES_BEFORE: Final = re.compile(rf"(?<!\w)((?:{PARTICLE} ){{1,2}})\Z")
TITLED: Final = re.compile(rf"(?<!\w){BEFORE_NAME}\.? ([A-Z][a-zà-ÿ]{{1,15}}) \Z")
INSIDE_SENTENCE: Final = re.compile(r"(?<![\w'’.-])[a-z]{1,20},? \Z")
TITLE: Final = re.compile(rf"{BEFORE_NAME}s?\Z")
FULL_NAME: Final = re.compile(rf"(?<![\w'’.-])(?<![A-Z][a-z] )([A-Z][a-zà-ÿ]{{2,14}}) ({LAST})(?![\w@-])(?! [A-Z])")
# "Mrs May", "fly-half A. Ott", "April Kerr"
ADDRESSES: Final = any_of(map(str.title, used_as("address")))
ADDRESSED: Final = re.compile(rf"(?<![\w.])(?:{ADDRESSES})\.? ({LAST})(?![\w@-])(?! [A-Z])")
PAIR: Final = re.compile(rf" ([A-Z][a-zà-ÿ]{{2,15}}) ({LAST})(?![\w@-])(?! [A-Z])")
RANK: Final = re.compile(rf"(?<!\w){BEFORE_NAME}\.?\Z")
INITIALED: Final = re.compile(rf"(?<![\w-])([A-Za-z][a-z-]{{2,18}}) ((?:[A-Z]\. ?){{1,3}}({LAST}))(?![\w@-])(?! [A-Z])")
# "counsel Mwesi Rukuta", "Prosecutor Mahati Odon"
ROLE_BEFORE: Final = re.compile(r"(?<![\w-])([A-Za-z][a-z-]{2,18})\Z")
MONTH_NAMED: Final = re.compile(
    r"(?<![\w’'-])(?<!\b[Ii]n )(?<!\b[Ll]ast )(?<!\b[Tt]his )(?<!\b[Nn]ext )"
    r"(?<!\b[Ss]ince )(?<!\b[Bb]y )(?<!\bof )(?<!\d )"
    rf"(?:{any_of(map(str.capitalize, FIRST_NAMES))}) ({LAST})(?![\w@-])"
)
DOES: Final = re.compile(rf" (?:{any_word('behind the name of a month')})\b")
SIGNATURE: Final = re.compile(r"(?<![^\n])[ \t]{0,4}([A-Z][a-z]{2,12})[,.!-]?[ \t]{0,4}(?![^\n])")
# A list by last name: "Ruiz, Ana; Kerr, Peter M."
BY_LAST: Final = re.compile(
    r"(?<![\w’'-])(([A-Z][\w’'-]{1,20}), (?:[A-Z][a-zà-ÿ]{1,15}|[A-Z]\.)(?: [A-Z]\.?)?)"
    r"(?= ?(?:;|\.?[ \t]{0,3}(?![^\n])))"
)
# "DAHL, Inge and OTT, Karl"
LAST_IN_CAPITALS: Final = re.compile(
    r"(?<![\w’'.-])([A-Z][A-Z’'-]{2,20}), ([A-Z][a-zà-ÿ]{1,15})(?! [A-Z][a-z])(?![\w’'-])"
)
JOINS: Final = frozenset({" ", " e ", " y "})  # "Joao da Costa e Silva"
LISTED: Final = re.compile(
    r"[A-Z][\w’'-]{1,20}, [A-Z][\w.]{0,15}(?: [A-Z]\.?)?; ?[A-Z][\w’'-]{1,20}, [A-Z][^\n]{0,2000}"
)


# 'Ana "The Abacus" Ruiz'
NICKNAMED: Final = re.compile(
    rf"(?<![\w'’.-])([A-Z][a-zà-ÿ]{{1,14}}) [\"“](?:[A-Z][\w'’-]{{1,15}} ?){{1,3}}[\"”] {LAST}(?![\w@-])(?! [A-Z])"
)
SIGNED: Final = re.compile(
    r"(?<![^\n])[ \t]{0,4}(([A-Z]{2,12})(?: [A-Z]\.?)?(?: [A-Z][A-Z'’-]{1,20}){1,2})"
    r"(?=[ \t]{0,4}(?![^\n])|, [A-Z][a-z])"
)


def last_name(full: str) -> str:
    """Return the last name in a full name, without "Jr." and the like."""
    parts = full.replace(",", " ").split()
    if "of" in parts:  # "Ana of Tolva" is not called Tolva
        return full
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        parts.pop()
    return parts[-1] if parts else full


def may_be_named(word: str) -> bool:
    """Return whether a word with a capital can be somebody's or something's own name: no title, weekday, known name."""
    common = (
        is_calendar_name(word) or TITLE.match(word) or is_role(word) or word in thing_words() or word in not_names()
    )
    return not (common or look_up(word) or word in FUNCTION_WORDS)


def complete_people(text: str, names: list[Name]) -> list[Name]:
    """Return the names with split full names joined, and people given the words of their name next to them."""
    joined = join_split_names(text, with_particles(text, names))
    taken = overlaps(joined)
    return longest_first(completed(text, name, taken) if name.label == "PERSON" else name for name in joined)


def completed(text: str, name: Name, taken: bytearray) -> Name:
    """Return a person's name with the first name before it, or a name of one word with the word next to it."""
    if " " in name.text:
        return with_first_name(text, name)
    return in_capitals_whole(text, name) if name.text.isupper() else with_adjacent_word(text, name, taken)


def grown(text: str, name: Name, start: int, end: int) -> Name:
    """Return a name extended to the given offsets; the same name when they are its own."""
    return name._replace(start=start, end=end, text=text[start:end], by=f"rule:{RULE}")


def with_first_name(text: str, name: Name) -> Name:
    """Return a full name with the first name before it that the model left out: "Abel" of "Abel Omar Deen"."""
    before = look_back(WORD_BEFORE, text, name.start)
    known = before is not None and before[1] in first_names() and may_be_named(before[1])
    return grown(text, name, before.start(1), name.end) if before and known else name


def with_adjacent_word(text: str, name: Name, taken: bytearray) -> Name:
    """Return a name of one word with the first name before it, or the last name after it."""
    start, end = name.start, name.end
    before = look_back(WORD_BEFORE, text, start)
    if before and not any(taken[before.start(1) : before.end(1)]) and may_be_named(before[1]):
        first = before.start(1)
        titled = look_back(TITLED, text, start, FAR)
        if titled or before[1] in first_names() or not before[1].isascii() or look_back(INSIDE_SENTENCE, text, first):
            return grown(text, name, first, end)
    after = WORD_AFTER.match(text, end)
    if after is None or any(taken[after.start(1) : after.end(1)]) or not may_be_named(after[1]):
        return name
    verb = is_headline_verb(after[1]) and in_title_case(text, start, end)  # "Ruiz Says Tolva Will …"
    return name if verb else grown(text, name, start, after.end(1))


def in_capitals_whole(text: str, name: Name) -> Name:
    """Return a last name in capitals with the first name before it: "PETER MOSS WINS"."""
    before = look_back(FIRST_IN_CAPITALS, text, name.start)
    known = before is not None and before[1].capitalize() in first_names()
    return grown(text, name, before.start(1), name.end) if before and known else name


def with_particles(text: str, names: list[Name]) -> list[Name]:
    """Return the names with people's completed that were cut at a particle: "Ana van" + "Deen", "der" + "Leyen"."""
    whole = []
    for name in names:
        start, end = name.start, name.end
        if name.label != "PERSON":
            continue
        rest = CUT.match(text, end) if PARTICLE_LAST.search(name.text) else OKINA.match(text, end)
        end = rest.end() if rest else end
        before = look_back(PARTICLES_BEFORE, text, start)
        start = before.start(1) if before and name.text.split()[0] not in first_names() else start
        if (start, end) != (name.start, name.end):
            whole.append(grown(text, name, start, end))
    return longest_first([*names, *whole]) if whole else names


def find_people(text: str, names: list[Name]) -> list[Name]:
    """Return the names with full names added that begin with a first name, which the model missed, cut or mistook."""
    sure = overlaps([name for name in names if name.sure or " " in name.text])
    taken = overlaps(names)
    found = [
        Name(full.start(), full.end(), full[0], "PERSON", f"rule:{RULE}")
        for full in FULL_NAME.finditer(text)
        if is_full_name_of(*full.groups())
        and not any(sure[full.start() : full.end()])
        and (any(taken[full.start(1) : full.end(1)]) or not any(taken[full.start(2) : full.end(2)]))
    ]
    found += [
        Name(*whole.span(), whole[0], "PERSON", f"rule:{RULE}")
        for whole in NICKNAMED.finditer(text)
        if whole[1] in first_names()
    ]
    found += [name for name in (*titled(text), *of_months(text, names)) if not any(sure[name.start : name.end])]
    return longest_first([*names, *found]) if found else names


def is_full_name_of(first: str, last: str) -> bool:
    """Return whether two words with capitals are a first name and what can be a last one: "Theresa May"."""
    if first not in first_names() or not may_be_named(first):
        return False
    return last == "May" or (may_be_named(last) and may_be_named(last.removesuffix("s")))


def titled(text: str) -> Iterator[Name]:
    """Yield the names behind "Mr" and the like, and initials with a last name behind a role: "prop A. Ott"."""
    for found in ADDRESSED.finditer(text):
        if may_be_named(found[1]):
            yield Name(*found.span(1), found[1], "PERSON", f"rule:{RULE}")
    for found in PAIR.finditer(text):
        if all(map(may_be_named, found.groups())) and (is_ranked(text, found) or is_behind_role(text, found)):
            yield Name(found.start(1), found.end(2), text[found.start(1) : found.end(2)], "PERSON", f"rule:{RULE}")
    for found in INITIALED.finditer(text):
        if is_role(found[1]) and may_be_named(found[3]):
            yield Name(*found.span(2), found[2], "PERSON", f"rule:{RULE}")


def is_ranked(text: str, pair: re.Match[str]) -> bool:
    """Return whether two words with capitals stand behind a rank: "Gen. Omar Deen"."""
    return capital_before(text, pair.start()) and look_back(RANK, text, pair.start(), FAR) is not None


def is_behind_role(text: str, pair: re.Match[str]) -> bool:
    """Return whether two words with capitals, no known name, stand behind a role: "counsel Mwesi Rukuta"."""
    role = look_back(ROLE_BEFORE, text, pair.start())
    return role is not None and is_role(role[1]) and look_up(pair[0].lstrip()) is None


def of_months(text: str, names: list[Name]) -> Iterator[Name]:
    """Yield the names of people whose first name is a month, before a last name that was found: "April Kerr"."""
    last = {(name.start, name.text) for name in names if name.label in {"PERSON", "ORG"}}
    for found in MONTH_NAMED.finditer(text):
        if (found.start(1), found[1]) in last or (may_be_named(found[1]) and DOES.match(text, found.end())):
            yield Name(found.start(), found.end(), found[0], "PERSON", f"rule:{RULE}")


def sign_people(text: str, names: list[Name]) -> list[Name]:
    """Return the names with first names added that are a line of their own, as at the end of a letter."""
    signed = [
        Name(line.start(1), line.end(1), line[1], "PERSON", "rule:signature")
        for line in SIGNATURE.finditer(text)
        if line[1] in first_names()
    ]
    signed += [
        Name(line.start(1), line.end(1), line[1], "PERSON", "rule:signature")
        for line in SIGNED.finditer(text)
        if line[2].capitalize() in first_names()
        and all(may_be_named(word.capitalize()) for word in line[1].split()[1:])
    ]
    return longest_first([*names, *signed]) if signed else names


def find_listed(text: str, names: list[Name]) -> list[Name]:
    """Return the names with those of a list by last name completed: "Ruiz, Ana; Kerr, Peter"."""
    listed = [
        Name(found.start(), found.end(), found[0], "PERSON", f"rule:{RULE}", sure=True)
        for found in LAST_IN_CAPITALS.finditer(text)
        if found[2] in first_names() and not look_up(found[1])
    ]
    listed += [
        Name(found.start(1), found.end(1), found[1], "PERSON", f"rule:{RULE}", sure=True)
        for line in (LISTED.finditer(text) if ";" in text else ())
        for found in BY_LAST.finditer(text, *line.span())
        if found[2] not in first_names() and not look_up(found[2])
    ]
    return longest_first([*names, *listed]) if listed else names


def without_brackets(text: str, names: list[Name]) -> Iterator[Name]:
    """Yield the names without a first name in brackets before a last name: "Coach (Ana) Ruiz" is one person."""
    people = {name.start for name in names if name.label == "PERSON"}
    for name in names:
        bracketed = text[name.start - 1 : name.start] == "(" and text[name.end : name.end + 2] == ") "
        if not (bracketed and name.label == "PERSON" and name.end + 2 in people):
            yield name


def are_parts_of_one(first: Name, last: Name) -> bool:
    """Return whether two names side by side are one person's: both are, or the first is a word that names nothing."""
    if last.label != "PERSON" or first.label == "PERSON":
        return first.label == last.label == "PERSON"
    single = " " not in first.text and " " not in last.text and not first.sure
    return single and first.label in {"GPE", "ORG"} and first.text.istitle() and may_be_named(first.text)


def join_split_names(text: str, names: list[Name]) -> list[Name]:
    """Return the names with neighbours joined that are one person's: "Peter Olango" + "Were"."""
    joined: list[Name] = []
    for name in without_brackets(text, names):
        last = joined[-1] if joined else None
        if last and are_parts_of_one(last, name) and text[last.end : name.start] in JOINS:
            whole = text[last.start : name.end]
            joined[-1] = name._replace(start=last.start, text=whole, by=f"rule:{RULE}", sure=last.sure and name.sure)
        else:
            joined.append(name)
    return joined
