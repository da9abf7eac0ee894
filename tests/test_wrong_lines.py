"""Wrong command lines: what is wrong is said in a sentence, and what to do about it."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from clusterdoc.cli import group
from clusterdoc.store.connect import open_to_write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module", autouse=True)
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Work in a directory with two articles, an empty store, and files that are something else."""
    folder = tmp_path_factory.mktemp("wrong")
    for name, text in (("a.txt", "Ana Ott left."), ("b.txt", "Ana Ott came."), ("both.jsonl", '{"text": "x"}\n' * 2)):
        (folder / name).write_text(text, "utf-8")
    (folder / "dir").mkdir()
    with open_to_write(folder / "news.db"), pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield folder


NO_STORE = "is not there: a store is a file that `clusterdoc run CORPUS --store FILE` makes."


@pytest.mark.parametrize(("line", "said"), [
    ("report a.txt b.txt", "extra argument (b.txt): a page shows one article: give one FILE, and -o PAGE for where"),
    ("report a.txt --json", "No such option '--json' here: `clusterdoc facts --json FILE` prints"),
    ("report a.txt --html", "No such option '--html' here: `clusterdoc report FILE -o PAGE` makes a page."),
    ("report --store news.db", "Which article of news.db? Add --article ID"),
    ("report --article x", "--article is the id of an article in a store: add --store STORE."),
    ("report --store news.db --article nope", "news.db holds no article 'nope'."),
    ("report --store news.db a.txt", "a.txt is a FILE; of the store name an article"),
    ("facts -o out.json a.txt", "No such option '-o' here: `> FILE` at the end of the line writes"),
    ("facts --format json a.txt", "take --json, --csv or --markdown"),
    ("quotes --about '' a.txt", "Invalid value for '--about': a name has a letter or a digit."),
    ("diff a.txt", "Missing argument 'NEW': name two articles, or saved facts and an article: clusterdoc diff OLD"),
    ("diff", "Missing argument 'OLD': name two articles"),
    ("diff a.txt b.txt b.txt", "(b.txt): it compares two articles: clusterdoc diff OLD NEW; for more there is"),
    ("diff a.txt b.txt --csv", "No such option '--csv' here: --json prints the changes as one object."),
    ("diff --only figure a.txt b.txt", "'figure' is not one of 'entities', 'quotes', 'figures'."),
    ("diff --only entities --kind money a.txt b.txt", "--kind money is of figures, and --only leaves these out."),
    ("diff both.jsonl a.txt", "both.jsonl holds more than one article: diff compares one with one; compare takes"),
    ("diff a.txt dir", "dir is a directory"),
    ("compare", "Name two or more FILEs, or --store STORE."),
    ("compare a.txt", "1 article found: two or more can be compared."),
    ("compare --words bridge", "--words chooses articles of a store: add --store STORE."),
    ("compare --store news.db a.txt", "Take FILEs or --store news.db, not both."),
    ("search", "Missing argument 'STORE': name the file that `clusterdoc run CORPUS --store FILE` made, then"),
    ("search bridge", f"bridge {NO_STORE}"),
    ("search bridge tunnel", f"bridge {NO_STORE}"),
    ("search news.db", "Say what to look for: WORDS after the STORE, or one of --speaker"),
    ("search a.txt bridge", "a.txt is not a clusterdoc store."),
    ("search news.db bridge --since yesterday", "'yesterday' is not a day written YYYY-MM-DD."),
    ("search news.db bridge --limit 0", "0 is less than 1."),
    ("search news.db --since 2024-05-03 --until 2024-05-01", "No day is both since 2024-05-03 and until 2024-05-01."),
    ("export", "Missing argument 'STORE': name the file that `clusterdoc run"),
    ("export news.db", "Take one of --parquet DIR, --jsonl, --csv and --datasette."),
    ("export news.db --json", "No such option '--json' here: --jsonl writes a document a line."),
    ("export news.db out/", "extra argument (out/): it takes one STORE; where the output goes says `> FILE`"),
    ("export nope.db --jsonl", f"nope.db {NO_STORE}"),
    ("run", "Missing argument 'CORPUS...': name what is to be read: a directory, files, - for standard input."),
    ("run dir", "Missing option '--store': add --store news.db"),
    ("run dir --store dir", "'dir' is a directory"),
    ("run dir --store z.db --jobs 0", "0 is less than 1."),
    ("run dir --store z.db --jobs many", "'many' is no whole number."),
    ("facts --csv a.txt", "CSV is one table at a time"),
    ("facts --lines a.txt", "--lines goes with --json"),
    ("facts dir", "dir is a directory: name the files in it, such as dir/*.txt, or `clusterdoc run dir --store"),
    ("facts --encoding klingon a.txt", "'klingon' is not an encoding known here: cp1252 and utf-16 are."),
    ("facts --encoding base64 a.txt", "'base64' is not an encoding known here"),
    ("facts --date tomorrow a.txt", "'tomorrow' is not a day written YYYY-MM-DD."),
    ("facts --timeout 0 a.txt", "0.0 is not more than 0."),
    ("facts --timeout soon a.txt", "'soon' is no number."),
    ("facts --max-chars 10 a.txt", "10 is less than 1000."),
    ("facts --names a.txt a.txt", "is no JSON object such as"),
    ("facts --jsn a.txt", "No such option '--jsn'."),
    ("figures --speaker ott a.txt", "No such option '--speaker' here: quotes, compare and search have it."),
    ("quotes --label PERSON a.txt", "No such option '--label' here: entities has it."),
    ("facts --model nonsense a.txt", "Unknown model 'nonsense': take one of md, sm"),
    ("facts --model en_core_web_trf a.txt", "python -m spacy download en_core_web_trf"),
    ("cache clear", "extra argument (clear): take --info or --clear."),
    ("a.txt", "No such command 'a.txt'. To read it: clusterdoc facts a.txt"),
    ("https://example.org/x", "To read it: clusterdoc facts https://example.org/x"),
    ("quote a.txt", "Did you mean quotes?"),
    ("help", "For help: clusterdoc --help"),
    ("help quotes", "For help: clusterdoc quotes --help"),
    ("--json a.txt", "--json goes after a command: clusterdoc facts --json …"),
    ("--nonsense", "No such option '--nonsense'."),
])  # fmt: skip
def test_a_wrong_line_is_told_what_to_do(line: str, said: str) -> None:
    result = CliRunner().invoke(group, shlex.split(line), prog_name="clusterdoc")
    assert said in result.stderr
    assert (result.exit_code, result.stdout) == (2, "")
    assert len([one for one in result.stderr.splitlines() if one.startswith("Error: ")]) == 1
