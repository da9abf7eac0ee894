"""Quotation marks: which stretches of a text stand inside them.

A scanner of our own over the original text, paragraph by paragraph: a mark that is missing or odd does its damage in
its own paragraph and nowhere else. Apostrophes are never marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAGRAPH: Final = re.compile(r"[^\r\n\u2028\u2029]+")
DOUBLE: Final = re.compile("[\"“”„‟«»]|``|(?<!')''(?!')")
SINGLE: Final = re.compile("['‘’‚‹›`](?!['`])")
ELISION: Final = re.compile(r"\d0s\b|(?:em|tis|twas|til|cause|n|bout|cos)\b", re.IGNORECASE)

# Where a mark was lost: `"We act, Ott said.`
LOST: Final = re.compile(
    r"(?<=[\w)])[,?!.](?= (?:(?:[A-Z][\w.’'-]{0,30} ){1,5}|he |she |it |they )(?:said|says|added|asked|told|wrote)\b)"
    r"|(?<=[\w)])[,?!](?= (?:said|says|added|asked|wrote) [A-Z])"
)
OPENING_BRACKETS: Final = frozenset("([{<—–-/…:")
SENTENCE_END: Final = frozenset(".,!?…;—–-")
SINGLE_ENDS: Final = (".", "!", "?", "…")
LONGEST_SINGLE: Final = 1500
STARTS: Final = tuple("\"“„«'‘‚‹`”»")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text in quotation marks: offsets with the marks, offsets without, and whether it was closed."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True


@dataclass(slots=True)
class _Open:
    start: int
    inner: int
    children: list[Stretch] = field(default_factory=list)


def find_stretches(text: str) -> tuple[Stretch, ...]:
    """Return the outermost stretches in quotation marks, in the order of the text; none crosses a paragraph."""
    paragraphs = [(match.start(), match.end()) for match in PARAGRAPH.finditer(text) if not match[0].isspace()]
    found: list[Stretch] = []
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else len(text)
        goes_on = text[following : following + 40].lstrip().startswith(STARTS)
        broken = bool(found) and not found[-1].closed and found[-1].start >= paragraphs[number - 1][0]
        doubles = list(_doubles(text, start, end, goes_on=goes_on, broken=broken))
        singles = list(_singles(text, start, end, doubles, goes_on=opens_again(text, start, end, following)))
        if (unclosed := _open_single(text, start, end, [*doubles, *singles], following)) is not None:
            singles.append(unclosed)
        doubles = [d for d in doubles if not any(s.start < d.start and d.end <= s.end for s in singles)]
        found += sorted([*doubles, *singles], key=lambda stretch: stretch.start)
    return tuple(stretch for stretch in found if text[stretch.inner_start : stretch.inner_end].strip())


def _doubles(text: str, start: int, end: int, *, goes_on: bool, broken: bool) -> Iterator[Stretch]:
    """Yield the outermost stretches in double marks of one paragraph."""
    stack: list[_Open] = []
    done: list[Stretch] = []
    for mark in DOUBLE.finditer(text, start, end):
        if stack and _is_inches(text, mark, end):
            continue
        if _opens(text, mark, start, end, depth=len(stack)):
            stack.append(_Open(mark.start(), mark.end()))
        elif stack:
            opened = stack.pop()
            closed = Stretch(opened.start, mark.end(), opened.inner, mark.start())
            (stack[-1].children if stack else done).append(closed)
        elif not done and (broken or text[mark.start() - 1 : mark.start()] in (",", "!", "?")):
            # The opening mark was lost: `We act," Ott said.`, or stands a paragraph before: `"We act.¶We talk."`
            first = start + len(text[start:end]) - len(text[start:end].lstrip())
            done.append(Stretch(first, mark.end(), first, mark.start(), closed=False))
    for opened in stack[:1]:
        done += _unclosed(text, opened, stack[1:], end, goes_on=goes_on)
    yield from done


def _is_inches(text: str, mark: re.Match[str], end: int) -> bool:
    """Return whether a straight mark in open marks only measures: `“I’m 6'2" and growing,”`, `"The 12" record"`."""
    after = text[mark.end() : mark.end() + 2]
    measures = mark[0] == '"' and text[mark.start() - 1].isdigit() and after[:1] == " " and after[1:].islower()
    return measures and sum(1 for _ in DOUBLE.finditer(text, mark.end(), end)) % 2 == 1


def _opens(text: str, mark: re.Match[str], start: int, end: int, depth: int) -> bool:
    """Return whether a double mark opens, by its form, the signs beside it, and whether one is open already."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    leads = not after.isspace() and (before.isspace() or before in OPENING_BRACKETS or not before.isprintable())
    trails = not before.isspace() and not after.isalnum()
    sign = mark[0]
    if sign in ("„", "``"):
        return True
    if sign in ("”", "‟", "»"):
        return not depth and leads and not trails
    if sign in ("“", "«"):
        return not (depth and trails and not leads)
    if leads != trails:
        return leads and not (before in OPENING_BRACKETS and depth and not after.isalnum())
    return not depth and not (before.isdigit() or before.isalpha())


def _unclosed(text: str, first: _Open, others: list[_Open], end: int, *, goes_on: bool) -> Iterator[Stretch]:
    """Yield what a mark that was never closed still says: a quote that goes on, or one cut at its first sign."""
    children = [*first.children, *(child for opened in others for child in opened.children)]
    lost = LOST.search(text, first.inner, min([end, *(child.start for child in children)]))
    if lost and not others:
        yield Stretch(first.start, lost.end(), first.inner, lost.end(), closed=False)
        yield from children
        return
    if goes_on or not (children or others):
        last = end - (len(text[first.inner : end]) - len(text[first.inner : end].rstrip()))
        yield Stretch(first.start, max(last, first.inner), first.inner, max(last, first.inner), closed=False)
        return
    limit = min([child.start for child in children] + [opened.start for opened in others])
    cut = next((at + 1 for at in range(first.inner, limit) if text[at] in ".,!?"), limit)
    yield Stretch(first.start, cut, first.inner, cut, closed=False)
    yield from children


def _singles(text: str, start: int, end: int, doubles: list[Stretch], *, goes_on: bool) -> Iterator[Stretch]:
    """Yield stretches in single marks outside the double ones: British papers and headlines."""
    taken = [(stretch.start, stretch.end) for stretch in doubles]
    starts = [first for first, _ in taken]

    def free(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index < 0 or at >= taken[index][1]

    signs = [mark for mark in SINGLE.finditer(text, start, end) if free(mark.start())]
    closers = [mark.start() for mark in signs if _closes_single(text, mark, end)]
    openers = [mark for mark in signs if _opens_single(text, mark, start, end)]
    past = start
    for number, mark in enumerate(openers):
        if mark.start() < past:
            continue
        limit = openers[number + 1].start() if number + 1 < len(openers) else end
        close = _closer(text, closers, mark.end(), limit, plural=not goes_on)
        if close is None or close - mark.end() > LONGEST_SINGLE:
            continue
        if bisect_left(starts, close) != bisect_left(starts, mark.start()) and text[close - 1] not in SENTENCE_END:
            continue
        past = close + 1
        yield Stretch(mark.start(), close + 1, mark.end(), close)


def opens_again(text: str, start: int, end: int, following: int) -> bool:
    """Return whether a paragraph ends a sentence and the next one begins with a single mark."""
    mark, ended = text[following : following + 1], text[start:end].rstrip().endswith(SINGLE_ENDS)
    return ended and mark in ("'", "‘") and text[following + 1 : following + 2].isalpha()


def _open_single(text: str, start: int, end: int, taken: list[Stretch], following: int) -> Stretch | None:
    """Return the stretch of a single mark that stays open because the next paragraph opens with the same mark."""
    if not opens_again(text, start, end, following):
        return None
    mark, last = text[following : following + 1], text[start:end].rstrip()
    opened = [
        one for one in SINGLE.finditer(text, start, end) if one[0] == mark and _opens_single(text, one, start, end)
    ]
    if not opened or ELISION.match(text, following + 1) or any(one.end > opened[-1].start() for one in taken):
        return None
    return Stretch(opened[-1].start(), start + len(last), opened[-1].end(), start + len(last), closed=False)


def _opens_single(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if not (after.isalnum() or after in "[(…") or not (before.isspace() or before in "([{—–:"):
        return False
    return mark[0] != "›" and not ELISION.match(text, mark.end())


def _closes_single(text: str, mark: re.Match[str], end: int) -> bool:
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end()] if mark.end() < end else " "
    return mark[0] in "'’‘›" and bool(before) and not before.isspace() and not after.isalnum()


def _closer(text: str, closers: list[int], inner: int, limit: int, *, plural: bool) -> int | None:
    """Return where a single mark closes; a `plural` possessive ("the players' bus") only when nothing else does."""
    index = bisect_left(closers, inner + 1)
    possible = closers[index : bisect_right(closers, limit)]
    for close in possible:
        possessive = (
            text[close - 1] in "sS" and text[close + 1 : close + 2] == " " and text[close + 2 : close + 3].islower()
        )
        if not possessive:
            return close
    return possible[0] if possible and plural else None
