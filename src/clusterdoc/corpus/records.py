"""A line of JSON to an article, strictly: what two parsers would read differently is an error."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Collection

DEPTH: Final = 100  # Python reads some 990, but cannot always write what it has read
SURROGATE: Final = re.compile("[\ud800-\udfff]")
SURROGATE_ESCAPE: Final = re.compile(rb"\\u[dD][89a-fA-F]")


class RecordError(ValueError):
    """A line that is no article; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a corpus.

    `id` is the id of its record, else `where` it stands ("news.jsonl:17"); `meta` is a JSON object of the record's
    other keys, or None; `position` counts the bytes of the corpus read so far.
    """

    id: str
    text: str
    where: str
    position: int
    title: str | None = None
    date: str | None = None
    meta: str | None = None

    @property
    def sha256(self) -> str:
        """Return the hash of the text, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def parse_record(line: bytes, where: str, text_key: str, position: int) -> Article:
    """Return the article of a line; raises RecordError."""
    record = parse_object(line)
    text = record.pop(text_key, None)
    if not isinstance(text, str):
        raise RecordError(f'There is no string under "{text_key}".')
    if SURROGATE_ESCAPE.search(line) and SURROGATE.search(json.dumps([text, record], ensure_ascii=False)):
        raise RecordError("A lone surrogate is no character.")
    key = record.pop("id", None)
    title = record.get("title")
    return Article(
        str(key) if isinstance(key, str | int) and key != "" and not isinstance(key, bool) else where,
        text,
        where,
        position,
        title if isinstance(title, str) else None,
        day(record.get("date")),
        json.dumps(record, ensure_ascii=False, separators=(",", ":")) if record else None,
    )


def parse_object(line: bytes) -> dict[str, Any]:
    """Return the JSON object of a line; raises RecordError with one sentence."""
    try:
        record = JSON.decode(line.decode("utf-8-sig").strip())
    except RecordError:
        raise
    except UnicodeDecodeError as error:
        raise RecordError(f"Byte {error.start} of the line is not UTF-8.") from None
    except json.JSONDecodeError as error:
        reason = error.msg.removesuffix(" at")  # "Unterminated string starting at"
        raise RecordError(f"The line is not JSON: {reason} at column {error.colno}.") from None
    except RecursionError:
        raise RecordError("The JSON is nested too deep.") from None
    except ValueError:
        raise RecordError("A number has more digits than Python reads.") from None
    if not isinstance(record, dict):
        raise RecordError("The line is not a JSON object.")
    if line.count(b"[") + line.count(b"{") > DEPTH and deeper(record, DEPTH):
        raise RecordError("The JSON is nested too deep.")
    return record


def deeper(value: object, depth: int) -> bool:
    """Tell whether objects and lists stand in each other more than so many deep."""
    level = [value]
    for _ in range(depth):
        level = [inner for outer in level for inner in contents(outer)]
    return any(isinstance(inner, dict | list) for inner in level)


def contents(value: object) -> Collection[object]:
    """Return what stands in an object or a list; nothing stands in anything else."""
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object whose keys stand once each."""
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # add() says "not yet seen"
        raise RecordError(f'The key "{twice[:40]}" stands twice.')
    return found


def refuse(constant: str) -> NoReturn:
    """Raise RecordError for NaN and the infinities."""
    raise RecordError(f"{constant} is not JSON.")


def finite(digits: str) -> float:
    """Return a number; raises RecordError for one beyond what a float holds."""
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise RecordError("A number is too large.")
    return number


def day(value: object) -> str | None:
    """Return the day of publication as ISO 8601 when the value begins with one, else None."""
    if not isinstance(value, str):
        return None
    try:
        return datetime.date.fromisoformat(value[:10]).isoformat()
    except ValueError:
        return None


JSON: Final = json.JSONDecoder(object_pairs_hook=_object_of, parse_constant=refuse, parse_float=finite)
