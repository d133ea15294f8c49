"""A page -> its headline: the one that stands on the page, else the one that it tells to machines.

The headline on the page is what its readers saw; others are cut at 110 letters or written for search engines.

>>> without_outlet("Gate opens | The Aldmoor Courier", ["Aldmoor Courier"])
'Gate opens'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from whoseword.reports.given import Found
from whoseword.reports.pages.json_ld import Thing, string_of
from whoseword.reports.pages.outlet import is_same_outlet
from whoseword.reports.pages.page import Page, name_words
from whoseword.reports.pages.subject import alike, bare, same_words
from whoseword.reports.pages.tree import Element, above, words

LONGEST_TITLE = 300
# Below this share of common words a headline on the page and those told to machines are of two things.
SAME_THING = 0.5
_BETWEEN = re.compile(r"\s+[|–—·•«»-]\s+|\s*(?:\||::|»)\s*")
_KICKER = frozenset("kicker label category section eyebrow overline flag tag prefix rubric sr visually hidden".split())
_METAS = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "title")


def headline_of(page: Page, thing: Thing | None, region: Element, sites: Sequence[str]) -> Found | None:
    """The headline and where it stands. `sites` are names of the outlet, which are no part of it."""
    told = _told(page, thing, sites)
    shown = _shown(page, region, sites)
    agreed = [h1 for h1 in shown if any(alike(h1, found.value) >= SAME_THING for found in told)]
    exact = [h1 for h1 in agreed if any(same_words(h1, found.value) for found in told)]
    if exact or agreed:
        return Found((exact or agreed)[0], "h1")
    # Without any other word for it, one h1 alone is the headline; a title element often names the site only.
    if len(shown) == 1 and all(found.by == "title element" for found in told):
        return Found(shown[0], "h1")
    return told[0] if told else None


def without_outlet(title: str, sites: Sequence[str]) -> str:
    """A title without the names of the outlet at its end or start, and without a section between the two."""
    pieces = _BETWEEN.split(title)
    marks = _BETWEEN.findall(title)
    while len(pieces) > 1 and any(is_same_outlet(pieces[-1], site) for site in sites):
        pieces, marks = pieces[:-1], marks[:-1]
    while len(pieces) > 1 and marks[0].strip() in "||::»" and any(is_same_outlet(pieces[0], site) for site in sites):
        pieces, marks = pieces[1:], marks[1:]
    whole = "".join(piece + mark for piece, mark in zip(pieces, [*marks, ""], strict=True))
    return whole.strip()


def _told(page: Page, thing: Thing | None, sites: Sequence[str]) -> list[Found]:
    """What the page tells machines, the most reliable first."""
    said: list[tuple[str | None, str]] = []
    if thing is not None:
        said += [(string_of(thing.get(key)), f"json-ld {key}") for key in ("headline", "name")]
    said += [
        (_item_text(marked.element), "itemprop headline") for marked in page.marked if "headline" in marked.itemprop
    ][:1]
    said += [(page.metas[name][0], name if ":" in name else f"meta {name}") for name in _METAS if name in page.metas]
    said += [(words(title), "title element") for title in page.root.iter("title")][:1]
    said = [(_without_first(title, sites) if title and by == "title element" else title, by) for title, by in said]
    cleaned = [(without_outlet(title, sites), by) for title, by in said if title]
    return [Found(title, by) for title, by in cleaned if _is_title(title, sites)]


def _without_first(title: str, sites: Sequence[str]) -> str:
    """A title element without the outlet before a colon; headlines have colons too."""
    name, _, rest = title.partition(": ")
    return rest.strip() if rest.strip() and any(is_same_outlet(name, site) for site in sites) else title


def _shown(page: Page, region: Element, sites: Sequence[str]) -> list[str]:
    """The h1 elements of the article, else of the page; none that only names the site or stands in another's card."""
    h1s = [h1 for h1 in region.iter("h1") if not _is_furniture(h1)]
    if not h1s:
        h1s = [h1 for h1 in page.root.iter("h1") if not _is_furniture(h1)]
    texts = [_without_kicker(h1) for h1 in h1s[:10]]
    return [text for text in dict.fromkeys(texts) if _is_title(text, sites)]


def _without_kicker(h1: Element) -> str:
    """The text of a headline without the small words above it ("Analysis") that have an element of their own."""
    kickers = [part for part in h1 if set(_names(part)) & _KICKER and len(bare(words(part))) <= 4]
    if not kickers:
        return words(h1)
    pieces = [h1.text or ""]
    for part in h1:
        pieces += [" " if part in kickers else "".join(part.itertext()), part.tail or ""]
    return " ".join("".join(pieces).split()).lstrip("|:–— ") or words(h1)


def _names(element: Element) -> tuple[str, ...]:
    return name_words(f"{element.get('class') or ''} {element.get('data-testid') or ''}")


def _is_furniture(h1: Element) -> bool:
    """A headline in the site's own head or foot, in a menu, beside the article or in a form."""
    for box in above(h1):
        if box.tag in ("nav", "aside", "footer", "form", "dialog"):
            return True
        if box.tag == "header" and {"site", "masthead", "banner"} & {*_names(box), box.get("role") or ""}:
            return True
    return {"logo", "site"} & set(_names(h1)) != set()


def _is_title(title: str, sites: Sequence[str]) -> bool:
    return bool(bare(title)) and len(title) <= LONGEST_TITLE and not any(is_same_outlet(title, site) for site in sites)


def _item_text(element: Element) -> str | None:
    return " ".join((element.get("content") or "").split()) or words(element) or None
