"""Regular expressions of spaCy and of the finders, compiled by Python once and kept: a tenth of a first look's time.

Python compiles an expression to numbers and makes the pattern of them; the numbers are kept, for this build of Python
only. Making the pattern, Python checks them again, so that a damaged file can do no harm.
"""

from __future__ import annotations

import json
import sys
from array import array
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from clusterdoc.parse.kept import keep, read_kept

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    # The expression, and the flags, code, number of groups and groups by name that its pattern is made of.
    Entry: TypeAlias = tuple[str, int, list[int], int, dict[str, int]]

FILE: Final = f"patterns-1-{sys.implementation.cache_tag}.codes"
MOST: Final = 2_000  # expressions kept


@contextmanager
def kept_patterns() -> Iterator[None]:
    """Compile the regular expressions of the body with what was kept, and keep the new ones.

    Python's own way, where its parts are not those known here.
    """
    compiler, maker = import_module("re._compiler"), import_module("_sre")
    own = getattr(compiler, "compile", None)
    if own is None or not hasattr(compiler, "_code") or not hasattr(maker, "compile"):
        yield
        return
    patterns = Patterns(compiler, maker)
    compiler.compile = patterns.compile  # type: ignore[attr-defined]  # the one place where `re` asks
    try:
        yield
    finally:
        compiler.compile = own  # type: ignore[attr-defined]
        patterns.keep()


class Patterns:
    """Regular expressions by their text and flags, each as what Python makes its pattern of."""

    def __init__(self, compiler: Any, maker: Any) -> None:  # noqa: ANN401 -- Python's own modules, without stubs
        self.compiler, self.maker = compiler, maker
        self.purpose = f"{sys.version} {maker.MAGIC} {maker.CODESIZE} {sys.byteorder}"
        body = read_kept(FILE, self.purpose)
        self.known = readable(body) if body else {}
        self.new = False

    def compile(self, expression: Any, flags: int = 0) -> re.Pattern[str]:  # noqa: ANN401 -- as Python's own has it
        """Return the pattern of an expression, as `re._compiler.compile` does."""
        if type(expression) is not str or flags & self.compiler.SRE_FLAG_DEBUG:
            return self.made(expression, self.translated(expression, flags))
        entry = self.known.get((expression, flags))
        if entry is not None:
            with suppress(RuntimeError, ValueError, TypeError, LookupError, OverflowError):  # Python's check of codes
                return self.made(expression, entry)
        entry = self.known[expression, flags] = self.translated(expression, flags)
        self.new = True
        return self.made(expression, entry)

    def translated(self, expression: str, flags: int) -> Entry:
        """Return what the pattern of an expression is made of. Raises re.error when it is none."""
        parsed = self.compiler._parser.parse(expression, flags)  # noqa: SLF001 -- Python's compiler has no other door
        code = self.compiler._code(parsed, flags)  # noqa: SLF001 -- the same
        return expression, flags | parsed.state.flags, code, parsed.state.groups - 1, parsed.state.groupdict

    def made(self, expression: str, entry: Entry) -> re.Pattern[str]:
        """Return the pattern that Python makes of an entry."""
        _, flags, code, groups, names = entry
        by_number: list[str | None] = [None] * (groups + 1)
        for name, number in names.items():
            by_number[number] = name
        pattern: re.Pattern[str] = self.maker.compile(expression, flags, code, groups, names, tuple(by_number))
        return pattern

    def keep(self) -> None:
        """Keep the expressions, if any is new and they are no more than a program has."""
        if self.new and len(self.known) <= MOST:
            keep(FILE, self.purpose, *packed(self.known))


def packed(known: dict[tuple[str, int], Entry]) -> tuple[bytes, bytes]:
    """Return the entries as one line of JSON, and their code, which is most of them, as numbers of 32 bits."""
    heads = [
        [expression, asked, flags, len(code), groups, names]
        for (expression, asked), (_, flags, code, groups, names) in known.items()
    ]
    codes = array("I", (number for _, _, code, _, _ in known.values() for number in code))
    return json.dumps(heads).encode() + b"\n", codes.tobytes()


def readable(body: memoryview) -> dict[tuple[str, int], Entry]:
    """Return the entries of a file that anybody may have written: none where it holds something else."""
    try:
        return unpacked(body)
    except (ValueError, TypeError, RecursionError):
        return {}


def unpacked(body: memoryview) -> dict[tuple[str, int], Entry]:
    """Return the entries of what `packed` returned."""
    data = bytes(body)
    head, _, numbers = data.partition(b"\n")
    codes = array("I", numbers).tolist()
    known: dict[tuple[str, int], Entry] = {}
    start = 0
    for expression, asked, flags, length, groups, names in json.loads(head):
        if not isinstance(names, dict) or not 0 <= groups <= length:  # a group is a number of the code at least
            raise ValueError
        known[expression, asked] = (expression, flags, codes[start : start + length], groups, names)
        start += length
    return known
