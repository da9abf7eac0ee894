"""Whether a file holds one article or records of many, judged by its content, else by its name.

It is imported for every second look at an article, so it imports nothing that costs time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from clusterdoc.errors import SourceError
from clusterdoc.source.beginning import LOOKED_AT, marked
from clusterdoc.source.naming import shown
from clusterdoc.source.signatures import refused

if TYPE_CHECKING:
    from clusterdoc.source.content import Content

# What a file holds: an article; JSON objects one a line, one after the other or in an array; rows; JSON of other kinds.
Shape: TypeAlias = Literal["article", "lines", "objects", "array", "table", "json"]

JSON_LINES: Final = (".jsonl", ".ndjson")
TABLES: Final = (".csv", ".tsv")
PACKED: Final = (".gz", ".zst")
DELIMITERS: Final = (",", ";", "\t")
BEGINS: Final = re.compile(r"(\[)?\s{0,99}\{\s{0,99}\"")
LINE: Final = 65_536  # bytes: a file of records that are longer is none of one record
LABEL: Final = re.compile(r"\"?[\w .:/-]{1,40}\"?")
BINARY: Final = (b"PK\x03\x04", b"%PDF-")
# Keys of a record, written small and without "_", "-" and blanks: the first that is there is taken.
DATES: Final = (
    "date", "published", "publishedat", "publishedon", "publisheddate", "datepublished", "publicationdate",
    "publishdate", "pubdate", "datetime",
)  # fmt: skip
TITLES: Final = ("title", "headline")
IDS: Final = ("id", "guid", "uuid")
URLS: Final = ("url", "link", "weburl")
TEXTS: Final = ("text", "body", "content", "articlebody", "fulltext")


def plain_key(key: str) -> str:
    """Return a key in lower case without what separates words: "Published_At" is "publishedat"."""
    return key.lower().replace("_", "").replace("-", "").replace(" ", "")


def unpacked_name(name: str) -> str:
    """Return a file's name without the ending of its packing, in lower case: "A.txt.gz" is "a.txt"."""
    return name.lower().removesuffix(PACKED[0]).removesuffix(PACKED[1])


def shape_of(name: str, data: bytes, text_key: str, encoding: str | None = None) -> Shape:
    """Return what a file holds whose name and first bytes are given."""
    bare = unpacked_name(name)
    head = decoded(data[:LOOKED_AT], encoding)
    begins = BEGINS.match(head.lstrip())
    if begins and begins[1]:
        return "array"
    if bare.endswith(JSON_LINES):
        return "lines"
    if begins:
        return "lines" if a_line_each(decoded(data[:LINE], encoding)) else "objects"
    if bare.endswith(".json"):
        return "json"
    named = bare.endswith(TABLES) and head.strip() != "" and not data.startswith(BINARY)
    return "table" if named or begins_as_table(head, text_key) else "article"


def shape_in(content: Content, text_key: str) -> Shape:
    """Return what the content of a file holds; raises SourceError for JSON that is of no use here."""
    shape = shape_of(content.name, content.data, text_key, content.encoding)
    if shape == "article" or refused(content.data):
        refuse_json(content.data, shown(content.name))
        return "article"
    return shape


def decoded(data: bytes, encoding: str | None) -> str:
    """Return the first bytes of a file as text; what does not fit may be wrong."""
    return data.decode(marked(data) or encoding or "utf-8", "replace")


def a_line_each(text: str) -> bool:
    """Tell whether the first JSON object ends with its line, or the next line begins another; one alone does not."""
    first, _, rest = text.strip().partition("\n")
    if not rest:
        return len(text) >= LINE
    return first.rstrip().endswith("}") or rest.startswith("{")


def begins_as_table(head: str, text_key: str) -> bool:
    """Tell whether a text begins with the names of columns that records have, and a second line that has columns too.

    One of them is the text's, or two are others of the usual ones: no article begins so.
    """
    first, _, rest = head.lstrip().partition("\n")
    second = rest.partition("\n")[0]
    delimiter = next((one for one in DELIMITERS if one in first), None)
    if delimiter is None or delimiter not in second:
        return False
    cells = [cell.strip() for cell in first.split(delimiter)]
    if not all(LABEL.fullmatch(cell) for cell in cells):
        return False
    names = {plain_key(cell.strip('"')) for cell in cells}
    return plain_key(text_key) in names or len(names & {*DATES, *TITLES, *IDS, *URLS, *TEXTS}) > 1


def refuse_json(data: bytes, name: str) -> None:
    """Raise SourceError for JSON that is neither facts nor records: a list of words, a number, an empty object."""
    if data[:99].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"[", b"{"):
        return
    import json

    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return
    raise SourceError(f"{name} {NO_RECORDS}")


NO_RECORDS: Final = 'is JSON of neither saved facts nor records of articles, such as [{"text": …}].'
