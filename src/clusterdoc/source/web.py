"""Pages of the web to their content: http and https only, within limits of time, size and redirects."""

from __future__ import annotations

import threading
from http.client import HTTPException
from typing import TYPE_CHECKING, Final
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from clusterdoc.errors import SourceError
from clusterdoc.source.content import Content

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 30.0  # for all of it
SILENCE = 10.0  # seconds without a byte
MAX_BYTES = 20_000_000
MAX_REDIRECTS: Final = 5
HEADERS: Final = {"User-Agent": "clusterdoc", "Accept": "text/html,*/*;q=0.8", "Accept-Encoding": "identity"}


class Redirects(request.HTTPRedirectHandler):
    """Follows few redirects; urllib refuses all that leave the web, and no handler here opens a file."""

    max_redirections = MAX_REDIRECTS
    max_repeats = 2


def fetch(url: str, say: Callable[[str], None], encoding: str | None = None) -> Content:
    """Return the content of a page; `say` gets one sentence before anything is sent. Raises SourceError.

    The work is done in a thread, which is left behind when the time is over: a server may send a byte now and then.
    """
    if urlsplit(url).scheme.lower() not in ("http", "https"):
        raise SourceError(f"{url} is no address of the web: only http:// and https:// are fetched.")
    say(f"fetching {url}")
    answers: list[Content | SourceError] = []
    worker = threading.Thread(target=lambda: answers.append(fetched(url, encoding)), daemon=True)
    worker.start()
    worker.join(SECONDS)
    answer = answers[0] if answers else SourceError(f"{url} did not answer within {SECONDS:g} seconds.")
    if isinstance(answer, SourceError):
        raise answer
    return answer


def fetched(url: str, encoding: str | None) -> Content | SourceError:
    """Return the content of a page, or the error that says why there is none."""
    try:
        with opener().open(request.Request(url, headers=HEADERS), timeout=SILENCE) as answer:  # noqa: S310 -- checked
            data = answer.read(MAX_BYTES + 1)
            charset, packed = answer.headers.get_content_charset(), answer.headers.get("Content-Encoding", "identity")
            address = answer.url
    except HTTPError as error:
        return SourceError(
            f"{url} cannot be fetched: the server answers {error.code} {' '.join(error.msg.split())[:99]}."
        )
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        said = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
        return SourceError(f"{url} cannot be fetched: {' '.join(str(said).split())[:200].rstrip('.')}.")
    if len(data) > MAX_BYTES:
        return SourceError(f"{url} is longer than {MAX_BYTES // 1_000_000} MB: no article is.")
    if packed != "identity":
        return SourceError(
            f"{url} is sent {packed}-compressed, which was not asked for: save the page and name the file."
        )
    return Content(data, url, encoding, charset, address)


def opener() -> request.OpenerDirector:
    """Return what opens pages of the web and nothing else, through the proxies that the environment names."""
    found = request.OpenerDirector()
    handlers = (request.ProxyHandler, request.HTTPHandler, request.HTTPSHandler, request.HTTPDefaultErrorHandler)
    for handler in (*handlers, request.HTTPErrorProcessor, Redirects):
        found.add_handler(handler())
    return found
