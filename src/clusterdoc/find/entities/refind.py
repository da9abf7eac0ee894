"""Find again: a name the article gives once is a name wherever it stands."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from clusterdoc.facts import Label
from clusterdoc.find.entities.names import Name, longest_first, overlaps
from clusterdoc.find.entities.persons import last_name

RULE: Final = "again"
WORD: Final = re.compile(r"(?<![\w.@#/-])[^\W\d_]\w{0,40}")
NEXT_NAME: Final = re.compile(r" [A-Z]|-\w")
BEFORE_NAME: Final = re.compile(r"[A-Z][\w.]{0,20} \Z")
SENTENCE_START: Final = re.compile(r"(?:^|[.!?][\"”]?\s|\n)\Z")
LONG: Final = 4


def find_again(text: str, names: list[Name]) -> list[Name]:
    """Return the names with those added that stand elsewhere in the article but that the model left out."""
    known = worth_finding(names)
    counts = Counter(name.text for name in names)
    lasts = {last_name(name.text) for name in names if name.label == "PERSON" and " " in name.text}
    table: dict[str, list[str]] = {}
    for form in sorted(known, key=lambda form: (-len(form), form)):
        first = WORD.match(form)
        if first:
            table.setdefault(first[0], []).append(form)
    taken = overlaps(names)
    found = []
    for word in WORD.finditer(text):
        start = word.start()
        for form in table.get(word[0], ()):
            end = start + len(form)
            if not text.startswith(form, start) or text[end : end + 1].isalnum():
                continue
            if not any(taken[start:end]) and (
                " " in form or alone(text, start, end, known[form], form in lasts, counts)
            ):
                found.append(Name(start, end, form, known[form], f"rule:{RULE}"))
            break
    return longest_first([*names, *found])


def worth_finding(names: list[Name]) -> dict[str, Label]:
    """Return the forms to look for, each with its most frequent label."""
    votes: dict[str, Counter[Label]] = {}
    for name in names:
        form = name.text
        if " " in form or (len(form) >= LONG and form[0].isupper()) or (form.isupper() and len(form) >= LONG - 1):
            if " " in form or name.label not in {"WORK_OF_ART", "LAW", "EVENT", "PRODUCT"}:
                votes.setdefault(form, Counter())[name.label] += 1
        if name.label == "PERSON" and " " in form and len(last_name(form)) >= LONG - 1:
            votes.setdefault(last_name(form), Counter())["PERSON"] += 1
    return {form: counter.most_common(1)[0][0] for form, counter in votes.items()}


def alone(text: str, start: int, end: int, label: Label, is_last: bool, counts: Counter[str]) -> bool:
    """Tell whether one word is a name of its own here, not a part of another name or a word that begins a sentence."""
    if label != "PERSON" and (NEXT_NAME.match(text, end) or BEFORE_NAME.search(text, max(0, start - 22), start)):
        return False
    if label == "PERSON" and not is_last and NEXT_NAME.match(text, end):
        return False
    return is_last or counts[text[start:end]] > 1 or not SENTENCE_START.search(text, max(0, start - 4), start)
