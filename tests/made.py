"""A document made by hand: every kind of fact, in a text that would harm a careless reader."""

from __future__ import annotations

from typing import Final

from clusterdoc.facts import Document, Entity, Figure, Mention, Quote, Source, Span, Speaker

ESC: Final = "\x1b"
TEXT: Final = (
    f"Mayor Ana Ott {ESC}[2J said [bold]taxes[/bold] :smile: would fall by less than 2.35%.\r\n"
    "“We will build 1,200 homes 🏠,” Ott\u202e said, “and 日本大使館 will pay $3\nmillion.”\n"
    "=cmd|' /C calc'!A0 Holdings Incorporated of Upper Lower Middle Dippledorf-am-Wasser "
    "makes “smart” boats;\tone sank.\n"
    "\x9b31mCafé — it added – lost between 30% and 40% in 2021."
)


def span(words: str, nth: int = 0) -> Span:
    """Return where the words stand in the text, the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


def mention(words: str, nth: int = 0, by: str = "model") -> Mention:
    """Return a mention that stands in the text."""
    found = span(words, nth)
    return Mention(found.start, found.end, found.text, by)


def figure(id: str, words: str, kind: str, **more: object) -> Figure:  # noqa: A002 -- the name of the field
    """Return a figure that stands in the text."""
    found = span(words)
    return Figure(id=id, start=found.start, end=found.end, text=words, kind=kind, **more)  # type: ignore[arg-type]  # a table's row


COMPANY: Final = "=cmd|' /C calc'!A0 Holdings Incorporated of Upper Lower Middle Dippledorf-am-Wasser"
OTT: Final = Entity("e1", "PERSON", "Ana Ott", "Mayor", (mention("Ana Ott"), mention("Ott", 1, "rule:surname")))
ENTITIES: Final = (
    OTT,
    Entity("e2", "FAC", "日本大使館", None, (mention("日本大使館"),)),
    Entity("e3", "ORG", COMPANY, None, (mention(COMPANY),)),
    Entity("e4", "ORG", "\x9b31mCafé", None, (mention("\x9b31mCafé"),)),
)
BUILT: Final = (span("“We will build 1,200 homes 🏠,”"), span("“and 日本大使館 will pay $3\nmillion.”"))
QUOTES: Final = (
    Quote(
        "q1",
        "indirect",
        (span("[bold]taxes[/bold] :smile: would fall by less than 2.35%"),),
        "[bold]taxes[/bold] :smile: would fall by less than 2.35%",
        span("said"),
        Speaker(span("Mayor Ana Ott").start, span("Mayor Ana Ott").end, "Mayor Ana Ott", "Ana Ott", "e1"),
    ),
    Quote(
        "q2",
        "direct",
        BUILT,
        " … ".join(part.text for part in BUILT),
        span("said", 1),
        Speaker(span("Ott\u202e").start, span("Ott\u202e").end, "Ott\u202e", "Ana Ott", "e1"),
        about=("e2",),
    ),
    Quote("q3", "direct", (span("“smart”"),), "“smart”", None, None, scare=True),
    Quote(
        "q4",
        "mixed",
        (span("lost between 30% and 40%"),),
        "lost between 30% and 40%",
        span("added"),
        Speaker(span("it added").start, span("it added").start + 2, "it", None, None),
    ),
)
FIGURES: Final = (
    figure("f1", "less than 2.35%", "percent", value=2.35, bound="<", unit="percent", trend="down", role="change",
           of=span("taxes"), quote="q1", speaker="Ana Ott"),
    figure("f2", "1,200", "count", value=1200, unit="home", of=span("homes"), quote="q2", speaker="Ana Ott"),
    figure("f3", "$3\nmillion", "money", value=3_000_000, unit="USD", quote="q2", speaker="Ana Ott"),
    figure("f4", "one", "count", value=1, weak=True),
    figure("f5", "between 30% and 40%", "percent", low=30, high=40, bound="range", unit="percent", quote="q4"),
    figure("f6", "2021", "date", date="2021", timex="2021"),
)  # fmt: skip
DOCUMENT: Final = Document(Source("made.txt", TEXT), "made 1.0", ENTITIES, QUOTES, FIGURES, "0.0.0")
EMPTY: Final = Document(Source("empty.txt", ""), "made 1.0", version="0.0.0")
