"""Turns of a conversation: who opens one, in which form, and which forms a text has.

"Paul Lind: …", "Ms. Rao (Leeds North): …", "Q. …"; over the words "Paul Lind", "Paul Lind -- Chief Executive", and
"speaker" with the name below it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from clusterdoc.find.words import forms as forms_of
from clusterdoc.find.words import rows
from clusterdoc.find.words.contexts import any_word
from clusterdoc.find.words.people import nouns
from clusterdoc.prose.datelines import named
from clusterdoc.prose.edits import Edit
from clusterdoc.prose.lines import joining_words, line_starts, lines
from clusterdoc.prose.openings import is_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clusterdoc.prose.lines import Line


class Opened(NamedTuple):
    """A line that gives somebody the word: how it does, where the name stands and where the words begin."""

    form: str
    number: int
    name: tuple[int, int]
    start: int
    lines: int = 0  # between the name's line and the one on which the words begin


class Turn(NamedTuple):
    """What somebody says in a conversation: offsets of the words, and of the name."""

    start: int
    end: int
    name: tuple[int, int]


PART: Final = r"[A-Z](?:[\w.'’-]{0,19}[\w’])?"
SMALL: Final = rf"(?:{any_word('particle')})"
NAME: Final = rf"(?:[A-Z][A-Za-z]{{1,4}}\. )?{PART}(?: (?:{SMALL} )?{PART}){{0,4}}"
MEMBERS: Final = r"(?:An|Several) [Hh]on\. [Mm]embers?"
# "(Leeds North) (Lab)", "[Kerr Bank]", ", HOST", ", 43, baker": who somebody is, between name and colon.
WHO: Final = r"(?P<of>(?: ?\((?!\d{1,9}\))[^()\n]{1,60}\)| ?\[[^\[\]\n]{1,60}\]){0,2}(?P<role>, [^:\n.!?\"“]{2,60})?)"
COLON: Final = re.compile(
    rf"(?P<name>{MEMBERS}|{NAME}|[A-Z][\w.'’-]{{0,20}} in [A-Z]\w{{1,20}}|(?i:spk|speaker)[ _]?\d{{1,2}})"
    rf"{WHO}(?P<colon> ?: {{0,3}})"
)
CAPTION: Final = re.compile(rf"(?:{any_word('credit')})\Z")
# "((Ana Rao)) Why?", "[Ana Rao] Why?", "<Ana Rao> Why?": marks of a name in a transcript.
BRACKETED: Final = re.compile(rf"(?:\(\(|\[|<(?:v )?)(?P<name>{NAME})(?:\)\)|\]|>) {{0,3}}:? {{0,3}}(?:(?=\S)|\Z)")
VOICE: Final = re.compile(r"(?i:spk|speaker)(?P<gap>[ _]?)\d{1,2}\Z")
INITIALS: Final = re.compile(r"(?![QA]\Z)[A-Z]{1,2}\Z")
LETTER: Final = re.compile(
    r"(?P<name>[QA]|Question|Answer|QUESTION|ANSWER)(?P<colon>[.:](?: {1,3}|\Z)|\) )(?:(?=\S)|\Z)"
)
BARE_LETTER: Final = re.compile(r"(?P<name>Q) {1,6}(?=[A-Z“\"])")
SPEAKER: Final = re.compile(r"(?i:speakers?)\Z")
TITLED: Final = re.compile(
    rf"(?P<name>{NAME})(?: ?(?:--|[—–]|\||-(?= )) [A-Z][^\n.!?]{{2,80}}"
    r"|[ \t]{1,6}[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?)\Z"
)
ALONE: Final = re.compile(rf"(?P<name>{NAME})(?:, [A-Z][^\n.!?]{{2,80}})?\Z")
NUMERIC: Final = re.compile(
    r"(?:up |down |flat at )?"  # DAX: up 1.2%
    r"[\s$£€¥()+−▲▼–-]{0,4}\d[\d,. ]{0,20}(?:%|[A-Za-z]{0,12})(?: [a-z²]{1,10})?\)?%?\Z|[-–—]\Z|n/?[am]\Z"
)
OPENERS: Final = tuple("QA([<\t \xa0")
FARTHEST: Final = 160  # characters of a line that may be a name, who that is, and a colon
NOBODY: Final = frozenset({"the", "an", "unidentified", "unknown", "several", "all", "male", "female"})
ROLE_WORD: Final = re.compile(r"[A-Z]{2,30}")
TRANSCRIPT: Final = 0.25  # of the lines open a turn: what follows a turn is still its speaker's
SEVERAL: Final = 2
FORMS: Final = ("speaker", "letter", "bare letter", "colon", "titled", "alone")
ON_THE_LINE: Final = ("letter", "bare letter", "colon")


def turns(found: Sequence[Line]) -> Iterator[Turn]:
    """Yield the turns of a conversation, in a text that has several."""
    opened = [turn for number in range(len(found)) for turn in opening(found, number)]
    forms = believed(found, opened) if len(opened) >= SEVERAL else set()
    kept = [turn for turn in opened if turn.form in forms]
    if not kept:
        return
    whole = len(kept) >= TRANSCRIPT * without_names(found, opened) or any(
        turn.form in ("speaker", "titled", "alone") for turn in kept
    )
    ends = [*(turn.number for turn in kept[1:]), len(found)]
    for turn, following in zip(kept, ends, strict=True):
        last = following - 1 if whole else turn.number + turn.lines
        if turn.start < found[max(last, 0)].end:
            yield Turn(turn.start, found[last].end, turn.name)


def turn_starts(found: Sequence[Line]) -> frozenset[int]:
    """Return where the lines begin that give somebody the word on the line itself: none goes on the line before it."""
    opened = [turn for number in range(len(found)) for turn in opening(found, number) if turn.form in ON_THE_LINE]
    forms = believed(found, opened) if len(opened) >= SEVERAL else set()
    return frozenset(found[turn.number].start for turn in opened if turn.form in forms)


def without_names(found: Sequence[Line], opened: Sequence[Opened]) -> int:
    """Return how many lines a text has that are no names over somebody's words."""
    return len(found) - sum(turn.lines for turn in opened if turn.form in ("colon", "letter"))


def opening(found: Sequence[Line], number: int) -> Iterator[Opened]:
    """Yield how a line gives somebody the word, at most once."""
    line = found[number]
    following = found[number + 1] if number + 1 < len(found) else None
    letter = LETTER.match(line.text) or BARE_LETTER.match(line.text)
    titled, alone = TITLED.match(line.text), ALONE.match(line.text)
    if SPEAKER.match(line.text) and following is not None and number + SEVERAL < len(found):
        name = (following.start, following.end)
        yield Opened("speaker", number, name, found[number + SEVERAL].start, SEVERAL)
    elif letter is not None:
        form = "letter" if letter.re is LETTER else "bare letter"
        yield from words_after(
            Opened(form, number, moved(line, letter.span("name")), line.start + letter.end()), line, following
        )
    elif (colon := with_colon(line)) is not None:
        yield from words_after(
            Opened("colon", number, moved(line, colon.span("name")), line.start + colon.end()), line, following
        )
    elif titled is not None and following is not None and not line.ended:
        yield Opened("titled", number, moved(line, titled.span("name")), following.start, 1)
    elif alone is not None and following is not None and stands_over(line, following):
        yield Opened("alone", number, moved(line, alone.span("name")), following.start, 1)


def with_colon(line: Line) -> re.Match[str] | None:
    """Return the name and the colon, or the name in brackets, with which a line opens a turn."""
    colon = COLON.match(line.text) or BRACKETED.match(line.text)
    if colon is None or is_label(colon["name"]) or CAPTION.search(colon["name"]):
        return None
    role = colon["role"] if colon.re is COLON else None
    known = " " in colon["name"] or colon["name"].isupper()
    return None if role and (says(role) or not known) else colon


def words_after(turn: Opened, line: Line, following: Line | None) -> Iterator[Opened]:
    """Yield a turn whose words stand behind a name, or on the next line; none where they are only a number."""
    if turn.start < line.end:
        if turn.form != "colon" or not NUMERIC.match(line.text, turn.start - line.start):
            yield turn
    elif following is not None and not NUMERIC.match(following.text):
        yield turn._replace(start=following.start, lines=1)


def says(role: str) -> bool:
    """Tell whether words before a colon end in a verb of saying: ", head of Kerr Trust, added"."""
    return not sayings().isdisjoint(role.lower().split()[-3:])


@cache
def sayings() -> frozenset[str]:
    """Return the verbs of saying in the forms that a sentence ends in before a colon."""
    lemmas = {row[0]: forms_of(row[1].replace(" ", "|")) for row in rows("cues")}
    regular = {form for lemma in lemmas for form in (f"{lemma}s", f"{lemma}ed", f"{lemma}d", f"{lemma}ing")}
    return frozenset(regular | {form for forms in lemmas.values() for form in forms})


def stands_over(line: Line, following: Line) -> bool:
    """Tell whether a line may be a name over what its bearer says: no sentence, the next line is a longer one."""
    return following.ended and not line.ended and len(following.text) > len(line.text)


def moved(line: Line, span: tuple[int, int]) -> tuple[int, int]:
    """Return offsets in a line as offsets in the text."""
    return line.start + span[0], line.start + span[1]


def takes_turns(names: Counter[str], number: int) -> bool:
    """Tell whether two people or more take turns, each once, in a `number` of lines; or voices with numbers do."""
    full = [name for name in names if " " in name or name.isupper()]
    voices = any(name[-1:].isdigit() for name in names)
    return voices or (len(full) >= SEVERAL and len(full) >= TRANSCRIPT * number)


def believed(found: Sequence[Line], opened: Sequence[Opened]) -> set[str]:
    """Return the forms of turns that this text has: a single one may be anything with a colon."""
    forms = set()
    names = {form: _names_of(found, opened, form) for form in FORMS}
    if sum(names["speaker"].values()) >= SEVERAL:
        forms.add("speaker")
    if any(count >= SEVERAL for count in names["colon"].values()) or takes_turns(
        names["colon"], without_names(found, opened)
    ):
        forms.add("colon")
    if len({name[0] for name in names["letter"]}) == SEVERAL or ("colon" in forms and names["letter"]):
        forms.add("letter")
    if "colon" in forms and names["bare letter"]:
        forms.add("bare letter")
    if "speaker" not in forms and sum(names["titled"].values()) >= SEVERAL and any(repeated(names["titled"])):
        forms.update(("titled", "alone") if any(name in names["titled"] for name in names["alone"]) else ("titled",))
    if "speaker" not in forms and sum(repeated(names["alone"])) > SEVERAL:
        forms.add("alone")
    return forms


def repeated(names: Counter[str]) -> Iterator[int]:
    """Yield how often each name stands alone that does so several times and has a first and a last name."""
    yield from (count for name, count in names.items() if count >= SEVERAL and " " in name)


def _names_of(found: Sequence[Line], opened: Sequence[Opened], form: str) -> Counter[str]:
    """Return how often each name opens a turn of a form."""
    return Counter(name_of(found, turn) for turn in opened if turn.form == form)


def name_of(found: Sequence[Line], turn: Opened) -> str:
    """Return the name of a turn."""
    line = found[turn.number + (turn.form == "speaker")]
    return line.text[turn.name[0] - line.start : turn.name[1] - line.start]


def may_open(text: str, start: int) -> bool:
    """Tell whether a line may give somebody the word: asked before the patterns, as most lines are prose."""
    return text.startswith(OPENERS, start) or text.find(":", start, start + FARTHEST) >= 0


def is_shouted(name: str) -> bool:
    """Tell whether a name of several words is written in capitals: no office and no "UNIDENTIFIED MAN"."""
    words = name.lower().split()
    return len(words) > 1 and name.isupper() and not any(word in nouns() or word in NOBODY for word in words)


def written_name(turn: Turn, text: str, surnames: set[str]) -> Iterator[Edit]:
    """Yield the edits that write the name of a turn as a name, and who that is: "Ann Lee, host:"."""
    name = text[slice(*turn.name)]
    if not (is_shouted(name) or name in surnames):
        return
    yield from named(turn.name[0], name)
    for word in ROLE_WORD.finditer(text, turn.name[1], turn.start):
        if word[0].isupper():
            small = word[0].lower() in nouns() or word[0].lower() in joining_words()
            yield Edit(*word.span(), word[0].lower() if small else word[0].capitalize())


def turn_lines(text: str) -> Iterator[Edit]:
    """Yield the edits that end the line between the name of a turn and its words: no sentence has both."""
    if sum(1 for start in line_starts(text) if may_open(text, start)) < SEVERAL:
        return
    found = list(turns(list(lines(text))))
    surnames = {text[slice(*turn.name)].rpartition(" ")[2] for turn in found if is_shouted(text[slice(*turn.name)])}
    for turn in found:
        name, before = text[slice(*turn.name)], text[turn.name[1] : turn.start]
        voice = VOICE.match(name)
        if voice is not None and voice["gap"]:  # else its number is counted
            yield Edit(turn.name[0] + voice.start("gap"), turn.name[0] + voice.end("gap"))
        if INITIALS.match(name):
            continue
        yield from written_name(turn, text, surnames)
        if before.endswith(": ") or before == ". ":
            blanks = len(before) - len(before.rstrip())
            yield Edit(turn.start - blanks, turn.start, "\n")
