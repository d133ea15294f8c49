"""A headless Chromium, spoken to through a pipe: opens pages, runs a line of script in them, takes pictures.

It speaks the DevTools protocol (https://chromedevtools.github.io/devtools-protocol/), one JSON message and a NUL at a
time on two pipes, so that no package is needed.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from base64 import b64decode
from select import select
from types import TracebackType
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe")
# Seconds without a word from the browser: a page that is there already, for one, is not loaded anew.
PATIENCE = 120
_START = """
import os, sys
os.dup2(int(sys.argv[1]), 3), os.dup2(int(sys.argv[2]), 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


def chromium() -> str | None:
    """Where Chromium is on PATH; None where it is not."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Browser:
    """One page in a headless Chromium; use it in a `with`."""

    def __init__(self, program: str) -> None:
        # A process of the browser may outlive its parent by a moment and write once more while the folder goes.
        self._home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        (given_in, ours_out), (ours_in, given_out) = os.pipe(), os.pipe()
        # The protocol wants the pipes at 3 and 4; from further up they can be put there without one closing the other.
        theirs_in, theirs_out = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (given_in, given_out))
        os.close(given_in)
        os.close(given_out)
        arguments = [*_ARGUMENTS, f"--user-data-dir={self._home.name}", "about:blank"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, str(theirs_in), str(theirs_out), program, *arguments],
            pass_fds=(theirs_in, theirs_out),
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._out, self._in = os.fdopen(ours_out, "wb"), os.fdopen(ours_in, "rb")
        self._rest, self._number, self._session = b"", 0, None
        self._events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")

    def __enter__(self) -> Browser:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(timeout=20)
        self._out.close()
        self._in.close()
        self._home.cleanup()

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One call of the protocol and its answer."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        self._out.flush()
        while (answer := self._read()).get("id") != self._number:
            self._events.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def wait(self, event: str) -> dict[str, Any]:
        """The next event of this name, also one that came during a call."""
        while True:
            found = next((each for each in self._events if each.get("method") == event), None)
            if found:
                self._events.remove(found)
                return found
            self._events.append(self._read())

    def size(self, width: int, height: int, *, dark: bool = False) -> None:
        """How wide and high the page is, in CSS pixels, and which colours it asks for."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def open(self, url: str) -> None:
        """Opens a page and waits for its load event."""
        self._events.clear()
        self.call("Page.navigate", url=url)
        self.wait("Page.loadEventFired")

    def ask(self, script: str) -> Any:
        """The value of an expression in the page; a promise is waited for."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    def picture(self, *, clip: dict[str, float] | None = None) -> bytes:
        """What is to be seen, as a PNG; of the whole page the part that `clip` says (x, y, width, height)."""
        more: dict[str, Any] = {"clip": {"scale": 1} | clip, "captureBeyondViewport": True} if clip else {}
        return b64decode(self.call("Page.captureScreenshot", format="png", **more)["data"])

    def paper(self) -> bytes:
        """The page as a PDF."""
        return b64decode(self.call("Page.printToPDF", preferCSSPageSize=True)["data"])

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            if not select([self._in], [], [], PATIENCE)[0]:
                raise RuntimeError(f"Chromium has said nothing for {PATIENCE} seconds")
            piece = os.read(self._in.fileno(), 1 << 16)
            if not piece:
                raise RuntimeError("Chromium has gone")
            self._rest += piece
        message, _, self._rest = self._rest.partition(b"\0")
        read: dict[str, Any] = json.loads(message)
        return read
