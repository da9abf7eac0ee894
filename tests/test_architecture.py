"""ARCHITECTURE.md names what is there, and the rooms are built as it draws them."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from pkgutil import resolve_name
from typing import Final

import pytest

from clusterdoc import facts

ROOT: Final = Path(__file__).parents[1]
SOURCE: Final = ROOT / "src" / "clusterdoc"
PAGE: Final = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
ROOMS: Final = [  # from the left to the right: a module imports from its own room and from those before it
    ["errors", "terms", "clean", "folding", "language", "version", "places", "sidecars", "deadline"],
    ["schema"],
    ["facts"],
    ["name_patterns"],
    ["selection"],
    ["find.words"],
    ["source"],
    ["corpus"],
    ["prose"],
    ["parse"],
    ["find"],
    ["extractor"],
    ["diff", "topics"],
    ["store"],
    ["view"],
    ["run"],
    ["cache"],
    [""],  # the package itself: read and extract
    ["cli", "__main__"],
]


def module_of(path: Path) -> str:
    """Return the name of a module below the package, "" for the package itself."""
    dotted = path.relative_to(SOURCE).with_suffix("").as_posix().replace("/", ".")
    return "" if dotted == "__init__" else dotted.removesuffix(".__init__")


MODULES: Final = {module_of(path): path for path in sorted(SOURCE.rglob("*.py"))}


@cache
def tree_of(path: Path) -> ast.Module:
    """Return what a module is parsed to, once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> set[str]:
    """Return the modules of the package that a module imports, those for types and in functions included."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "clusterdoc":
            base = (node.module or "").removeprefix("clusterdoc").lstrip(".")
            names = (f"{base}.{alias.name}".lstrip(".") for alias in node.names)
            found |= {name if name in MODULES else base for name in names}
        elif isinstance(node, ast.Import):
            names = (alias.name for alias in node.names if alias.name.split(".")[0] == "clusterdoc")
            found |= {name.removeprefix("clusterdoc").lstrip(".") for name in names}
    return found


GRAPH: Final = {module: imports(path) - {module} for module, path in MODULES.items()}


def room(module: str) -> int:
    """Return the number of the room a module stands in: that of the longest name that begins its own."""
    fits = [
        (len(name), number)
        for number, names in enumerate(ROOMS)
        for name in names
        if module == name or (name and module.startswith(f"{name}."))
    ]
    return max(fits)[1]


def test_every_module_stands_in_a_room() -> None:
    assert [room(module) for module in MODULES]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_its_left(module: str) -> None:
    assert [other for other in GRAPH[module] if room(other) > room(module)] == []


def test_there_is_no_import_circle_not_even_of_types() -> None:
    left = {module: set(others) for module, others in GRAPH.items()}
    while free := [module for module, others in left.items() if not others & left.keys()]:
        for module in free:
            del left[module]
    assert sorted(left) == []


def loaded_by(module: str) -> set[str]:
    """Return the modules that are loaded with a module: what they import at their top, and not for types."""
    loaded, waiting = set[str](), [module]
    while waiting:
        one = waiting.pop()
        if one in loaded or one not in MODULES:
            continue
        loaded.add(one)
        top = ast.parse(MODULES[one].read_text(encoding="utf-8")).body
        for node in top:
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("clusterdoc."):
                base = (node.module or "").removeprefix("clusterdoc.")
                waiting += [base, base.rpartition(".")[0], *(f"{base}.{alias.name}" for alias in node.names)]
    return loaded


def test_a_table_of_saved_facts_loads_nothing_that_reads_text() -> None:
    loaded = loaded_by("view.table")
    assert {"view.columns", "view.wording"} <= loaded
    assert sorted(name for name in loaded if name.startswith(("prose", "find", "parse", "extractor"))) == []


@pytest.mark.parametrize("name", [facts.FRAME, facts.NOTEBOOK])
def test_what_the_facts_name_without_an_import_is_there(name: str) -> None:
    assert callable(resolve_name(name))


def test_every_place_the_page_names_is_there() -> None:
    named = re.findall(r"`((?:[\w/-]+/|[\w/-]+\.(?:py|tsv|json)))`", PAGE)
    places = [any((folder / name).exists() for folder in (ROOT, SOURCE, SOURCE / "find" / "words")) for name in named]
    assert len(places) > 40
    assert [name for name, there in zip(named, places, strict=True) if not there] == []


def test_every_table_of_words_is_on_the_page() -> None:
    tables = [path.name for path in (SOURCE / "find" / "words").glob("*.tsv")]
    assert sorted(name for name in tables if name not in PAGE) == []
    assert len(tables) > 20


def test_every_room_is_on_the_page() -> None:
    rooms = {path.parent.relative_to(SOURCE).as_posix().split("/")[0] for path in MODULES.values()} - {"."}
    alone = {path.name for path in SOURCE.glob("*.py")} - {"__init__.py", "__main__.py", "version.py"}
    assert sorted(name for name in rooms if f"`{name}/`" not in PAGE) == []
    assert sorted(name for name in alone if f"`{name}`" not in PAGE) == []


def test_every_function_of_the_trip_is_where_the_page_says() -> None:
    trip = re.findall(r"^\| `(\w+)` \| `([\w/.]+\.py)` \|", PAGE, re.MULTILINE)
    assert len(trip) > 10
    for name, place in trip:
        tree = tree_of(SOURCE / place)
        assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}, place


# Names that may stand twice. Commands and components of spaCy, which go by a name of their own, do not count.
SAME_FUNCTIONS: Final = {"main"}
SAME_MODULES: Final = {
    *("cache", "compare", "diff", "find", "run", "schema", "store"),  # a command and what it does
    *("html", "options", "rules"),  # a format read and written; options of a command and of a run; rules of each finder
}
DECORATED_BY_NAME: Final = ("click.command", "click.group", "Language.factory")


def public_functions() -> list[str]:
    """Return the names of the public functions of all modules, without commands and components."""
    trees = [tree_of(path) for path in MODULES.values()]
    functions = [node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)]
    return [
        node.name
        for node in functions
        if not node.name.startswith("_")
        and not any(ast.unparse(each).startswith(DECORATED_BY_NAME) for each in node.decorator_list)
    ]


def test_no_public_function_has_the_name_of_another() -> None:
    names = public_functions()
    assert {name for name in names if names.count(name) > 1} == SAME_FUNCTIONS


def test_no_module_has_the_name_of_another() -> None:
    names = [module.rpartition(".")[2] for module in MODULES if module]
    assert {name for name in names if names.count(name) > 1} == SAME_MODULES


# Words that a name may not hold: what they stand for nobody could guess. Thinc calls the parts of a maxout unit pieces.
VAGUE: Final = {"told", "loose", "beside", "elsewhere", "standing", "finish", "piece", "pieces"}
MAXOUT: Final = {("parse.fast.encoder", "pieces"), ("parse.fast.encoder", "by_piece")}


def names_given(path: Path) -> set[str]:
    """Return every name that a module gives: its own, and those of classes, functions, parameters, variables."""
    nodes = list(ast.walk(tree_of(path)))
    defined = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    stored = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return {path.stem, *defined, *stored, *(node.arg for node in nodes if isinstance(node, ast.arg))}


def test_no_name_is_vague() -> None:
    given = {(module, name) for module, path in MODULES.items() for name in names_given(path)}
    assert {(module, name) for module, name in given if VAGUE & {*name.lower().split("_")}} == MAXOUT
