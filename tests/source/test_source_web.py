"""Pages that are fetched, from a server of the tests' own: http only, within limits of time, size and redirects."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from clusterdoc.cli import group
from clusterdoc.errors import SourceError
from clusterdoc.source import web
from clusterdoc.source.content import read_content

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = "<html><title>A bridge is closed</title><body><article><p>{}</p></article></body></html>"
WORDS = "Mayor Jane Ott said “it’s closed” on Monday, and that it would take six weeks and $5 million."


class Answers(BaseHTTPRequestHandler):
    release = threading.Event()

    def do_GET(self) -> None:
        kind, _, number = self.path.strip("/").partition("/")
        headers = {
            "page": {"Content-Type": "text/html; charset=windows-1252"}, "once": {"Location": "/page"},
            "loop": {"Location": f"/loop/{int(number or 0) + 1}"}, "file": {"Location": "file:///etc/passwd"},
            "packed": {"Content-Encoding": "gzip"},
        }.get(kind, {})  # fmt: skip
        self.send_response(302 if "Location" in headers else 404 if kind == "none" else 200)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if kind == "slow":
            self.release.wait(5)
        elif kind == "long":
            self.wfile.write(b"a" * 3_000)
        else:
            self.wfile.write(PAGE.format(WORDS).encode("cp1252"))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of a server on this machine."""
    monkeypatch.setenv("no_proxy", "*")
    Answers.release.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as http:
        worker = threading.Thread(target=http.serve_forever, args=(0.01,))
        worker.start()
        yield f"http://127.0.0.1:{http.server_port}"
        Answers.release.set()
        http.shutdown()
        worker.join()


@pytest.mark.parametrize("path", ["/page", "/once"])
def test_a_page_is_fetched_and_said_to_be(path: str, server: str) -> None:
    heard: list[str] = []
    source = read_content(web.fetch(server + path, heard.append))
    assert (source.text, source.title) == (WORDS, "A bridge is closed")
    assert (source.url, heard) == (f"{server}/page", [f"fetching {server}{path}"])


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/none", "the server answers 404 Not Found"),
        ("/loop/0", "redirect"),
        ("/file", "Redirection to url .* is not allowed"),
        ("/packed", "is sent gzip-compressed"),
        ("/slow", "did not answer within 0.5 seconds"),
        ("/long", "is longer than 0 MB"),
    ],
)
def test_what_cannot_be_fetched_is_one_sentence(
    path: str, sentence: str, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "SECONDS", 0.5)
    monkeypatch.setattr(web, "MAX_BYTES", 2_000)
    with pytest.raises(SourceError, match=sentence) as caught:
        web.fetch(server + path, lambda _: None)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("url", ["ftp://example.org/a", "file:///etc/passwd", "gopher://example.org"])
def test_only_pages_of_the_web_are_fetched(url: str) -> None:
    with pytest.raises(SourceError, match="only http:// and https:// are fetched"):
        web.fetch(url, lambda _: None)


def test_nobody_answers() -> None:
    with pytest.raises(SourceError, match="cannot be fetched: Connection refused"):
        web.fetch("http://127.0.0.1:1/", lambda _: None)


def test_the_command_line_fetches_unless_it_must_not(server: str) -> None:
    done = CliRunner().invoke(group, ["figures", "--no-parse", "--csv", f"{server}/page"])
    assert (done.exit_code, done.stderr) == (0, f"clusterdoc: fetching {server}/page\n")
    assert "5000000" in done.stdout
    refused = CliRunner().invoke(group, ["figures", "--no-fetch", f"{server}/page"])
    assert (refused.exit_code, refused.stderr) == (2, f"Error: {server}/page is not fetched: --no-fetch forbids it.\n")
