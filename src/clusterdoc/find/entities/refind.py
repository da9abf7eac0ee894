"""Find again: a name the article gives once is a name wherever it stands."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back
from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.full_names import complete_people, last_name
from clusterdoc.find.entities.headlines import in_capitals
from clusterdoc.find.entities.names import Forms, Name, longest_first, overlaps

if TYPE_CHECKING:
    from clusterdoc.facts import Label

RULE: Final = "again"
WORD: Final = re.compile(r"(?<![\w.@#/-])[^\W\d_]\w{0,40}")
CAPITAL: Final = re.compile(r"(?![a-z])(?<![\w.@#/-])[^\W\d_]\w{0,40}")
NEXT_NAME: Final = re.compile(r" [A-Z]|-\w| (?:dollars|gallons)\b")
BEFORE_NAME: Final = re.compile(r"[A-Z](?:\w{0,20}|[\w.]{0,3}\.) \Z")  # but "in Oslo. Kenya" are two sentences
SENTENCE_START: Final = re.compile(r"(?:^|[.!?][\"”]?\s|\n)\Z")
# The month, not the person: "in May", "on 4 May", "May 2019".
MONTH_BEFORE: Final = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Tt]his|of|[Ff]rom|mid)|\d)[ -]\Z"
)
MONTH_AFTER: Final = re.compile(r" \d")
THE: Final = re.compile(r"(?<!\w)[Tt]he \Z")  # "the Tolvas"; but "Parks are open"
LONG: Final = 4
ACRONYM: Final = 3
# One word of these is too often a word like others: the novel "Home", the "Patriot" missile.
WORDY: Final = frozenset({"WORK_OF_ART", "LAW", "EVENT", "PRODUCT"})


def find_again(text: str, names: list[Name]) -> list[Name]:
    """Return the names, people's made whole, with those added that stand elsewhere but that the model left out."""
    names = complete_people(text, names)
    known = ArticleNames(names)
    taken = overlaps(names)
    own = {(name.start, name.end) for name in names}
    found = [
        Name(start, end, text[start:end], known.labels[text[start:end]], f"rule:{RULE}")
        for start, end in Forms(known.labels).find(text, known.first_words())
        # A longer name takes the place of what the model saw of it: the "Tolva Cup" of the Tolva Cup Final.
        if (start, end) not in own and (" " in text[start:end] or not any(taken[start:end]))
    ]
    again = [name for name in found if known.alone(text, name.start, name.end) and not is_month(text, name)]
    return complete_people(text, longest_first([*names, *again]))


class ArticleNames:
    """The names of an article that are worth looking for, each with its most frequent label."""

    def __init__(self, names: list[Name]) -> None:
        self._counts = Counter(name.text for name in names)
        self._last = {last_name(name.text) for name in names if name.label == "PERSON" and " " in name.text}
        self._last |= {last.replace("’", "'") for last in self._last} | {last.replace("'", "’") for last in self._last}
        self._families: dict[str, None] = {}
        votes: dict[str, Counter[Label]] = {}
        for name in names:
            if worth_finding(name):
                votes.setdefault(name.text, Counter())[name.label] += 1
            last = last_name(name.text)
            if name.label == "PERSON" and " " in name.text and len(last) >= LONG - 1:
                votes.setdefault(last, Counter())["PERSON"] += 1
                if name.text.split()[0] in first_names():
                    self._families[f"{last}s"] = None
        for family in self._families:
            votes.setdefault(family, Counter())["PERSON"] += 1
        labels = {form: counter.most_common(1)[0][0] for form, counter in votes.items()}
        curly = {form.replace("'", "’"): label for form, label in labels.items()}
        straight = {form.replace("’", "'"): label for form, label in labels.items()}
        labels = {**curly, **straight, **labels}
        self.labels = {**{form.upper(): label for form, label in labels.items() if len(form) >= LONG}, **labels}

    def first_words(self) -> re.Pattern[str]:
        """Return the pattern of words that one of the names can begin with."""
        return WORD if any(form[0].islower() for form in self.labels) else CAPITAL

    def alone(self, text: str, start: int, end: int) -> bool:
        """Return whether a form is a name of its own here: no part of another name, no word that begins a sentence."""
        form = text[start:end]
        if form.isupper() and form not in self._counts and form not in self._last:
            return in_capitals(text, start, end)
        if " " in form:
            return True
        if form in self._families and form not in self._counts:
            return bool(look_back(THE, text, start))
        last = form in self._last
        person = self.labels[form] == "PERSON"
        if NEXT_NAME.match(text, end) and not (person and last):
            return False
        if not person and look_back(BEFORE_NAME, text, start):
            return False
        return last or self._counts[form] > 1 or not look_back(SENTENCE_START, text, start)


def is_month(text: str, name: Name) -> bool:
    """Return whether "May" is the month here, though somebody of that name is in the article."""
    if name.text != "May":
        return False
    before = look_back(MONTH_BEFORE, text, name.start)
    return before is not None or MONTH_AFTER.match(text, name.end) is not None


def worth_finding(name: Name) -> bool:
    """Return whether a name is plain enough to be looked for: two words, or a long one, or an acronym."""
    form = name.text
    if " " in form:
        return True
    return name.label not in WORDY and (
        (len(form) >= LONG and form[0].isupper()) or (len(form) >= ACRONYM and form.isupper())
    )
