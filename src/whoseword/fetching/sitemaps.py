"""The bytes of a sitemap -> the addresses in it (sitemaps.org 0.9, with Google's news extension), or further sitemaps.

>>> from whoseword.reports.given import Given
>>> data = b"<urlset><url><loc>https://aldmoor.example/dam</loc></url></urlset>"
>>> sitemap, problems = read_sitemap(Given("map.xml", data))
>>> [page.url for page in sitemap.pages]
['https://aldmoor.example/dam']
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from whoseword.fetching.feeds import Item, absolute, line_of
from whoseword.fetching.markup import read_xml, words_of
from whoseword.model import Problem
from whoseword.reports.given import Given

# The protocol allows 50 MiB unpacked and 50,000 addresses in one sitemap.
LARGEST_SITEMAP, MOST_PAGES = 50 << 20, 50_000
GZIP = b"\x1f\x8b"
_SITEMAP_LINE = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Pages with the day that a news sitemap tells of each, and further sitemaps, each with when it last changed."""

    pages: tuple[Item, ...] = ()
    maps: tuple[tuple[str, str | None], ...] = ()


def read_sitemap(given: Given) -> tuple[Sitemap | None, tuple[Problem, ...]]:
    """The sitemap in these bytes, packed with gzip or not; None where it is none."""
    data, problems = _unpacked(given)
    if data is None:
        return None, problems
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _plain_list(data, given)
    root, odd = read_xml(data, given.name, given.charset)
    problems = (*problems, *odd)
    if root is not None and root.tag == "sitemapindex":
        maps = ((absolute(words_of(each, "loc"), given.url), words_of(each, "lastmod")) for each in root)
        return Sitemap(maps=tuple((url, changed) for url, changed in maps if url)[:MOST_PAGES]), problems
    if root is not None and root.tag == "urlset":
        found = {page.url: page for page in _pages(root, given)}
        kept = tuple(found.values())[:MOST_PAGES]
        if len(found) > MOST_PAGES:
            message = f"{given.name}: {len(found)} addresses; the first {MOST_PAGES} are used"
            problems = (*problems, Problem("too-many-items", message))
        return Sitemap(pages=kept), problems
    if any(problem.code == "xml-refused" for problem in problems):
        return None, problems
    return None, (Problem("not-a-sitemap", f"{given.name}: no sitemap; look for its address in the site's robots.txt"),)


def sitemaps_in(robots: str, base: str) -> tuple[str, ...]:
    """The addresses that a robots.txt names as sitemaps, each once and in its order."""
    found = (absolute(url, base) for url in _SITEMAP_LINE.findall(robots))
    return tuple(dict.fromkeys(url for url in found if url))


def _unpacked(given: Given) -> tuple[bytes | None, tuple[Problem, ...]]:
    data = given.data
    problems: tuple[Problem, ...] = ()
    message = f"{given.name}: larger than {LARGEST_SITEMAP >> 20} MiB, which no sitemap may be; it is not read"
    if data.startswith(GZIP):
        unpacking = zlib.decompressobj(wbits=31)
        try:
            data = unpacking.decompress(data, LARGEST_SITEMAP + 1)
        except zlib.error as error:
            return None, (Problem("archive-damaged", f"{given.name}: the gzip data is damaged ({error})"),)
        if not unpacking.eof and len(data) <= LARGEST_SITEMAP:
            told = f"{given.name}: the gzip data ends early; what came is used"
            problems = (Problem("archive-damaged", told),)
    if len(data) > LARGEST_SITEMAP:
        return None, (Problem("too-large", message),)
    return data, problems


def _plain_list(data: bytes, given: Given) -> tuple[Sitemap | None, tuple[Problem, ...]]:
    """A sitemap may also be a text file with an address on each line."""
    lines = data.decode("utf-8-sig", "replace").split()
    urls = dict.fromkeys(url for line in lines[:MOST_PAGES] if (url := absolute(line, None)))
    if not urls or len(urls) < len(lines[:MOST_PAGES]) / 2:
        return None, (Problem("not-a-sitemap", f"{given.name}: no sitemap; look for its address in robots.txt"),)
    return Sitemap(pages=tuple(Item(url) for url in urls)), ()


def _pages(root: Element, given: Given) -> Iterator[Item]:
    for each in root:
        if each.tag == "url" and (url := absolute(words_of(each, "loc"), given.url)):
            news = next((child for child in each if child.tag == "news"), None)
            # "lastmod" is no day of publication, and many sites set it to now.
            day, title = (words_of(news, name) if news is not None else None for name in ("publication_date", "title"))
            yield Item(url, line_of(title), line_of(day))
