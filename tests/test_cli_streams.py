"""The command line as a process of its own: pipes, terminals, signals."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from fcntl import ioctl
from pathlib import Path

import pytest
from made import TEXT

ARTICLE = str(Path(__file__).parents[1] / "data" / "article.txt")
CLUSTERDOC = f"{sys.executable} -m clusterdoc"
# A shell that starts the tests in the background has its children ignore Ctrl-C: that is not what is tested.
INTERRUPTIBLE = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.executable, [sys.executable, "-m", "clusterdoc", *sys.argv[1:]])
"""


@pytest.fixture(autouse=True)
def cached(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLUSTERDOC_CACHE", str(cache))


def shell(line: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a line of bash, `clusterdoc` being ours."""
    command = ["/bin/bash", "-c", re.sub(r"\bclusterdoc\b", CLUSTERDOC, line, count=1)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, env=environment
    )


@pytest.mark.parametrize(
    ("line", "code", "stderr"),
    [
        ("clusterdoc schema | head -1", 0, ""),
        ("set -o pipefail; clusterdoc schema | true", 0, ""),
        (f"set -o pipefail; clusterdoc figures --no-cache {ARTICLE} | head -1", 0, ""),
        ("clusterdoc schema >&-", 2, "Error: Standard output is closed.\n"),
        ("clusterdoc schema > /dev/full", 2, "Error: The output cannot be written: No space left on device.\n"),
        ("clusterdoc quotes nope 2>&-", 2, ""),
        ("clusterdoc quotes - <&-", 2, "Error: Standard input is closed.\n"),
        ("clusterdoc quotes - < /dev/null", 2, "Error: Standard input is empty.\n"),
        ("true | clusterdoc quotes", 2, "Error: Standard input is empty.\n"),
        ("printf 'caf\\xe9' | clusterdoc quotes", 2,
         "Error: Standard input is not UTF-8 (byte 0xe9 at 3): --encoding cp1252 is that of old texts of Windows.\n"),
        ("clusterdoc quotes $'\\e[31m'", 2, "Error: \\x1b[31m cannot be read: No such file or directory.\n"),
        ("clusterdoc quotes ''", 2, "Error: '' is not a file name: it is empty.\n"),
        ("clusterdoc quotes $'caf\\xe9'", 2, "Error: caf\\udce9 cannot be read: No such file or directory.\n"),
    ],
)  # fmt: skip
def test_streams_end_as_they_should(line: str, code: int, stderr: str) -> None:
    done = shell(line)
    assert (done.returncode, done.stderr) == (code, stderr)


def test_standard_input_is_read_when_it_is_given() -> None:
    piped = shell(f"cat {ARTICLE} | clusterdoc figures --json")
    assert (json.loads(piped.stdout)["source"]["name"], piped.stderr) == ("standard input", "")


def test_a_silent_pipe_is_said_to_be_waited_for() -> None:
    done = shell("sleep 4 | clusterdoc quotes")
    assert done.stderr == "clusterdoc: waiting for standard input\nError: Standard input is empty.\n"


def test_ctrl_c_ends_with_130_and_without_a_traceback(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    command = [sys.executable, "-c", INTERRUPTIBLE, "quotes", str(tmp_path / "fifo")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        assert running.stderr.readline() == f"clusterdoc: waiting for {tmp_path}/fifo\n"
        running.send_signal(signal.SIGINT)
        assert running.stderr.read().strip() == ""
    assert running.returncode == 130


def test_ctrl_c_while_the_command_line_is_imported_ends_with_130_and_without_a_traceback() -> None:
    script = """
import sys
class Interrupted:
    def find_spec(self, name, path, target=None):
        if name == "clusterdoc.cli":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted())
from clusterdoc.__main__ import main
main()"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "")


def on_a_terminal(*args: str, columns: int, stdin: bytes = b"", **environment: str) -> str:
    """Return what is printed on a terminal of that width, standard output and error together."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    kept = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
    environment = {**kept, "TERM": "xterm-256color", **environment}
    with subprocess.Popen(
        [sys.executable, "-m", "clusterdoc", *args],
        stdin=subprocess.PIPE,
        stdout=theirs,
        stderr=theirs,
        env=environment,
    ) as running:
        os.close(theirs)
        assert running.stdin
        running.stdin.write(stdin)
        running.stdin.close()
        printed = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                printed += os.read(ours, 65_536)
            except OSError:  # Linux says so when the other side is closed
                break
    os.close(ours)
    return printed.decode()


def test_a_terminal_gets_tables_of_its_width_in_colour() -> None:
    printed = on_a_terminal("entities", "-", columns=60, stdin=TEXT.encode())
    assert "\x1b[1m" in printed
    lines = re.sub(r"\x1b\[[0-9;]*m", "", printed).splitlines()
    assert set(lines[1]) == {"─"}
    assert max(map(len, lines)) <= 60
    assert "\x1b[2J" not in printed
    assert "\x9b" not in printed


def test_no_color_and_ascii_are_respected() -> None:
    printed = on_a_terminal(
        "facts", "-", columns=80, stdin=TEXT.encode(), NO_COLOR="1", PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    assert printed.isascii()
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", printed)


def test_json_on_a_terminal_is_indented() -> None:
    printed = on_a_terminal("quotes", "--json", "-", columns=80, stdin=TEXT.encode())
    assert printed.startswith('{\r\n  "schema_version": 1,\r\n')
    assert json.loads(printed)["source"]["text"] == TEXT


def test_progress_is_shown_on_a_terminal_for_more_than_three_files() -> None:
    four = on_a_terminal("quotes", *["/dev/null"] * 4, columns=80)
    assert "reading 2 of 4: /dev/null\r" in four
    assert "reading" not in on_a_terminal("quotes", *["/dev/null"] * 3, columns=80)


@pytest.mark.parametrize("forced", [{}, {"FORCE_COLOR": "1"}])
def test_piped_tables_are_plain_columns_whatever_the_colour(forced: dict[str, str]) -> None:
    done = shell(f"clusterdoc entities {ARTICLE}", {**os.environ, **forced, "COLUMNS": "40"})
    lines = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout).splitlines()
    assert re.split(r"\s{2,}", lines[0]) == ["Type", "Name", "Title", "Count", "In context"]
    assert max(map(len, lines)) > 200
    assert ("\x1b[" in done.stdout) is bool(forced)


def test_a_report_to_a_terminal_is_a_file_named_as_the_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    assert "the page is in story.html" in on_a_terminal("report", "story.txt", columns=80)
    assert (tmp_path / "story.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert "the page is in story.html" in on_a_terminal("report", "story.txt", columns=80)
    (tmp_path / "story.html").write_text("a page of mine", encoding="utf-8")
    assert "story.html is there and is no page of clusterdoc's" in on_a_terminal("report", "story.txt", columns=200)
    assert (tmp_path / "story.html").read_text(encoding="utf-8") == "a page of mine"
