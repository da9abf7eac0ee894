"""What it means for a row of a table of names, or of nouns for people, to find its own example."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from marked import entities

from clusterdoc.find.entities.full_names import may_be_named
from clusterdoc.find.entities.gazetteer import look_up
from clusterdoc.find.words import examples_by_use, forms, header
from clusterdoc.find.words.people import before_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from clusterdoc.facts import Entity, Label

    Row = dict[str, str]


def labels(text: str) -> dict[str, Label]:
    """Return the label of every mention of a marked text."""
    return {mention.text: entity.label for entity in entities(text) for mention in entity.mentions}


def is_known(label: str, row: Row, text: str) -> bool:
    """Tell whether the finder adds a sure name with its label; a "?" leaves that to the model, and is only known."""
    word = next(iter(row.values()))
    plain = word.removeprefix("?")
    known = look_up(plain)
    if known is None or known.label != label:
        return False
    return word != plain or any(plain in found and of == label for found, of in labels(text.replace("?", "")).items())


def knows_country(row: Row, text: str) -> bool:
    """Tell whether a country is found by its name, and its people as a people."""
    peoples = [look_up(form.removeprefix("?")) for form in forms(row["peoples"])]
    return is_known("GPE", row, text) and all(people and people.label == "NORP" for people in peoples)


def names_person(row: Row, text: str) -> bool:
    """Tell whether a first name makes a full name a person's."""
    return labels(text).get(f"{row['name']} Ruiz") == "PERSON"


def types_by_head(row: Row, text: str) -> bool:
    """Tell whether a last word gives a name its label; without one, that it is no person's last name."""
    if row["label"] == "-":
        return not may_be_named(row["word"])
    return labels(text).get(f"Tolva {row['word']}") == row["label"]


def types_by_neighbour(row: Row, text: str) -> bool:
    """Tell whether a word beside a name gives it its label, against the label it speaks against."""
    del text
    sentence = examples_by_use("names/neighbours")[row["place"]].replace("{}", row["word"])
    against = row["against"] or ("ORG" if row["label"] == "PERSON" else "PERSON")
    found = labels(sentence.replace("AGAINST", against))
    return any(mention.endswith("Tolva") and label == row["label"] for mention, label in found.items())


def names_nothing(row: Row, text: str) -> bool:
    """Tell whether what the model took for a name is dropped."""
    return row["word"] not in labels(text)


def is_used_as_said(row: Row, text: str) -> bool:
    """Tell whether a noun for people is a title, or stands before a person's name, in every use of its row."""
    del text
    sentences = examples_by_use("people")
    return all(USES[use](row["noun"], sentences[use]) for use in forms(row["use"]))


def is_title(noun: str, sentence: str) -> bool:
    """Tell whether the title of the person named has the noun."""
    found = entities(sentence.replace("{}", noun))
    return any(f"{noun} " in f"{entity.title} " for entity in found if entity.name == "Ana Ruiz")


def makes_person(noun: str, sentence: str) -> bool:
    """Tell whether a name after the word is a person's."""
    found: tuple[Entity, ...] = entities(sentence.replace("{}", noun.title()))
    return noun.title() in before_names().replace("\\", "") and ("Ruiz", "PERSON") in [(e.name, e.label) for e in found]


def decides_of_name(row: Row, text: str) -> bool:
    """Tell whether every use of a word beside a name gives what its example says, and a made-up word does not."""
    del text
    return all(
        decides_use(use, row["word"]) and not decides_use(use, made_up(row["word"])) for use in forms(row["uses"])
    )


def made_up(word: str) -> str:
    """Return a word of no table, with capitals where a word has them."""
    return "BLORP" if word.isupper() else "Blorp" if word[0].isupper() else "blorp"


@cache
def decides_use(use: str, word: str) -> bool:
    """Tell whether a word in the example of a use gives the mention that it names, with its label and name."""
    sentence, _, outcome = examples_by_use("names/contexts")[use].partition(" => ")
    said = word.capitalize() if sentence.startswith("{}") else word
    found = entities(sentence.replace("{}", said).replace("\\n", "\n"))
    if outcome == "-":
        return not any(said in mention.text for entity in found for mention in entity.mentions)
    mention, _, name = outcome.replace("{}", said).rpartition(" ")[0].partition(" of its longer ")
    label = outcome.rpartition(" ")[2]
    return any(
        entity.label == label and name in {"", entity.name} and mention in [each.text for each in entity.mentions]
        for entity in found
    )


USES: Final[dict[str, Callable[[str, str], bool]]] = {
    "title": is_title,
    "relation": is_title,
    "rank": makes_person,
    "abbreviation": makes_person,
    "style": makes_person,
    "address": makes_person,
}
NAME_CHECKS: Final[dict[str, Callable[[Row, str], bool]]] = {
    "people": is_used_as_said,
    "names/contexts": decides_of_name,
    "names/cities": lambda row, text: is_known("GPE", row, text),
    "names/countries": knows_country,
    "names/fields": lambda row, text: labels(text).get(f"Ministry of Homes, Roads and {row['word']}") == "ORG",
    "names/first_names": names_person,
    "names/heads": types_by_head,
    "names/neighbours": types_by_neighbour,
    "names/not_names": names_nothing,
    "names/organisations": lambda row, text: is_known("ORG", row, text),
    "names/others": lambda row, text: is_known(row["label"], row, text),
    "names/provinces": lambda row, text: is_known("GPE", row, text),
    "names/regions": lambda row, text: is_known(row["label"], row, text),
}


def failing(table: str, rows: list[list[str]]) -> list[str]:
    """Return the words of the rows of a table that do not find their own example."""
    columns, example = header(table)
    found = [dict(zip(columns, cells, strict=True)) for cells in rows]
    check = NAME_CHECKS[table]
    return [word for row in found for word in [next(iter(row.values()))] if not check(row, example.replace("{}", word))]
