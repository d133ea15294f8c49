"""The tree of a page -> what the stages look at: its meta tags, links, JSON-LD objects and named elements.

Gathered in one walk over the tree, so that each field is looked up and not searched for again.

>>> from whoseword.reports.pages.tree import parse
>>> page = gather(parse('<meta property="og:title" content="Gate opens"><p>Words.').root, None)
>>> page.metas["og:title"]
('Gate opens',)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from whoseword.model import Problem
from whoseword.reports.pages.json_ld import Thing, read_json_ld
from whoseword.reports.pages.tree import Element

MOST_METAS, LONGEST_META = 500, 5000
# Attributes in which the makers of pages name the parts, for their style sheets, scripts and tests.
_CALLED = ("class", "id", "data-testid", "data-component", "data-qa", "data-gu-name", "data-content-field")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
# What programs put into names to tell one build from the next: in "sc-f98b1ad2-0" stands no "ad".
_HASH = re.compile(
    r"(?<![a-zA-Z0-9])(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{6,}(?![a-zA-Z0-9])|(?<=[0-9])[a-z]+(?=[0-9])"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """An element with what its class, id, itemprop, rel and test id say of it.

    `runs` are the words of its names, in lower case, one, two and three in a row: "story__sub-title" has
    ("story",), ("sub", "title") and the others.
    """

    element: Element
    place: int
    runs: frozenset[tuple[str, ...]]
    itemprop: frozenset[str]
    rel: frozenset[str]

    def has(self, *words: str) -> bool:
        """Whether one of its names has these words in a row."""
        return words in self.runs

    def has_any(self, names: frozenset[tuple[str, ...]]) -> bool:
        """Whether it has one of these names."""
        return not self.runs.isdisjoint(names)


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart. `url` is where it came from, `base` what its relative addresses start from.

    `metas` and `links` are by name in lower case, in the page's order. `things` are the objects of its JSON-LD,
    `marked` its elements with a class, itemprop or the like, in order, `places` the number of each element that counts.
    """

    root: Element
    url: str | None
    base: str | None
    metas: Mapping[str, tuple[str, ...]]
    links: Mapping[str, tuple[str, ...]]
    things: tuple[Thing, ...]
    marked: tuple[Marked, ...]
    places: Mapping[Element, int]
    problems: tuple[Problem, ...] = ()

    def meta(self, *names: str) -> tuple[str, str] | None:
        """The first of these meta tags that says something: its content and its name."""
        return next(((self.metas[name][0], name) for name in names if self.metas.get(name)), None)


def gather(root: Element, url: str | None) -> Page:
    """Walks over the tree once."""
    metas: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    marked: list[Marked] = []
    places: dict[Element, int] = {}
    scripts: list[str] = []
    base = url
    for place, element in enumerate(root.iter("*")):
        tag = element.tag
        if tag == "meta":
            _add_meta(metas, element)
            if element.get("itemprop") and (made := _marked(element, place, element)):
                marked.append(made)
        elif tag == "link":
            for rel in (element.get("rel") or "").lower().split():
                links.setdefault(rel, []).append((element.get("href") or "").strip())
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").lower():
                scripts.append(element.text or "")
        elif tag == "base" and element.get("href") and base == url:
            base = _joined(url, element.get("href"))
        elif tag not in ("style", "img", "svg", "path"):
            places[element] = place
            if (attributes := element.items()) and (made := _marked(element, place, dict(attributes))):
                marked.append(made)
    things, problems = read_json_ld(scripts)
    return Page(
        root=root,
        url=url,
        base=base,
        metas={name: tuple(values) for name, values in metas.items()},
        links={rel: tuple(hrefs) for rel, hrefs in links.items()},
        things=things,
        marked=tuple(marked),
        places=places,
        problems=problems,
    )


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name in a class: "articleSub-title" is article, sub, title; a hash has none."""
    return tuple(word.lower() for word in _WORD.findall(_HASH.sub(" ", text)))


def _joined(url: str | None, href: str) -> str | None:
    try:
        return urljoin(url or "", href.strip())
    except ValueError:
        return url


def _add_meta(metas: dict[str, list[str]], element: Element) -> None:
    content = " ".join((element.get("content") or "").split())
    if content and len(content) <= LONGEST_META and len(metas) < MOST_METAS:
        for attribute in ("property", "name", "http-equiv"):
            if name := element.get(attribute):
                metas.setdefault(name.strip().lower(), []).append(content)


def _marked(element: Element, place: int, attributes: Mapping[str, str]) -> Marked | None:
    get = attributes.get
    said = tuple(map(get, _CALLED))
    itemprop, rel = get("itemprop"), get("rel")
    if not (any(said) or itemprop or rel):
        return None
    return Marked(
        element,
        place,
        _runs_of(*said),
        frozenset((itemprop or "").split()),
        frozenset((rel or "").lower().split()),
    )


@lru_cache(4096)
def _runs_of(*said: str | None) -> frozenset[tuple[str, ...]]:
    return frozenset().union(*(_runs(name) for text in said if text for name in text[:500].split()))


@lru_cache(4096)
def _runs(name: str) -> frozenset[tuple[str, ...]]:
    words = name_words(name)
    return frozenset(words[at : at + size] for size in (1, 2, 3) for at in range(len(words) - size + 1))
