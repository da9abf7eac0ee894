"""How a run ends: 0 done, 1 `diff` found a difference, 2 any error, 130 Ctrl-C; a broken pipe is silent."""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import TYPE_CHECKING, Final, NoReturn

import click

from clusterdoc.clean import clean, escape

if TYPE_CHECKING:
    from collections.abc import Callable

DONE: Final = 0
DIFFERENT: Final = 1
ERROR: Final = 2
INTERRUPTED: Final = 130


class Failure(click.ClickException):
    """An error raised on purpose, as Click shows it: one sentence, exit code 2."""

    exit_code = ERROR


def note(sentence: str) -> None:
    """Say something about the run, never a fact, on standard error."""
    click.echo(f"clusterdoc: {clean(sentence)}", err=True)


def complain(sentence: str) -> None:
    """Say on standard error what went wrong."""
    click.echo(f"Error: {clean(sentence)}", err=True)


def bug(error: Exception, name: str = "") -> str:
    """Return the sentence for an error that should not happen, with what a report of it needs."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    from pathlib import Path

    place = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    said = f"{type(error).__name__} {error}"[:200]
    return f"{name or 'This run'} hit a bug in clusterdoc ({said}{place}): please report it."


def exit_with(run: Callable[[], object]) -> NoReturn:
    """Exit with the code that `run` returns (None is 0); Click's exceptions show themselves."""
    if sys.stdout is None:
        complain("Standard output is closed.")
        sys.exit(ERROR)
    code: object = ERROR
    try:
        code = run() or DONE
        sys.stdout.flush()
    except click.ClickException as error:
        _show(error)
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:
        discard_output()
        code = DONE
    except OSError as error:
        complain(f"The output cannot be written: {error.strerror}.")
        discard_output()
    except Exception as error:  # noqa: BLE001 -- whatever an article holds, nobody is shown a traceback
        complain(bug(error))
    gc.freeze()  # what is left goes with the process: there is nothing to collect
    sys.exit(code if isinstance(code, int) else DONE)


def _show(error: click.ClickException) -> None:
    """Print Click's own message, whatever the command line held made harmless."""
    message = io.StringIO()
    error.show(message)
    for line in message.getvalue().splitlines():
        click.echo(escape(line), err=True)


def discard_output() -> None:
    """Send what is still buffered for standard output nowhere: Python flushes it once more when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
