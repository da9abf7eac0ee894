"""Names as news writes them, on texts marked by hand; each group of rows is a kind of fault, a bug is a row."""

from __future__ import annotations

import pytest
from marked import entities, mentions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # People cut at a particle, or at their first name.
        ("[Ursula van|PERSON] der [Lahn|ORG] spoke", [("Ursula van der Lahn", "PERSON")]),
        ("[Bart de|PERSON] Wit spoke", [("Bart de Wit", "PERSON")]),
        ("then von der [Lahn|PERSON] spoke", [("von der Lahn", "PERSON")]),
        ("[Sinéad|GPE] O’Dahl sang", [("Sinéad O’Dahl", "PERSON")]),
        ("before Justice Mojisola [Dahl|PERSON] on Monday", [("Mojisola Dahl", "PERSON")]),
        ("the accused—Abel [Tunde Dahl|PERSON] and a firm", [("Abel Tunde Dahl", "PERSON")]),
        ("and Theresa May left in May.", [("Theresa May", "PERSON")]),
        ("In May, [Theresa May|PERSON] left; on 4 May she wept", [("Theresa May", "PERSON")]),
        ("“Coach ([Frank|PERSON]) [Dahl|PERSON] told us”", [("Dahl", "PERSON")]),
        # People whose last name is a word for things, and names with initials.
        ("said [Ana Bridge|PERSON] then", [("Ana Bridge", "PERSON")]),
        ("the White House's [Ellen Marsh|PERSON] said", [("White House", "ORG"), ("Ellen Marsh", "PERSON")]),
        ("that you [Omar C. Deen|ORG] did", [("Omar C. Deen", "PERSON")]),
        # What stands behind a title is not always its bearer.
        ("the Chief [Constable’s Crime Squad|ORG] said", [("Constable’s Crime Squad", "ORG")]),
        ("and [Alhaji Deen|PERSON] left", [("Deen", "PERSON")]),
        # No names: quarters, amounts, currencies, letters of honour, terms.
        ("easing in [Q3|PERSON] and [FY23|ORG]", []),
        ("shares worth [Rs.1,357.47|ORG] and [R575,600|GPE]", []),
        ("some three hundred thousand [Naira|GPE]", []),
        ("[Ana Ruiz|PERSON], [SAN|GPE], and others", [("Ana Ruiz", "PERSON")]),
        ("has 32GB of [RAM|ORG]", []),
        ("the relative risk measure ([RRM|ORG]) fell", []),
        # Names with their number, their apostrophe, their office.
        ("the S&P 500 and the Nasdaq Composite fell", [("S&P 500", "ORG"), ("Nasdaq Composite", "ORG")]),
        ("on [BBC Radio|ORG] 4 today", [("BBC Radio 4", "ORG")]),
        ("rival [Lowe's|ORG] was also lower", [("Lowe's", "ORG")]),
        (
            "A [Tolva County|GPE] Sheriff’s Department dog",
            [("Tolva County Sheriff’s Department", "ORG")],
        ),
        ("The [George|PERSON] and [Ana Ruiz Arts Center|ORG]", [("George and Ana Ruiz Arts Center", "ORG")]),
        ("[Ovadi, Tolmax|ORG] and [Kerrin|ORG] rose", [("Ovadi", "ORG"), ("Tolmax", "ORG"), ("Kerrin", "ORG")]),
        ("the marginal standing measure (MSM) and the [MSM|ORG]", []),
        (
            "the [Department for Homes|ORG], [Roads and Parks|ORG] on",
            [("Department for Homes, Roads and Parks", "ORG")],
        ),
        ("[Tolva Crime Directorate|ORG] (Hawks) acts", [("Tolva Crime Directorate", "ORG"), ("Hawks", "ORG")]),
        ("Credit: [Ana Ruiz / Tolva Wire|PERSON]", [("Ana Ruiz", "PERSON"), ("Tolva Wire", "PERSON")]),
        ("Rep. [Kerr|PERSON] ([D-Pa|ORG].) left", [("Kerr", "PERSON"), ("Pa.", "GPE")]),
        # Types by what stands beside the name.
        ("[Brent|PERSON] crude fell", [("Brent", "PRODUCT")]),
        ("the MP for [Tolva|PERSON] said", [("Tolva", "GPE")]),
        ("he appeared in The [Harbour|ORG] too", [("The Harbour", "WORK_OF_ART")]),
        ("The [Harbour|PRODUCT] is back on Netflix.", [("The Harbour", "WORK_OF_ART"), ("Netflix", "ORG")]),
        ("the 13-inch [MacBook Pro|ORG] works", [("MacBook Pro", "PRODUCT")]),
        # Heads of releases, and bylines.
        (
            "[TOLVA|ORG], Ohio--(BUSINESS [WIRE)-- Acme Inc.|ORG] said",
            [("TOLVA", "GPE"), ("Ohio", "GPE"), ("BUSINESS WIRE", "ORG"), ("Acme Inc.", "ORG")],
        ),
        ("By [JANE|ORG] DOE and JOHN ROE\n\nIt fell.", [("JANE DOE", "PERSON"), ("JOHN ROE", "PERSON")]),
        # Headlines in title case: the verb is none of the name.
        (
            "[Ruiz Says|PERSON] [Tolmax|ORG] Will Cut Jobs\n\n[Ana Ruiz|PERSON] said so.",
            [("Ruiz", "PERSON"), ("Tolmax", "ORG"), ("Ana Ruiz", "PERSON")],
        ),
        (
            "[Ruiz Meets Ott|ORG] In Lisbon\n\n[Ana Ruiz|PERSON] met [Karl Ott|PERSON].",
            [("Ruiz", "PERSON"), ("Ott", "PERSON"), ("Lisbon", "GPE"), ("Ana Ruiz", "PERSON"), ("Karl Ott", "PERSON")],
        ),
        (
            "[Tolmax Profits Rise To|ORG] $28bn\n\n[Tolmax|ORG] said profits rose.",
            [("Tolmax", "ORG"), ("Tolmax", "ORG")],
        ),
    ],
)
def test_a_name_is_found_whole_with_its_type(text: str, found: list[tuple[str, str]]) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # An article in front of a last name; a letter more; an apostrophe of the other kind.
        ("[Basim al-Deen|PERSON] spoke. [Deen|PERSON] said no.", ["Basim al-Deen"]),
        ("[Omar Fattah el-Tolvi|PERSON] met [Kerr|PERSON]. [Tolvi|PERSON] left.", ["Omar Fattah el-Tolvi", "Kerr"]),
        ("[Ivan Tolvensky|PERSON] spoke. [Ivan Tolvenskyy|PERSON] left.", ["Ivan Tolvenskyy"]),
        ("[Beto O’Dahl|PERSON] ran. [O'Dahl|ORG] lost.", ["Beto O’Dahl"]),
        # Tickers and short forms.
        ("the [United States Air Force|ORG] and its [Air Force|ORG]", ["United States Air Force"]),
        (
            "[Tolva Business Machines Corp.|ORG] ([NYSE|ORG]: [TBM|ORG]) fell. [TBM|ORG] will report.",
            ["Tolva Business Machines Corp.", "NYSE"],
        ),
        (
            "The [Federal Open Market Committee|ORG] met. The [FOMC|ORG] and the [Fed|ORG], the [Federal Reserve|ORG].",
            ["Federal Open Market Committee", "Federal Reserve"],
        ),
    ],
)
def test_forms_of_one_name_are_one_entity(text: str, names: list[str]) -> None:
    assert [entity.name for entity in entities(text)] == names
