"""Lists of feeds in OPML 2.0 (opml.org), as feed readers export them -> feeds, and back.

>>> feeds, problems = read_opml(b'<opml><body><outline text="Dams" xmlUrl="https://aldmoor.example/rss"/></body></opml>')
>>> feeds[0].title, feeds[0].url
('Dams', 'https://aldmoor.example/rss')
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from whoseword.across.intake import Feed
from whoseword.fetching.feeds import absolute, line_of
from whoseword.fetching.markup import read_xml
from whoseword.model import Problem

LARGEST_LIST, MOST_FEEDS = 8 << 20, 10_000


@dataclass(frozen=True, slots=True)
class Listed:
    """A feed as a list names it."""

    url: str
    title: str | None = None
    site: str | None = None


def read_opml(data: bytes, name: str = "OPML") -> tuple[tuple[Listed, ...], tuple[Problem, ...]]:
    """The feeds in a list, each once and in its order, however deep they stand in folders. `name` is for messages."""
    if len(data) > LARGEST_LIST:
        return (), (Problem("too-large", f"{name}: larger than {LARGEST_LIST >> 20} MiB; no list of feeds is"),)
    root, problems = read_xml(data, name)
    if root is None or root.tag.lower() != "opml":
        if any(problem.code == "xml-refused" for problem in problems):
            return (), problems
        return (), (Problem("not-opml", f"{name}: no list of feeds in OPML; export one from a feed reader"),)
    found: dict[str, Listed] = {}
    odd: list[Problem] = []
    for outline in root.iter("outline"):
        told = {key.lower(): value for key, value in outline.attrib.items()}
        if "xmlurl" not in told:
            # A folder, or a note.
            continue
        title = line_of(told.get("title"), marked=False) or line_of(told.get("text"), marked=False)
        if (url := absolute(told["xmlurl"], None)) is None:
            odd.append(Problem("not-an-address", f"{name}: “{title or told['xmlurl']}” has no web address; left out"))
        elif len(found) < MOST_FEEDS:
            found.setdefault(url, Listed(url, title, absolute(told.get("htmlurl"), None)))
    if len(found) == MOST_FEEDS:
        odd.append(Problem("too-many-items", f"{name}: the first {MOST_FEEDS} feeds are used"))
    if not found:
        odd.append(Problem("no-feed-found", f"{name}: no feed in this list; each needs an outline with xmlUrl"))
    return tuple(found.values()), (*problems, *odd)


def opml(feeds: Iterable[Feed | Listed]) -> bytes:
    """The list, sorted by address: the same feeds give the same bytes."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">']
    lines += ["  <head>", "    <title>Feeds</title>", "  </head>", "  <body>"]
    for feed in sorted(feeds, key=lambda feed: feed.url):
        told = {"type": "rss", "text": feed.title or feed.url, "title": feed.title}
        told |= {"xmlUrl": feed.url, "htmlUrl": feed.site}
        lines.append(f"    <outline {' '.join(f'{key}={_quoted(value)}' for key, value in told.items() if value)}/>")
    return "\n".join([*lines, "  </body>", "</opml>", ""]).encode("utf-8", "replace")


def _quoted(words: str) -> str:
    """As the value of an attribute, without characters that XML cannot hold."""
    return quoteattr("".join(each for each in words if each.isprintable()))
