"""The page of a site -> the feeds that it names, and the sitemaps of the site.

Feeds stand in the head of a page, `<link rel="alternate" type="application/rss+xml" href="…">` (rssboard.org's
autodiscovery); sitemaps in robots.txt or at /sitemap.xml (sitemaps.org).

>>> from whoseword.reports.given import Given
>>> page = b'<link rel=alternate type="application/atom+xml" href="/atom" title="Dams">'
>>> feeds_named(Given("page", page, url="https://aldmoor.example/"))
(Listed(url='https://aldmoor.example/atom', title='Dams', site='https://aldmoor.example/'),)
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Callable
from itertools import islice
from urllib.parse import urljoin

from whoseword.fetching.feeds import absolute, line_of
from whoseword.fetching.fetch import Fetched
from whoseword.fetching.markup import without
from whoseword.fetching.opml import Listed
from whoseword.fetching.sitemaps import read_sitemap, sitemaps_in
from whoseword.model import Problem
from whoseword.reports.given import Given

# Heads of pages with scripts in them have come to some 300 KiB; the links stand among the first of it.
LOOKED_AT, MOST_LINKS, MOST_NAMED = 1 << 20, 2_000, 100
FEED_TYPES = {
    f"application/{name}" for name in ("rss+xml", "atom+xml", "rdf+xml", "feed+json", "json", "xml", "x.atom+xml")
} | {"text/xml"}
_LINK = re.compile(r"<(link|base)\b([^<>]{1,8000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(?<![a-zA-Z-])([a-zA-Z-]{1,40})\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s"'>]+))""")
_HIDDEN = ((b"<!--", b"-->"), (b"<script", b"</script"), (b"<style", b"</style"))
# What readers write below the reports is no report.
_REMARKS = re.compile(r"\bcomments?\b|/comments/", re.IGNORECASE)


def feeds_named(given: Given) -> tuple[Listed, ...]:
    """The feeds that a page names, each once and in its order; feeds of comments only where there is no other."""
    data = given.data[:LOOKED_AT]
    for opening, closing in _HIDDEN:
        data = without(data, opening, closing)
    text = data.decode(_known(given.charset), "replace")
    base, found = given.url, dict[str, Listed]()
    for tag, inside in (link.groups() for link in islice(_LINK.finditer(text), MOST_LINKS)):
        told = {name.lower(): html.unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(inside)}
        if tag.lower() == "base":
            base = absolute(told.get("href"), given.url) or base
        elif _is_feed(told) and (url := absolute(told.get("href"), base)):
            found.setdefault(url, Listed(url, line_of(told.get("title")), given.url))
    reports = [each for each in found.values() if not _REMARKS.search(f"{each.title or ''} {each.url}")]
    return tuple(reports or found.values())[:MOST_NAMED]


def sitemaps_of(url: str, fetch: Callable[[str], Fetched]) -> tuple[tuple[tuple[str, Given], ...], tuple[Problem, ...]]:
    """The sitemaps of the site at `url`, each with its bytes: those in its robots.txt, else /sitemap.xml."""
    robots = fetch(urljoin(url, "/robots.txt"))
    named = sitemaps_in(robots.given.data.decode("utf-8", "replace"), url) if robots.given else ()
    found: list[tuple[str, Given]] = []
    problems: list[Problem] = []
    for each in (named or (urljoin(url, "/sitemap.xml"),))[:MOST_NAMED]:
        fetched = fetch(each)
        if fetched.given is None:
            problems += fetched.problems
            continue
        sitemap, odd = read_sitemap(fetched.given)
        problems += odd
        if sitemap is not None:
            found.append((each, fetched.given))
    return tuple(found), tuple(problems)


def _is_feed(told: dict[str, str]) -> bool:
    media = told.get("type", "").partition(";")[0].strip().lower()
    rels = told.get("rel", "").lower().split()
    # An alternate in JSON or XML without "feed" or "rss" near it is a page of the site's interface.
    loose = media in {"application/json", "application/xml", "text/xml"}
    told_so = re.search(r"feed|rss|atom", f"{told.get('href', '')} {told.get('title', '')}", re.IGNORECASE)
    return media in FEED_TYPES and bool({"alternate", "feed"} & {*rels}) and (not loose or bool(told_so))


def _known(charset: str | None) -> str:
    try:
        return codecs.lookup(charset or "utf-8").name
    except LookupError:
        return "utf-8"
