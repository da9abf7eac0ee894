# Two commands do everything on a fresh machine with Python 3.11 or later: `make run` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
GOLD ?= ../shared/gold

.DEFAULT_GOAL := help
.PHONY: help run test check report pictures accuracy speed dist clean

help:  ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1 \t\2/p' $(MAKEFILE_LIST)

run: .venv/run  ## read data/article.txt: all three tables
	$(BIN)/clusterdoc facts data/article.txt

test: .venv/dev  ## run the tests
	$(BIN)/python -m pytest

check: .venv/dev  ## lint, types, tests
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/python -m pytest

report: .venv/run  ## write the page of the sample: report.html
	$(BIN)/clusterdoc report data/article.txt -o report.html

pictures: .venv/run  ## make README's pictures anew (the page's needs chromium)
	$(BIN)/python benchmarks/pictures.py

accuracy: .venv/dev  ## measure against annotated text (GOLD=DIR)
	$(BIN)/python benchmarks/accuracy.py --gold $(GOLD)

speed: .venv/dev  ## measure speed and memory (CORPUS=TEXTS.jsonl)
	$(BIN)/python benchmarks/speed.py $(if $(CORPUS),--corpus $(CORPUS))

dist: .venv/dev  ## build what is published, and check it as PyPI does
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[release]'
	rm -rf dist && $(BIN)/python -m build && $(BIN)/twine check --strict dist/*

clean:  ## remove what was made
	rm -rf .venv dist report.html

.venv/run: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/dev: .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@
