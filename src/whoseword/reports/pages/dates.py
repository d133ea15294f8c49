"""A page -> every day that it tells of itself: published and modified, the most reliable first, as the page has them.

Which one is right is settled later, with the moment of the fetch and the report's own words; nothing is dropped here.

>>> is_moment("2031-05-08T10:30:00+02:00"), is_moment("2 hours ago")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from whoseword.reports.given import Found
from whoseword.reports.pages.furniture import is_furniture
from whoseword.reports.pages.json_ld import Thing, string_of
from whoseword.reports.pages.page import Marked, Page
from whoseword.reports.pages.subject import Place
from whoseword.reports.pages.tree import Element, words

LONGEST_DATE, MOST_DATES = 80, 20
# Words around a time element in the line where it stands; a paragraph of the body that names a day has more.
MOST_WORDS_AROUND = 20
_PUBLISHED_METAS = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publish_date", "publishdate", "pubdate",
    "publication_date", "citation_publication_date", "date", "dc.date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "displaydate", "rnews:datepublished",
)  # fmt: skip
_MODIFIED_METAS = (
    "article:modified_time", "article:modified", "og:updated_time", "og:modified_time", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "revised", "rnews:datemodified",
)  # fmt: skip
_CALLED = frozenset(
    (word,)
    for word in "date dateline datetime timestamp published pubdate publish updated modified posted time".split()
)
_CHANGED = re.compile(r"\b(?:updated|modified|revised|edited|amended|last\s+(?:change|update))\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d)|(?<!\d)(?:19|20)\d{6}(?!\d)")
_LEAD = re.compile(
    r"^\W*(?:(?:first\s+|last\s+)?(?:published|posted|updated|modified|revised|created|date)(?:\s+(?:on|at))?)\s*:?\s*",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}|"
    r"[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4})"
)


def days_of(page: Page, thing: Thing | None, place: Place) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """When it was published and when modified: from JSON-LD, meta tags, microdata, time elements, lines with a day."""
    published: list[Found] = []
    modified: list[Found] = []
    _from_things(page, thing, published, modified)
    for names, days in ((_PUBLISHED_METAS, published), (_MODIFIED_METAS, modified)):
        days += [Found(page.metas[name][0], f"meta {name}") for name in names if name in page.metas]
    for marked in page.marked:
        for itemprop, days in (("datePublished", published), ("dateModified", modified)):
            if itemprop in marked.itemprop and not is_furniture(marked.element, bylines=False):
                days.append(Found(_value_of(marked.element), f"itemprop {itemprop}"))
    _from_elements(page, place, published, modified)
    return _cleaned(published), _cleaned(modified)


def days_of_thing(thing: Thing) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """When a JSON-LD object says that it was published and modified."""
    published, modified = (
        [Found(value, f"json-ld {key}")] if (value := string_of(thing.get(key))) else []
        for key in ("datePublished", "dateModified")
    )
    return _cleaned(published), _cleaned(modified)


def is_moment(value: str) -> bool:
    """Whether a string can be a day: it has a year, and is not longer than a date."""
    return len(value) <= LONGEST_DATE and _YEAR.search(value) is not None


def is_day_line(text: str) -> bool:
    """Whether a line has a day and hardly a word besides: "June 10, 2031, 7:10 p.m. ET"."""
    found = _DAY.search(text) if len(text) <= LONGEST_DATE else None
    return found is not None and len(re.findall(r"[^\W\d_]{2,}", _LEAD.sub("", text).replace(found[0], ""))) <= 1


def moment_of(element: Element) -> str:
    """What a time element says: its `datetime`, else its text without "Published" and the like."""
    return _value_of(element)


def _from_things(page: Page, thing: Thing | None, published: list[Found], modified: list[Found]) -> None:
    pages = [other for other in page.things if str(other.get("@type")) in ("WebPage", "ItemPage")][:1]
    for source, note in ((thing, ""), *((other, " (WebPage)") for other in pages)):
        if source is not None and (source is thing or thing is not None):
            for key, days in (("datePublished", published), ("dateModified", modified)):
                if value := string_of(source.get(key)):
                    days.append(Found(value, f"json-ld {key}{note}"))


def _from_elements(page: Page, place: Place, published: list[Found], modified: list[Found]) -> None:
    region = place.region
    headline = min((page.places.get(h1, 0) for h1 in region.iter("h1")), default=0)
    inside = set(region.iter("time"))
    for element in page.root.iter("time"):
        is_near = element in inside or (page.places.get(element, 0) > headline and not _in_article(element))
        if is_near and not is_furniture(element, bylines=False) and not _is_in_prose(element):
            days = modified if _tells_change(element) else published
            days.append(Found(_value_of(element), "time element"))
    for line in place.lines:
        if (found := _DAY.search(line)) and len(line) <= 2 * LONGEST_DATE:
            days = modified if _CHANGED.search(line) else published
            days.append(Found(found[0], "line below headline"))
    for marked in page.marked:
        if marked.element.tag == "time" or not _is_called_date(marked) or is_furniture(marked.element, bylines=False):
            continue
        text = words(marked.element)
        is_line = len(text) <= 2 * LONGEST_DATE and next(marked.element.iter("time"), None) is None
        if is_line and (region in marked.element.iterancestors() or not _in_article(marked.element)):
            for piece in re.split(
                r"\s+[|•·–—]\s+|\s+(?=(?:last\s+)?(?:updated|modified)\b)", text, flags=re.IGNORECASE
            ):
                if found := _DAY.search(piece):
                    days = modified if _CHANGED.search(piece) else published
                    days.append(Found(found[0], "date element"))


def _value_of(element: Element) -> str:
    said = element.get("datetime") or element.get("content") or element.get("title") or ""
    value = " ".join(said.split())
    if re.fullmatch(r"\d{10}|\d{13}", value):
        # Seconds or milliseconds since 1970, as scripts write them.
        moment = datetime.fromtimestamp(int(value) / (1000 if len(value) == 13 else 1), tz=UTC)
        return moment.isoformat(timespec="seconds")
    return value if is_moment(value) else _LEAD.sub("", words(element))


def _cleaned(found: Iterable[Found]) -> tuple[Found, ...]:
    """Without what can be no day, each value once, at the most reliable of its places."""
    by_value: dict[str, Found] = {}
    for one in found:
        if is_moment(one.value):
            by_value.setdefault(one.value, one)
    return tuple(by_value.values())[:MOST_DATES]


def _tells_change(element: Element) -> bool:
    """Whether the element, its class or the words right before it say that it is the day of a change."""
    name = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('data-testid') or ''}"
    if re.search(r"(?i)updat|modif", name):
        return True
    if re.search(r"(?i)publish|posted|entry-date", name):
        return False
    parent = element.getparent()
    before = element.getprevious()
    lead = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    own = words(element)
    label = words(before) if before is not None and not lead.strip() and before.tag != "time" else ""
    return _CHANGED.search(f"{label} {lead[-60:]} {own}") is not None


def _is_in_prose(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "p" and len(words(parent).split()) > MOST_WORDS_AROUND


def _is_called_date(marked: Marked) -> bool:
    return marked.has_any(_CALLED)


def _in_article(element: Element) -> bool:
    return any(box.tag in ("article", "aside", "nav", "footer") for box in element.iterancestors())
