"""The day an article was written, as its header or dateline gives it."""

from __future__ import annotations

import datetime

import pytest

from clusterdoc.prose.day import day_written


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Saturday, February 3, 2024\n\nOtt left.", "2024-02-03"),
        ("Saturday, February 3, 2024  Ott left on Friday.", "2024-02-03"),
        ("Rents fall\nPublished: 5 May 2024, 10:42 GMT\nOtt left.", "2024-05-05"),
        ("Rents fall\n· 27 Aug 2024\nOtt left.", "2024-08-27"),
        ("Date: 2024-05-05\n\nOtt left.", "2024-05-05"),
        ("Leeds, May 4, 2024 (TPA)\nOtt left on Friday.", "2024-05-04"),
        ("TOLVA, N.Y.--(WIRE)-- July 14, 2026-- Kerr won.", "2026-07-14"),
        ("Oslo, May 4 (TPA)\nOtt left.", None),
        ("Ott left on May 4, 2024, and Dahl stayed.", None),
        ("Leeds, 31 February 2024 (TPA)\nOtt left.", None),
        ("Ott left.", None),
    ],
)
def test_a_full_date_of_a_header_or_a_dateline_is_the_day_of_the_article(text: str, day: str | None) -> None:
    assert day_written(text) == (datetime.date.fromisoformat(day) if day else None)
