"""What the lines of a prose are where they are no running text: turns of a conversation, rows of a table, signatures.

    find_blocks(doc.text)        # every finder may ask; the answer for one text is kept

A turn's `name` is who speaks, `start` where the words begin, `end` where they end: at the next turn. A row's `name` is
its label. A signature's `name` is who signed the paragraph before, which is `start` to `end`.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from clusterdoc.prose.lines import Line, lines
from clusterdoc.prose.openings import is_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal["turn", "row", "signature"]


class Block(NamedTuple):
    """What a stretch of the prose is: offsets of its words, and of the name of who speaks or what a row is about."""

    kind: Kind
    start: int
    end: int
    name: tuple[int, int]


class Opened(NamedTuple):
    """A line that gives somebody the word: how it does, where the name stands and where the words begin."""

    form: str
    number: int
    name: tuple[int, int]
    start: int


PART: Final = r"[A-Z](?:[\w.'’-]{0,23}[\w’])?"
SMALL: Final = r"(?:de|da|del|der|den|di|la|van|von|bin|al|el)"
NAME: Final = rf"(?:[A-Z][a-z]{{1,4}}\. )?{PART}(?: (?:{SMALL} )?{PART}){{0,4}}"
# "Paul Lind: ", "Ms. Rao (Leeds North): ", "DAHL: ", "spk00: ", "Q. ", "A: ".
COLON: Final = re.compile(
    rf"(?P<name>{NAME}|[A-Z][\w.'’-]{{0,20}} in [A-Z]\w{{1,20}}|(?i:spk|speaker) ?\d{{1,2}})"
    r"(?P<of> ?\([^()\n]{1,60}\)| ?\[[^\[\]\n]{1,60}\])?(?P<colon> ?: {0,3})(?=\S)"
)
# "((Ana Rao)) Why?", "[Ana Rao] Why?", "<Ana Rao> Why?": marks of a name in a transcript.
BRACKETED: Final = re.compile(rf"(?:\(\(|\[|<)(?P<name>{NAME})(?:\)\)|\]|>) {{0,3}}:? {{0,3}}(?=\S)")
LETTER: Final = re.compile(r"(?P<name>[QA])(?P<colon>[.:] {1,3}|\) )(?=\S)")
SPEAKER: Final = re.compile(r"(?i:speakers?)\Z")
ALONE: Final = re.compile(rf"(?P<name>{NAME})(?:(?: --| [—–-]|,) [A-Z][^\n.!?]{{2,80}})?\Z")
SIGNED: Final = re.compile(r"[–—-]{1,2} {0,2}(?P<name>(?:the |a |an )?[^\W_][^\n.!?:;\"“”]{2,70})\Z")
CELL: Final = re.compile(r" {0,4}\|[ |]{0,4}|\t[\t ]{0,8}| {3,40}")
NUMERIC: Final = re.compile(r"[\s$£€¥()+−–-]{0,4}\d[\d,. ]{0,20}(?:%|[A-Za-z]{0,12})\)?\Z|[-–—]\Z|n/?[am]\Z")
LABEL_FIRST: Final = re.compile(
    r"(?P<label>[A-Z][\w.&'’ -]{0,40}?)(?P<cells>(?: [-+−–$£€]{0,2}\d[\d,.]{0,12}%?){2,12})\Z"
)
HONORIFIC: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Hon|The)\b")
LONGEST_SIGNED: Final = 600
TRANSCRIPT: Final = 0.25  # of the lines open a turn: what follows a turn is still its speaker's
SEVERAL: Final = 2


@lru_cache(maxsize=8)
def find_blocks(text: str) -> tuple[Block, ...]:
    """Return the turns, rows and signatures of a prose in its order."""
    found = list(lines(text))
    return tuple(sorted([*turns(found), *rows_of(found), *signatures(found)], key=lambda block: block.start))


def turns(found: Sequence[Line]) -> Iterator[Block]:
    """Yield the turns of a conversation, in a text that has several."""
    opened = [turn for number in range(len(found)) for turn in opening(found, number)]
    forms = believed(found, opened)
    kept = [turn for turn in opened if turn.form in forms]
    if not kept:
        return
    whole = len(kept) >= TRANSCRIPT * len(found) or any(turn.form in ("speaker", "alone") for turn in kept)
    ends = [*(turn.number for turn in kept[1:]), len(found)]
    for turn, following in zip(kept, ends, strict=True):
        last = following - 1 if whole else words_line(turn)
        if turn.start < found[max(last, 0)].end:
            yield Block("turn", turn.start, found[last].end, turn.name)


def words_line(turn: Opened) -> int:
    """Return the number of the line on which the words of a turn begin."""
    return turn.number + {"speaker": 2, "alone": 1}.get(turn.form, 0)


def opening(found: Sequence[Line], number: int) -> Iterator[Opened]:
    """Yield how a line gives somebody the word, at most once."""
    line = found[number]
    following = found[number + 1] if number + 1 < len(found) else None
    after = found[number + 2] if number + 2 < len(found) else None
    letter, alone = LETTER.match(line.text), ALONE.match(line.text)
    colon = COLON.match(line.text) or BRACKETED.match(line.text)
    if SPEAKER.match(line.text) and following is not None and after is not None:
        yield Opened("speaker", number, (following.start, following.end), after.start)
    elif letter is not None:
        yield Opened("letter", number, moved(line, letter.span("name")), line.start + letter.end())
    elif colon is not None and not is_label(colon["name"]) and not NUMERIC.match(line.text, colon.end()):
        yield Opened("colon", number, moved(line, colon.span("name")), line.start + colon.end())
    elif alone is not None and following is not None and stands_over(line, following):
        yield Opened("alone", number, moved(line, alone.span("name")), following.start)


def stands_over(line: Line, following: Line) -> bool:
    """Tell whether a line may be a name over what its bearer says: no sentence, the next line is a longer one."""
    return following.ended and not line.ended and len(following.text) > len(line.text)


def moved(line: Line, span: tuple[int, int]) -> tuple[int, int]:
    """Return offsets in a line as offsets in the text."""
    return line.start + span[0], line.start + span[1]


def conversation(found: Sequence[Line], names: Counter[str]) -> bool:
    """Tell whether two people or more with full names or a "Mr." take turns, each once; or voices with numbers do."""
    full = [name for name in names if " " in name or name.isupper() or HONORIFIC.match(name)]
    voices = any(name[:1].islower() for name in names)
    return voices or (len(full) >= SEVERAL and len(full) >= TRANSCRIPT * len(found))


def believed(found: Sequence[Line], opened: Sequence[Opened]) -> set[str]:
    """Return the forms of turns that this text has: a single one may be anything with a colon."""
    forms = set()
    names = {form: _names_of(found, opened, form) for form in ("speaker", "letter", "colon", "alone")}
    if sum(names["speaker"].values()) >= SEVERAL:
        forms.add("speaker")
    if len(names["letter"]) == SEVERAL:
        forms.add("letter")
    if any(count >= SEVERAL for count in names["colon"].values()) or conversation(found, names["colon"]):
        forms.add("colon")
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


def rows_of(found: Sequence[Line]) -> Iterator[Block]:
    """Yield the rows of tables: a label, and cells of numbers."""
    spaced = [LABEL_FIRST.match(line.text) for line in found]
    several = sum(1 for row in spaced if row is not None) >= SEVERAL
    for line, label in zip(found, spaced, strict=True):
        cell = CELL.search(line.text)
        if cell is not None and cell.start() > 0 and numbers_only(CELL.split(line.text[cell.end() :])):
            yield Block("row", line.start + cell.end(), line.end, (line.start, line.start + cell.start()))
        elif label is not None and (several or "%" in label["cells"]) and not line.ended:
            yield Block("row", line.start + label.start("cells") + 1, line.end, moved(line, label.span("label")))


def numbers_only(cells: Sequence[str]) -> bool:
    """Tell whether the cells of a row are numbers."""
    return all(NUMERIC.match(cell) for cell in cells if cell) and any(cell for cell in cells)


def signatures(found: Sequence[Line]) -> Iterator[Block]:
    """Yield what is signed on the line below: "– Number 10 spokesman"."""
    for said, line in pairwise(found):
        signed = SIGNED.match(line.text)
        if signed is not None and said.ended and len(said.text) <= LONGEST_SIGNED:
            yield Block("signature", said.start, said.end, moved(line, signed.span("name")))
