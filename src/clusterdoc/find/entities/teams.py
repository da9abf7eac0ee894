"""Teams that go by their town's name: in tables of results, in "Lagos beat Oran 2-1", in "Lagos striker Ana Ruiz"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import FAR, look_back
from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.full_names import may_be_named
from clusterdoc.find.entities.gazetteer import look_up, nations
from clusterdoc.find.entities.names import Name, longest_first, overlaps
from clusterdoc.find.entities.type_cues import team_words
from clusterdoc.find.words.contexts import any_word
from clusterdoc.find.words.people import is_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusterdoc.facts import Label

RULE: Final = "team"
NICKNAMED: Final = "nickname"
# An article is about sports when one of the first and another of both stand in it: the Arab League does not play.
SPORTS: Final = re.compile(rf"\b(?:{any_word('sport')})\b".casefold())
PLAYING: Final = re.compile(rf"\b(?:{any_word('competition')})\b", re.IGNORECASE)
# What else tables count: "Shots 14 9 3".
COUNTED: Final = rf"(?i:{any_word('counted in a table')})\b"
TEAM: Final = rf"(?!{COUNTED})[A-Z][\w.'’&-]{{1,20}}(?: [A-Z][\w.'’&-]{{0,20}}| of){{0,3}}"
LINE: Final = r"(?<![^\n])[ \t]{0,3}(?:[A-Z][a-z]{2,12}: )?"
# A line of a table: "Lagos 4 ORAN 2", "Lagos 2 ( Ana Ruiz 17 ) Oran 1", "LAGOS AT ORAN", "Lagos 14 4 .778 -".
TABLES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{LINE}({TEAM}) \d{{1,3}},?(?: \([^()\n]{{0,200}}\))? ({TEAM}) \d{{1,3}}(?![\w.])",
        rf"{LINE}({TEAM}) \d{{1,3}} ?[-–] ?\d{{1,3}} ({TEAM})(?: \(|[ \t.]{{0,3}}(?![^\n]))",
        rf"{LINE}({TEAM}) (?:v|vs|V|VS|AT|at)\.? ({TEAM})[ \t.]{{0,3}}(?![^\n])",
        rf"{LINE}({TEAM}) \d{{1,3}}[ \t]{{0,3}}\n[ \t]{{0,3}}({TEAM}) \d{{1,3}}[ \t]{{0,3}}(?![^\n])",
        rf"{LINE}({TEAM})(?: (?:[-+]?[\d./]{{1,7}}|-)){{3,12}}[ \t]{{0,3}}(?![^\n])",
    )
)
SCORE: Final = re.compile(r"\b(?:beat|won|lost|win|defeat|victory|draw)\b[^.\n]{0,60}?\b\d{1,3}-\d{1,3}\b")
PLAYER: Final = re.compile(rf"(?: ?['’]s)?(?: head| assistant| star| veteran| former)? (?:{any_word('player')})\b")
PLAYED: Final = re.compile(rf" (?:{any_word('plays a score')})\b[^.\n]{{0,60}}?\b\d{{1,3}}-\d{{1,3}}\b")
AGAINST: Final = re.compile(
    rf"(?:\b(?:{any_word('plays another')})|\b(?:{any_word('meeting of teams')})(?: \w{{1,12}}){{0,3}} against"
    rf"|\b(?:{any_word('meeting of teams')})(?: \d{{1,3}}-\d{{1,3}})? (?:over|against|to|with|at home to|by)) \Z"
)
OWNED: Final = re.compile(r" ?['’]s ")
# A player in a table: "1. Ana Ruiz ( Kenya )", "5 - Ana Ruiz ( Oran Lions )".
BEFORE_TEAM: Final = re.compile(
    r"(?:(?<![^\n])|[,;:.] |- )([A-Z][\w.'’-]{0,20}(?: [A-Z][a-z][\w'’-]{0,20}){1,2}) \( ?\Z"
)
BRACKET: Final = re.compile(r" \( ?\Z")
IN_PLACE: Final = re.compile(r"(?<!\w)(?:[Ii]n|[Nn]ear|[Aa]t|into|outside|around|across|throughout|city of|town of) \Z")
# "LAGOS 1996-12-06", "LAGOS, Nigeria", "LAGOS (TPA) -": where a report was written.
DATELINE: Final = re.compile(r",? ?(?:[A-Z][\w.]{1,20} ){0,2}(?:\d{4}-\d\d|\d{1,2} |\(|[-–—] )|, [A-Z]")
LINE_START: Final = re.compile(r"(?<![^\n])[ \t]{0,3}\Z")


# "the Stars beat …", "lost to the Sharks", "coach of the Proteas"
NICKNAME: Final = re.compile(r"\b[Tt]he ([A-Z][a-z]{2,14}(?: [A-Z][a-z]{2,14})?(?<=s))(?![\w’'-])(?! [A-Z])")
DOES: Final = re.compile(rf"(?:,? who)? (?:have |has |had |will |also |again )?(?:{any_word('nickname plays')})\b")
PLAYED_BY: Final = re.compile(rf"\b(?:{any_word('player')}) (?:of|for) [Tt]he \Z")


@lru_cache(maxsize=1)  # the same text twice: to add teams, and to type them
def is_sports(text: str) -> bool:
    """Return whether an article is about sports."""
    words = set(SPORTS.findall(text.casefold()))
    return len(words) > 1 or (bool(words) and has_play(text))


def has_play(text: str) -> bool:
    """Return whether an article that may be about sports has what is played: a league, a score, a table of results."""
    return any(pattern.search(text) for pattern in (PLAYING, SCORE, *TABLES[:2]))


def add_teams(text: str, names: list[Name]) -> list[Name]:
    """Return the names with the teams in tables of results added, in place of whatever the model took there."""
    if not is_sports(text):
        return names
    teams = longest_first(in_tables(text))
    spots = overlaps(teams)
    kept = [name for name in names if not any(spots[name.start : name.end])]
    taken = overlaps(kept)
    players = [
        Name(found.start(1), found.end(1), found[1], "PERSON", f"rule:{RULE}")
        for name in kept
        if name.label in {"GPE", "ORG"}
        for found in [look_back(BEFORE_TEAM, text, name.start, FAR)]
        if found and not any(taken[found.start(1) : found.end(1)])
    ]
    return longest_first([*kept, *teams, *players])


def add_nicknames(text: str, names: list[Name]) -> list[Name]:
    """Return the names with the teams added that go by a nickname in the plural: "the Stars beat the Flames"."""
    if not is_sports(text):
        return names
    places = [place for place in NICKNAME.finditer(text) if may_be_team(place[1])]
    forms = {place[1] for place in places if is_playing(text, place)}
    forms |= {name.text.rpartition(" ")[2] for name in names if name.label == "ORG" and " " in name.text}
    teams = [
        Name(*place.span(1), place[1], "ORG", f"rule:{NICKNAMED}", sure=True) for place in places if place[1] in forms
    ]
    if not teams:
        return names
    taken = overlaps(teams)
    return longest_first([*(name for name in names if name.sure or not any(taken[name.start : name.end])), *teams])


def may_be_team(form: str) -> bool:
    """Return whether a plural in capitals can be a team's nickname: no people, no role, no known name but a team's."""
    last = form.rpartition(" ")[2]
    if last in team_words():
        return True
    return may_be_named(last) and may_be_named(last[:-1]) and not is_role(last[:-1]) and look_up(form) is None


def is_playing(text: str, place: re.Match[str]) -> bool:
    """Return whether the words beside a nickname say that it plays."""
    article = place.start(1) - len("the ")
    if DOES.match(text, place.end()) or PLAYER.match(text, place.end()):
        return True
    against = look_back(AGAINST, text, article, FAR)
    return bool(against or look_back(PLAYED_BY, text, place.start(1), FAR))


def in_tables(text: str) -> Iterator[Name]:
    """Yield the teams in the lines of tables; a country's team goes by the country."""
    for table in TABLES:
        for line in table.finditer(text):
            for group in range(1, table.groups + 1):
                yield Name(*line.span(group), line[group], label_of(line[group]), f"rule:{RULE}", sure=True)


def label_of(form: str) -> Label:
    """Return what stands in a table: a team, a country, or a player."""
    known = look_up(form)
    if known and known.name in nations():
        return "GPE"
    first, _, last = form.partition(" ")
    return "PERSON" if last and first in first_names() else "ORG"


def type_teams(text: str, names: list[Name]) -> list[Name]:
    """Return the names with towns that play typed as teams, but where a town is meant: "in Lagos"."""
    if not is_sports(text):
        return names
    teams = playing_towns(text, names)
    teams |= {name.text.casefold() for name in names if name.by == f"rule:{RULE}" and name.label == "ORG"}
    typed = [
        name.retyped("ORG", RULE)
        if (name.label == "GPE" and name.text.casefold() in teams and not is_place(text, name))
        or is_plural_nickname(name)
        else name
        for name in names
    ]
    firsts = first_words_of_teams(typed)
    return [
        name.retyped("ORG", RULE) if name.text in firsts and PLAYER.match(text, name.end) else name for name in typed
    ]


def playing_towns(text: str, names: list[Name]) -> set[str]:
    """Return the towns, in small letters, that play or whose players are named."""
    towns = {name.text for name in names if name.label == "GPE" and is_town(name.text)}
    starts = {name.start for name in names if name.label == "PERSON"}
    ends = {name.end for name in names if name.label == "PERSON"}
    return {
        name.text.casefold()
        for name in names
        if name.text in towns and (plays(text, name) or of_player(text, name, starts, ends))
    }


def is_plural_nickname(name: Name) -> bool:
    """Return whether a plural that the model took for a people is a team's nickname: "Swans"."""
    return name.label == "NORP" and not name.sure and name.text.endswith("s") and look_up(name.text) is None


def first_words_of_teams(names: list[Name]) -> set[str]:
    """Return the first words of teams' names that are nobody's last name: "Carrick" of Carrick Town."""
    people = {word for name in names if name.label == "PERSON" and " " in name.text for word in name.text.split()}
    return {name.text.partition(" ")[0] for name in names if name.label == "ORG" and " " in name.text} - people


def is_town(text: str) -> bool:
    """Return whether a name is no country's."""
    known = look_up(text)
    return (known.name if known else text) not in nations()


def plays(text: str, name: Name) -> bool:
    """Return whether a town's name stands for its team here."""
    before = look_back(AGAINST, text, name.start, FAR)
    return bool(before or PLAYER.match(text, name.end) or PLAYED.match(text, name.end))


def of_player(text: str, name: Name, starts: set[int], ends: set[int]) -> bool:
    """Return whether a player stands beside a town's name: "Oran's Ana Ruiz", "Ana Ruiz (Oran)"."""
    owned = OWNED.match(text, name.end)
    bracket = look_back(BRACKET, text, name.start)
    return bool((owned and owned.end() in starts) or (bracket and bracket.start() in ends))


def is_place(text: str, name: Name) -> bool:
    """Return whether a name stands for the town here: after "in", and where a report was written."""
    if look_back(IN_PLACE, text, name.start):
        return True
    return bool(look_back(LINE_START, text, name.start) and DATELINE.match(text, name.end))
