"""Whatever an article holds, what is shown of it does nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdoc.clean import ACTING, clean


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, £5 and “quotes”", "plain words, £5 and “quotes”"),
        ("a\x1b[31mred", r"a\x1b[31mred"),
        ("\x1b]8;;http://x\x07link", r"\x1b]8;;http://x\x07link"),
        ("a\x00b\x7fc", r"a\x00b\x7fc"),
        ("\x9b31m", r"\x9b31m"),
        ("\u202eabc\u2066", r"\u202eabc\u2066"),
        ("zero\u200bwidth\ufeff", r"zero\u200bwidth\ufeff"),
        ("lone \ud83d surrogate", r"lone \ud83d surrogate"),
        ("tag \U000e0041", r"tag \U000e0041"),
        ("two\r\nlines\tand  blanks\u2028more\x85end", "two lines and blanks more end"),
        ("👍🏽 é 日本", "👍🏽 é 日本"),
        ("", ""),
    ],
)
def test_what_could_act_is_made_visible(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("ascii", r"caf\xe9 \u201cdrei\u201d"), ("latin-1", r"café \u201cdrei\u201d"), ("cp1252", "café “drei”")],
)
def test_what_a_terminal_cannot_encode_is_made_visible(encoding: str, shown: str) -> None:
    assert clean("café “drei”", encoding) == shown


@given(st.text(alphabet=st.characters()), st.sampled_from(["utf-8", "ascii", "cp1252"]))
def test_nothing_acts_in_any_text(text: str, encoding: str) -> None:
    shown = clean(text, encoding)
    assert not {unicodedata.category(character) for character in shown} & ACTING
    shown.encode(encoding)
    assert clean(shown, encoding) == shown
