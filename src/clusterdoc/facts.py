"""The vocabulary: what clusterdoc finds in an article. Frozen; no input, no output.

Offsets count code points, half open, into the text of the article: `text[span.start:span.end] == span.text`, always.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from clusterdoc.terms import LISTS, SCHEMA_VERSION, Bound, Kind, Label, QuoteType, Role, Trend

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

__all__ = [
    "LISTS", "SCHEMA_VERSION", "Bound", "Document", "Entity", "Figure", "Kind", "Label", "Mention", "Number", "Quote",
    "QuoteType", "Role", "Source", "Span", "Speaker", "Trend",
]  # fmt: skip

Number: TypeAlias = int | float

# What a document shows itself with, named and not imported: the views stand further right, and load when asked for.
FRAME: Final = "clusterdoc.view.frame:facts_frame"
NOTEBOOK: Final = "clusterdoc.view.jupyter:framed_page"
SHOWN: Final = 60  # characters of a text that its repr shows
SAYS: Final = "says"  # of a field: what the JSON Schema says of it (tests/facts_schema.py)
ONE: Final = {"entities": "entity", "quotes": "quote", "figures": "figure"}


class Jsonable:
    """What srsly writes as JSON: `srsly.json_dumps(doc.to_json(underscore=["quotes"]))` of a spaCy Doc."""

    __slots__ = ()

    def __json__(self) -> str:
        """Return the fact as JSON, its fields by name."""
        return json.dumps(asdict(self, dict_factory=_plain))  # type: ignore[call-overload]  # each heir is a dataclass


@dataclass(frozen=True, slots=True)
class Span(Jsonable):
    """A stretch of the article: half-open code-point offsets and the text that stands there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """One place where an entity is named; `by` says who found it: "model" or "rule:NAME"."""

    by: str = "model"


@dataclass(frozen=True, slots=True)
class Entity(Jsonable):
    """Something named in the article, its mentions grouped under one canonical name.

    `label` is an OntoNotes 5 type; `title` is the fullest role standing beside the name, never inside a mention.
    """

    id: str
    label: Label
    name: str
    title: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Speaker(Jsonable):
    """Who said a quote: the words beside the cue, and the name they stand for.

    `start`, `end` and `text` are None when the speaker is carried over from another sentence. `name` is the canonical
    name of `entity`, else the describing words ("humanitarian groups"), and None when the text does not say.
    """

    start: int | None
    end: int | None
    text: str | None
    name: str | None
    entity: str | None


@dataclass(frozen=True, slots=True)
class Quote(Jsonable):
    """Something the article reports as said or written by someone.

    `parts` are two or more when the speaker stands in the middle, and `text` joins those by " … "; and where another
    column of the page stands between its lines, one each, in the order in which they are read. `scare` marks words in
    quotation marks that nobody is said to have spoken (a term, a title, a nickname): their speaker is None. `about`
    holds the ids of the entities that the content names, the speaker left out; `by` is the rule that found the quote.
    """

    id: str
    type: QuoteType
    parts: tuple[Span, ...]
    text: str
    cue: Span | None
    speaker: Speaker | None
    scare: bool = False
    about: tuple[str, ...] = ()
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Figure(Jsonable):
    """A number the article states, and what it is a number of.

    Either `value` or `low` and `high` (bound "range") is set; dates have neither. Percent 2.35 means 2.35 %; money is
    in main currency units, `unit` its ISO 4217 code; the unit of a measure is a singular name that pint parses; the
    unit of a count is the lemma of what is counted. `quote` is the id of the innermost quote that holds the figure and
    `speaker` the canonical name of who stated it. `per` is what each of something costs or has: "barrel" in "$82 a
    barrel". `by` is the rule that found the number, `of_by` the one that found what it measures.
    """

    id: str
    start: int
    end: int
    text: str
    kind: Kind
    value: Number | None = field(
        default=None,
        metadata={
            SAYS: "In main currency units, in percent, in the unit; null for a range and where no number is stated."
        },
    )
    low: Number | None = None
    high: Number | None = None
    bound: Bound = "="
    unit: str | None = field(
        default=None,
        metadata={SAYS: "ISO 4217 code, a singular unit that pint parses, or the lemma of what is counted."},
    )
    trend: Trend | None = None
    role: Role = "level"
    of: Span | None = field(default=None, metadata={SAYS: "What the figure measures."})
    date: str | None = field(default=None, metadata={SAYS: "ISO 8601, as far as the text and --date allow."})
    timex: str | None = field(default=None, metadata={SAYS: "The TIMEX3 value."})
    quote: str | None = field(default=None, metadata={SAYS: "The innermost quote that holds the figure."})
    speaker: str | None = field(default=None, metadata={SAYS: "The canonical name of who stated it."})
    same_as: str | None = field(default=None, metadata={SAYS: 'The figure that this one converts: "5 miles (8 km)".'})
    weak: bool = field(
        default=False, metadata={SAYS: 'A bare "one", a vague "several": left out of tables unless --all.'}
    )
    per: str | None = field(
        default=None, metadata={SAYS: 'What each of something costs or has: "barrel" in "$82 a barrel".'}
    )
    by: str | None = field(default=None, metadata={SAYS: 'The rule that found it: "rule:" and its name.'})
    of_by: str | None = field(default=None, metadata={SAYS: "The rule that found what the figure measures."})


def publication_day(date: datetime.date | str | None) -> datetime.date | None:
    """Return a day that was given, as a date or as ISO 8601 writes it ("2023-07-07"), of a time its day; None for none.

    Raises ValueError when the text is no such day, TypeError for other types.
    """
    import datetime

    if isinstance(date, str):
        try:
            return datetime.date.fromisoformat(date)
        except ValueError:
            raise ValueError(f"date is {date!r}, and no day written YYYY-MM-DD, such as '2023-07-07'.") from None
    if isinstance(date, datetime.datetime):
        return date.date()
    if date is None or isinstance(date, datetime.date):
        return date
    raise TypeError(f"date is a datetime.date or text like '2023-07-07', not {type(date).__name__}.")


@dataclass(frozen=True, slots=True, repr=False)
class Source:
    """The article: a name to show, its text exactly as read, and the offsets of its sentences.

    A sentence in a column that has another beside it has those of each of its lines.

    `title`, `published` (an ISO date), `url` and `format` ("text", "html", "pdf" …) are None where the input does not
    tell them. In a document `published` is the day from which its relative dates are counted: also one that was given,
    or that stands in the article's header or dateline.
    """

    name: str
    text: str
    sentences: tuple[tuple[int, int], ...] = ()
    title: str | None = None
    published: str | None = None
    url: str | None = None
    format: str | None = None

    def __repr__(self) -> str:
        text = self.text if len(self.text) <= SHOWN else f"{self.text[:SHOWN]}…"
        known = ((name, getattr(self, name)) for name in ("title", "published", "url", "format"))
        rest = "".join(f", {name}={value!r}" for name, value in known if value is not None)
        return f"<Source {self.name!r}: {text!r}, {len(self.text):,} characters{rest}>"

    def day(self) -> datetime.date | None:
        """Return the day of publication, None where the input does not tell it."""
        import datetime

        return datetime.date.fromisoformat(self.published) if self.published else None

    def sentence(self, start: int, end: int) -> str:
        """Return the sentence that holds a span, else the text of the span."""
        return self.text[slice(*self.sentence_span(start, end))]

    def sentence_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets of the sentence that holds a span, else those of the span."""
        at = bisect_right(self.sentences, start, key=lambda sentence: sentence[0]) - 1
        if at >= 0 and start < self.sentences[at][1]:
            return self.sentences[at][0], max(end, self.sentences[at][1])
        return start, end


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """All facts of one article, each in the order of the text, and the clusterdoc and the model that found them."""

    source: Source
    model: str | None
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    version: str | None = None

    def __repr__(self) -> str:
        named = self.source.title or self.source.name
        counts = ((len(getattr(self, name)), name) for name in LISTS)
        found = ", ".join(f"{n:,} {name if n != 1 else ONE[name]}" for n, name in counts)
        return f"<Document {named!r}: {found}>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the page of `clusterdoc report` in a frame, without a script."""
        from pkgutil import resolve_name

        page: str = resolve_name(NOTEBOOK)(self)
        return page

    def to_frame(self, name: str, library: str | None = None) -> Any:  # noqa: ANN401 -- pandas or polars, if installed
        """Return one list of facts as a data frame, with the columns of --csv: a row a fact, of names a row a mention.

        `name` is "entities", "quotes" or "figures"; `library` "pandas" or "polars", None the one that is installed
        (pandas where both are). Numbers, offsets and truths have their types; all else is text, what is missing null.
        Raises ValueError for another list or library, ImportError where the library is not installed.
        """
        from pkgutil import resolve_name

        return resolve_name(FRAME)(self, name, library)

    def spans(self) -> Iterator[Span]:
        """Yield every stretch of text that any fact points to, as plain spans."""
        for entity in self.entities:
            yield from entity.mentions
        for quote in self.quotes:
            yield from quote.parts
            if quote.cue:
                yield quote.cue
            speaker = quote.speaker
            if speaker and speaker.start is not None and speaker.end is not None and speaker.text is not None:
                yield Span(speaker.start, speaker.end, speaker.text)
        for figure in self.figures:
            yield Span(figure.start, figure.end, figure.text)
            if figure.of:
                yield figure.of

    def to_dict(self, lists: Sequence[str] = LISTS) -> dict[str, Any]:
        """Return the document as JSON schema version 1 has it, with the lists of facts asked for."""
        source = asdict(self.source) | {"sentences": [*map(list, self.source.sentences)]}
        return {
            "schema_version": SCHEMA_VERSION,
            "clusterdoc": self.version,
            "model": self.model,
            "source": source,
            **{name: [asdict(fact, dict_factory=_plain) for fact in getattr(self, name)] for name in lists},
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Document:
        """Return the document that `to_dict` wrote; keys that a later version added are passed over.

        Raises ValueError, with one sentence that names the field, for all else: another schema version, lost keys,
        values of another type, numbers that are not finite, spans that do not point to their text.
        """
        from clusterdoc.schema import check

        valid = check(data)
        return cls(
            _source(valid["source"]),
            valid["model"],
            tuple(_entity(entity) for entity in valid.get("entities", ())),
            tuple(_quote(quote) for quote in valid.get("quotes", ())),
            tuple(_figure(figure) for figure in valid.get("figures", ())),
            valid["clusterdoc"],
        )


Fact = TypeVar("Fact")


def _plain(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return the fields of a fact with lists for tuples, as they come back from JSON."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in pairs}


def _known(kind: type[Fact], data: Mapping[str, Any], **parts: object) -> Fact:
    """Return a fact from the keys of its class, and from `parts` that were built before it."""
    names = {each.name for each in fields(kind)}  # type: ignore[arg-type]  # every fact is a dataclass
    return kind(**{**{name: value for name, value in data.items() if name in names}, **parts})


def _source(data: Mapping[str, Any]) -> Source:
    return _known(Source, data, sentences=tuple((start, end) for start, end in data["sentences"]))


def _entity(data: Mapping[str, Any]) -> Entity:
    return _known(Entity, data, mentions=tuple(_known(Mention, mention) for mention in data["mentions"]))


def _quote(data: Mapping[str, Any]) -> Quote:
    speaker = _known(Speaker, data["speaker"]) if data["speaker"] else None
    parts = tuple(_known(Span, part) for part in data["parts"])
    about = tuple(data.get("about", ()))
    return _known(Quote, data, parts=parts, cue=_span(data["cue"]), speaker=speaker, about=about)


def _figure(data: Mapping[str, Any]) -> Figure:
    return _known(Figure, data, of=_span(data["of"]))


def _span(data: Mapping[str, Any] | None) -> Span | None:
    return _known(Span, data) if data else None
