"""Every row of the vocabulary finds its own example and nothing in its counter-example.

`CHECKS` says for each table what finding means. A stranger's new row is checked by its own example.
"""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import pytest
from ahead import read_ahead
from bracketed import marked
from context_checks import CONTEXT_CHECKS
from name_tables import NAME_CHECKS, failing

from clusterdoc.find import find_facts
from clusterdoc.find.figures import find_figures
from clusterdoc.find.figures.dates import find_dates
from clusterdoc.find.figures.dates.grammar import read_times
from clusterdoc.find.figures.dates.select import unwrap
from clusterdoc.find.figures.numbers import find_grammar, find_numbers
from clusterdoc.find.words import examples_by_use, forms, header, rows, table_names
from clusterdoc.find.words.change import carriers
from clusterdoc.find.words.contexts import TABLES
from clusterdoc.find.words.inflection import inflected, plural
from clusterdoc.prose import read_prose
from clusterdoc.topics.traits import fate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Doc

    from clusterdoc.extractor import Extractor

    Parse = Callable[[str], Doc]
    Row = dict[str, str]
    Check = Callable[[Parse, Row, str], bool]


def changes(parse: Parse, row: Row, text: str) -> bool:
    """Return whether a number moves the way that a row says; without a way, that two numbers are told apart."""
    if not row["trend"]:
        return len(find_numbers(text)) > 1
    return any(figure.trend == row["trend"] for figure in find_figures(parse(text)))


def is_number(_parse: Parse, row: Row, text: str) -> bool:
    """Return whether a text holds the number, or the part of a whole, that a row says."""
    low, _, high = row["value"].partition(" ")
    if high:
        return any((found.low, found.high) == (int(low), int(high)) for found in find_numbers(text))
    value = 1 / Fraction(low) if row["kind"] == "part" else Fraction(low)
    return any(found.value == value for found in find_numbers(text))


def is_bounded(_: Parse, row: Row, text: str) -> bool:
    """Return whether a number of a text has the bound of a row."""
    return any(found.bound == row["bound"] for found in find_numbers(text))


def is_measured(_: Parse, row: Row, text: str) -> bool:
    """Return whether a number of a text has the unit of a row."""
    return any(found.unit == row["unit"] for found in find_numbers(text))


def is_money(_: Parse, row: Row, text: str) -> bool:
    """Return whether a number of a text is an amount of a row's currency."""
    return any(found.unit == row.get("currency", row.get("code")) for found in find_numbers(text))


def is_time(_: Parse, row: Row, text: str) -> bool:
    """Return whether a time of a text holds one of the forms of a row."""
    said = {row["word"], *row["short"].split()}
    found = (text[reading.start : reading.end].lower() for reading in map(unwrap, read_times(text)))
    return any(word in phrase for phrase in found for word in said)


def lies_ahead(_: Parse, _row: Row, text: str) -> bool:
    """Return whether a date of a text lies ahead, as read in the middle of May."""
    written = datetime.date(2024, 5, 15)
    return any((found.date or "") > written.isoformat() for found in find_dates(text, written))


def is_left_out(_: Parse, row: Row, text: str) -> bool:
    """Return whether the label of a row is no part of what is read of a text."""
    return row["label"] not in read_prose(text[:1].upper() + text[1:]).text.lower()


def is_no_figure(_parse: Parse, _row: Row, text: str) -> bool:
    """Return whether a text has neither a number nor a date."""
    return not [found for found in find_grammar(text) if not found.weak]


def is_rate(_parse: Parse, row: Row, text: str) -> bool:
    """Return whether an amount of a text is for one of a row's noun."""
    return any(found.per == row["noun"] for found in find_numbers(text))


def is_cue(parse: Parse, row: Row, text: str) -> bool:
    """Return whether a quote of a text has a form of the row for its cue."""
    noun = "noun" in row["frames"].split()
    forms = {row["lemma"], plural(row["lemma"])} if noun else {*inflected(row["lemma"]), *row["forms"].split()}
    found = [
        quote for quote in find_facts(parse(text)).quotes if quote.cue and (quote.speaker or row["frames"] == "hearing")
    ]
    return any(quote.cue.text.lower() in forms or row["frames"] == "quoted" for quote in found if quote.cue)


def is_length(_parse: Parse, _row: Row, text: str) -> bool:
    """Return whether a number of a text is in metres."""
    return any(found.unit == "meter" for found in find_numbers(text))


def tells_what_is_measured(parse: Parse, row: Row, text: str) -> bool:
    """Return whether the bracketed number of a text measures the braced words, or has the unit or role of the use."""
    figure, words = marked(parse, text)
    if row["use"] in UNITS:
        return figure.unit == UNITS[row["use"]]
    if row["use"] == "contest":
        return figure.role == "level"
    return (figure.of.text if figure.of else None) == words


def is_fate(parse: Parse, row: Row, text: str) -> bool:
    """Return whether a count of a text says that what a row says happened to people."""
    return any(fate(text, found) == row["fate"] for found in find_figures(parse(text)) if found.kind == "count")


def stands_for_somebody(parse: Parse, row: Row, text: str) -> bool:
    """Return whether the speaker of a quote of a text is whom the pronoun of a row stands for."""
    speakers = [quote.speaker for quote in find_facts(parse(text)).quotes if quote.speaker]
    return any(
        row["word"] in (said.text or "").lower() and (said.name or "").lower() != row["word"] for said in speakers
    )


def decides(_parse: Parse, row: Row, text: str) -> bool:
    """Return whether a number of a text is what the use of a row says."""
    return CONTEXT_CHECKS[row["use"]](text)


def decides_on_speech(parse: Parse, row: Row, text: str) -> bool:
    """Return whether the finder gives the quote of an example, with the speaker behind "<-"; behind "-", none."""
    word = inflected(row["word"])[2] if row["use"] == "does not" else row["word"]
    sentence, _, outcome = text.replace("{}", word.capitalize() if text.startswith("{}") else word).partition(" => ")
    found = find_facts(parse(sentence)).quotes
    said = [quote.text for quote in found]
    said += [f"{quote.text} <- {quote.speaker.name}" for quote in found if quote.speaker]
    absent = outcome.removeprefix("- ")
    return outcome in said if absent == outcome else not any(absent in quote for quote in said)


UNITS: Final = {"done to people": "person", "done by people": "person", "household": "person", "plays": "game"}


def decides_on_title(parse: Parse, _row: Row, text: str) -> bool:
    """Return whether the finder gives Ana Ruiz the title behind "=>", or none for "-"."""
    sentence, _, title = text.partition(" => ")
    return (title.replace("-", "") or None) in [entity.title for entity in find_facts(parse(sentence)).entities]


CHECKS: Final[dict[str, Check]] = {
    "bounds": is_bounded,
    "calendar": is_time,
    "change": changes,
    "contexts": decides,
    "cues": is_cue,
    "currencies": is_money,
    "denominators": is_rate,
    "fates": is_fate,
    "future": lies_ahead,
    "identifiers": is_no_figure,
    "labels": is_left_out,
    "numbered": is_no_figure,
    "lengths": is_length,
    "measuring": tells_what_is_measured,
    "money": is_money,
    "names/titles": decides_on_title,
    "numbers": is_number,
    "pronouns": stands_for_somebody,
    "speech": decides_on_speech,
    "units": is_measured,
}


def examples(column: str) -> Iterator[tuple[str, Row, str]]:
    """Yield (table, row, sentence) for every sentence in a column of the tables that have a check."""
    for table in CHECKS:
        columns, template = header(table)
        for cells in rows(table):
            row = dict(zip(columns, cells, strict=True))
            sentence = row.get(column) or (template if column == "example" else "")
            if sentence:
                forms = (cells[0], *row.get("short", "").split()) if "{}" in sentence else cells[:1]
                yield from ((table, row, sentence.replace("{}", form)) for form in forms)


def examples_of_contexts() -> Iterator[tuple[str, Row, str]]:
    """Yield (table, row, sentence) for every use of a word beside a number."""
    sentences = examples_by_use("contexts")
    for word, uses in rows("contexts"):
        for use in forms(uses):
            said = word.capitalize() if use == "opener" else word
            yield "contexts", {"word": word, "use": use}, sentences[use].replace("{}", said)


def examples_of_speech() -> Iterator[tuple[str, Row, str]]:
    """Yield (table, row, sentence) for every use of a word beside speech."""
    for word, uses in rows("speech"):
        yield from (("speech", {"word": word, "use": use}, examples_by_use("speech")[use]) for use in forms(uses))


def examples_of_titles() -> Iterator[tuple[str, Row, str]]:
    """Yield (table, row, sentence) for every use of a word beside a title."""
    for word, uses in rows("names/titles"):
        sentences = (examples_by_use("names/titles")[use] for use in forms(uses))
        yield from (("names/titles", {"word": word}, sentence.replace("{}", word)) for sentence in sentences)


EXAMPLES: Final = [*examples("example"), *examples_of_contexts(), *examples_of_speech(), *examples_of_titles()]
COUNTER_EXAMPLES: Final = list(examples("counter-example"))


# Tables whose checks parse their examples, which are therefore read ahead.
PARSED: Final = frozenset({"change", "cues", "fates", "measuring", "names/titles", "pronouns", "speech"})


class WantedError(Exception):
    """What a check wants to be parsed."""


def wanted(check: Check, row: Row, text: str) -> str:
    """Return the text that a check would have parsed, "" for none."""

    def parse(text: str) -> Doc:
        raise WantedError(text)

    try:
        check(parse, row, text)
    except WantedError as error:
        return str(error)
    return ""


def rows_of_table(found: Extractor, table: str, sentences: list[tuple[str, Row, str]]) -> list[tuple[Row, str]]:
    """Return the rows of a table with their sentences, which the pipeline has read ahead where they are parsed."""
    of_table = [(row, text) for name, row, text in sentences if name == table]
    if table in PARSED:
        read_ahead(found, (wanted(CHECKS[table], row, text) for row, text in of_table))
    return of_table


@pytest.mark.parametrize("table", CHECKS)
def test_every_row_finds_its_example(found: Extractor, parse: Parse, table: str) -> None:
    of_table = rows_of_table(found, table, EXAMPLES)
    assert [text for row, text in of_table if not CHECKS[table](parse, row, text)] == []
    assert of_table


@pytest.mark.parametrize("table", sorted({table for table, *_ in COUNTER_EXAMPLES}))
def test_every_row_finds_nothing_in_its_counter_example(found: Extractor, parse: Parse, table: str) -> None:
    of_table = rows_of_table(found, table, COUNTER_EXAMPLES)
    assert [text for row, text in of_table if CHECKS[table](parse, row, text)] == []


@pytest.mark.parametrize("use", CONTEXT_CHECKS)
def test_a_made_up_word_decides_nothing(use: str) -> None:
    said = "Blorp" if use == "opener" else "blorp"
    assert not CONTEXT_CHECKS[use](examples_by_use("contexts")[use].replace("{}", said))


def test_no_use_stands_in_two_tables_of_words_in_context() -> None:
    uses = [use for table in TABLES for use in {use for _, cell, *_ in rows(table) for use in forms(cell)}]
    assert sorted(set(uses)) == sorted(uses)


@pytest.mark.parametrize("use", examples_by_use("speech"))
def test_a_made_up_word_decides_nothing_beside_speech(parse: Parse, use: str) -> None:
    word = {"consequence": "blorping", "raises": "blorping", "heard saying": "blorped", "reaction": "blorped"}.get(
        use, "blorp"
    )
    assert not decides_on_speech(parse, {"word": word, "use": use}, examples_by_use("speech")[use])


@pytest.mark.parametrize("use", examples_by_use("names/titles"))
def test_a_made_up_word_decides_nothing_beside_a_title(parse: Parse, use: str) -> None:
    word = {"part of a title": "blorped", "says nothing of somebody": "kettle"}.get(use, "blorp")
    assert not decides_on_title(parse, {}, examples_by_use("names/titles")[use].replace("{}", word))


def test_a_noun_for_people_is_no_title_where_it_is_a_verb(found: Extractor, parse: Parse) -> None:
    columns, _ = header("people")
    sentences = [text for row in rows("people") if (text := row[columns.index("counter-example")])]
    read_ahead(found, sentences)
    assert [text for text in sentences if any(entity.title for entity in find_facts(parse(text)).entities)] == []
    assert sentences


# Tables whose rows have a test of their own: how lines of a page are joined.
CHECKED_ELSEWHERE: Final = frozenset({"hyphened", "joining"})


@pytest.mark.parametrize("table", NAME_CHECKS)
def test_every_row_of_a_table_of_names_finds_its_own_example(table: str) -> None:
    assert failing(table, list(rows(table))) == []


def test_every_table_has_a_check() -> None:
    assert set(table_names()) - CHECKED_ELSEWHERE == {*CHECKS, *NAME_CHECKS} - CHECKED_ELSEWHERE


@pytest.mark.parametrize("form", sorted(carriers() - {"double", "doubles", "triple", "triples"}))
def test_every_form_of_a_word_of_change_carries_a_number_from_one_value_to_another(form: str) -> None:
    found = find_numbers(f"The rate was {form} from 2.1% to 2.4%")
    assert [match.value for match in found if match.unit == "percent"] == [2.1, 2.4]
