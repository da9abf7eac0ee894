"""`clusterdoc run`, `search` and `export` as their users see them."""

from __future__ import annotations

import csv
import errno
import io
import json
import re
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
from click.testing import CliRunner, Result
from fake_run import OPTIONS
from rich.console import Console
from test_session import content, corpus, ordinary

from clusterdoc.cli import group
from clusterdoc.cli.bar import Bar
from clusterdoc.facts import Document
from clusterdoc.run.pool import Pool
from clusterdoc.run.progress import Progress, clock
from clusterdoc.run.summary import Summary
from clusterdoc.store.connect import open_to_write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clusterdoc.run.options import Job, Options

ARTICLE = Path(__file__).parents[2] / "data" / "article.txt"
# What Datasette answers, as JSON: STORE METADATA PATHS. Its own `--get` starts a process for every path.
DATASETTE = """
import asyncio, json, sys
from datasette.app import Datasette
from datasette.utils import parse_metadata
store, metadata, *paths = sys.argv[1:]
served = Datasette([store], metadata=parse_metadata(open(metadata).read()))
async def answers():
    return [(await served.client.get(path)).json() for path in paths]
print(json.dumps(asyncio.run(answers())))
"""


def clusterdoc(*args: object) -> Result:
    return CliRunner().invoke(group, [str(arg) for arg in args])


@pytest.fixture(autouse=True)
def fake(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have workers run the fake engine."""

    def faked(options: Options, count: int) -> Pool:
        return Pool(replace(options, engine=OPTIONS.engine, batch=8), count)

    monkeypatch.setattr("clusterdoc.run.pool.Pool", faked)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Return a store of three articles, one of which would harm a terminal and a spreadsheet."""
    lines = [
        {"id": "a", "text": "Ann says five million.", "title": "On money", "date": "2023-07-07", "url": "u"},
        {"id": "b", "text": "=Ann \x1b[2J[bold]shouts[/bold].", "title": "\x1b]0;x"},
        {"id": "c", "text": "Bob is silent."},
    ]
    path = tmp_path / "three.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert clusterdoc("run", path, "--store", tmp_path / "news.db").exit_code == 0
    return tmp_path / "news.db"


def test_a_run_tells_what_it_did_on_standard_error(tmp_path: Path) -> None:
    path = corpus(tmp_path, {**ordinary(3), "a9": "Ann says 1."})
    result = clusterdoc("run", path, "--store", tmp_path / "news.db")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines()[-1].startswith(
        f"clusterdoc: {tmp_path / 'news.db'}: 3 done, 1 the same text as another in "
    )
    assert "words" in result.stderr
    again = clusterdoc("run", path, "--store", tmp_path / "news.db")
    assert "4 done before in" in again.stderr


def test_a_quiet_run_says_nothing_but_what_went_wrong(tmp_path: Path) -> None:
    path = corpus(tmp_path, {"a": "Ann.", "b": "raise"})
    result = clusterdoc("run", path, "--store", tmp_path / "news.db", "--quiet", "--list")
    assert (result.exit_code, result.stdout) == (2, "a\n")
    assert result.stderr == "Error: b: ValueError: this text is bad\n"
    assert clusterdoc("run", path, "--store", tmp_path / "news.db", "--quiet").exit_code == 2


def test_a_run_reads_standard_input(tmp_path: Path) -> None:
    lines = '{"id": "a", "body": "Ann."}\n'
    result = CliRunner().invoke(
        group, ["run", "-", "--text-key", "body", "--store", str(tmp_path / "s.db")], input=lines
    )
    assert result.exit_code == 0
    assert [row[2] for row in content(tmp_path / "s.db")["documents"]] == ["a"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["none.txt"], "Error: none.txt is not there."),
        (["https://example.org/a"], "Error: https://example.org/a is an address on the web"),
        ([str(ARTICLE), "--store", "/dev/null"], "Error: /dev/null is not a clusterdoc store."),
        ([str(ARTICLE), "--model", "nope"], "Error: Unknown model 'nope'"),
        ([str(ARTICLE), "--cluster", "tcp://127.0.0.1:1"], "Error: No Dask scheduler answers"),
    ],
)
def test_what_stops_a_run_is_one_sentence(
    tmp_path: Path, arguments: list[str], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clusterdoc.run.scheduler.CONNECT_SECONDS", 0.5)
    result = clusterdoc("run", "--store", tmp_path / "news.db", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(sentence)
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("environment", "options", "said"),
    [
        ({"DASK_SCHEDULER_ADDRESS": "tcp://127.0.0.1:2"}, [], "answers at tcp://127.0.0.1:2."),
        (
            {"DASK_SCHEDULER_ADDRESS": "tcp://127.0.0.1:2", "CLUSTERDOC_CLUSTER": "tcp://127.0.0.1:1"},
            [],
            "answers at tcp://127.0.0.1:1.",
        ),
        ({"CLUSTERDOC_CLUSTER": "tcp://127.0.0.1:1"}, ["--jobs", "2"], "1 done"),
        ({"CLUSTERDOC_CLUSTER": "tcp://127.0.0.1:1"}, ["--cluster", ""], "1 done"),
        ({}, ["--jobs", "2", "--cluster", "tcp://127.0.0.1:1"], "Take one of --jobs and --cluster."),
    ],
)
def test_a_cluster_comes_from_the_command_line_or_the_environment(
    tmp_path: Path, environment: dict[str, str], options: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("clusterdoc.run.scheduler.CONNECT_SECONDS", 0.5)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    result = clusterdoc("run", ARTICLE, "--store", tmp_path / "news.db", *options)
    assert said in result.stderr
    assert result.exit_code == (0 if said == "1 done" else 2)


def test_a_second_run_on_a_store_is_refused(tmp_path: Path) -> None:
    with open_to_write(tmp_path / "news.db"):
        result = clusterdoc("run", ARTICLE, "--store", tmp_path / "news.db")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: Another run is writing")


def test_running_again_imports_no_spacy_and_a_real_run_finds_what_read_finds(tmp_path: Path, article: Document) -> None:
    lines = ("import sys", "from clusterdoc.cli import main", "try: main()", "finally: print('spacy' in sys.modules)")
    program = "\n".join(lines)
    command = [sys.executable, "-c", program, "run", str(ARTICLE), "--store", str(tmp_path / "news.db"), "--quiet"]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True) for _ in range(2)]
    assert [run.stdout for run in runs] == ["False\n", "False\n"]
    (line,) = clusterdoc("export", tmp_path / "news.db", "--jsonl").stdout.splitlines()
    back = Document.from_dict(json.loads(line))
    assert (back.entities, back.quotes, back.figures) == (article.entities, article.quotes, article.figures)


def test_search_shows_quotes_and_figures_and_nothing_that_acts(store: Path) -> None:
    result = clusterdoc("search", store, "million")
    assert result.stdout.splitlines() == [
        "Quotes",
        "Speaker  Quote                   Article   Date",
        "Ann      Ann says five million.  On money  2023-07-07",
        "",
        "Figures",
        "Figure  Of   Speaker  In context              Article   Date",
        "Ann     Ann  Ann      Ann says five million.  On money  2023-07-07",
        "Ann                   Ann says five million.  On money  2023-07-07",
    ]
    harmless = clusterdoc("search", store, "shouts").stdout
    assert r"=Ann \x1b[2J[bold]shouts[/bold]." in harmless
    assert "\x1b" not in harmless


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["million"], 3),
        (["MILLIONS"], 3),  # by the stem
        (["five", "million"], 3),
        (["five million"], 3),
        (["million five"], 0),  # a phrase, in this order
        (["million", "--speaker", "ann"], 2),
        (["million", "--speaker", "nn"], 0),
        (["million", "--kind", "money"], 1),
        (["million", "--kind", "direct"], 1),
        (["million", "--limit", "1"], 2),
        (["million", "--limit", "9" * 30], 3),
        (['" OR NEAR( *'], 0),
        (["AND"], 0),
        (["$"], 0),
        (["\x00"], 0),
        ([""], 0),
        (['""'], 0),
        (["million", ""], 3),
        (["text:million"], 0),
        (["mill*"], 3),
        (["MILL*"], 3),
        (["five mil*"], 3),
        (["*"], 0),
        (["mi*ion"], 0),
        (["shouts", "OR", "million"], 6),
        (["shouts", "or", "million"], 0),
        (["OR", "million"], 0),
        (["million", "OR"], 0),
        (["fivé", "miłlion"], 3),
        (["miłlion", "OR", "shouts"], 6),
        (["$", "miłlion"], 3),
        (["million", "OR", "OR", "million"], 3),
        (["million", "--since", "2023-07-07"], 3),
        (["million", "--since", "2023-07-08"], 0),
        (["million", "--until", "2023-07-06"], 0),
        (["million", "--until", "2023-07-07"], 3),
        (["shouts", "--until", "2023-07-07"], 0),  # an article without a date
        (["--speaker", "ANN"], 6),
        (["--speaker", "änn"], 6),
        (["--kind", "money"], 3),
        (["--since", "2023-07-07"], 3),
        (["--about", "bónn"], 6),
        (["--about", "onn"], 0),
        (["million", "--about", "bonn", "--speaker", "ann"], 2),
        (["million*"], 3),
        (["--", "--speaker"], 0),
        (["\udcff"], 0),  # a byte that is no UTF-8
        (["million", "--speaker", "\udcff"], 0),
        (["million", "--speaker", ".*"], 0),
        (["million"] * 5_000, 3),
    ],
)
def test_search_finds_all_words_in_any_form(store: Path, words: list[str], found: int) -> None:
    result = clusterdoc("search", store, "--json", *words)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == found


def test_search_as_json_and_csv_has_the_same_keys(store: Path) -> None:
    (first, *_) = clusterdoc("search", store, "million", "--json").stdout.splitlines()
    (row, *_) = csv.DictReader(io.StringIO(clusterdoc("search", store, "million", "--csv").stdout))
    assert list(row) == list(json.loads(first))
    (row,) = csv.DictReader(io.StringIO(clusterdoc("search", store, "shouts", "--csv", "--kind", "direct").stdout))
    assert row["text"].startswith(r"'=Ann \x1b")


def test_export_gives_documents_with_the_other_keys_of_their_records(store: Path) -> None:
    documents = [json.loads(line) for line in clusterdoc("export", store, "--jsonl").stdout.splitlines()]
    assert [document["source"]["name"] for document in documents] == ["a", "b", "c"]
    assert documents[0]["source"]["meta"] == {"title": "On money", "date": "2023-07-07", "url": "u"}
    assert Document.from_dict(documents[0]).quotes[0].text == "Ann says five million."


def test_export_gives_one_list_as_csv(store: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(clusterdoc("export", store, "--csv", "--table", "figures").stdout)))
    assert [(row["source"], row["value"]) for row in rows[:3]] == [("a", "5000000"), ("a", ""), ("b", "5000000")]


@pytest.mark.parametrize(
    ("view", "row"),
    [
        ("speakers", {"speaker": "Ann", "quotes": "3", "first_date": "2023-07-07"}),
        ("said_about", {"speaker": "Ann", "about": "Bönn", "title": "On money", "published": "2023-07-07"}),
        ("quotes_with_figures", {"speaker": "Ann", "figure": "Ann", "unit": "USD", "title": "On money"}),
        ("figures_by_speaker", {"speaker": "Ann", "figure": "Ann", "value": "5000000"}),
    ],
)
def test_export_gives_a_view_as_csv(store: Path, view: str, row: dict[str, str]) -> None:
    rows = csv.DictReader(io.StringIO(clusterdoc("export", store, "--csv", "--table", view).stdout))
    assert row in [{name: one[name] for name in row} for one in rows]


def test_export_gives_a_parquet_file_a_table(store: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert clusterdoc("export", store, "--parquet", tmp_path / "out").exit_code == 0
    for table, rows in content(store).items():
        read = parquet.read_table(tmp_path / "out" / f"{table}.parquet").to_pylist()
        plain = [[untyped(value) for key, value in row.items() if key != "run"] for row in read]
        assert plain == [list(row) for row in rows]
    for view in ("speakers", "said_about", "figures_by_speaker", "quotes_with_figures"):
        with closing(sqlite3.connect(store)) as connection, connection:
            (count,) = connection.execute(f"SELECT count(*) FROM {view}").fetchone()  # noqa: S608 -- our own names
        assert parquet.read_table(tmp_path / "out" / f"{view}.parquet").num_rows == count


def untyped(value: object) -> object:
    """Return what SQLite holds where Parquet has a date or a list."""
    if isinstance(value, list):
        return json.dumps([[span["start"], span["end"]] for span in value], separators=(",", ":"))
    return value.isoformat() if isinstance(value, date) else value


def test_parquet_has_the_types_that_sqlite_lacks(store: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert clusterdoc("export", store, "--parquet", tmp_path / "out").exit_code == 0
    types = {
        "documents": {"published": "date32[day]", "date": "date32[day]", "text": "string"},
        "quotes": {"scare": "bool", "parts": "list<element: struct<start: int64, end: int64>>"},
        "figures": {"weak": "bool", "value": "double", "date": "string"},  # "2021" and "XXXX-W03" are no days
        "speakers": {"label": "string", "quotes": "int64", "first_date": "date32[day]"},
        "said_about": {"about": "string", "published": "date32[day]"},
    }
    for table, expected in types.items():
        schema = parquet.read_schema(tmp_path / "out" / f"{table}.parquet")
        assert {name: str(schema.field(name).type) for name in expected} == expected


def test_a_search_without_anything_says_what_to_give(store: Path) -> None:
    result = clusterdoc("search", store)
    assert result.exit_code == 2
    assert "Say what to look for: WORDS after the STORE, or one of --speaker, --about" in result.stderr


def test_what_search_prints_as_json_is_what_its_schema_says(store: Path) -> None:
    schema = json.loads(clusterdoc("schema", "search").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    lines = clusterdoc("search", store, "--speaker", "ann", "--json").stdout.splitlines()
    for line in lines:
        jsonschema.validate(json.loads(line), schema)
    assert len({json.loads(line)["fact"] for line in lines}) == 2
    assert list(json.loads(lines[0])) == list(schema["properties"])


def test_a_page_of_an_article_that_is_in_a_store(store: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert clusterdoc("report", "--store", store, "--article", "a", "-o", page).exit_code == 0
    assert "five million" in page.read_text("utf-8")
    missing = clusterdoc("report", "--store", store, "--article", "z")
    assert (missing.exit_code, missing.stderr.startswith(f"Error: {store} holds no article 'z'")) == (2, True)
    assert clusterdoc("report", "--store", store).exit_code == 2
    assert clusterdoc("report", "x.txt", "--store", store, "--article", "a").exit_code == 2


def test_prune_removes_what_another_version_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, store = corpus(tmp_path, {"a": "Ann."}), tmp_path / "news.db"
    monkeypatch.setattr("clusterdoc.version.__version__", "0.0.1")
    assert clusterdoc("run", path, "--store", store).exit_code == 0
    monkeypatch.undo()
    monkeypatch.setattr("clusterdoc.run.pool.Pool", lambda options, count: Pool(
        replace(options, engine=OPTIONS.engine, batch=8), count))  # fmt: skip
    result = clusterdoc("run", path, "--store", store, "--prune")
    assert "1 done, 1 of another version, model or setting removed in" in result.stderr
    with closing(sqlite3.connect(store)) as connection, connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (1,)


def test_datasette_opens_a_store_with_its_titles_facets_and_questions(store: Path, tmp_path: Path) -> None:
    metadata = tmp_path / "metadata.yaml"
    metadata.write_text(clusterdoc("export", store, "--datasette").stdout, "utf-8")
    queries = pytest.importorskip("yaml").safe_load(metadata.read_bytes())["databases"]["news"]["queries"]
    asked = {"name": "nn", "thing": "nn", "currency": "USD", "words": "million"}
    questions = []
    for name, question in queries.items():
        bindings = "&".join(f"{one}={asked[one]}" for one in re.findall(r":([a-z]+)", question["sql"]))
        questions.append(f"/news/{name}.json?{bindings}&_shape=array")
    paths = ["/-/metadata.json", "/news.json", "/news/speakers.json", *questions]
    command = [sys.executable, "-c", DATASETTE, str(store), str(metadata), *paths]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    shown, database, speakers, *found = json.loads(done.stdout)
    assert [question for question, rows in zip(questions, found, strict=True) if not rows] == []
    assert shown["databases"]["news"]["queries"].keys() == queries.keys() != set()
    tables = {one["name"] for one in (*database["tables"], *database["views"])}
    assert set(shown["databases"]["news"]["tables"]) <= tables
    assert "label" in speakers["facet_results"]


def test_a_parquet_export_that_fails_leaves_no_torn_file(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(parquet.ParquetWriter, "write_table", full)
    result = clusterdoc("export", store, "--parquet", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: {tmp_path / 'out'} cannot be written: No space left on device.\n",
    )
    assert not list((tmp_path / "out").iterdir())


def test_without_the_extra_parquet_is_one_sentence(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = clusterdoc("export", store, "--parquet", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: Parquet needs one more package: pip install 'clusterdoc[parquet]'.\n",
    )


@pytest.mark.parametrize("command", [["search", "STORE", "x"], ["export", "STORE", "--jsonl"]])
@pytest.mark.parametrize("content", [None, b"", b"words " * 200])
def test_what_is_no_store_is_one_sentence(tmp_path: Path, command: list[str], content: bytes | None) -> None:
    path = tmp_path / "news.db"
    if content is not None:
        path.write_bytes(content)
    result = clusterdoc(*(str(path) if word == "STORE" else word for word in command))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: {path} is not ")


def test_a_directory_is_no_store_and_a_store_needs_a_name(tmp_path: Path) -> None:
    assert clusterdoc("search", tmp_path, "x").stderr == f"Error: {tmp_path} is not a clusterdoc store.\n"
    result = clusterdoc("run", ARTICLE, "--store", "")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, "Error: --store needs the name of a file.")


def test_an_empty_store_has_nothing(tmp_path: Path) -> None:
    with open_to_write(tmp_path / "news.db"):
        pass
    assert clusterdoc("search", tmp_path / "news.db", "x").stderr == "clusterdoc: nothing found\n"
    assert clusterdoc("export", tmp_path / "news.db", "--jsonl").stdout == ""


def test_a_store_opens_as_it_is_in_sqlite(store: Path) -> None:
    with closing(sqlite3.connect(store)) as connection, connection:
        assert connection.execute("SELECT speaker, quotes FROM speakers").fetchall() == [("Ann", 3)]


def test_progress_tells_articles_speed_failures_and_the_time_left() -> None:
    stream = io.StringIO()
    progress = Progress(stream)
    summary = Summary(documents=1_500, failures=2, words=600_000, started=time.monotonic() - 100)
    progress.begin(summary, lambda: 5_000)
    progress.skip(1_000)  # which an earlier run did
    progress.started = time.monotonic() - 50  # the model took the other half of the time so far
    progress.show(2_000)
    progress.last -= 100
    progress.show(2_000)
    assert stream.getvalue() == "clusterdoc: 1,500 articles, 6,000 words/s, 2 failed, 2:30 left\n"


def test_a_bar_shows_the_loading_and_from_the_first_article_on_the_time_left() -> None:
    stream = io.StringIO()
    bar = Bar(Console(file=stream, force_terminal=True, width=100, markup=False))
    bar.begin(Summary(documents=1, words=400, started=time.monotonic() - 2), lambda: 3_000)
    bar.loading()
    bar.bar.refresh()
    assert "loading the model" in stream.getvalue()
    bar.ready()
    bar.show(1_000)
    bar.bar.refresh()
    assert re.search(r"reading .*1 article, \d+ words/s, 0 failed, 0\.0 s left", stream.getvalue())
    bar.end()
    assert stream.getvalue().count("\x1b[?25l") == stream.getvalue().count("\x1b[?25h") == 1  # the cursor is back


def test_ctrl_c_says_how_many_are_safe_and_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(Pool):
        def map(self, jobs: Iterable[Job]) -> Iterator[list[Job]]:
            for number, ready in enumerate(super().map(jobs)):
                if number == 2:
                    raise KeyboardInterrupt
                yield ready

    options = {"engine": OPTIONS.engine, "batch": 8}
    path, store = corpus(tmp_path, ordinary(50)), tmp_path / "news.db"
    monkeypatch.setattr("clusterdoc.run.pool.Pool", lambda given, n: Interrupted(replace(given, **options), n))
    stopped = clusterdoc("run", path, "--store", store)
    (safe,) = re.findall(
        r"news\.db: stopped after .*: (\d+) articles? of this run (?:is|are) safe; the same", stopped.stderr
    )
    with closing(sqlite3.connect(store)) as connection, connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (int(safe),)
    assert 0 < int(safe) < 50
    monkeypatch.setattr("clusterdoc.run.pool.Pool", lambda given, n: Pool(replace(given, **options), n))
    assert f"{50 - int(safe)} done, {safe} done before in" in clusterdoc("run", path, "--store", store).stderr


def test_a_run_says_which_files_of_a_directory_it_does_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    for name in ("a.txt", "a.zip", "deep/b.zip", "deep/notes", "deep/b.ZIP", "c.csv.xyz"):
        (folder / name).write_text("Ann says 1.", "utf-8")
    (folder / "link.txt").symlink_to(folder / "a.txt")
    result = clusterdoc("run", folder, "--store", tmp_path / "news.db")
    assert (
        "clusterdoc: passed over 6 files of other kinds: 3 .zip, 1 .xyz, 1 symbolic link, 1 without an ending\n"
        in result.stderr
    )
    (folder / "only").mkdir()
    (folder / "only" / "a.txt").write_text("Ann says 1.", "utf-8")
    assert "passed" not in clusterdoc("run", folder / "only", "--store", tmp_path / "only.db").stderr
    assert "passed" not in clusterdoc("run", folder / "a.txt", "--store", tmp_path / "one.db").stderr


def test_a_run_says_that_it_loads_the_model_only_when_it_does(tmp_path: Path) -> None:
    path, store = corpus(tmp_path, ordinary(3)), tmp_path / "news.db"
    assert clusterdoc("run", path, "--store", store).stderr.startswith("clusterdoc: loading the model\n")
    assert "loading" not in clusterdoc("run", path, "--store", store).stderr


@pytest.mark.parametrize(("seconds", "shown"), [(0.04, "0.0 s"), (75, "1:15"), (3_723, "1:02:03")])
def test_a_duration_reads_as_a_clock(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"a.zip": "x", "b.xlsx": "x", "c.zip": "x"}, "passed over 3 files of other kinds: 2 .zip, 1 .xlsx."),
        ({}, "there is no article in it."),
        ({"a.jsonl": "", "c.csv": "id,text\n"}, "there is no article in it."),
    ],
)
def test_a_run_that_reads_nothing_fails_and_says_what_was_passed_over(
    tmp_path: Path, files: dict[str, str], sentence: str
) -> None:
    (tmp_path / "news").mkdir()
    for name, text in files.items():
        (tmp_path / "news" / name).write_text(text, "utf-8")
    result = clusterdoc("run", tmp_path / "news", "--store", tmp_path / "news.db", "--quiet")
    assert (result.exit_code, result.stderr) == (2, f"Error: Nothing was read: {sentence}\n")


def test_a_run_says_which_days_it_could_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,date\nAnn says 1.,sometime\nBob says 2.,5/6/2023\n", "utf-8")
    result = clusterdoc("run", tmp_path / "a.csv", "--store", tmp_path / "news.db", "--quiet")
    assert result.exit_code == 0
    said = f"2 dates could not be read, the first 'sometime' of {tmp_path / 'a.csv'}:2: these articles have no day"
    assert result.stderr == f"clusterdoc: {said} of publication\n"
