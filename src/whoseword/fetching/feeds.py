"""The bytes of a feed -> what it is called and the items in it, in its own order.

RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom are read with feedparser, JSON Feed 1.0 and 1.1 (jsonfeed.org) as JSON. Of an
item only its address, title, day and id are taken; its text comes from its page. Nothing is fetched here.

>>> from whoseword.reports.given import Given
>>> feed, problems = read_feed(Given("dam.json", b'{"version": "https://jsonfeed.org/version/1.1", "title": "Dams",'
...     b' "items": [{"id": "1", "url": "https://aldmoor.example/dam"}]}'))
>>> feed.title, [item.url for item in feed.items]
('Dams', ['https://aldmoor.example/dam'])
"""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from whoseword.fetching.faults import without_password
from whoseword.fetching.markup import MOST_DEPTH, read_xml, tells_encoding, without
from whoseword.model import Problem
from whoseword.reports.given import Given

# The fullest feeds of newsrooms and podcasts stay below 8 MiB and 2,000 items; 100,000 elements are those of 5,000.
LARGEST_FEED, MOST_ITEMS, MOST_ELEMENTS = 8 << 20, 2_000, 100_000
# Where a feed is no good XML, feedparser reads it as a soup of tags, which takes seconds for each MiB. Unescaped HTML
# leaves a <br> or an <img> open in each paragraph.
LARGEST_DAMAGED, MOST_UNCLOSED = 2 << 20, 2_000
LONGEST_TITLE, LONGEST_ADDRESS = 500, 8_000
_ROOT = re.compile(rb"<(?:[A-Za-z][\w.-]*:)?(rss|feed|rdf)[\s>/]", re.IGNORECASE)
_BEFORE_ROOT = re.compile(
    rb"(?is:<\?.{0,2000}?\?>|<!--.{0,20000}?-->|<!DOCTYPE[^>\[]{0,500}(?:\[.{0,20000}?\]\s*)?>|\s+)"
)
_TAG = re.compile(rb"<(/?)[A-Za-z][^<>]*?(/?)>")
_MARKUP = re.compile(r"<[A-Za-z/!][^<>]*>")
JSON_FEED = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/1(?:\.\d+)?/?")
WEB = ("http", "https")


@dataclass(frozen=True, slots=True)
class Item:
    """What a feed says of one report: its address, title, moments of publication and of change (ISO 8601), and id."""

    url: str
    title: str | None = None
    published: str | None = None
    id: str | None = None
    changed: str | None = None


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed as it was found. `site` is the address of the pages that it belongs to."""

    title: str | None
    site: str | None
    items: tuple[Item, ...]


def read_feed(given: Given) -> tuple[FoundFeed | None, tuple[Problem, ...]]:
    """The feed in these bytes, None where it is none or must not be read. Addresses are absolute."""
    name = given.name
    if len(given.data) > LARGEST_FEED:
        return None, (Problem("too-large", f"{name}: larger than {LARGEST_FEED >> 20} MiB; no feed of reports is"),)
    data = given.data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(b"{"):
        found, problems = _json_feed(data, given)
    elif is_feed(given.data):
        found, problems = _xml_feed(given)
    else:
        found, problems = None, ()
    if found is None:
        message = f"{name}: no feed (RSS, Atom or JSON Feed); give the address of a feed, or of a page that names one"
        return None, problems or (Problem("not-a-feed", message),)
    items, odd = _usable(found.items, given)
    return replace(found, items=items), (*problems, *odd)


def is_feed(data: bytes) -> bool:
    """Whether the first element is that of RSS, RDF or Atom."""
    # The characters of UTF-16 that matter here are those of ASCII with a zero byte beside each.
    head = data[:65_536].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    start = 0
    while found := _BEFORE_ROOT.match(head, start):
        start = found.end()
    return bool(_ROOT.match(head, start))


def absolute(url: object, base: str | None) -> str | None:
    """A web address as it stands or seen from `base`; None where it is none."""
    if not isinstance(url, str) or not url.strip() or len(url) > LONGEST_ADDRESS:
        return None
    try:
        whole = urljoin(base or "", "".join(url.split()))
        parts = urlsplit(whole)
    except ValueError:
        return None
    return without_password(whole) if parts.scheme in WEB and parts.hostname else None


def line_of(words: object, *, marked: bool = True) -> str | None:
    """Words in one line of bounded length; `marked`: they may hold HTML, of which only the words are taken."""
    if not isinstance(words, str):
        return None
    words = words[: 20 * LONGEST_TITLE]
    line = " ".join((html.unescape(_MARKUP.sub(" ", words)) if marked else words).split())
    return (line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1]}…") or None


def _xml_feed(given: Given) -> tuple[FoundFeed | None, tuple[Problem, ...]]:
    _, problems = read_xml(given.data, given.name, given.charset, most_elements=MOST_ELEMENTS)
    if any(problem.code == "xml-refused" for problem in problems):
        return None, problems
    if problems:
        if reason := _hopeless(given.data):
            return None, (Problem("xml-refused", f"{given.name}: not well formed, and {reason}; it is not read"),)
        message = f"{given.name}: the feed is not well formed; what can be made out is used"
        problems = (Problem("xml-damaged", message),)
    try:
        import feedparser  # noqa: PLC0415  (loading it takes longer than most commands)
    except ImportError:
        message = f"{given.name}: a feed needs more packages; install them with pip install 'whoseword[intake]'"
        return None, (Problem("needs-intake", message),)
    charset = f"; charset={given.charset}" if given.charset and not tells_encoding(given.data) else ""
    # A stream: bytes could be taken for the name of a file. What it would clean or resolve is HTML, of which nothing is
    # taken here, and it needs 20 seconds for a MiB that was made to be slow.
    parsed = feedparser.parse(
        io.BytesIO(given.data.lstrip()),
        response_headers={"content-type": f"application/xml{charset}", "content-location": given.url or ""},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    if not parsed.version and not parsed.entries:
        return None, ()
    is_atom = str(parsed.version).startswith("atom")
    items = tuple(_item(entry, is_atom=is_atom) for entry in parsed.entries)
    site = absolute(parsed.feed.get("link"), given.url)
    return FoundFeed(line_of(parsed.feed.get("title")), site, items), problems


def _hopeless(data: bytes) -> str | None:
    """Why damaged XML is not read as a soup of tags."""
    if len(data) > LARGEST_DAMAGED:
        return f"larger than {LARGEST_DAMAGED >> 20} MiB"
    depth = deepest = elements = 0
    data = without(without(data, b"<!--", b"-->"), b"<![cdata[", b"]]>")
    for closing, empty in _TAG.findall(data):
        depth = max(0, depth - 1) if closing else depth + (not empty)
        deepest, elements = max(deepest, depth), elements + (not closing)
    if deepest > MOST_UNCLOSED + MOST_DEPTH or elements > MOST_ELEMENTS:
        return f"more than {MOST_UNCLOSED} elements are left open" if elements <= MOST_ELEMENTS else "too long"
    return None


def _item(entry: Any, *, is_atom: bool) -> Item:
    # FeedBurner puts its own address into the link and keeps that of the page beside it.
    url = entry.get("feedburner_origlink") or entry.get("link") or ""
    # Atom's "updated" is when the item was last changed. In RSS, dc:date is when it came out.
    names = ("published",) if is_atom else ("published", "updated")
    days = (_moment(entry.get(name), entry.get(f"{name}_parsed")) for name in names if name in entry)
    changed = _moment(entry.get("updated"), entry.get("updated_parsed")) if is_atom and "updated" in entry else None
    published = next((day for day in days if day), None)
    return Item(url, line_of(entry.get("title")), published, line_of(entry.get("id")), changed)


def _moment(words: object, parsed: Any = None) -> str | None:
    """A moment as it was written, in its own zone: the day is that of the outlet. `parsed` is the same in UTC."""
    if not isinstance(words, str):
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(words.strip()).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    try:
        year, month, day, hour, minute, second = parsed[:6]
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC).isoformat()
    except (ValueError, TypeError):
        return None


def _json_feed(data: bytes, given: Given) -> tuple[FoundFeed | None, tuple[Problem, ...]]:
    try:
        whole = json.loads(data.decode(given.charset or "utf-8", "replace"), strict=False)
    except (ValueError, RecursionError, LookupError):
        return None, (Problem("not-a-feed", f"{given.name}: starts as JSON and is none; it is not read"),)
    version = whole.get("version") if isinstance(whole, dict) else None
    if not isinstance(version, str) or not JSON_FEED.fullmatch(version):
        return None, ()
    listed = whole.get("items")
    entries: Iterable[Any] = listed if isinstance(listed, list) else ()
    items = tuple(
        Item(
            entry.get("url") or entry.get("external_url") or "",
            line_of(entry.get("title")),
            _moment(entry.get("date_published")),
            line_of(str(entry["id"])) if entry.get("id") is not None else None,
            _moment(entry.get("date_modified")),
        )
        for entry in entries
        if isinstance(entry, dict)
    )
    return FoundFeed(line_of(whole.get("title")), absolute(whole.get("home_page_url"), given.url), items), ()


def _usable(items: tuple[Item, ...], given: Given) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """The items with an address, each once; the others are told."""
    found: dict[str, Item] = {}
    problems = list(_odd(items, given))
    for item in items[:MOST_ITEMS]:
        if url := absolute(item.url, given.url):
            found.setdefault(url, replace(item, url=url))
    return tuple(found.values()), tuple(problems)


def _odd(items: tuple[Item, ...], given: Given) -> Iterator[Problem]:
    for number, item in enumerate(items[:MOST_ITEMS], 1):
        if absolute(item.url, given.url) is None:
            named = f"“{item.title}”" if item.title else item.id or "without a title"
            address = f" (“{line_of(item.url)}” is no web address)" if line_of(item.url) else ""
            message = f"{given.name}: item {number}, {named}, has no link{address}; nothing can be fetched for it"
            yield Problem("item-without-link", message)
    if len(items) > MOST_ITEMS:
        message = f"{given.name}: {len(items)} items; the first {MOST_ITEMS} are used"
        yield Problem("too-many-items", message)
