"""The test site on this machine: every page under its path, with robots.txt, a feed, a sitemap and conditional GET.

>>> with served() as site:
...     site.url.startswith("http://127.0.0.1:")
True
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote
from xml.sax.saxutils import escape

from tests.site.gold import Style
from tests.site.pages import STYLES

MODIFIED = "Sat, 28 Jun 2031 06:00:00 GMT"


@dataclass
class Site:
    """A running site: its address, its pages by path, and the requests that came: (method, path, status)."""

    url: str
    pages: dict[str, Style]
    asked: list[tuple[str, str, int]] = field(default_factory=list)

    def in_the_wild(self, path: str) -> str:
        """The address of a page under its own host, for those who look that host up on this machine."""
        host, _, page = path[1:].partition("/")
        return f"http://{host}:{self.url.rpartition(':')[2]}/{page}"

    def address(self, name: str) -> str:
        """The address of the page of this name on this machine."""
        path = next(path for path, style in self.pages.items() if style.name == name)
        return f"{self.url}{path}"


@contextmanager
def served(styles: Sequence[Style] = STYLES, robots: str | None = None) -> Iterator[Site]:
    """Serves the pages on a free port of 127.0.0.1 until the block ends."""
    site = Site("", {place_of(style): style for style in styles})

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, headers, data = _answer(site, self.path, dict(self.headers), robots)
            site.asked.append((self.command, self.path, status))
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(data))}.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(data)

        def do_HEAD(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def place_of(style: Style) -> str:
    """The path of a page here: its host first, as several hosts of the wild share one server."""
    return quote(f"/{style.host}{style.path}", safe="/?=:")


def feed(site: Site) -> bytes:
    """An RSS feed of the pages that hold a report."""
    items = "".join(
        f"<item><title>{escape(style.golds[0].title.value if style.golds[0].title else style.name)}</title>"
        f'<link>{escape(site.url + path)}</link><guid isPermaLink="false">{style.name}</guid>'
        f"<pubDate>{MODIFIED}</pubDate></item>"
        for path, style in site.pages.items()
        if style.golds
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>The coast, all papers</title>'
        f"<link>{site.url}/</link><description>Every report of the test site</description>{items}</channel></rss>"
    ).encode()


def sitemap(site: Site) -> bytes:
    """A sitemap of all pages."""
    entries = "".join(
        f"<url><loc>{escape(site.url + path)}</loc><lastmod>2031-06-28</lastmod></url>" for path in site.pages
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"{entries}</urlset>"
    ).encode()


def _answer(site: Site, path: str, asked: dict[str, str], robots: str | None) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body for a request."""
    if path == "/robots.txt":
        rules = (
            robots if robots is not None else f"User-agent: *\nDisallow: /private/\nSitemap: {site.url}/sitemap.xml\n"
        )
        return 200, {"Content-Type": "text/plain"}, rules.encode()
    if path in ("/feed.xml", "/sitemap.xml"):
        data = feed(site) if path == "/feed.xml" else sitemap(site)
        media = "application/rss+xml" if path == "/feed.xml" else "application/xml"
        return _conditional(asked, data, {"Content-Type": media})
    # Asked under its own host, a page is at its own path.
    style = site.pages.get(path) or site.pages.get(f"/{asked.get('Host', '').split(':')[0]}{path}")
    if style is None:
        return 404, {"Content-Type": "text/html; charset=utf-8"}, b"<h1>Page not found</h1>"
    charset = f"; charset={style.charset}" if style.charset else ""
    return _conditional(asked, style.data, {"Content-Type": f"{style.media}{charset}", **style.headers})


def _conditional(asked: dict[str, str], data: bytes, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
    """304 where the asker has these bytes already, told by ETag or, without one, by the day."""
    tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
    headers = {**headers, "ETag": tag, "Last-Modified": MODIFIED}
    named = {name.lower(): value for name, value in asked.items()}
    if "if-none-match" in named:
        is_same = named["if-none-match"] in (tag, f"W/{tag}")
    else:
        is_same = named.get("if-modified-since") == MODIFIED
    return (304, headers, b"") if is_same else (200, headers, data)
