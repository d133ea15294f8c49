"""A page -> what it is about: the object of its JSON-LD that tells of its own article, and where that article stands.

A page has objects for its neighbours too: related articles, the site, the video beside the text. One is taken for the
page's own only if it names the page's address or headline, or if nothing else could be meant.

>>> same_words("Gate Opens!", "gate opens")
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from whoseword.model import Problem
from whoseword.reports.pages.furniture import is_furniture
from whoseword.reports.pages.json_ld import Thing, address_of, is_article, string_of, types_of
from whoseword.reports.pages.page import Page
from whoseword.reports.pages.tree import Element, prose_size, words

# Between headline and body stand few lines of few words.
MOST_LINES, MOST_LINE_WORDS = 12, 13
FEWEST_TITLE_WORDS, LONGEST_TITLE, MOST_PARTS = 3, 300, 4

_HEADLINES = frozenset((("headline",), ("article", "title"), ("story", "title"), ("entry", "title"), ("post", "title")))
_BARE = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands on its page: its element, and the short lines between its headline and its body."""

    region: Element
    lines: tuple[str, ...]


def bare(text: str) -> list[str]:
    """The words of a text in small letters, without marks."""
    return _BARE.findall(text.casefold())


def same_words(text: str, other: str) -> bool:
    """Whether two texts have the same words, whatever their capitals and marks."""
    return bool(bare(text)) and bare(text) == bare(other)


def alike(text: str, other: str) -> float:
    """The share of the shorter text's different words that the longer one has."""
    few, many = sorted((set(bare(text)), set(bare(other))), key=len)
    return len(few & many) / len(few) if few else 0.0


def own_thing(page: Page) -> tuple[Thing | None, tuple[Problem, ...]]:
    """The JSON-LD object of the page's own article."""
    articles = [thing for thing in page.things if is_article(thing)]
    if not articles:
        return None, ()
    here = addresses(page)
    shown = [*_headlines(page)]
    own = [thing for thing in articles if _names(thing, here, page.base)]
    if not own:
        own = [thing for thing in articles if any(_is_headed(thing, text) for text in shown)]
    if not own and len(articles) == 1 and not (_elsewhere(articles[0], here, page.base) and shown):
        own = articles
    if not own:
        message = "the page's JSON-LD tells of other articles, and of none that is clearly its own; it is not used"
        return None, (Problem("metadata-not-read", message),)
    # The same article twice, by two plug-ins: the one that says more goes first.
    live = [thing for thing in own if "LiveBlogPosting" in types_of(thing)]
    return max(live or own, key=len), ()


def addresses(page: Page) -> frozenset[str]:
    """The page's address in the forms that it gives, without scheme, "www." and closing slash."""
    said = [page.url, *page.links.get("canonical", ())[:1], *page.metas.get("og:url", ())[:1]]
    return frozenset(bare_address(_absolute(page.base, url)) for url in said if url)


def bare_address(url: str) -> str:
    """An address without what differs between copies of one page: scheme, "www.", query, fragment, closing slash."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}"


def place_of(page: Page) -> Place:
    """Where the page's own article stands."""
    region = _region_of(page)
    return Place(region, _lines_below(page, region))


def _region_of(page: Page) -> Element:
    """The element that the page's article stands in: the innermost article or main around its headline, else all."""
    boxes = [box for box in page.root.iter("article", "main") if box.get("role") != "complementary"]
    holding = [box for box in boxes if next(box.iter("h1"), None) is not None]
    if holding:
        return _largest(holding[-1:] if len(holding) == 1 else _outermost_articles(holding))
    if boxes and (best := _largest(boxes)) is not None and len(words(best)) > 400:
        return best
    return page.root


def _lines_below(page: Page, region: Element) -> tuple[str, ...]:
    """The short lines between the headline and the first paragraph: where byline and day stand without being named."""
    headline = next(region.iter("h1"), None)
    if headline is None:
        named = (marked.element for marked in page.marked if marked.has_any(_HEADLINES))
        headline = next((element for element in named if element.tag in ("h2", "h3", "div", "p", "span")), None)
    if headline is None:
        headline = _titled(page, region)
    if headline is None:
        return ()
    lines: list[str] = []
    inside = set(headline.iter())
    start = page.places.get(headline, 0)
    for element in region.iter("*"):
        is_later = element in inside or page.places.get(element, 0) > start
        for text in (element.text if is_later and element not in inside else "", element.tail if is_later else ""):
            plain = " ".join((text or "").split())
            if len(plain.split()) > MOST_LINE_WORDS or len(lines) >= MOST_LINES:
                return tuple(lines)
            if plain and not is_furniture(element, bylines=False):
                lines.append(plain)
    return tuple(lines)


def _titled(page: Page, region: Element) -> Element | None:
    """The first element with the words of a piece of the title element: the headline of pages without h1."""
    titles = {
        tuple(bare(piece))
        for title in page.root.iter("title")
        for piece in [words(title), *re.split(r"\s+[|–—·•«»-]\s+|:\s", words(title))]
        if len(piece.split()) >= FEWEST_TITLE_WORDS
    }
    for element in region.iter("h2", "h3", "b", "strong", "font", "big", "p", "div", "td", "span"):
        is_small = len(element) <= MOST_PARTS and all(len(part) <= MOST_PARTS for part in element)
        if titles and is_small and len(text := words(element)) <= LONGEST_TITLE and tuple(bare(text)) in titles:
            return element
    return None


def _outermost_articles(holding: Sequence[Element]) -> Sequence[Element]:
    articles = [box for box in holding if box.tag == "article"]
    return articles or holding


def _largest(boxes: Sequence[Element]) -> Element:
    return boxes[0] if len(boxes) == 1 else max(boxes, key=prose_size)


def _headlines(page: Page) -> list[str]:
    h1s = [words(h1) for h1 in page.root.iter("h1")][:5]
    titles = [words(title) for title in page.root.iter("title")][:1]
    return [text for text in (*h1s, *page.metas.get("og:title", ()), *titles) if len(bare(text)) > 1]


def _names(thing: Thing, here: frozenset[str], base: str | None) -> bool:
    return any(bare_address(_absolute(base, url)) in here for url in _addresses_of(thing))


def _addresses_of(thing: Thing) -> list[str]:
    said = [address_of(thing.get(key)) for key in ("mainEntityOfPage", "url", "@id")]
    return [url for url in said if url and (url.startswith(("http", "/")))]


def _elsewhere(thing: Thing, here: frozenset[str], base: str | None) -> bool:
    """Whether an object names an address with a path, and the page is known not to be there."""
    said = [bare_address(_absolute(base, url)) for url in _addresses_of(thing)]
    return bool(here) and any("/" in url and url not in here for url in said)


def _is_headed(thing: Thing, headline: str) -> bool:
    own = string_of(thing.get("headline")) or string_of(thing.get("name")) or ""
    return len(bare(own)) > 1 and alike(own, headline) >= 0.8


def _absolute(base: str | None, url: str) -> str:
    try:
        return urljoin(base or "", url)
    except ValueError:
        return url
