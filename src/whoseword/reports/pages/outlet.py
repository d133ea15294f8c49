"""A page -> the outlet that publishes it, from what the page says of its site; never from its title.

>>> is_same_outlet("The Aldmoor Courier", "aldmoorcourier.example")
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

from whoseword.reports.given import Found
from whoseword.reports.pages.address import host_of, is_copy
from whoseword.reports.pages.json_ld import Thing, objects_in, string_of, types_of
from whoseword.reports.pages.page import Page
from whoseword.reports.pages.subject import bare
from whoseword.reports.pages.tree import Element, spaced_words, words

LONGEST_NAME = 80
# The masthead is at the top.
MOST_LINKS, MOST_IMAGES = 10, 5
# A publisher's company is not what readers call the outlet, where the site has a name as well.
_COMPANY = re.compile(
    r"\b(?:ltd|limited|inc|incorporated|llc|plc|gmbh|ag|corp|corporation|company|group|holdings?|media|publishing|"
    r"publishers|publications|network|trust|s\.?a|b\.?v)\.?$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"://|^@|^www\.|^\W*$|^(?:home|homepage|website|untitled|wordpress|blog)$", re.IGNORECASE)
_PIECES = re.compile(r"\s+[|–—·•«»-]\s+|:\s")
_HOST_LIKE = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_GENERAL = frozenset("the www com org net news online uk co website site web homepage".split())


def outlet_of(page: Page, thing: Thing | None) -> Found | None:
    """The outlet's name and where it stands; the host's name where the page gives none, nothing without an address."""
    said = [found for found in _candidates(page, thing) if _is_name(found.value)]
    names = [found for found in said if not _HOST_LIKE.fullmatch(found.value)]
    if len(names) > 1 and names[0].by == "json-ld publisher" and _COMPANY.search(names[0].value):
        names = [found for found in names[1:] if not _COMPANY.search(found.value)] or names
    if names or said:
        return (names or said)[0]
    if shown := [found for found in _masthead(page) if _is_name(found.value)]:
        return shown[0]
    host = host_of(page.url).removeprefix("www.").removeprefix("amp.").removeprefix("m.")
    is_name = "." in host and not is_copy(page.url) and re.search("[a-z]", host.split(".")[-1])
    return Found(host, "host name") if is_name else None


def site_names(page: Page, outlet: Found | None) -> tuple[str, ...]:
    """Every name under which the page's site goes: of these a headline is freed where they stand at its end."""
    said = [found.value for found in _candidates(page, None)]
    said += [
        name
        for thing in page.things
        if types_of(thing) & {"WebSite", "Organization", "NewsMediaOrganization"}
        for key in ("name", "alternateName")
        if (name := string_of(thing.get(key)))
    ]
    host = "" if is_copy(page.url) else host_of(page.url)
    said += [outlet.value if outlet else "", host, *(label for label in host.split(".")[:-1] if len(label) > 2)]
    return tuple(dict.fromkeys(name for name in said if name and len(name) <= LONGEST_NAME))


def is_same_outlet(name: str, other: str) -> bool:
    """Whether two names of outlets are one but for "the", "news" and endings of addresses."""
    one, two = _core(name), _core(other)
    return bool(one) and one == two


@lru_cache(1024)
def _core(name: str) -> str:
    labels = bare(re.sub(r"\.(?:com?|org|net|example|test|info|news|[a-z]{2})(?:\.[a-z]{2})?$", "", name.casefold()))
    kept = [word for word in labels if word not in _GENERAL] or labels
    joined = "".join(kept)
    return joined.removeprefix("the") if len(joined) > 6 else joined


def _is_name(value: str) -> bool:
    return len(value) <= LONGEST_NAME and not _NO_NAME.search(value)


def _candidates(page: Page, thing: Thing | None) -> list[Found]:
    found: list[Found] = []
    publisher = thing.get("publisher") if thing else None
    names = [string_of(item.get("name")) for item in objects_in(publisher)] or [string_of(publisher)]
    found += [Found(name, "json-ld publisher") for name in names[:1] if name]
    if said := page.meta("og:site_name"):
        found.append(Found(*said))
    found += [
        Found(name, "itemprop publisher")
        for marked in page.marked
        if "publisher" in marked.itemprop and (name := _item_name(marked.element))
    ][:1]
    for name in (
        "application-name",
        "apple-mobile-web-app-title",
        "dc.publisher",
        "publisher",
        "citation_journal_title",
    ):
        if said := page.meta(name):
            found.append(Found(said[0], f"meta {name}" if name != "application-name" else name))
    return found


def _masthead(page: Page) -> list[Found]:
    """The name on the link home or on the picture at the top, if title or host say the same: readers see it."""
    host = host_of(page.url).removeprefix("www.")
    # "press.kell.example" is of the house of "kell.example".
    hosts = (host, *([host.partition(".")[2]] if host.count(".") > 1 else []))
    pieces = [bare(piece) for title in page.root.iter("title") for piece in _PIECES.split(words(title))]
    found: list[Found] = []
    links = list(islice((link for link in page.root.iter("a") if _is_home(page, link)), MOST_LINKS))
    said = [(words(link), "home link") for link in links]
    said += [(image.get("alt") or "", "masthead") for link in links for image in link.iter("img", "amp-img")]
    for name, by in said:
        if bare(name) in (pieces[:1] + pieces[-1:] if len(pieces) > 1 else []) or _is_of(name, hosts):
            found.append(Found(name, by))
    images = [" ".join((image.get("alt") or "").split()) for image in islice(page.root.iter("img"), MOST_IMAGES)]
    found += [Found(name, "masthead") for name in images if _is_of(name, hosts)]
    return found[:1]


def _is_of(name: str, hosts: Sequence[str]) -> bool:
    return any(is_same_outlet(name, host) for host in hosts)


def _is_home(page: Page, link: Element) -> bool:
    href = (link.get("href") or "").strip()
    if "home" in (link.get("rel") or "").split() or href == "/":
        return True
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return parts.path in ("", "/") and not (parts.query or parts.fragment) and host_of(href) == host_of(page.url) != ""


def _item_name(element: object) -> str | None:
    """The name inside a microdata item: what its part "name" says, else its whole text."""
    for part in element.iter("*"):  # type: ignore[attr-defined]
        if "name" in (part.get("itemprop") or "").split():
            return " ".join((part.get("content") or spaced_words(part)).split()) or None
    return spaced_words(element) or None
