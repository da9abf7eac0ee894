"""The model's names, cleaned: one line, no article, no possessive, no title, no stray marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import FAR, look_back, text_of
from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.gazetteer import is_currency, look_up, not_names
from clusterdoc.find.entities.names import ARTICLE, LABELS, Name
from clusterdoc.find.entities.titles import LEADING_TITLE
from clusterdoc.find.entities.type_cues import heads, thing_words
from clusterdoc.find.words.contexts import any_word, words_by_use
from clusterdoc.find.words.people import is_role, plurals, used_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from clusterdoc.facts import Label

# A longer one is a sentence, unless it is of a kind that has long names.
PLAIN_PERSON: Final = re.compile(
    r"[^\W\d_]{2,20}(?: [^\W\d_][\w’'-]{1,20}){2,3}(?<!['’]s)"
    r"|[^\W\d_]{2,20}(?: ?[A-Z]\.){1,3} [^\W\d_][\w’'-]{1,20}"
)
LONGEST: Final = 60
# What parts two names: a line's end, "TPA - Lagos said", a credit such as "Ana Ruiz / Tolva Wire".
LINE_BREAK: Final = re.compile(
    r"(?<=[a-z]) ?/ ?(?=[A-Z][A-Za-z'’]{0,20} [A-Z])|[^\S\n\r]{0,9}[\n\r\u2028\u2029]\s{0,1000}| [-–—]{1,2} "
)
LEFT_MARKS: Final = " \t\xa0\"“”„‟«»‘'([{<>–—-*•.,:;!?/|"
RIGHT_MARKS: Final = " \t\xa0\"“”„‟«»’')]}<>–—-*•,:;!?/|"
POSSESSIVE: Final = ("'s", "’s", "'S", "’S")
FINAL_STOP: Final = re.compile(rf"(?:(?<!\w)\w\.|\b(?:{any_word('legal form')}|Jr|Sr|St|Bros|Kg|Cie|No|D\.C)\.)\Z")
NOT_A_NAME: Final = re.compile(
    r"https?:|www\.|@|^#|^\W*$|^[\d\W]+$|[$£€]\s?\d|^\w?\]|^[^A-Za-zÀ-ɏ]+$|(?i:^covid|^coronavirus)|^[A-Z]{3}\d"
    r"|^(?:Q[1-4]|H[12]|FY)(?: ?\d{2,4})?$|^[A-Z][a-z]{0,2}\.?\d+[.,]\d"
    r"|^(?:Rs|Rp|[KTU]?[Ss]h|RM)\.? ?\d|^[A-Z][a-z]{2,12}phil(?:e|iac)s?$"
    r"|^\d[\d.,]{0,9} ?(?:[kMGT]?Wh?|[KMGT]B|[kMG]Hz|mAh|MP|kV|[mck]m|kg)$"
    r"|\.(?:pdf|docx?|xlsx?|jpe?g|png|html?|txt|zip|pptx?)$"
)
# Species and sentences: "Acropora millepora", "P. damicornis", "Humberto 785 miles"; but "Ziad al-Sharabi".
NOT_A_PERSON: Final = re.compile(
    rf"(?:^|\s)(?:[A-Z][a-z]+|[A-Z]\.) (?!(?:{any_word('particle')})\Z)[a-z]{{3,30}}\Z|[a-z] \d+ [a-z]"
)
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
# "(Ursus maritimus)": a species.
SPECIES: Final = re.compile(r" [a-z]{1,20}(?:us|is|um|ae|ii|ias|ens|ana|ar|ota|ata|eus|ica|ina|oides|ensis|osa|ula)\)")
# "Halden Party, Oran Party" are two.
SAME_HEAD: Final = re.compile(r"((?:[A-Z][\w’'-]{1,20} ){1,3}([A-Z][a-z]{2,20})), ((?:[A-Z][\w’'-]{1,20} ){1,3}\2)")
OPEN_BRACKET: Final = re.compile(r"\s?\([^)]{0,60}\Z")
PARTY_STATE: Final = re.compile(r"[DRI]-(?=[A-Z](?:[a-z]{1,12}|\.? ?[A-Z]\.?)(?!\w))")
TWO_NAMES: Final = re.compile(r"([A-Z][\w’'-]{2,20}), ([A-Z][\w’'-]{2,20})")
# "Blondel, Ramos, Dead Boys and The Mice" are four.
SEVERAL_NAMES: Final = re.compile(
    r"[A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{1,20})?(?:, (?:The )?[A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{1,20})?){2,9}"
    r",? and (?:The )?[A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{1,20})?"
)
ITEM: Final = re.compile(r"[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,2}")
FIRM: Final = re.compile(rf"(?:{any_word('legal form')}|Sons|Jr|Sr)\b")
FIRST: Final = re.compile(r"[^\W\d_a-z][a-zà-ÿ]{2,15}\Z")
# 'Karl Ott, known as "The Wall"': what somebody is called names no work, no place and no event.
NICKNAMED: Final = re.compile(
    r"[A-Z][\w’'-]{1,20},? (?:who (?:is|was) )?(?:also |widely |better |popularly |affectionately )?"
    r"(?:nicknamed|dubbed|known(?: to \w{1,12})? as|alias|a\.?k\.?a\.?),? (?:the )?[\"“‘'](?:The )?\Z"
)
IN_PLACE: Final = re.compile(
    r"((?:[Tt]he )?(?:[A-Z][\w’'-]{1,20} ){1,4}([A-Z][a-z]{2,15})) in ([A-Z][\w’'-]{2,20}(?: [A-Z][\w’'-]{2,20})?)"
)
# "Goldman Sachs' Co-CEO"
OFFICER: Final = re.compile(r"(?<=s)['’] ([A-Z][\w-]{1,15})\Z|['’]s ([A-Z][\w-]{1,15})\Z")
AND: Final = re.compile(r" and (?:the )?(?=[A-Z][^\n]{1,40}\Z)")
NUMBER_BEFORE: Final = re.compile(r"(?:\d|hundred|thousand|[mb]illion|ty|crore|lakh) \Z")
CURRENCY: Final = re.compile(
    r"\$|\s?(?:dollars?|pounds?|pesos?|yuan|rupees?|francs?|krona|krone|dinars?|riyals?|shillings?|gallons)\b"
)
PARTY: Final = "party"  # "Labour party" is its name; "Acme company" is Acme
LOWER_START: Final = re.compile(
    rf"(?:(?:{any_word('particle')}) ){{0,2}}(?:{any_word('particle')}|[eim])[- ]?[A-Z]|[a-z]\w{{0,4}}[A-Z]"
)


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

    It is behind the verb that opens its sentence, `Said Lena Ott: "We won."`; for a last name of one word it is the
    first name before it that the model left out.
    """
    if len(ent) > 1:
        verb = ent[0].tag_ == "VBD" and ent[0].is_sent_start
        return ent[1].idx if verb or is_led_by_role(ent) else ent.start_char
    first = ent[0]
    if label != "PERSON" or first.i == 0:
        return ent.start_char
    before = first.nbor(-1)
    named = before.tag_ == "NNP" and before.dep_ == "compound" and before.head == first and not before.ent_type_
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
    """Return whether a word with a capital is rather a role or a term than a first name."""
    return is_role(word) or word in not_names() or look_up(word) is not None


def is_common(ent: Span) -> bool:
    """Return whether the model took the first word of a sentence for a name that is a common word: "Gross margin"."""
    first = ent[0]
    if len(ent) != 1 or not first.is_sent_start:
        return False
    if ent.label_ not in {"PERSON", "PER"}:
        if says_what_follows(first):
            return True
        return first.tag_ == "NNS" and first.text.istitle() and not look_up(first.text)
    return first.tag_ in {"JJ", "NN", "NNS", "VBG", "RB"} and first.text not in first_names()


def says_what_follows(word: Token) -> bool:
    """Return whether a word says what the name right behind it is: "Winger Ana Ruiz", "Carmaker Ovadi"."""
    if not (is_role(word.text) or word.text in words_by_use()["kind of firm"]) or word.i + 1 == len(word.doc):
        return False
    return word.dep_ == "compound" and word.nbor().ent_type_ != "" and word.nbor().text[0].isupper()


def cleaned(text: str, start: int, end: int, label: Label) -> Iterator[Name]:
    """Yield what is left of a stretch: a name a line, without what does not belong to a name."""
    for first, last in (
        part
        for line in _lines_of(text, start, end)
        for whole in without_place(text, *line, label)
        for body in two_bodies(text, *whole)
        for part in two_names(text, *body, label)
    ):
        a, z = trim(text, first, last)
        a = behind_force(text, a, z, label)
        title = leading_title(text, a, z, label)
        if title:
            a = title.end()
            label = "PERSON"
        state = PARTY_STATE.match(text, a, z)
        if state:  # "Rep. Ott (D-Pa.)"
            a, z, label = state.end(), z + text.startswith(".", z), "GPE"
        tail = _without_tail(text, a, z, label)
        a, z = trim(text, a, tail) if tail < z else (a, z)
        if not state and not look_up(text[a:z]):
            a, z = whole_words(text, a, z)
        name = text[a:z]
        if _is_name(name, label) and not (
            CURRENCY.match(text, z)
            or is_amount(text, a, name)
            or is_goods(name, label)
            or is_species(text, z)
            or is_nickname(text, a, label)
            or is_abbreviation(text, z, name)
        ):
            yield Name(a, z, name, label, "model" if (a, z) == (start, end) else "rule:clean", bool(state))


def behind_force(text: str, start: int, end: int, label: Label) -> int:
    """Return where a person's name begins behind the last word of a rank: "Superintendent of [Police Nixon Karu]"."""
    first, _, rest = text[start:end].partition(" ")
    cut = label == "PERSON" and first == "Police" and " " in rest
    return start + len(first) + 1 if cut else start


def is_amount(text: str, start: int, name: str) -> bool:
    """Return whether a name is a currency behind a number: "20 Dinar"."""
    return is_currency(name, "ORG") and look_back(NUMBER_BEFORE, text, start) is not None


def is_species(text: str, end: int) -> bool:
    """Tell whether a name is the first word of a species in brackets: "(Ursus maritimus)"."""
    return SPECIES.match(text, end) is not None


def is_nickname(text: str, start: int, label: Label) -> bool:
    """Return whether what stands in quotation marks is what somebody is called: 'known as "The Wall"'."""
    return label not in {"PERSON", "ORG"} and look_back(NICKNAMED, text, start, FAR) is not None


def is_goods(name: str, label: Label) -> bool:
    """Return whether a name is a maker's or a product's in the plural: "Fords", "iPhones" are goods, not names."""
    if label == "PERSON" or " " in name or not name.endswith("s") or look_up(name):
        return False
    made = look_up(name[:-1]) or (look_up(name[:-2]) if name.endswith(("xes", "ses", "zes", "ches")) else None)
    return made is not None and made.label in {"ORG", "PRODUCT"} and not made.form.isupper()


def leading_title(text: str, start: int, end: int, label: Label) -> re.Match[str] | None:
    """Return the title a name begins with; before what is no person's name only when a first name follows it."""
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


def two_bodies(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of "the Ministry of Homes and Oxfam", where the second is a known body; or the whole stretch."""
    link = AND.search(text, start, end)
    known = look_up(text[link.end() : end]) if link and not look_up(text[start:end]) else None
    if link and known and known.sure and known.label == "ORG":
        yield start, link.start()
        yield link.end(), end
    else:
        yield start, end


def without_place(text: str, start: int, end: int, label: Label) -> Iterator[tuple[int, int]]:
    """Yield a body or a building and the place it is in: "Tolva School in Oran"; or the whole stretch."""
    found = IN_PLACE.fullmatch(text, start, end) if label in {"ORG", "FAC"} else None
    if found and found[2] in thing_words() and found[3] not in thing_words():
        yield found.span(1)
        yield found.start(3), end
    else:
        yield start, end


def _lines_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the lines of a stretch."""
    for line_break in LINE_BREAK.finditer(text, start, end):
        yield from two_countries(text, start, line_break.start())
        start = line_break.end()
    yield from two_countries(text, start, end)


def two_countries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of "U.S.-Egypt", or the whole stretch."""
    first, _, second = text[start:end].partition("-")
    parts = look_up(first), look_up(second)
    if not look_up(text[start:end]) and all(part and part.sure and part.label == "GPE" for part in parts):
        yield start, start + len(first)
        start += len(first) + 1
    yield start, end


def two_names(text: str, start: int, end: int, label: Label) -> Iterator[tuple[int, int]]:
    """Yield the two names of one word each that a comma parts, "Tolva, Acme and Ovadi"; or the whole stretch."""
    same = SAME_HEAD.fullmatch(text, start, end)
    if same:
        yield same.span(1)
        yield same.span(3)
        return
    if label in {"ORG", "PERSON"} and SEVERAL_NAMES.fullmatch(text, start, end):
        yield from ((item.start(), item.end()) for item in ITEM.finditer(text, start, end))
        return
    found = TWO_NAMES.fullmatch(text, start, end)
    firm = found and (FIRM.match(found[2]) or look_up(found[1]) or look_up(found[0]))
    if found and label in {"ORG", "PERSON"} and not firm:
        yield found.span(1)
        yield found.span(2)
    else:
        yield start, end


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return offsets without the marks, the article and the possessive around a name."""
    start = after_marks(text, start, end)
    article = ARTICLE.match(text, start, end)
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
        if found and found.start() > start:
            end = found.start()
    officer = OFFICER.search(text, start, end) if label == "ORG" else None
    if officer and is_role(officer[1] or officer[2]):
        end = officer.start()
    rest, _, last = text[start:end].rpartition(" ") if label == "ORG" else ("", "", "")
    cut = last[:1].islower() and last != PARTY and look_up(rest)
    return start + len(rest) if cut else end


def _is_name(text: str, label: Label) -> bool:
    """Return whether a cleaned stretch can be a name: it has a capital, is no address, and is not a whole sentence."""
    if not has_shape_of_name(text) or text in not_names() or is_currency(text, label):
        return False
    if label == "PERSON" and (NOT_A_PERSON.search(text) or is_event_word(text)):
        return False
    return len(text) <= LONGEST or label in {"ORG", "WORK_OF_ART", "LAW", "EVENT"}


def is_abbreviation(text: str, end: int, name: str) -> bool:
    """Return whether a name is no more than a rank written short: "Brig." before somebody's name."""
    return text[end : end + 1] == "." and name.lower() in used_as("abbreviation")


def is_event_word(text: str) -> bool:
    """Return whether a word ends the names of events or laws and is nobody's name: "Championship"; but "Bill"."""
    return heads().get(text) in {"EVENT", "LAW"} and text not in first_names()


def has_shape_of_name(text: str) -> bool:
    """Return whether a stretch has a capital where names have one, and is no address and no number."""
    if not text or NOT_A_NAME.search(text) or text.lower() == text:
        return False
    return not text[0].islower() or LOWER_START.match(text) is not None
