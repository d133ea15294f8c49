"""A served store: where it is, and one address for each kind of page, found by following links as a reader would."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from urllib.request import urlopen

# In the order in which a reader meets them. Names are those of the pictures.
KINDS = {
    "home": r"/",
    "story": r"/story/\w+",
    "story-claims": r"/story/\w+/claims",
    "story-ledger": r"/story/\w+/ledger",
    "story-figures": r"/story/\w+/figures",
    "story-changes": r"/story/\w+/changes",
    "story-timeline": r"/story/\w+/timeline",
    "story-sources": r"/story/\w+/sources",
    "story-reports": r"/story/\w+/reports",
    "claim": r"/claim/\w+",
    "promise": r"/story/\w+/promise/\w+",
    "figure": r"/story/\w+/figure/\w+",
    "source": r"/source/\w+/\w+",
    "report": r"/report/\w+",
    "report-words": r"/report/\w+\?at=.*",
    "compare-one": r"/compare\?a=\w+",
    "compare": r"/compare",
    "search": r"/search",
    "add": r"/add",
    "judge": r"/judge\?about=.*",
    "judgements": r"/judgements",
    "keys": r"/keys",
    "api": r"/api",
}
MORE = ("compare-two", "search-found", "search-nothing", "report-bare", "not-found")
PAGES = (*KINDS, *MORE)
_MOST = 60


@dataclass(frozen=True)
class Site:
    """`base` is the address of the server, `paths` where each page of `PAGES` is on it."""

    base: str
    paths: dict[str, str]


def source_of(address: str) -> str:
    """A page as the server sends it."""
    with urlopen(address) as answer:
        text: str = answer.read().decode()
    return text


def site_of(base: str) -> Site:
    """Walks the pages until one of each kind is found."""
    paths: dict[str, str] = {}
    links: dict[str, list[str]] = {}
    todo = ["/"]
    while todo and len(paths) < len(KINDS) and len(links) < _MOST:
        address = todo.pop(0)
        name = next((name for name, shape in KINDS.items() if re.fullmatch(shape, address)), None)
        if name is None or name in paths:
            continue
        paths[name] = address
        found = re.findall(r'href="(/[^"]*)"', source_of(base + address))
        links[address] = [unescape(link).partition("#")[0] for link in found]
        todo += links[address]
    reports = [link.rpartition("/")[2] for link in links[paths["story-reports"]] if re.fullmatch(r"/report/\w+", link)]
    paths["compare-two"] = f"/compare?a={reports[0]}&b={reports[1]}"
    paths["search-found"] = "/search?words=dam"
    paths["search-nothing"] = "/search?words=nowhere&since=2023"
    paths["report-bare"] = f"{paths['report']}?layers=none"
    paths["not-found"] = "/nowhere"
    assert set(paths) == set(PAGES), set(PAGES) - set(paths)
    return Site(base, paths)
