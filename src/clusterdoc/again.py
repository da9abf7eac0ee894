"""The same question about the same article again: the answer that was printed is printed, and nothing is imported.

This is where the command line begins. It takes no command line apart: it knows a few shapes of plain questions. For
--json it prints the facts that the cache holds as they are to be printed; for tables and CSV what the command line
printed before, kept under its exact words, the bytes of its FILE and all else that it depends on. Whatever it does not
know, or does not find, the command line answers. What it may import, keys.py says.
"""

from __future__ import annotations

import os
import sys

from clusterdoc.keys import ANSWER, FACTS, digest, directory, encoded, facts_key, installation, kept

TYPE_CHECKING = False  # of the module typing, whose import costs more than all that is done here
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn, TextIO

LISTS = {"entities": ["entities"], "quotes": ["quotes"], "figures": ["figures"]}
LISTS["facts"] = ["entities", "quotes", "figures"]
FLAGS = frozenset({"--json", "--csv", "--csv-raw", "--all"})  # that change nothing but what is printed of one FILE
# Variables by which Rich or Click may print something else than plain text into a pipe.
STYLED = frozenset({"FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "_CLUSTERDOC_COMPLETE"})
HARMLESS = frozenset({"isatty", "encoding", "errors", "fileno", "closed", "rich_proxied_file", "newlines"})
MAX_BYTES = 10_000_000
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def main() -> NoReturn:
    """Answer from the cache what can be, else let the command line answer, and keep what it printed."""
    arguments = sys.argv[1:]
    name = file_asked_about(arguments)
    article = article_in(name) if name is not None and directory() else None
    if name is None or article is None:
        command_line()
    if sorted(arguments) == sorted([arguments[0], "--json", name]):
        answer = found(facts_key(article, os.environ.get("CLUSTERDOC_MODEL") or None))
        answer = answer and as_json(answer, arguments[0], name)
        if answer is None:
            command_line()
    else:
        key = answer_key(arguments, article)
        answer = found(key)
        if answer is None:
            keep_answer(name, key)
    finish(lambda: sys.stdout.write(answer))


def command_line() -> NoReturn:
    """Let the command line answer."""
    from clusterdoc.cli import main as command_line

    command_line()


def file_asked_about(arguments: list[str]) -> str | None:
    """Return the FILE of a plain question: a command, flags, one FILE, and standard output no terminal; else None."""
    files = [argument for argument in arguments[1:] if argument not in FLAGS]
    if len(files) != 1 or files[0].startswith("-") or arguments[0] not in LISTS or not STYLED.isdisjoint(os.environ):
        return None
    return None if sys.stdout is None or sys.stderr is None or sys.stdout.isatty() else files[0]


def article_in(name: str) -> bytes | None:
    """Return the bytes of an article, or None when it is no short regular file, or cannot be read."""
    import stat

    try:
        if not stat.S_ISREG(os.stat(name).st_mode):  # noqa: PTH116 -- pathlib is not imported here
            return None
        with open(name, "rb") as stream:  # noqa: PTH123 -- the same
            article = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return None
    return None if len(article) > MAX_BYTES or article.startswith(BYTE_ORDER_MARK) else article


def answer_key(arguments: list[str], article: bytes) -> str:
    """Return the key of an answer, which depends on more than the facts do."""
    out = sys.stdout
    model = os.environ.get("CLUSTERDOC_MODEL", "")
    return ANSWER + digest(
        (*installation(), *encoded(*arguments, model, out.encoding, out.errors or "", sys.version), article)
    )


def found(key: str) -> str | None:
    """Return what the cache holds under a key, or None; a damaged cache is the command line's affair."""
    import sqlite3
    import zlib

    try:
        return kept(os.path.join(directory() or "", FACTS), key)  # noqa: PTH118 -- the same
    except (sqlite3.Error, zlib.error, UnicodeDecodeError, OSError):
        return None


def as_json(facts: str, command: str, name: str) -> str | None:
    """Return a document with all lists as the command line prints it: under this name, with the command's lists.

    The quotation marks round these keys cannot stand in a string, where they would be escaped; that the document begins
    with a blank says that there is something to say about it, such as its language.
    """
    plain = name.isascii() and name.isprintable() and not {'"', "\\"} & set(name)
    if not plain or facts.startswith(" ") or sys.stdout.encoding.lower() != "utf-8":
        return None
    before, _, rest = facts.partition('"source": {"name": "')
    rest = rest[rest.index('", "text": ') :]
    starts = [rest.index(f', "{key}": [') for key in LISTS["facts"]]
    ends = [*starts[1:], len(rest) - 1]
    lists = dict(zip(LISTS["facts"], (rest[start:end] for start, end in zip(starts, ends, strict=True)), strict=True))
    shown = "".join(lists[key] for key in LISTS[command])
    return f'{before}"source": {{"name": "{name}{rest[: starts[0]]}{shown}}}\n'


def keep_answer(name: str, key: str) -> NoReturn:
    """Let the command line answer, and keep what it printed when it had nothing else to say and ended well."""
    from clusterdoc.cache import user_cache

    heard, complaints = Heard(sys.stdout), Heard(sys.stderr)
    sys.stdout, sys.stderr = heard, complaints  # they do all that a stream does
    try:
        command_line()
    except SystemExit as end:
        cache, answer, article = user_cache(), heard.text(), article_in(name)
        # The FILE may have changed while it was read: then nobody knows which text this is the answer to.
        same = article is not None and answer_key(sys.argv[1:], article) == key
        if same and end.code == 0 and answer and complaints.text() == "" and cache:
            cache.put(key, answer)
        raise
    finally:
        sys.stdout, sys.stderr = heard.stream, complaints.stream


class Heard:
    """A stream, and what was written to it.

    That is not known once somebody has asked for the bytes below the text, or when something could not be written: a
    pipe that is closed early is no error, but what it got is half an answer.
    """

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.parts: list[str] = []
        self.whole = True

    def write(self, text: str) -> int:
        """Write, and note what was written."""
        self.parts.append(text)
        return int(self.attempt(lambda: self.stream.write(text)) or 0)

    def flush(self) -> None:
        """Flush, and note when that fails."""
        self.attempt(self.stream.flush)

    def attempt(self, run: Callable[[], int | None]) -> int | None:
        """Return what a method of the stream returns; when it raises, what was written is not known."""
        try:
            return run()
        except BaseException:
            self.whole = False
            raise

    def text(self) -> str | None:
        """Return all that was written, or None when that is not known."""
        return "".join(self.parts) if self.whole else None

    def __getattr__(self, name: str) -> object:
        self.whole = self.whole and name in HARMLESS
        return getattr(self.stream, name)


def finish(run: Callable[[], object]) -> NoReturn:
    """Run to the end and exit; what goes wrong, such as a pipe that nobody reads, ends as in the command line."""
    try:
        run()
        sys.stdout.flush()
    except (OSError, ValueError, KeyboardInterrupt) as error:
        wrong = error
    else:
        sys.exit(0)
    from clusterdoc.cli.exits import exit_with

    def raise_again() -> NoReturn:
        raise wrong

    exit_with(raise_again)
