"""Files made to harm their reader, in every form that is read: bombs, loops, depth, damage, names of other files.

    python benchmarks/hostile_forms.py [--only pdf] [--keep DIR]

Each is given to `clusterdoc figures --no-parse --json`, and must end in at most 30 seconds of CPU and 1 GB of memory,
its readers included, in facts or in one sentence. The words of a file that a document names must not be printed. One
line is printed for each file, its faults in capitals; the exit code is how many there are.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from hostile_files import FORMS, WORDS_OF_ANOTHER_FILE

SECONDS: Final = 30.0
MEGABYTES: Final = 1_000


def run(path: Path) -> tuple[float, int, subprocess.CompletedProcess[str] | None]:
    """Return the seconds of CPU, the megabytes at most, and the outcome; None when it was ended because of the time."""
    command = [sys.executable, "-m", "clusterdoc", "figures", "--no-parse", "--json", str(path)]
    watched = [sys.executable, __file__, "--watch", *command]
    environment = {**os.environ, "CLUSTERDOC_CACHE": "off"}
    try:
        done = subprocess.run(
            watched, capture_output=True, timeout=20 * SECONDS, check=False, text=True, env=environment
        )
    except subprocess.TimeoutExpired:
        return 20 * SECONDS, 0, None
    *said, used = done.stderr.splitlines()
    done.stderr = "\n".join(said)
    kilobytes, seconds = used.split()
    return float(seconds), int(kilobytes) // 1_024, done


def watch(command: list[str]) -> int:
    """Run a command, say on the last line of standard error its kilobytes, or a child's, and its seconds of CPU."""
    code = subprocess.run(command, check=False).returncode
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(used.ru_maxrss, f"{used.ru_utime + used.ru_stime:.1f}", file=sys.stderr)
    return code


def faults(seconds: float, megabytes: int, done: subprocess.CompletedProcess[str] | None) -> list[str]:
    """Return what is wrong with an outcome."""
    if done is None:
        return ["never ends"]
    lines = done.stderr.splitlines()
    wrong = {
        "too slow": seconds > SECONDS,
        "too much memory": megabytes > MEGABYTES,
        f"ends with {done.returncode}": done.returncode not in (0, 2),
        "more than one sentence": done.returncode == 2
        and len(lines) - sum("clusterdoc: " in line for line in lines) not in (1, 100, 101),
        "a bug": "hit a bug" in done.stderr or "Traceback" in done.stderr,
        "reads another file": WORDS_OF_ANOTHER_FILE in done.stdout,
    }
    return [name for name, is_so in wrong.items() if is_so]


def main() -> int:
    """Try all files; return how many faults there are."""
    if sys.argv[1:2] == ["--watch"]:
        return watch(sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        where = asked.keep or Path(folder)
        where.mkdir(parents=True, exist_ok=True)
        secret = where / "secret"
        secret.write_text(WORDS_OF_ANOTHER_FILE, "utf-8")
        for name, make in FORMS.items():
            if asked.only not in name:
                continue
            path = where / f"{name.replace(' ', '-').replace(',', '')}.{name.split()[0]}"
            path.write_bytes(make(str(secret)))
            seconds, megabytes, done = run(path)
            wrong = faults(seconds, megabytes, done)
            count += len(wrong)
            said = (done.stderr.splitlines() or [done.stdout[:60]])[0] if done else ""
            said = said.replace(str(path), "FILE").replace("\n", " ")
            print(f"{seconds:5.1f} s {megabytes:5} MB  {name:45} {', '.join(wrong).upper()} {said[:110]}", flush=True)
            path.unlink()
    return min(count, 100)


if __name__ == "__main__":
    sys.exit(main())
