"""Are these the weights that were measured? The packages that bring them belong to neither us nor spaCy.

`weights.json` holds the SHA-256 of every file that is loaded from them: those of spaCy's own releases. A package is
read through once; after that its files are known by their sizes and times, kept in the directory for caches.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from clusterdoc.errors import ModelError
from clusterdoc.parse.kept import read_bounded, write_kept

DIGESTS: Final = Path(__file__).with_name("weights.json")
CHECKED: Final = "weights-1.json"
MOST: Final = 1_000_000  # bytes of it


def check_weights(distribution: str, root: Path) -> None:
    """Raise ModelError unless every file of a model in a package has the digest it must have.

    `distribution` is the name of the package; models of other packages are not known here, and not checked.
    """
    digests = known_digests(distribution)
    if not digests:
        return
    state = state_of_files(root, digests)
    if state and state == remembered_states().get(str(root)):
        return
    wrong = [name for name, digest in digests.items() if digest != digest_of(root / name)]
    if wrong:
        raise ModelError(
            f"The installed {distribution} does not hold the official weights ({wrong[0]} is another file): remove it, "
            f"and report it to the maintainers of clusterdoc."
        )
    remember_state(root, state)


def known_digests(distribution: str) -> dict[str, str]:
    """Return the SHA-256 of each file of a package's model by its path; nothing for packages that are not known."""
    digests: dict[str, str] = json.loads(DIGESTS.read_bytes()).get(distribution, {})
    return digests


def digest_of(path: Path) -> str | None:
    """Return the SHA-256 of a file in hexadecimal, None when it cannot be read."""
    import hashlib

    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def state_of_files(root: Path, names: dict[str, str]) -> list[list[object]]:
    """Return name, size and time of change of each file; nothing when one is not there."""
    try:
        files = [(name, (root / name).stat()) for name in names]
    except OSError:
        return []
    return [[name, file.st_size, file.st_mtime_ns, file.st_ctime_ns] for name, file in files]


def remembered_states() -> dict[str, object]:
    """Return the states that the files below directories had when their digests were right; none that are not known."""
    try:
        states: object = json.loads(read_bounded(CHECKED, MOST))
    except (ValueError, RecursionError):
        return {}
    return states if isinstance(states, dict) else {}


def remember_state(root: Path, state: list[list[object]]) -> None:
    """Keep the state of files whose digests are right; where nothing can be kept they are read again next time."""
    write_kept(CHECKED, json.dumps({**remembered_states(), str(root): state}).encode())
