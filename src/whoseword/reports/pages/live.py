"""A live blog -> its entries, each with its own headline, moment, author and address, in the page's order.

Taken from JSON-LD (`liveBlogUpdate`), with the text of the element of the same id where that says more; else from the
elements of the page that are called entries and carry a moment of their own.

>>> entry_address("https://aldmoor.example/live", "e7")
'https://aldmoor.example/live#e7'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from whoseword.model import Problem
from whoseword.reports.given import Found
from whoseword.reports.pages.body import paragraphs_in, split_paragraphs
from whoseword.reports.pages.byline import byline_in, byline_of_thing
from whoseword.reports.pages.dates import days_of_thing, moment_of
from whoseword.reports.pages.json_ld import Thing, address_of, objects_in, string_of, types_of
from whoseword.reports.pages.page import Page
from whoseword.reports.pages.tree import Element, words

MOST_ENTRIES = 2000
FEWEST_ENTRIES = 2
_ENTRY_NAMES = frozenset(
    (
        ("live", "entry"),
        ("live", "post"),
        ("live", "update"),
        ("live", "block"),
        ("live", "item"),
        ("liveblog", "entry"),
        ("liveblog", "post"),
        ("liveblog", "update"),
        ("liveblog", "item"),
        ("blog", "entry"),
        ("blog", "post"),
        ("lb", "post"),
        ("live", "blog", "entry"),
        ("live", "blog", "post"),
        ("live", "blog", "update"),
        ("live", "blog", "item"),
        ("timeline", "item"),
        ("stream", "item"),
        ("block", "time"),
    )
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `element` is its place on the page, None where it stands in JSON-LD alone."""

    paragraphs: tuple[str, ...]
    title: Found | None
    byline: tuple[Found, ...]
    url: Found | None
    published: tuple[Found, ...]
    modified: tuple[Found, ...]
    extractor: str
    element: Element | None = None


def entries_of(page: Page, thing: Thing | None, url: str | None) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of a live blog; none where the page is no live blog."""
    updates = objects_in(thing.get("liveBlogUpdate")) if thing is not None else ()
    if not updates and not _is_live(page, thing, url):
        return (), ()
    elements = list(_elements(page))
    found = [entry for update in updates[:MOST_ENTRIES] if (entry := _of_update(page, update, url, elements))]
    if not found:
        found = [entry for element in elements[:MOST_ENTRIES] if (entry := _of_element(element, url))]
    total = max(len(updates), len(elements))
    if len(found) < FEWEST_ENTRIES and not updates:
        return (), ()
    problems: tuple[Problem, ...] = ()
    if total > MOST_ENTRIES:
        message = f"the live blog has {total} entries; the first {MOST_ENTRIES} are read"
        problems = (Problem("page-not-all-read", message),)
    return tuple(found), problems


def entry_elements(page: Page, entries: tuple[Entry, ...]) -> tuple[Element, ...]:
    """The elements that the entries stand in, so that the blog's own text can be had without them."""
    return tuple(dict.fromkeys([*(entry.element for entry in entries if entry.element is not None), *_elements(page)]))


def entry_address(url: str, fragment: str) -> str:
    """The address of an entry on the page at `url`."""
    return f"{url.partition('#')[0]}#{fragment}"


def _is_live(page: Page, thing: Thing | None, url: str | None) -> bool:
    if thing is not None and "LiveBlogPosting" in types_of(thing):
        return True
    if any(
        "LiveBlogPosting" in (element.get("itemtype") or "")
        for element in page.root.iter("article", "div", "main", "section")
    ):
        return True
    is_named = any(marked.has("live", "blog") or marked.has("liveblog") for marked in page.marked)
    return is_named or re.search(r"/live(?:blog)?(?:/|-|$)|-live(?:-|/|$)", url or "") is not None


def _elements(page: Page) -> Iterator[Element]:
    """Elements called entries, with a moment and without another entry around them."""
    taken: set[Element] = set()
    for marked in page.marked:
        element = marked.element
        is_entry = "liveBlogUpdate" in marked.itemprop or marked.has_any(_ENTRY_NAMES)
        if not is_entry or next(element.iter("time"), None) is None or element.tag in ("ul", "ol", "main", "body"):
            continue
        holds_several = sum(1 for _ in element.iter("article")) > 2
        if not holds_several and not any(box in taken for box in element.iterancestors()):
            taken.add(element)
            yield element


def _of_update(page: Page, update: Thing, url: str | None, elements: list[Element]) -> Entry | None:
    title = string_of(update.get("headline")) or string_of(update.get("name"))
    own = address_of(update.get("url")) or address_of(update.get("mainEntityOfPage")) or address_of(update.get("@id"))
    element = _element_of(page, own, title, elements)
    body = update.get("articleBody")
    told = _plain(body) if isinstance(body, str) else ()
    shown = _without_title(paragraphs_in(element), title) if element is not None else ()
    paragraphs = shown if len(" ".join(shown).split()) >= len(" ".join(told).split()) else told
    if not paragraphs:
        return None
    address = Found(own, "json-ld url") if own and own.startswith("http") else None
    if address is None and url and own and own.startswith("#"):
        address = Found(entry_address(url, own[1:]), "json-ld url")
    published, modified = days_of_thing(update)
    return Entry(
        paragraphs,
        Found(title, "json-ld headline") if title else None,
        byline_of_thing(update),
        address or _address(element, url),
        published,
        modified,
        "json-ld articleBody" if paragraphs == told else "entry elements",
        element,
    )


def _of_element(element: Element, url: str | None) -> Entry | None:
    heading = next(element.iter("h2", "h3", "h4"), None)
    title = words(heading) if heading is not None else None
    paragraphs = _without_title(paragraphs_in(element), title)
    moments = [moment for time in element.iter("time") if (moment := moment_of(time))][:1]
    if not paragraphs:
        return None
    return Entry(
        paragraphs,
        Found(title, f"entry {heading.tag}") if title and heading is not None else None,
        byline_in(element),
        _address(element, url),
        tuple(Found(moment, "entry time element") for moment in moments),
        (),
        "entry elements",
        element,
    )


def _element_of(page: Page, own: str | None, title: str | None, elements: list[Element]) -> Element | None:
    fragment = own.partition("#")[2] if own else ""
    if fragment:
        named = page.root.xpath("//*[@id=$key or @data-id=$key or @data-block-id=$key]", key=fragment)
        if len(named) == 1 and next(named[0].iter("h1"), None) is None:
            return named[0]
    same = [
        element
        for element in elements
        if title and any(words(head) == title for head in element.iter("h2", "h3", "h4"))
    ]
    return same[0] if len(same) == 1 else None


def _address(element: Element | None, url: str | None) -> Found | None:
    if url is None:
        return None
    name = (element.get("id") or element.get("data-block-id")) if element is not None else None
    return Found(entry_address(url, name), "entry id") if name else Found(url, "live blog")


def _plain(text: str) -> tuple[str, ...]:
    parted = re.sub(r"</(?:p|div|li|blockquote)\s*>|<br\s*/?>", "\n\n", text, flags=re.IGNORECASE)
    return tuple(plain for piece in split_paragraphs(parted) if (plain := string_of(piece)))


def _without_title(paragraphs: tuple[str, ...], title: str | None) -> tuple[str, ...]:
    return paragraphs[1:] if paragraphs and title and paragraphs[0] == title else paragraphs
