"""A reader in a process of its own, with limits of time and memory: what breaks a C library costs one sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import import_module
from typing import Any, Final

from clusterdoc.errors import SourceError

SECONDS = 60
MEMORY: Final = 1_000_000_000
RUN: Final = "from clusterdoc.source.apart import _main; _main()"


class BrokenReaderError(Exception):
    """A reader that died, or took too long; the message is the end of a sentence."""


def apart(function: str, data: bytes) -> Any:  # noqa: ANN401 -- what JSON holds
    """Return what a function "module:name" makes of bytes, as JSON brings it, in a process of its own.

    Raises BrokenReaderError when it dies or takes too long, SourceError with its sentence when it raises that.
    """
    command = [sys.executable, "-c", RUN, function, str(SECONDS)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        done = subprocess.run(  # noqa: S603 -- this Python, and no word of the document
            command, input=data, capture_output=True, timeout=SECONDS, check=False, env=environment
        )
    except subprocess.TimeoutExpired:
        raise BrokenReaderError(f"took more than {SECONDS} seconds to read") from None
    if done.returncode:
        raise BrokenReaderError("cannot be read: it is damaged, or needs more memory than any article")
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise SourceError(answer["error"])
    return answer["read"]


def _main() -> None:
    """Run the function that is named on the command line over standard input; its answer goes to standard output."""
    function, seconds = sys.argv[1:]
    limit(int(seconds))
    module, _, name = function.partition(":")
    try:
        answer = {"read": getattr(import_module(module), name)(sys.stdin.buffer.read())}
    except SourceError as error:
        answer = {"error": str(error)}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def limit(seconds: int) -> None:
    """Limit the processor time and the memory of this process, where the system has such limits."""
    if sys.platform != "win32":
        import resource

        for what, size in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
            _, hard = resource.getrlimit(what)
            resource.setrlimit(what, (size if hard == resource.RLIM_INFINITY else min(size, hard), hard))
