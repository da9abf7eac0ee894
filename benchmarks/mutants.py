"""Mutate the finders one line at a time and count how many mutants the tests kill.

    python benchmarks/mutants.py [--count 60] [--seed 1] [--coverage FILE] [TESTS…]

A mutant is one small change of one line of `src/clusterdoc/find`: a comparison turned, "and" for "or", a "not" taken
out, a number one more, a truth value turned. Each runs the tests named (those of the finders, by default) until the
first failure, in a copy of the checkout. Prints each survivor and the share that was killed. With the data that
`pytest --cov=src/clusterdoc/find --cov-context=test` wrote (pytest-cov, in `.coverage`), a mutant runs the
tests that reached its line first, and only where these let it live all the others.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
FINDERS = Path("src/clusterdoc/find")
TESTS = ("tests/test_held.py", "tests/find", "tests/test_stories.py", "tests/test_components.py", "tests/test_laws.py")
LIMIT_SECONDS = 600
TURNED: dict[type[ast.AST], tuple[str, str]] = {
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"), ast.Is: (" is ", " is not "), ast.IsNot: (" is not ", " is "), ast.In: (" in ", " not in "),
    ast.NotIn: (" not in ", " in "), ast.And: (" and ", " or "), ast.Or: (" or ", " and "),
}  # fmt: skip


class Mutant(NamedTuple):
    """One change: the file, its line (from 1), and the line before and after."""

    path: Path
    line: int
    old: str
    new: str


def reached(coverage: Path | None) -> Callable[[Mutant], list[str]]:
    """Return what gives the tests that reach the line of a mutant, a fixture's file whole; none without coverage."""
    if coverage is None:
        return lambda _: []
    from coverage import CoverageData

    if not coverage.is_file():
        sys.exit(f"There is no {coverage}: write it with pytest first.")
    data = CoverageData(str(coverage))
    data.read()

    def tests(mutant: Mutant) -> list[str]:
        path = str(mutant.path.relative_to(ROOT))
        file = next((name for name in data.measured_files() if name.endswith(path)), "")
        contexts = [name.rpartition("|") for name in data.contexts_by_lineno(file).get(mutant.line, []) if name]
        return sorted({test if stage == "run" else test.partition("::")[0] for test, _, stage in contexts})

    return tests


def main() -> None:
    """Try the mutants the arguments ask for."""
    parser = argparse.ArgumentParser(description="Count how many mutants of the finders the tests kill.")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--coverage", type=Path, help="which test reached which line, written by coverage.py")
    parser.add_argument("tests", nargs="*", default=TESTS)
    options = parser.parse_args()
    mutants = [mutant for path in sorted((ROOT / FINDERS).rglob("*.py")) for mutant in mutants_of(path)]
    chosen = random.Random(options.seed).sample(mutants, options.count)  # noqa: S311 -- a sample, no secret
    near = reached(options.coverage)
    killed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "checkout"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*_cache", ".venv", ".git", ".hypothesis"))
        for number, mutant in enumerate(chosen, 1):
            dead = is_killed(copy, mutant, near(mutant)) or is_killed(copy, mutant, options.tests)
            killed += dead
            where = f"{mutant.path.relative_to(ROOT)}:{mutant.line}"
            print(f"{number:3} {'killed  ' if dead else 'SURVIVED'} {where}: {mutant.new.strip()}", flush=True)
    print(f"{killed} of {len(chosen)} killed ({100 * killed / len(chosen):.0f} %), of {len(mutants)} possible")


def mutants_of(path: Path) -> list[Mutant]:
    """Return every mutant of a module."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    found = {
        Mutant(path, at, lines[at - 1], new)
        for node in ast.walk(ast.parse(text))
        for at, new in changes(node, lines)
        if new != lines[at - 1]
    }
    return sorted(found)


def changes(node: ast.AST, lines: list[str]) -> list[tuple[int, str]]:
    """Return the changes of a node's first line, as (line, new line)."""
    if isinstance(node, ast.Compare | ast.BoolOp):
        operator = node.ops[0] if isinstance(node, ast.Compare) else node.op
        left = node.left if isinstance(node, ast.Compare) else node.values[0]
        old, new = TURNED[type(operator)]
        at, start = left.end_lineno or left.lineno, left.end_col_offset or 0
        return [(at, replaced(lines[at - 1], start, old, new))]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return [(node.lineno, replaced(lines[node.lineno - 1], node.col_offset, "not ", ""))]
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        new = str(not node.value) if isinstance(node.value, bool) else str(node.value + 1)
        return [(node.lineno, replaced(lines[node.lineno - 1], node.col_offset, str(node.value), new))]
    return []


def replaced(line: str, column: int, old: str, new: str) -> str:
    """Return a line with what stands first at or after a column (in UTF-8 bytes) replaced."""
    start = len(line.encode()[:column].decode(errors="ignore"))
    return line[:start] + line[start:].replace(old, new, 1)


def is_killed(copy: Path, mutant: Mutant, tests: list[str]) -> bool:
    """Return whether a test fails, or hangs, with the mutant in place."""
    if not tests:
        return False
    target = copy / mutant.path.relative_to(ROOT)
    whole = target.read_text(encoding="utf-8")
    lines = whole.splitlines(keepends=True)
    lines[mutant.line - 1] = mutant.new + "\n"
    target.write_text("".join(lines), encoding="utf-8")
    (copy / "chosen").write_text("\n".join(tests), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "@chosen"]
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        run = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, timeout=LIMIT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    else:
        return run.returncode != 0
    finally:
        target.write_text(whole, encoding="utf-8")


if __name__ == "__main__":
    main()
