"""JSON, read strictly: what two parsers would read differently is an error."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Collection

DEPTH: Final = 100  # Python reads some 990, but cannot always write what it has read
SURROGATE: Final = re.compile("[\ud800-\udfff]")
SURROGATE_ESCAPE: Final = re.compile(rb"\\u[dD][89a-fA-F]")


class RecordError(ValueError):
    """A line, an element or a row that is no article; the message is one sentence."""


def parse_object(line: bytes, what: str = "line") -> dict[str, Any]:
    """Return the JSON object of a line, or of what else it is; raises RecordError with one sentence."""
    try:
        record = JSON.decode(line.decode("utf-8-sig").strip())
    except RecordError:
        raise
    except UnicodeDecodeError as error:
        raise RecordError(f"Byte {error.start} of the {what} is not UTF-8.") from None
    except json.JSONDecodeError as error:
        reason = error.msg.removesuffix(" at")  # "Unterminated string starting at"
        raise RecordError(f"The {what} is not JSON: {reason} at column {error.colno}.") from None
    except RecursionError:
        raise RecordError("The JSON is nested too deep.") from None
    except ValueError:
        raise RecordError("A number has more digits than Python reads.") from None
    if not isinstance(record, dict):
        raise RecordError(f"The {what} is not a JSON object.")
    if line.count(b"[") + line.count(b"{") > DEPTH and deeper(record, DEPTH):
        raise RecordError("The JSON is nested too deep.")
    if SURROGATE_ESCAPE.search(line) and SURROGATE.search(json.dumps(record, ensure_ascii=False)):
        raise RecordError("A lone surrogate is no character.")
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


JSON: Final = json.JSONDecoder(object_pairs_hook=_object_of, parse_constant=refuse, parse_float=finite)
