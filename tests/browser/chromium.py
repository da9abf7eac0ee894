"""Debian's Chromium, headless, driven through its own debugging pipe: no driver and no library to install."""

from __future__ import annotations

import base64
import json
import os
from fcntl import F_DUPFD_CLOEXEC, fcntl
from typing import TYPE_CHECKING, Any, Final, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

FLAGS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-ipc-flooding-protection", "--remote-debugging-pipe",
)  # fmt: skip


class Chromium:
    """One browser with one page. Events that the page caused are kept in `events`, as (method, parameters)."""

    def __init__(self, program: str, profile: Path) -> None:
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        # The pipe is file descriptors 3 and 4 of the browser; numbers from 10 on are in nobody's way.
        ends = [fcntl(end, F_DUPFD_CLOEXEC, 10) for end in (to_browser, from_browser)]
        wiring = [(os.POSIX_SPAWN_DUP2, end, number) for end, number in zip(ends, (3, 4), strict=True)]
        silence = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
        arguments = [program, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self._process = os.posix_spawn(program, arguments, os.environ, file_actions=[*wiring, *silence])
        for end in (to_browser, from_browser, *ends):
            os.close(end)
        self._buffer = b""
        self._number = 0
        self._session: str | None = None
        self.events: list[tuple[str, dict[str, Any]]] = []
        pages = [one for one in self.call("Target.getTargets")["targetInfos"] if one["type"] == "page"]
        attached = self.call("Target.attachToTarget", targetId=pages[0]["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.call("Browser.close")
        os.waitpid(self._process, 0)
        os.close(self._out)
        os.close(self._in)

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Return the answer of the browser to one command of its debugging protocol."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append((answer["method"], answer["params"]))

    def open(self, page: Path) -> None:
        """Show a page and wait until it is loaded; events of pages before it are forgotten."""
        self.events.clear()
        self.call("Page.navigate", url=page.as_uri())
        while not any(method == "Page.loadEventFired" for method, _ in self.events):
            answer = self._read()
            self.events.append((answer["method"], answer["params"]))

    def run(self, script: str) -> Any:  # noqa: ANN401 -- whatever JSON the script returns
        """Return the value of a script, awaited, as the page's own console would run it."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def dress(self, width: int, scheme: str, height: int = 900, *, forced: bool = False) -> None:
        """Set the width of the window in CSS pixels and the colour scheme, "light" or "dark"; nothing moves.

        With `forced` the system's few colours are forced on the page, as Windows does for high contrast.
        """
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        wishes = {
            "prefers-color-scheme": scheme,
            "prefers-reduced-motion": "reduce",
            "forced-colors": "active" if forced else "none",
        }
        self.call("Emulation.setEmulatedMedia", features=[{"name": name, "value": wishes[name]} for name in wishes])

    def picture(self) -> bytes:
        """Return a PNG of the window."""
        return base64.b64decode(self.call("Page.captureScreenshot")["data"])

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            piece = os.read(self._in, 1 << 20)
            assert piece, "Chromium has gone"
            self._buffer += piece
        message, _, self._buffer = self._buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer
