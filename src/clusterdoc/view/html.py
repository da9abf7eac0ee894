r"""A Document as one self-contained HTML page: the article with every fact marked, beside the lists of its facts.

The page holds no script and loads nothing. Tags stripped, the text inside its <article> is the article, character by
character; those that HTML may not hold, and those that would reorder what is read, stand as <i data-c="1b">\x1b</i>:
what is inside counts as the one character whose code point the attribute gives in hexadecimal.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from clusterdoc.clean import clean
from clusterdoc.terms import KIND_WORDS
from clusterdoc.version import __version__
from clusterdoc.view.columns import most_mentioned_first
from clusterdoc.view.fact_marks import marks
from clusterdoc.view.voices import voices
from clusterdoc.view.weave import unlinked, weave
from clusterdoc.view.wording import about, about_names, entity_group

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jinja2 import Template
    from markupsafe import Markup

    from clusterdoc.facts import Document, Entity, Figure, Quote
    from clusterdoc.view.voices import Voice

VOICES: Final = 12  # the voices that have a row of their own; the others are in the lists
UNKNOWN_SPEAKER: Final = "Speaker not named"
SCARE: Final = "In quotation marks, but not speech"

NAMES: Final = (("person", "People"), ("org", "Organisations"), ("place", "Places"), ("other", "Other names"))
KEY: Final = (*NAMES, ("direct", "Direct quotes"), ("indirect", "Reported speech"), ("figure", "Figures"))

UNSHOWN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane | last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def to_html(document: Document, *, why: bool = False) -> str:
    """Return the page of a document, as text to be written in UTF-8; with `why` each mark says which rules made it."""
    heard = voices(document)[:VOICES]
    classes = voice_classes(document, heard)
    names = [(heading, entities_of(document, name)) for name, heading in NAMES]
    said = quotes_by_speaker(document)
    counted = [(heading, figures_of(document, kind)) for kind, heading in KIND_WORDS.items()]
    paragraphs, tail = weave(document.source.text, marks(document, classes, why=why))
    return page_template("report.html.j2").render(
        title=document.source.title or _title(document.source.name),
        length=max(len(document.source.text), 1),
        most=max((voice.words for voice in heard), default=1) or 1,
        counts=_counts(document),
        model=document.model,
        version=document.version or __version__,
        paragraphs=paragraphs,
        tail=tail,
        unlinked=unlinked(paragraphs),
        voices=heard,
        classes=classes,
        key=KEY,
        named=names,
        said=said,
        counted=counted,
        document=document,
        steps=dict.fromkeys((entity.id for entity in document.entities), None)
        | _steps(quote.id for _, quotes in said for quote in quotes)
        | _steps(figure.id for _, figures in counted for figure in figures),
    )


def _title(name: str) -> str:
    """Return the name of a source without its folders, which are nobody else's business."""
    return "Standard input" if name == "-" else name.rstrip("/").rpartition("/")[2] or name


def _counts(document: Document) -> str:
    """Return the day of publication and how much was found, as the line under the title says it."""
    facts = (
        (len(document.source.text.split()), "word"),
        (sum(entity.label == "PERSON" for entity in document.entities), "person"),
        (sum(entity.label == "ORG" for entity in document.entities), "organisation"),
        (sum(not quote.scare for quote in document.quotes), "quote"),
        (sum(not figure.weak for figure in document.figures), "figure"),
    )
    plural = {"person": "people"}
    day = [clean(document.source.published)] if document.source.published else []
    return " · ".join([*day, *(f"{n:,} {noun if n == 1 else plural.get(noun, noun + 's')}" for n, noun in facts)])


def voice_classes(document: Document, heard: Sequence[Voice]) -> dict[str, str]:
    """Return fact id to the class of the voice it belongs to: "v1" for the first."""
    numbers = {voice.name: f"v{number}" for number, voice in enumerate(heard, 1)}
    classes = {fact: numbers[voice.name] for voice in heard for fact in (voice.entity, *voice.said) if fact}
    return classes | {figure.id: numbers[figure.speaker] for figure in document.figures if figure.speaker in numbers}


def entities_of(document: Document, name: str) -> list[Entity]:
    """Return the entities of a group, most mentioned first."""
    return [entity for entity in most_mentioned_first(document) if entity_group(entity) == name]


def quotes_by_speaker(document: Document) -> list[tuple[str, list[Quote]]]:
    """Return the quotes under the name of who said them, in the order of first quotes; those of nobody come last."""
    named: dict[str, list[Quote]] = {}
    rest: dict[str, list[Quote]] = {UNKNOWN_SPEAKER: [], SCARE: []}
    for quote in document.quotes:
        if quote.speaker and quote.speaker.name and not quote.scare:
            named.setdefault(quote.speaker.name, []).append(quote)
        else:
            rest[SCARE if quote.scare else UNKNOWN_SPEAKER].append(quote)
    return [*named.items(), *((heading, quotes) for heading, quotes in rest.items() if quotes)]


def figures_of(document: Document, kind: str) -> list[Figure]:
    """Return the figures of a kind, without the weak ones."""
    return [figure for figure in document.figures if figure.kind == kind and not figure.weak]


def how(quote: Quote, document: Document) -> str:
    """Return how a quote stands in the article: "direct · said · the Spokesman · about Ana Ruiz"."""
    words = quote.speaker.text if quote.speaker and quote.speaker.text != quote.speaker.name else None
    whom = about_names(quote, document)
    parts = (quote.type, quote.cue.text if quote.cue else None, words, whom and f"about {whom}")
    return " · ".join(part for part in parts if part)


def _steps(ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return fact id to those before and after it in its list; the list goes round."""
    listed = list(ids)
    return {one: (listed[at - 1], listed[(at + 1) % len(listed)]) for at, one in enumerate(listed)}


def _shown(text: str) -> Markup:
    """Return text as HTML: escaped, and each character that HTML may not hold as a sign of which it was."""
    from markupsafe import Markup, escape

    return Markup(UNSHOWN.sub(_sign, str(escape(text))))  # noqa: S704 -- escaped, and a sign is made of ASCII


def _sign(found: re.Match[str]) -> str:
    character = found[0]
    sign = character.encode("unicode_escape").decode()
    if character == "\r":
        sign = "" if found.string.startswith("\n", found.end()) else "\n"
    return f'<i data-c="{ord(character):x}">{sign}</i>'


@lru_cache(maxsize=2)
def page_template(name: str) -> Template:
    """Return a template of a page, with the filters that make text of articles harmless in it."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("clusterdoc", "view"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {"shown": _shown, "quiet": clean, "about": about, "how": how}
    return environment.get_template(name)
