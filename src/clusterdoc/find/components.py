"""The finders as spaCy components, registered by entry point: they work in anybody's pipeline.

    nlp.add_pipe("clusterdoc_entities", config={"set_ents": True, "names": "names.jsonl"})
    nlp.add_pipe("clusterdoc_quotes")
    nlp.add_pipe("clusterdoc_figures", config={"date": "2023-07-07"})
    nlp(text)._.quotes

Each fills `doc._.clusterdoc_entities`, `doc._.clusterdoc_quotes` or `doc._.clusterdoc_figures` with the facts of
`clusterdoc.facts`; `doc._.entities`, `doc._.quotes` and `doc._.figures`, or what `attribute` names, show the same.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from clusterdoc.errors import NamesError
from clusterdoc.facts import publication_day
from clusterdoc.find.entities import find_entities
from clusterdoc.find.figures import find_figures
from clusterdoc.find.quotes import find_quotes
from clusterdoc.find.serialise import set_attributes
from clusterdoc.name_patterns import names_of, read_names, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span

    from clusterdoc.name_patterns import NamePattern

NAMES_FILE: Final = "names.jsonl"
Component: TypeAlias = Callable[[Doc], Doc]
ALIAS: dict[str, Callable[[Doc], object]] = {}  # the getters that are ours, by attribute

set_attributes()


@Language.factory(
    "clusterdoc_entities",
    default_config={"attribute": "entities", "set_ents": False, "names": None},
    requires=["doc.ents"],
    assigns=["doc._.clusterdoc_entities"],
)
def entities(
    nlp: Language,  # noqa: ARG001
    name: str,  # noqa: ARG001
    attribute: str,
    set_ents: bool,  # noqa: FBT001
    names: str | list[dict[str, Any]] | None,
) -> EntityFinder:
    """Return a component that sets `doc._.clusterdoc_entities`; it needs the entities of a model (`doc.ents`).

    With `set_ents` the names found take the place of the model's in `doc.ents`, as far as whole tokens allow; `ent_id_`
    is the name that all mentions of one thing share, also one that `names` gave as `id`.
    `names` are the user's own: the path of a file as `--names` takes it, or its lines as dicts. They are saved with the
    pipeline. Raises NamesError when they are no names.
    """
    show_as(attribute, "clusterdoc_entities")
    return EntityFinder(names, set_ents=set_ents)


class EntityFinder:
    """Finds the entities of Docs, with names of the user's own; `to_disk` and `to_bytes` keep these names."""

    def __init__(self, names: str | list[dict[str, Any]] | None, *, set_ents: bool) -> None:
        self.set_ents = set_ents
        self.missing = (
            ""  # a file that is not where it was when the pipeline was saved, until from_disk brings its names
        )
        self.names: tuple[NamePattern, ...] = ()
        if isinstance(names, str):
            self._read(Path(names))
        elif names:
            self.names = names_of(names)

    def _read(self, file: Path) -> None:
        try:
            self.names = read_names(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            self.missing = str(file)

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a Doc. Raises NamesError when the file of names could not be read."""
        if self.missing:
            raise NamesError(f"{self.missing} is not there or cannot be read: names takes a file, or patterns.")
        doc._.clusterdoc_entities = found = find_entities(doc, self.names)
        if self.set_ents:
            places = [(m.start, m.end, entity.label, entity.name) for entity in found for m in entity.mentions]
            doc.ents = tuple(spans_of(doc, sorted(places)))
        return doc

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002 -- as spaCy calls it
        """Return the user's own names as a file of names."""
        return written(self.names).encode()

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> EntityFinder:  # noqa: ARG002 -- as spaCy calls it
        """Return the component with the names that `to_bytes` wrote."""
        self.names, self.missing = read_names(data.decode()), ""
        return self

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002 -- as spaCy calls it
        """Write the user's own names to a folder, as `names.jsonl`."""
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / NAMES_FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> EntityFinder:  # noqa: ARG002 -- as spaCy calls it
        """Return the component with the names of a folder, where one was saved."""
        file = Path(path) / NAMES_FILE
        return self.from_bytes(file.read_bytes()) if file.exists() else self


@Language.factory(
    "clusterdoc_quotes",
    default_config={"attribute": "quotes", "set_spans": False},
    requires=["token.dep"],
    assigns=["doc._.clusterdoc_quotes"],
)
def quotes(nlp: Language, name: str, attribute: str, set_spans: bool) -> Component:  # noqa: FBT001 -- the signature spaCy calls
    """Return a component that sets `doc._.clusterdoc_quotes`, with speakers of `doc._.clusterdoc_entities`.

    It needs a parse. With `set_spans` the parts of the quotes are `doc.spans["quotes"]`, labelled with their type.
    """
    show_as(attribute, "clusterdoc_quotes")
    warn = Warner(nlp, name, needs_parse=True, after=("clusterdoc_entities",))

    def component(doc: Doc) -> Doc:
        """Return the Doc, with its quotes set."""
        warn(doc)
        doc._.clusterdoc_quotes = found = find_quotes(doc, doc._.clusterdoc_entities)
        if set_spans:
            set_group(doc, "quotes", [(part.start, part.end, quote.type) for quote in found for part in quote.parts])
        return doc

    return component


@Language.factory(
    "clusterdoc_figures",
    default_config={"attribute": "figures", "date": None, "set_spans": False},
    requires=["token.dep"],
    assigns=["doc._.clusterdoc_figures"],
)
def figures(nlp: Language, name: str, attribute: str, date: str | None, set_spans: bool) -> Component:  # noqa: FBT001 -- the signature spaCy calls
    """Return a component that sets `doc._.clusterdoc_figures`, linked to `doc._.clusterdoc_quotes`.

    It needs a parse for what a figure measures. `date` is the day of publication as YYYY-MM-DD (ValueError when it is
    no such day). With `set_spans` the figures are `doc.spans["figures"]`, labelled with their kind.
    """
    show_as(attribute, "clusterdoc_figures")
    day = publication_day(date)
    warn = Warner(nlp, name, needs_parse=True, after=("clusterdoc_entities", "clusterdoc_quotes"))

    def component(doc: Doc) -> Doc:
        """Return the Doc, with its figures set."""
        warn(doc)
        found = find_figures(doc, doc._.clusterdoc_entities, doc._.clusterdoc_quotes, day)
        doc._.clusterdoc_figures = found
        if set_spans:
            set_group(doc, "figures", [(figure.start, figure.end, figure.kind) for figure in found])
        return doc

    return component


def show_as(attribute: str, value: str) -> None:
    """Let `doc._.ATTRIBUTE` show what `doc._.VALUE` holds. Raises ValueError when the attribute is somebody else's."""
    if attribute == value:
        return
    if Doc.has_extension(attribute):
        if attribute in ALIAS and Doc.get_extension(attribute)[2] is ALIAS[attribute]:
            return
        raise ValueError(
            f"doc._.{attribute} is set by another package: name another one for clusterdoc, "
            f'add_pipe("{value}", config={{"attribute": "my_{attribute}"}}); doc._.{value} is always there.'
        )
    ALIAS[attribute] = lambda doc: tuple(getattr(doc._, value))  # a list once it was read from a file
    Doc.set_extension(attribute, getter=ALIAS[attribute])


class Warner:
    """Warns once when a component cannot find what it should because of the pipeline it is in."""

    def __init__(self, nlp: Language, name: str, *, needs_parse: bool, after: tuple[str, ...]) -> None:
        self.nlp, self.name, self.needs_parse, self.after = nlp, name, needs_parse, after
        self.warned = False

    def __call__(self, doc: Doc) -> None:
        """Warn when the doc has no parse, or when a component whose facts are needed comes later."""
        if self.warned or not len(doc):
            return
        trouble = self.trouble(doc)
        if trouble:
            self.warned = True
            warnings.warn(f"{self.name} {trouble}", UserWarning, stacklevel=2)

    def trouble(self, doc: Doc) -> str | None:
        """Return what is wrong, or None."""
        if self.needs_parse and not doc.has_annotation("DEP"):
            return "needs a parser before it in the pipeline: without one it finds little or nothing"
        names = self.nlp.pipe_names
        behind = names[names.index(self.name) + 1 :] if self.name in names else []
        late = [name for name in behind if self.nlp.get_pipe_meta(name).factory in self.after]
        return f"comes before {late[0]}, whose facts it needs: add it after" if late else None


def set_group(doc: Doc, key: str, places: Iterable[tuple[int, int, str]]) -> None:
    """Set a span group, as displaCy's "span" style shows it."""
    doc.spans[key] = SpanGroup(doc, name=key, spans=spans_of(doc, ((*place, "") for place in places)))


def spans_of(doc: Doc, places: Iterable[tuple[int, int, str, str]]) -> list[Span]:
    """Return (start, end, label, id) as spans of whole tokens; those of no token are left out."""
    found = (
        doc.char_span(start, end, label=label, span_id=name, alignment_mode="expand")
        for start, end, label, name in places
    )
    return [span for span in found if span is not None]
