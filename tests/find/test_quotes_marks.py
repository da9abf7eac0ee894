"""The scanner of quotation marks: every kind, and what is none."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from clusterdoc.prose.marks import find_stretches

SIGNS = "\"“”„‟«»‘’‚'`\n ."


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ('"We act," Ott said.', ['"We act,"']),
        ("“We act,” Ott said.", ["“We act,”"]),
        ("''We act,'' Ott said.", ["''We act,''"]),
        ("``We act,'' Ott said.", ["``We act,''"]),
        ("«We act», Ott said.", ["«We act»"]),
        ("»We act«, Ott said.", ["»We act«"]),
        ("„We act“, Ott said.", ["„We act“"]),
        ("„We act”, Ott said.", ["„We act”"]),
        ("“We act,“ Ott said.", ["“We act,“"]),
        ("”We act,” Ott said.", ["”We act,”"]),
        ("'We act,' Ott said.", ["'We act,'"]),
        ("‘We act,’ Ott said.", ["‘We act,’"]),
        ('He said ("We act") and left.', ['"We act"']),
        ('It was—"quite bad"—and long.', ['"quite bad"']),
        ('"[W]e act," Ott said.', ['"[W]e act,"']),
        # one inside the other: only the outer one counts
        ("\"He told me 'run' and I ran,\" Ott said.", ["\"He told me 'run' and I ran,\""]),
        ("'He told me \"run\" and I ran,' Ott said.", ["'He told me \"run\" and I ran,'"]),
        ('"He told me "run" and I ran," Ott said.', ['"He told me "run" and I ran,"']),
        # apostrophes, years and inches are no marks
        ("The players' bus left the '90s club.", []),
        ("Rock 'n' roll isn't the boys' game.", []),
        ("'The players' bus is late,' Ott said.", ["'The players' bus is late,'"]),
        ("The gate is 6'2\" high.", []),
        # what is not closed ends with its paragraph, or where the speaker is named
        ('"First we act,\n"Then we talk," Ott said.', ['"First we act,', '"Then we talk,"']),
        ('"We act, Ott said.\n"We talk," Dahl said.', ['"We act,', '"We talk,"']),
        ('Ott said: "We act.\nDahl left.', ['"We act.']),
        ('We act," Ott said. "We talk."', ['We act,"', '"We talk."']),
        ('"We act. We talk.\nWe leave," Ott said.', ['"We act. We talk.', 'We leave,"']),
        ('"', []),
        ('" "', []),
        ("", []),
    ],
)
def test_the_scanner_finds_the_outermost_stretches(text: str, stretches: list[str]) -> None:
    assert [text[s.start : s.end] for s in find_stretches(text)] == stretches


def test_stretches_are_in_order_and_apart_whatever_the_marks() -> None:
    drawn = random.Random(7)  # noqa: S311 -- the same 2,000 texts every time, nothing secret
    for _ in range(2000):
        text = "".join(drawn.choice(SIGNS + "abcA, ") for _ in range(drawn.randrange(60)))
        found = find_stretches(text)
        assert all(0 <= s.start <= s.inner_start <= s.inner_end <= s.end <= len(text) for s in found)
        assert all(a.end <= b.start for a, b in pairwise(found))
        assert not any("\n" in text[s.start : s.end] for s in found)
