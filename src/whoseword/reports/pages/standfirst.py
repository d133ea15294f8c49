"""A page -> its standfirst: the lines below the headline that sum the report up and often carry an attribution.

First an element that is called so, wherever it stands below the headline; then what the page tells machines, if that is
neither the cut start of the body nor the outlet's slogan.

>>> is_cut_from("The gate opened on …", "The gate opened on Monday, the guild said.")
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from whoseword.reports.given import Found
from whoseword.reports.pages.furniture import is_furniture
from whoseword.reports.pages.json_ld import Thing, string_of, types_of
from whoseword.reports.pages.page import Marked, Page
from whoseword.reports.pages.subject import alike, bare, same_words
from whoseword.reports.pages.tree import Element, above, words

FEWEST_WORDS, MOST_WORDS, LONGEST = 4, 90, 2000
# A slogan and the report have few words of any weight in common; measured on the pages of the tests.
SHARED_WITH_REPORT = 0.4
# A paragraph of so many words between headline and standfirst means that the body has begun.
BODY_PARAGRAPH = 14
_STRONG = (
    ("standfirst",), ("dek",), ("deck",), ("subtitle",), ("sub", "title"), ("subheadline",), ("sub", "headline"),
    ("subhead",), ("sub", "head"), ("subheading",), ("sub", "heading"), ("strapline",), ("sell",), ("bajada",),
)  # fmt: skip
_WEAK = (
    ("summary",), ("lede",), ("lead",), ("intro",), ("introduction",), ("excerpt",), ("description",), ("abstract",),
    ("teaser",), ("synopsis",), ("secondary", "title"),
)  # fmt: skip
_STRONG_NAMES, _WEAK_NAMES = frozenset(_STRONG), frozenset(_WEAK)
_ITEMPROPS = frozenset(("alternativeHeadline", "description", "alternateName"))
# Objects that tell of the page, and so of its report; others tell of the site.
_OF_PAGE = frozenset(("WebPage", "ItemPage"))
_METAS = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
_CUT = re.compile(r"(?:\.{3}|…|\[…\]|\[\.\.\.\])\W*$")
_SLOGAN = re.compile(
    r"^(?:(?:get|read|find|see|follow)\s+)?(?:all\s+)?(?:the\s+)?(?:latest|breaking|local|top|today.s)\s+"
    r"(?:[\w,&]+\s+){0,4}(?:news|headlines|stories|updates)\b|\byour (?:trusted )?source (?:for|of)\b|^the post "
    r".* appeared first",
    re.IGNORECASE,
)
_LIGHT = re.compile(
    r"^\w{1,3}$|^(?:that|this|with|from|have|been|were|will|their|which|about|after|said|says|they|your)$"
)


def standfirst_of(page: Page, thing: Thing | None, title: Found | None, body: Sequence[str]) -> Found | None:
    """The standfirst and where it stands. `body` are the paragraphs of the report."""
    found = _shown(page, title, body)
    return found or _told(page, thing, title, body)


def is_cut_from(words_of_it: str, text: str) -> bool:
    """Whether words are only the start of a text, or a stretch of it, perhaps broken off with dots."""
    few, many = bare(_CUT.sub("", words_of_it)), bare(text)
    # A cut may go through a word.
    stem = few[:-1] if _CUT.search(words_of_it) and len(few) > 4 else few
    joined = f" {' '.join(many)} "
    return f" {' '.join(stem)} " in joined or (len(stem) > 6 and joined.startswith(f" {' '.join(stem[:-1])} "))


def _shown(page: Page, title: Found | None, body: Sequence[str]) -> Found | None:
    h1 = _headline_element(page, title)
    start = page.places.get(h1, 0) if h1 is not None else 0
    below = [marked for marked in page.marked if marked.place > start and marked.element.tag not in ("body", "html")]
    end = _body_start(page, start)
    for marked in below:
        if is_strong := marked.has_any(_STRONG_NAMES) or "alternativeHeadline" in marked.itemprop:
            pass
        elif not (marked.has_any(_WEAK_NAMES) or marked.itemprop & _ITEMPROPS):
            continue
        if "articleBody" in marked.itemprop or (marked.place > end and not (is_strong and _is_in_head(marked))):
            continue
        text = _text_of(marked.element)
        is_all = len(body) == 1 and same_words(text, body[0])
        if (
            _is_standfirst(text, title)
            and not is_furniture(marked.element)
            and (is_strong or not (is_all or _is_among_paragraphs(marked.element)))
        ):
            return Found(text, _named(marked))
    return _subheading(h1, title, body)


def _told(page: Page, thing: Thing | None, title: Found | None, body: Sequence[str]) -> Found | None:
    text = " ".join(body)
    slogans = [
        words_of_it
        for other in page.things
        if other is not thing
        and not types_of(other) & _OF_PAGE
        and (words_of_it := string_of(other.get("description")))
    ]
    said = [(string_of(thing.get(key)), f"json-ld {key}") for key in ("alternativeHeadline", "description") if thing]
    said += [(page.metas[name][0], name if ":" in name else f"meta {name}") for name in _METAS if name in page.metas]
    for value, by in said:
        plain = string_of(value)
        if plain is None or not _is_standfirst(plain, title) or _CUT.search(plain) or _SLOGAN.search(plain):
            continue
        is_slogan = not by.startswith("json-ld") and any(same_words(plain, slogan) for slogan in slogans)
        is_of_report = not text or _weight_shared(plain, text, title) >= SHARED_WITH_REPORT
        if not is_slogan and is_of_report and not is_cut_from(plain, text):
            return Found(plain, by)
    return None


def _headline_element(page: Page, title: Found | None) -> Element | None:
    h1s = list(page.root.iter("h1"))
    if title is not None:
        h1s = [h1 for h1 in h1s if alike(words(h1), title.value) > 0.7] or h1s[:0]
    return h1s[0] if h1s else None


def _body_start(page: Page, start: int) -> int:
    """The place of the first paragraph of the body below the headline."""
    called = {marked.element for marked in page.marked if marked.has_any(_STRONG_NAMES) or marked.has_any(_WEAK_NAMES)}
    for paragraph in page.root.iter("p"):
        place = page.places.get(paragraph, 0)
        is_long = place > start and len(words(paragraph).split()) >= BODY_PARAGRAPH
        if is_long and called.isdisjoint((paragraph, paragraph.getparent())) and not is_furniture(paragraph):
            return place
    return max(page.places.values(), default=0) + 1


def _is_in_head(marked: Marked) -> bool:
    return any(box.tag in ("header", "hgroup") for box in above(marked.element))


def _is_standfirst(text: str, title: Found | None) -> bool:
    count = len(text.split()) if len(text) <= LONGEST else 0
    return FEWEST_WORDS <= count <= MOST_WORDS and not (title is not None and same_words(text, title.value))


def _is_among_paragraphs(element: Element) -> bool:
    """Whether it is the first of the body's own paragraphs: a larger letter makes no standfirst."""
    after = element.getnext()
    while after is not None and after.tag in ("figure", "aside", "div") and not words(after):
        after = after.getnext()
    return element.tag == "p" and after is not None and after.tag == "p" and len(words(after).split()) >= BODY_PARAGRAPH


def _text_of(element: Element) -> str:
    """Its words; "" where it holds headings or several links, as lists of other reports do."""
    if any(
        len(list(element.iter(tag))) > most for tag, most in (("h1", 0), ("h3", 1), ("a", 3), ("p", 3), ("time", 0))
    ):
        return ""
    # A heading with a list is a box of its own: "Summary", "Key points".
    if next(element.iter("h2", "h3"), None) is not None and next(element.iter("li"), None) is not None:
        return ""
    blocks = [words(part) for part in element.iter("p", "li", "h2", "h3")]
    return " ".join((element.get("content") or "").split()) or (
        " ".join(filter(None, blocks)) if len(blocks) > 1 else words(element)
    )


def _subheading(h1: Element | None, title: Found | None, body: Sequence[str]) -> Found | None:
    """An h2 right below the headline, inside its header or before the body: <h1>…</h1><h2>…</h2>."""
    after = h1.getnext() if h1 is not None else None
    if after is None or after.tag not in ("h2", "h3"):
        return None
    text = words(after)
    is_section = (
        any(same_words(text, paragraph) for paragraph in body) and h1 is not None and h1.getparent().tag != "header"
    )
    return Found(text, f"{after.tag} below h1") if _is_standfirst(text, title) and not is_section else None


def _named(marked: Marked) -> str:
    if found := sorted(marked.itemprop & _ITEMPROPS):
        return f"itemprop {found[0]}"
    name = next((form for form in (*_STRONG, *_WEAK) if marked.has(*form)), ("standfirst",))
    return f"{'-'.join(name)} element"


def _weight_shared(text: str, other: str, title: Found | None) -> float:
    """The share of a text's words of any weight that the report has too, by their first five letters."""
    heavy = {word[:5] for word in bare(text) if not _LIGHT.match(word)}
    report = {word[:5] for word in bare(f"{title.value if title else ''} {other}")}
    return len(heavy & report) / len(heavy) if heavy else 0.0
