"""A page -> its own address, and the name of its host without what is no part of the name.

A page may name another address as the one to keep (`canonical`). It is believed where it lies on the same site; a page
that points elsewhere, or to its home page, is kept under the address that it came from.

>>> site_of("https://amp.news.aldmoor.co.uk/a")
'aldmoor.co.uk'
"""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from whoseword.model import Problem
from whoseword.reports.given import Found
from whoseword.reports.pages.json_ld import Thing, address_of
from whoseword.reports.pages.page import Page

# Where a country's names lie one level down: "co.uk", "com.au".
_SECOND_LEVEL = frozenset("ac co com edu gob gov govt gouv ltd mil ne net nhs or org plc press sch".split())
_COPIES = re.compile(r"(?:^|\.)(?:ampproject\.org|archive\.org|archive\.ph|archive\.today|googleusercontent\.com)$")
_INNER = re.compile(
    r"^https?://[^/]+/(?:web/\d+[a-z_]*/|c/s/|v/s/|c/|v/)?(?P<inner>(?:https?:/{1,2})?[\w-]+(?:\.[\w-]+)+/.*)$"
)
LONGEST_ADDRESS, LONGEST_TOLD = 2000, 8192  # characters of one that a page, and that an archive tells
_USER = re.compile(r"(?<=://)[^/?#\s]*@")


def own_address(page: Page, thing: Thing | None) -> tuple[Found | None, tuple[Problem, ...]]:
    """The page's address and who says so; the one it came from where nobody says anything that can be believed."""
    said = [
        *((url, "link canonical") for url in page.links.get("canonical", ())[:2]),
        *((url, "og:url") for url in page.metas.get("og:url", ())[:1]),
        *(
            (url, f"json-ld {key}")
            for key in ("url", "mainEntityOfPage")
            if thing and (url := address_of(thing.get(key)))
        ),
    ]
    problems: list[Problem] = []
    for url, by in said:
        full = _full(page.base, url)
        if full is None:
            continue
        if page.url is None or _belongs(full, page.url):
            return Found(full, by), tuple(problems)
        if not problems:
            message = f"the page's {by} is {full[:200]}, on another site or its home page; {page.url} is kept"
            problems.append(Problem("address-elsewhere", message))
    return (Found(page.url, "address") if page.url else None), tuple(problems)


def web_address(told: str | None) -> str | None:
    """What a file tells of where its page was, without a name or a password; None where it is no address of the web.

    >>> web_address("http://[dam/"), web_address("https://ada:rook@aldmoor.example/dam")
    (None, 'https://aldmoor.example/dam')
    """
    url = _USER.sub("", (told or "").strip("<> "))
    is_usable = url.lower().startswith(("http://", "https://")) and url.isprintable() and bool(host_of(url))
    return url if is_usable and len(url) <= LONGEST_TOLD else None


def host_of(url: str | None) -> str:
    """The host of an address in lower case; "" where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return ""


def site_of(url: str) -> str:
    """The part of a host that one owner registers. A rule of thumb: no list of all public suffixes is kept here."""
    host = host_of(url)
    if re.fullmatch(r"[\d.]+|\[?[\da-f:]+\]?", host):
        return host
    labels = host.split(".")
    size = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-size:])


def is_copy(url: str | None) -> bool:
    """Whether an address is that of an archive or a cache, which keep pages of others."""
    return _COPIES.search(host_of(url)) is not None


def _full(base: str | None, url: str) -> str | None:
    try:
        full = urljoin(base or "", url.strip())
        parts = urlsplit(full)
    except ValueError:
        return None
    is_usable = (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and "@" not in parts.netloc
        and len(full) <= LONGEST_ADDRESS
    )
    return full if is_usable and full.isprintable() and " " not in full else None


def _belongs(url: str, came_from: str) -> bool:
    """Whether `url` can be the address of the page at `came_from`."""
    if is_copy(came_from):
        inner = _INNER.match(came_from)
        return inner is not None and site_of(url) == site_of(_with_scheme(inner["inner"]))
    is_home = urlsplit(url).path in ("", "/") and not urlsplit(url).query
    was_home = urlsplit(came_from).path in ("", "/")
    return site_of(url) == site_of(came_from) and (not is_home or was_home)


def _with_scheme(inner: str) -> str:
    rest = re.sub(r"^https?:/{1,2}", "", inner)
    return f"https://{rest}"
