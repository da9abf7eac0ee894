"""Calls the scorers that come with a gold directory."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def run_scorer(scorer: Path, *arguments: object) -> Any:  # noqa: ANN401 -- whatever JSON the scorer prints
    """Return what a scorer prints as JSON. Raises CalledProcessError when it fails."""
    command = [sys.executable, str(scorer), *map(str, arguments), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
