"""Pages opened in a browser of their own, with a record of all that they ask for and complain of."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

DESK, PHONE = 1280, 360
PATIENCE_MS = 15_000
HEIGHTS = {DESK: 800, PHONE: 740}


@dataclass
class Visits:
    """What was opened; `strays` are requests to others, `complaints` errors on a console."""

    chrome: Browser
    strays: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)
    _kept: dict[tuple[str, bool], Page] = field(default_factory=dict)

    def open(self, base: str, path: str = "/", *, width: int = DESK, dark: bool = False, scripts: bool = True) -> Page:
        """A page of the site at `base` (of files: the file itself), in a browser that knows nothing."""
        context = self.chrome.new_context(
            viewport={"width": width, "height": HEIGHTS[width]},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE_MS)
        self._contexts.append(context)
        context.on("request", partial(self._heed, base))
        context.on("requestfailed", self._forgive)
        page = context.new_page()
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(base + path)
        return page

    def show(self, base: str, path: str, *, scripts: bool = True) -> Page:
        """A page at desk width by day, in the browser that showed the last: quicker, for tests that change nothing."""
        page = self._kept.get((base, scripts))
        if page is None:
            page = self._kept[base, scripts] = self.open(base, path, scripts=scripts)
            return page
        page.set_viewport_size({"width": DESK, "height": HEIGHTS[DESK]})
        page.emulate_media(color_scheme="light")
        page.goto(base + path)
        return page

    def settle(self) -> None:
        """Nothing may have been asked of others, and nothing complained of."""
        assert self.strays == [], self.strays
        assert self.complaints == [], self.complaints

    def close(self) -> None:
        """Closes all that was opened."""
        for context in self._contexts:
            context.close()

    # Looked at and not held up: who holds requests up has no cache, and a page takes twice as long.
    def _heed(self, base: str, request: Request) -> None:
        if not request.url.startswith((base, "data:", "blob:", "x:")):
            self.strays.append(request.url)

    def _forgive(self, request: Request) -> None:
        # The page wanted it and its policy did not let it: nothing went out.
        if request.failure == "csp" and request.url in self.strays:
            self.strays.remove(request.url)

    def _listen(self, message: ConsoleMessage) -> None:
        # That an address is not there is what some tests ask for.
        if message.type == "error" and "404 (Not Found)" not in message.text:
            self.complaints.append(message.text)
