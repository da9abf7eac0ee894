"""What the model takes for a name and is none: an address, an amount, a species, goods, a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from clusterdoc.find.doc_text import FAR, look_back
from clusterdoc.find.entities.first_names import first_names
from clusterdoc.find.entities.gazetteer import is_currency, look_up, not_names
from clusterdoc.find.entities.names import PARTICLE
from clusterdoc.find.entities.type_cues import heads
from clusterdoc.find.words.people import used_as

if TYPE_CHECKING:
    from clusterdoc.facts import Label
    from clusterdoc.find.entities.names import Name

LONGEST: Final = 60
NOT_A_NAME: Final = re.compile(
    r"https?:|www\.|@|^#|^\W*$|^[\d\W]+$|[$£€]\s?\d|^\w?\]|^[^A-Za-zÀ-ɏ]+$|(?i:^covid|^coronavirus)|^[A-Z]{3}\d"
    r"|^(?:Q[1-4]|H[12]|FY)(?: ?\d{2,4})?$|^[A-Z][a-z]{0,2}\.?\d+[.,]\d"
    r"|^(?:Rs|Rp|[KTU]?[Ss]h|RM)\.? ?\d|^[A-Z][a-z]{2,12}phil(?:e|iac)s?$"
    r"|^\d[\d.,]{0,9} ?(?:[kMGT]?Wh?|[KMGT]B|[kMG]Hz|mAh|MP|kV|[mck]m|kg)$"
    r"|\.(?:pdf|docx?|xlsx?|jpe?g|png|html?|txt|zip|pptx?)$"
)
# Species and sentences: "Acropora millepora", "P. damicornis", "Humberto 785 miles"; but "Ziad al-Sharabi".
NOT_A_PERSON: Final = re.compile(rf"(?:^|\s)(?:[A-Z][a-z]+|[A-Z]\.) (?!{PARTICLE}\Z)[a-z]{{3,30}}\Z|[a-z] \d+ [a-z]")
LOWER_START: Final = re.compile(rf"(?:{PARTICLE} ){{0,2}}(?:{PARTICLE}|[eim])[- ]?[A-Z]|[a-z]\w{{0,4}}[A-Z]")
# "(Ursus maritimus)": a species.
SPECIES: Final = re.compile(r" [a-z]{1,20}(?:us|is|um|ae|ii|ias|ens|ana|ar|ota|ata|eus|ica|ina|oides|ensis|osa|ula)\)")
# 'Karl Ott, known as "The Wall"': what somebody is called names no work, no place and no event.
NICKNAMED: Final = re.compile(
    r"[A-Z][\w’'-]{1,20},? (?:who (?:is|was) )?(?:also |widely |better |popularly |affectionately )?"
    r"(?:nicknamed|dubbed|known(?: to \w{1,12})? as|alias|a\.?k\.?a\.?),? (?:the )?[\"“‘'](?:The )?\Z"
)
NUMBER_BEFORE: Final = re.compile(r"(?:\d|hundred|thousand|[mb]illion|ty|crore|lakh) \Z")
CURRENCY: Final = re.compile(
    r"\$|\s?(?:dollars?|pounds?|pesos?|yuan|rupees?|francs?|krona|krone|dinars?|riyals?|shillings?|gallons)\b"
)


def is_proper_name(text: str, name: Name) -> bool:
    """Return whether a cleaned stretch is a name, by itself and by the words around it."""
    return can_be_name(name.text, name.label) and not (
        CURRENCY.match(text, name.end)
        or is_amount(text, name)
        or is_goods(name)
        or is_species(text, name.end)
        or is_nickname(text, name)
        or is_abbreviation(text, name)
    )


def can_be_name(text: str, label: Label) -> bool:
    """Return whether a cleaned stretch can be a name: it has a capital, is no address, and is not a whole sentence."""
    if not has_shape_of_name(text) or text in not_names() or is_currency(text, label):
        return False
    if label == "PERSON" and (NOT_A_PERSON.search(text) or is_event_word(text)):
        return False
    return len(text) <= LONGEST or label in {"ORG", "WORK_OF_ART", "LAW", "EVENT"}


def has_shape_of_name(text: str) -> bool:
    """Return whether a stretch has a capital where names have one, and is no address and no number."""
    if NOT_A_NAME.search(text) or text.lower() == text:
        return False
    return not text[0].islower() or LOWER_START.match(text) is not None


def is_event_word(text: str) -> bool:
    """Return whether a word ends the names of events or laws and is nobody's name: "Championship"; but "Bill"."""
    return heads().get(text) in {"EVENT", "LAW"} and text not in first_names()


def is_amount(text: str, name: Name) -> bool:
    """Return whether a name is a currency behind a number: "20 Dinar"."""
    return is_currency(name.text, "ORG") and look_back(NUMBER_BEFORE, text, name.start) is not None


def is_species(text: str, end: int) -> bool:
    """Return whether a name is the first word of a species in brackets: "(Ursus maritimus)"."""
    return SPECIES.match(text, end) is not None


def is_nickname(text: str, name: Name) -> bool:
    """Return whether what stands in quotation marks is what somebody is called: 'known as "The Wall"'."""
    return name.label not in {"PERSON", "ORG"} and look_back(NICKNAMED, text, name.start, FAR) is not None


def is_goods(name: Name) -> bool:
    """Return whether a name is a maker's or a product's in the plural: "Fords", "iPhones" are goods, not names."""
    form = name.text
    if name.label == "PERSON" or " " in form or not form.endswith("s") or look_up(form):
        return False
    made = look_up(form[:-1]) or (look_up(form[:-2]) if form.endswith(("xes", "ses", "zes", "ches")) else None)
    return made is not None and made.label in {"ORG", "PRODUCT"} and not made.form.isupper()


def is_abbreviation(text: str, name: Name) -> bool:
    """Return whether a name is no more than a rank written short: "Brig." before somebody's name."""
    return text.startswith(".", name.end) and name.text.lower() in used_as("abbreviation")
