"""The prose of an article: its words without the accidents of form, each character with its place in the source."""

from __future__ import annotations

import random
import textwrap
import unicodedata
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdoc.prose import read_prose
from clusterdoc.prose.edits import Edit, edited
from clusterdoc.view.context import plain_words

STORY: Final = (
    "Mayor Ana Ruiz said the plan to rebuild the town would cost $5 million and take three years.\n"
    "“We are ready,” said Tom Dahl, who leads the long-term building programme. “Nobody has done this before, and "
    "nobody will again in our lifetime.”\n"
    "Opponents of the plan, among them Kerr Holdings, want a vote on 4 May.\n"
    "The council meets every week until the summer, and its members have rejected two earlier versions."
)

STORIES: Final = [
    Path(__file__).parents[1] / "data" / "article.txt",
    *sorted((Path(__file__).parent / "gold" / "stories").glob("*.txt")),
]

CHARACTERS: Final = [
    ("soft hyphen", "the re\u00adbuilding", "the rebuilding"),
    ("zero-width space", "It\u200b cost", "It cost"),
    ("zero-width space between number and word", "It cost $5\u200bmillion.", "It cost $5 million."),
    ("directional marks", "\u202aOtt\u202c said", "Ott said"),
    ("byte order mark within", "Ott \ufeffsaid", "Ott said"),
    ("ligatures", "the ﬁrst oﬃcer ﬂew", "the first officer flew"),
    ("decomposed accents", "Rene\u0301e Sa\u0308nger", "Renée Sänger"),
    ("no-break space", "$5\u00a0million", "$5 million"),
    ("blanks that group digits stay", "10\u2009000 people, 20\u00a0000 cars", "10\u2009000 people, 20\u00a0000 cars"),
    ("line ends of Windows", "Ott left.\r\nDahl stayed.", "Ott left.\nDahl stayed."),
    ("marks of TeX", "``It's ours,'' said Ruiz.", "“It's ours,” said Ruiz."),
    ("marks of French", "« It is ours », said Ruiz. «Yes.»", "“It is ours”, said Ruiz. “Yes.”"),
    ("bullets of guillemets", "» One\n» Two", "» One\n» Two"),
    ("named entities", "&quot;It cost &pound;5m &amp; more,&quot; said Ruiz.", '"It cost £5m & more," said Ruiz.'),
    ("numbered entities", "We&#39;ll pay &#163;5m to Ren&#xe9;e.", "We'll pay £5m to Renée."),
    ("blanks and soft hyphens as entities", "5&nbsp;million re&shy;builds", "5 million rebuilds"),
    ("an ampersand is no entity", "AT&T; R&D; Q&A", "AT&T; R&D; Q&A"),
    ("an entity that is a control character stays", "a&#7;b", "a&#7;b"),
]
MARKUP: Final = [
    (
        "mail",
        "> “We are ready,” said\n> Ana Ruiz, mayor\n> of Leeds.",
        "“We are ready,” said Ana Ruiz, mayor of Leeds.",
    ),
    ("mail, twice", "> > Ott left.\n>> Dahl stayed.", "Ott left.\nDahl stayed."),
    ("mail without a blank", ">Ott left.\n>Dahl stayed.", "Ott left.\nDahl stayed."),
    ("more than", "It is >5% of sales.\n>5% is much.\nOtt left.", "It is >5% of sales.\n>5% is much.\nOtt left."),
    ("heading", "## Rents fall\n\nOtt left.", "Rents fall\n\nOtt left."),
    ("bold", "**“We’ll rebuild,”** said __Ana Ruiz__.", "“We’ll rebuild,” said Ana Ruiz."),
    ("italics", "*The Leeds Echo* and _The Hull Post_ said so.", "The Leeds Echo and The Hull Post said so."),
    ("bold italics", "***Ott*** left.", "Ott left."),
    ("bold over a line break", "Mayor **Ana\nRuiz** of the\ncity left.", "Mayor Ana Ruiz of the city left."),
    ("link", "said [Ana Ruiz](http://x.example/a).", "said Ana Ruiz."),
    ("link with a title", 'said [Ruiz](http://x.example/a "Her page").', "said Ruiz."),
    ("picture", "![A bridge](b.png)Ott left.", "Ott left."),
    ("address", "See <https://x.example/a>.", "See https://x.example/a."),
    ("footnotes", "“We’ll rebuild,” Ruiz said.[1] It cost $5m.[2][3]", "“We’ll rebuild,” Ruiz said. It cost $5m."),
    ("letters put in by an editor", "He “love[s]” it, “[T]hat is.”", "He “love[s]” it, “[T]hat is.”"),
    ("bullets", "- Ott left\n* Dahl stayed\n• Kerr sold", "Ott left\nDahl stayed\nKerr sold"),
    ("a number below zero", "- 5% in May\n-3 in June", "- 5% in May\n-3 in June"),
    ("stars that mark nothing", "5 * 3 * 2 and a* footnote", "5 * 3 * 2 and a* footnote"),
    ("names with low lines", "@ana_ruiz and snake_case_names", "@ana_ruiz and snake_case_names"),
]
PAGES: Final = [
    ("a running head", "The Post  1\n\nOtt left.\n\fThe Post  2\n\nDahl left.\n", "\n\nOtt left.\n\f\n\nDahl left.\n"),
    (
        "what a browser prints",
        "11/28/26, 11:27 PM   Post\n\nOtt left.\n\nfile:///a/b.html    1/1\n\f",
        "\n\nOtt left.\n\n\n\f",
    ),
    ("page numbers", "Ott left.\n\n- 1 -\n\fDahl left.\n\n- 2 -\n", "Ott left.\n\n\n\fDahl left.\n\n\n"),
    ("a text without pages", "Page 2 of 5\n\nOtt left.", "Page 2 of 5\n\nOtt left."),
]
LINES: Final = [
    ("a number and its multiplier", "The firm paid $5\nmillion for it.", "The firm paid $5 million for it."),
    ("names", "Prime Minister Lee\nMarsh met Bart de\nBoer in Old\nYork.",
     "Prime Minister Lee Marsh met Bart de Boer in Old York."),
    ("hyphenation", "It will re-\nbuild the town and the long-\nterm plan stays.",
     "It will rebuild the town and the long-term plan stays."),
    ("a compound of the text", "The price-led deal is a price-\nled one.", "The price-led deal is a price-led one."),
    ("a compound by its last part", "A firm in Leeds-\nbased hands and the Hull-\nled team.",
     "A firm in Leeds-based hands and the Hull-led team."),
    ("a cut word whose parts are words", "The part-\nners and the gene-\nrated sum in-\ncrease.",
     "The partners and the generated sum increase."),
    ("a dash", "Rents will fall —\nand soon, he said.", "Rents will fall — and soon, he said."),
    ("a first line set in", "   It will rise in the\nautumn, he said.\n   Ott left in the\nspring.",
     "It will rise in the autumn, he said.\nOtt left in the spring."),
    ("an initial behind a word that needs a name", "They met at the corner of Mill and\nS. Dahl Avenue in the\nrain.",
     "They met at the corner of Mill and S. Dahl Avenue in the rain."),
    ("a list", "Ann Lee\nBob Hart\nCy Dahl", "Ann Lee\nBob Hart\nCy Dahl"),
    ("an address", "Kerr Holdings\n12 Mill Lane\nLeeds", "Kerr Holdings\n12 Mill Lane\nLeeds"),
    ("a table", "Firm\tSales\nkerr\t5\nott\t6", "Firm\tSales\nkerr\t5\nott\t6"),
    ("cells", "Net sales | $5m\nnet loss | $6m", "Net sales | $5m\nnet loss | $6m"),
    ("verse", "The tide goes out,\nThe tide comes in,\nAnd nobody is there.",
     "The tide goes out,\nThe tide comes in,\nAnd nobody is there."),
    ("paragraphs of a line", "Ott left.\nDahl stayed.\nKerr sold.", "Ott left.\nDahl stayed.\nKerr sold."),
]  # fmt: skip


WHY, BECAUSE, MORE = (
    "Why did the town sell it so late in the year?",
    "It had to, and it lost the money on it.",
    "Any more?",
)
NO: Final = "None that the town would sell at such a price, and none that anyone would buy."
CONVERSATIONS: Final = [
    [f"((Ann Lee)) {WHY}", f"((Bo Dahl)) {BECAUSE}", f"((Ann Lee)) {MORE}", f"((Bo Dahl)) {NO}"],
    [f"Ann Lee: {WHY}", f"Bo Dahl: {BECAUSE}", f"Ann Lee: {MORE}", f"Bo Dahl: {NO}"],
    [f"Q. {WHY}", f"A. {BECAUSE}", f"Q. {MORE}", f"A. {NO}"],
    [f"[Ann Lee] {WHY}", f"[Bo Dahl] {BECAUSE}", f"[Ann Lee] {MORE}", f"[Bo Dahl] {NO}"],
    [f"ANN LEE, HOST: {WHY}", f"BO DAHL, MAYOR: {BECAUSE}", f"LEE: {MORE}", f"DAHL: {NO}"],
]


@pytest.mark.parametrize(("text", "prose"), [row[1:] for row in CHARACTERS + MARKUP + PAGES + LINES])
def test_the_prose_of_a_text_is_what_a_reader_reads(text: str, prose: str) -> None:
    assert read_prose(text).text == prose


def test_the_prose_of_a_clean_text_is_that_text() -> None:
    assert read_prose(STORY).text is STORY
    assert read_prose(STORY).layers == ()


@pytest.mark.parametrize("width", [*range(50, 101, 5), 128])
@pytest.mark.parametrize("gap", ["\n\n", "\n    "])
def test_a_wrapped_text_has_the_prose_of_the_text(width: int, gap: str) -> None:
    wrapped = gap.join(textwrap.fill(line, width, break_on_hyphens=False) for line in STORY.split("\n"))
    assert [line.strip() for line in read_prose(wrapped).text.split("\n") if line] == STORY.split("\n")


@pytest.mark.parametrize("width", range(50, 100, 5))
def test_what_nobody_sees_does_not_change_where_a_line_was_broken(width: int) -> None:
    town = "The town of Old\u200d Ott named Ana Lee Dahl Mayor and the Kerr Bank Treasurer, and Bo Ruiz Senior Judge. "
    wrapped = "\n\n".join([textwrap.fill(town * 12, width)] * 2)
    assert read_prose(wrapped).text.split("\n\n") == [(town * 12).strip().replace("\u200d", "")] * 2


@pytest.mark.parametrize("turns", CONVERSATIONS)
@pytest.mark.parametrize("width", range(36, 60, 3))
def test_who_speaks_begins_a_line_of_a_wrapped_conversation(turns: list[str], width: int) -> None:
    wrapped = "\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in turns)
    assert read_prose(wrapped).text == read_prose("\n".join(turns)).text


def hyphenated(line: str, width: int, chance: random.Random) -> str:
    """Wrap a line, a third of the long words at its breaks cut by a hyphen, as a PDF is."""
    rows, row = [], ""
    for word in line.split(" "):
        room = width - len(row) - 2
        if len(row) + 1 + len(word) <= width:
            row = f"{row} {word}".strip()
        elif room > 2 and len(word) > 7 and word.isalpha() and word.islower() and chance.random() < 0.33:
            cut = min(room, len(word) - 3)
            rows.append(f"{row} {word[:cut]}-".strip())
            row = word[cut:]
        else:
            rows.append(row)
            row = word
    return "\n".join([*rows, row])


@pytest.mark.parametrize("seed", range(20))
def test_a_law_a_wrapped_and_hyphenated_story_has_the_prose_of_the_story(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- widths, not secrets
    whole = joined = 0
    for path in STORIES:
        lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
        width = chance.randint(50, 100)
        text = "\n\n".join(hyphenated(line, width, chance) for line in lines)
        again = [line for line in read_prose(text).text.split("\n") if line]
        plain = [line for line in read_prose("\n\n".join(lines)).text.split("\n") if line]
        whole += len(plain)
        joined += len(set(plain) & set(again))
    assert joined >= 0.97 * whole


def test_what_is_found_in_prose_is_put_back_to_the_characters_of_the_source() -> None:
    text = "> It will re-\n> build Rene\u0301e’s **ﬁrst** town\n> by May &amp; June."
    prose = read_prose(text)
    assert prose.text == "It will rebuild Renée’s first town by May & June."
    for words, source in [
        ("rebuild", "re-\n> build"),
        ("Renée", "Rene\u0301e"),
        ("first", "ﬁrst"),
        ("fi", "ﬁ"),
        ("town by", "town\n> by"),
        ("May & June", "May &amp; June"),
    ]:
        start, end = prose.back(prose.text.index(words), prose.text.index(words) + len(words))
        assert text[start:end] == source


@given(st.text("ab \n-*_>[]&é\u0301\u00ad\u200b\u00a0ﬁ#;.“", max_size=60))
def test_every_character_of_the_prose_has_its_place_in_the_source(text: str) -> None:
    prose = read_prose(text)
    places = [prose.back(at, at + 1) for at in range(len(prose.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    for (start, end), character in zip(places, prose.text, strict=True):
        if text[start:end] != character and not character.isspace():
            assert unicodedata.normalize("NFKC", text[start:end]) in (character, "fi")


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("the re\u00adbuil\u200bding", "the rebuilding"),
        ("the re-\n> building", "the rebuilding"),
        ("**$5\nmillion**", "$5\nmillion"),
        ("[Ana Ruiz](http://x.example)", "Ana Ruiz"),
        ("a 5-\n10 range", "a 5-\n10 range"),
    ],
)
def test_a_cell_of_a_table_has_the_words_without_marks_of_form(words: str, cell: str) -> None:
    assert plain_words(words) == cell


def test_an_edit_that_overlaps_another_is_left_out() -> None:
    layer = edited("abcdef", [Edit(1, 3, "X"), Edit(2, 4, "Y"), Edit(5, 6)])
    assert layer is not None
    assert layer.text == "aXde"
    assert [layer.back(at, at + 1) for at in range(4)] == [(0, 1), (1, 3), (3, 4), (4, 5)]
