"""The model's names, cleaned: one line, no article, no possessive, no title, no stray marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import look_back, text_of
from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.gazetteer import look_up, not_names
from clusterdoc.find.entities.names import ARTICLE, LABELS, Name
from clusterdoc.find.entities.no_names import is_proper_name
from clusterdoc.find.entities.parting import split_stretch
from clusterdoc.find.entities.titles import LEADING_TITLE
from clusterdoc.find.entities.type_cues import thing_words
from clusterdoc.find.words.contexts import any_word, words_by_use
from clusterdoc.find.words.people import is_role, plurals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from clusterdoc.facts import Label

PLAIN_PERSON: Final = re.compile(
    r"[^\W\d_]{2,20}(?: [^\W\d_][\w’'-]{1,20}){2,3}(?<!['’]s)"
    r"|[^\W\d_]{2,20}(?: ?[A-Z]\.){1,3} [^\W\d_][\w’'-]{1,20}"
)
LEFT_MARKS: Final = " \t\xa0\"“”„‟«»‘'([{<>–—-*•.,:;!?/|"
RIGHT_MARKS: Final = " \t\xa0\"“”„‟«»’')]}<>–—-*•,:;!?/|"
POSSESSIVE: Final = ("'s", "’s", "'S", "’S")
FINAL_STOP: Final = re.compile(rf"(?:(?<!\w)\w\.|\b(?:{any_word('legal form')}|Jr|Sr|St|Bros|Kg|Cie|No|D\.C)\.)\Z")
LOWER_TAIL: Final = re.compile(
    r"(?:[\"”]?\s(?:and|or|in|on|at|to|of|for|near|through|with|from|by|as|but|the|a|et al)){1,3}\Z"
)
# What a hyphen ties to a name: "XQ-B3", "PML-N", "F-4 Phantom"; but "US-China" are two names, "U.S.-led" is one.
HYPHEN_TAIL: Final = re.compile(
    r"-[A-Z0-9][\w-]{0,12}(?!\w)|['’] (?=[A-Z][a-z]{2,12}\b(?! (?:said|says|told)))[A-Z][a-z]{2,12}"
)
HYPHEN_HEAD: Final = re.compile(r"(?<![\w-])[A-Z][A-Za-z0-9]{0,5}-\d{0,4} ?\Z")
SCORE: Final = re.compile(r" \d{1,3}-\d{1,3}\Z")
GOALS: Final = re.compile(r" \d{1,3}\Z")  # "Oran 1 – 0", "Ana Ruiz 44"
HONOURS: Final = re.compile(rf"(?<=[a-z])(?:,? (?:{any_word('honour')})){{1,3}}\Z")
# A credit: "Ana Ruiz Image: Tolva Wire".
CREDIT: Final = re.compile(rf"(?<=[a-z]) (?:{any_word('credit')})\Z")
OPEN_BRACKET: Final = re.compile(r"\s?\([^)]{0,60}\Z")
PARTY_STATE: Final = re.compile(r"[DRI]-(?=[A-Z](?:[a-z]{1,12}|\.? ?[A-Z]\.?)(?!\w))")
FIRST: Final = re.compile(r"[^\W\d_a-z][a-zà-ÿ]{2,15}\Z")
# "Goldman Sachs' Co-CEO"
OFFICER: Final = re.compile(r"(?<=s)['’] ([A-Z][\w-]{1,15})\Z|['’]s ([A-Z][\w-]{1,15})\Z")
# "Today's Court of Appeal": the day is no part of the name.
DAY_OF: Final = re.compile(r"(?:Today|Yesterday|Tonight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)['’]s ")
# Tags of words that name nothing at the beginning of a sentence: "Realistically", "Turns out", "Lectured in Oran".
COMMON_TAGS: Final = frozenset({"NNS", "RB", "VBZ", "VBN"})
PARTY: Final = "party"  # "Labour party" is its name; "Acme company" is Acme


def clean_names(doc: Doc) -> list[Name]:
    """Return the names among a Doc's entities, cleaned and in the order of the text."""
    text = text_of(doc)
    names: list[Name] = []
    for ent in doc.ents:
        label = LABELS.get(ent.label_)
        if label and not is_common(ent):
            start = name_start(ent, label)
            led = start > ent.start_char and is_led_by_role(ent)  # "Engineers Petr Havel"
            names.extend(cleaned(text, start, ent.end_char, "PERSON" if led else label))
    return names


def name_start(ent: Span, label: Label) -> int:
    """Return where a name begins, by the parse.

    It begins after a verb that opens its sentence, `Said Lena Ott: "We won."`; a last name of one word begins with the
    first name before it that the model left out.
    """
    if len(ent) > 1:
        verb = ent[0].tag_ == "VBD" and ent[0].is_sent_start
        return ent[1].idx if verb or is_led_by_role(ent) else ent.start_char
    first = ent[0]
    if label != "PERSON" or first.i == 0:
        return ent.start_char
    before = first.nbor(-1)
    named = before.tag_ == "NNP" and before.head == first and not before.ent_type_
    return before.idx if named and FIRST.match(before.text) and not is_common_word(before.text) else ent.start_char


def is_led_by_role(ent: Span) -> bool:
    """Return whether what a person is stands before a full name: "Singer Ana Ruiz", "Winger Ade Kolo"."""
    role = ent[0].text
    if (
        not (is_role(role) or role.lower() in plurals())
        or role in first_names()
        or PLAIN_PERSON.fullmatch(ent.text) is None
    ):
        return False
    if ent[1].text in first_names():
        return ent[-1].text not in thing_words()
    if not ent[1].text[0].isupper():  # "Sons of Tolva"
        return False
    if not (ent[0].is_sent_start or ent.label_ in {"PERSON", "PER"}):
        return False
    return not is_common_word(ent[1].text) and not any(word.text in thing_words() for word in ent[1:])


def is_common_word(word: str) -> bool:
    """Return whether a word with a capital is a role or a term rather than a first name."""
    return is_role(word) or word in not_names() or look_up(word) is not None


def is_common(ent: Span) -> bool:
    """Return whether a name that the model found is only the first word of a sentence: "Gross margin"."""
    first = ent[0]
    if len(ent) != 1 or not first.is_sent_start:
        return False
    if ent.label_ not in {"PERSON", "PER"}:
        if says_what_follows(first):
            return True
        return first.tag_ in COMMON_TAGS and first.text.istitle() and not look_up(first.text)
    return first.tag_ in {*COMMON_TAGS, "JJ", "NN", "VBG"} and first.text not in first_names()


def says_what_follows(word: Token) -> bool:
    """Return whether a word says what the name right behind it is: "Winger Ana Ruiz", "Carmaker Ovadi"."""
    if not (is_role(word.text) or word.text in words_by_use()["kind of firm"]) or word.i + 1 == len(word.doc):
        return False
    return word.dep_ == "compound" and word.nbor().ent_type_ != "" and word.nbor().text[0].isupper()


def cleaned(text: str, start: int, end: int, label: Label) -> Iterator[Name]:
    """Yield the names in a stretch, without what does not belong to them."""
    for part in split_stretch(text, start, end, label):
        name = cleaned_part(text, *part, label)
        if is_proper_name(text, name):
            yield name._replace(by="model") if (name.start, name.end) == (start, end) else name


def cleaned_part(text: str, start: int, end: int, label: Label) -> Name:
    """Return what is left of a part of a stretch: no marks, no title, no tail, but whole words."""
    start, end = trim(text, start, end)
    start = behind_force(text, start, end, label)
    title = leading_title(text, start, end, label)
    if title:
        start, label = title.end(), "PERSON"
    state = PARTY_STATE.match(text, start, end)
    if state:  # "Rep. Ott (D-Pa.)"
        start, end, label = state.end(), end + text.startswith(".", end), "GPE"
    tail = _without_tail(text, start, end, label)
    if tail < end:
        start, end = trim(text, start, tail)
    if not state and not look_up(text[start:end]):
        start, end = whole_words(text, start, end)
    return Name(start, end, text[start:end], label, "rule:clean", bool(state))


def behind_force(text: str, start: int, end: int, label: Label) -> int:
    """Return where a person's name begins behind another one: "Superintendent of [Police Ade Karu]", "NPR Ana Ruiz"."""
    first, _, rest = text[start:end].partition(" ")
    known = look_up(first) if first.isupper() and not text[start:end].isupper() else None
    outlet = known is not None and known.label == "ORG" and rest[:1].isalpha()
    cut = label == "PERSON" and ((first == "Police" and " " in rest) or outlet)
    return start + len(first) + 1 if cut else start


def leading_title(text: str, start: int, end: int, label: Label) -> re.Match[str] | None:
    """Return the title a name begins with; unless it is a person's, only when a first name follows."""
    title = LEADING_TITLE.match(text, start, end)
    if title is None or label == "PERSON":
        return title
    first, _, rest = text[title.end() : end].partition(" ")
    return title if first in first_names() and rest else None


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return offsets widened to whole words: "XQ" of "XQ-B3", "Bob" of "Bob' Keita"."""
    tail = HYPHEN_TAIL.match(text, end)
    head = look_back(HYPHEN_HEAD, text, start)
    return head.start() if head else start, tail.end() if tail else end


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return offsets without the marks, the article and the possessive around a name."""
    start = after_marks(text, start, end)
    article = ARTICLE.match(text, start, end) or DAY_OF.match(text, start, end)
    if article:
        start = after_marks(text, article.end(), end)
    while end > start and (text[end - 1] in RIGHT_MARKS or text[start:end].endswith(POSSESSIVE)):
        if look_up(text[start:end]):  # "Moody's"
            break
        end -= 1
    if end > start and text[end - 1] == "." and not FINAL_STOP.search(text, start, end):
        end -= 1
    return start, end


def after_marks(text: str, start: int, end: int) -> int:
    """Return where a stretch begins after the marks before it."""
    while start < end and text[start] in LEFT_MARKS:
        start += 1
    return start


def _without_tail(text: str, start: int, end: int, label: Label) -> int:
    """Return the end of a name without "and", "near" and the like after it, an opened bracket, or a score."""
    scores = (SCORE, GOALS) if label in {"PERSON", "GPE"} else (SCORE,)
    honours = (HONOURS, CREDIT) if label == "PERSON" else ()
    for pattern in (OPEN_BRACKET, LOWER_TAIL, *scores, *honours):
        found = pattern.search(text, start, end)
        if found:
            end = found.start()
    officer = OFFICER.search(text, start, end) if label == "ORG" else None
    if officer and is_role(officer[1] or officer[2]):
        end = officer.start()
    rest, _, last = text[start:end].rpartition(" ") if label == "ORG" else ("", "", "")
    cut = last[:1].islower() and last != PARTY and look_up(rest)
    return start + len(rest) if cut else end
