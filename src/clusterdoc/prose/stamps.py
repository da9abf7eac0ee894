"""The times of a live report and of a transcript: "15.25", "10:42 GMT", "[00:01:05]", "4m ago"; nobody's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.prose.edits import Edit
from clusterdoc.prose.lines import at_line_starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ZONE: Final = r"(?:GMT|BST|UTC|[ECMP][SD]?T|I?ST|CES?T|A[CE][SD]T)(?:[+-]\d{1,2})?"
CLOCK: Final = r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[:.][0-5]\d)?(?: ?[ap]\.?m\.?)?"
STAMP: Final = re.compile(
    r"[ \t]{0,8}(?:[•·*▪] {1,2})?[\[(]?"
    rf"(?:(?P<time>{CLOCK})(?P<zone> ?\(?{ZONE}\)?)?|(?P<hours>(?:[01]\d|2[0-3])[0-5]\d) ?{ZONE})[\])]?"
    r"(?P<after>:? {0,2}(?P<dash>[-–—|] {1,3})? {0,3}(?=[A-Z“\"‘'\n])| update(?=\n)|\Z)"
)
AGO: Final = re.compile(r"[ \t]{0,8}\d{1,3} ?(?:[mhd]|mins?|minutes?|hrs?|hours?|days?) ago[ \t]{0,3}(?![^\n])")
SEVERAL: Final = 2


def stamps(text: str, starts: Sequence[int]) -> Iterator[Edit]:
    """Yield the edits that leave out the times of a live report; one alone needs its zone.

    After a time with a dash, as in a list of what happened, the line ends: it is read, but belongs to no sentence.
    """
    found = list(at_line_starts(STAMP, text, starts))
    for stamp in found:
        if stamp["zone"] or stamp["hours"] or (len(found) >= SEVERAL and not stamp["dash"]):
            yield Edit(*stamp.span())
        elif len(found) >= SEVERAL:
            yield Edit(*stamp.span("after"), "\n")
    yield from (Edit(*ago.span()) for ago in at_line_starts(AGO, text, starts))
