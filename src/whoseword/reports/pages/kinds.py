"""A page with its body -> whether it is a report at all, and whether only the part before a paywall is there.

>>> says_paywall("Subscribe to continue reading this article")
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from whoseword.model import Problem
from whoseword.reports.given import Found
from whoseword.reports.pages.furniture import is_furniture
from whoseword.reports.pages.json_ld import Thing, types_of
from whoseword.reports.pages.page import Page
from whoseword.reports.pages.subject import bare
from whoseword.reports.pages.tree import words

# A brief of one sentence is a report if its page says so; without a word of that, a page needs a few sentences.
FEWEST_WORDS, FEWEST_WORDS_UNTOLD, FEWEST_WORDS_VIDEO = 8, 40, 60
STUB_WORDS, PROSE_WORDS = 250, 12
_GATE = re.compile(
    r"\b(?:subscribe|sign in|log in|register|create (?:a|your) (?:free )?account|join)\b[^.]{0,60}\bto "
    r"(?:continue|keep|read|unlock)|"
    r"\b(?:this|the rest of this|the full) (?:article|story|report|content|page|post) is (?:only |exclusively )?"
    r"(?:for|available to|reserved for) (?:paying |registered |paid )?(?:subscribers|members)|"
    r"\balready (?:a|have a|an?) (?:subscriber|subscription|member)\b|\bsubscribe (?:now )?to (?:read|continue|unlock)|"
    r"\bsubscriber(?:s)?[- ]only\b|\bto continue reading\b|\bkeep reading with\b|\bunlock this (?:article|story)\b|"
    r"\bthis post is for paid subscribers\b",
    re.IGNORECASE,
)
# One of these is in whatever matches, in any capitals; to look for them takes a tenth of the time.
_IN_GATE = ("read", "keep", "unlock", "cont", "subscr", "members")
_ERROR = re.compile(
    r"\b(?:404|403|410|500|502|503)\b|\b(?:page|article|story) (?:is |was |has |could |can)?\s?(?:not|n.t be|"
    r"been removed)\b|not found\b|access denied|"
    r"\bforbidden\b|just a moment|are you (?:a robot|human)|attention required|service unavailable|something "
    r"went wrong|"
    r"(?:checking|verify) (?:your browser|you are human)|page (?:unavailable|doesn.t exist|does not exist|no longer)",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:before you continue|we (?:value|care about|respect) your privacy|your privacy (?:choices|is important)|"
    r"(?:accept|reject|manage) (?:all )?(?:cookies|options|choices)|we and our (?:\d+ )?partners|consent to)\b",
    re.IGNORECASE,
)
_LISTS = frozenset("CollectionPage ItemList SearchResultsPage ProfilePage AboutPage ContactPage".split())
_HOWTO = "save the report itself, not the page that leads to it, and add that"


def why_no_article(
    page: Page, thing: Thing | None, title: Found | None, paragraphs: Sequence[str], place: str
) -> Problem | None:
    """Why a page holds no report, None where it does."""
    size = sum(len(paragraph.split()) for paragraph in paragraphs)
    heads = " ".join(filter(None, [title.value if title else "", *(words(head) for head in page.root.iter("title"))]))
    reason = None
    if thing is None and size < 120 and _ERROR.search(f"{heads} {' '.join(paragraphs[:2])}"):
        reason = "this is an error page; open its address in a browser, and save what is shown there"
    elif (
        size < 200
        and thing is None
        and len({one.lower() for one in _CONSENT.findall(" ".join([heads, *paragraphs]))}) > 1
    ):
        reason = "this page asks for consent and shows no report; agree in a browser, save the report and add that file"
    elif _is_video(page, thing) and size < FEWEST_WORDS_VIDEO:
        reason = "this page holds a video and no text of a report; add a report of what is said in it"
    elif _is_list(page, thing, size):
        reason = f"this is a home page or a list of reports; {_HOWTO}"
    elif size < (FEWEST_WORDS if _is_told(page, thing) else FEWEST_WORDS_UNTOLD):
        reason = f"no text of a report was found on this page ({size} words); {_HOWTO}"
    return Problem("no-article", f"{place}: {reason}") if reason else None


def paywall(page: Page, thing: Thing | None, paragraphs: Sequence[str], place: str) -> Problem | None:
    """The Problem of a page that shows only the start of its report."""
    size = sum(len(paragraph.split()) for paragraph in paragraphs)
    is_locked = thing is not None and _is_false(thing.get("isAccessibleForFree"))
    is_locked = is_locked or (page.meta("article:content_tier") or ("", ""))[0].lower() == "locked"
    if size >= STUB_WORDS or not (is_locked or _has_gate(page)):
        return None
    message = (
        f"{place}: only the start of the report stands before the paywall ({size} words); add the whole "
        "text to have the rest"
    )
    return Problem("paywalled", message)


@lru_cache(1024)
def says_paywall(text: str) -> bool:
    """Whether words ask the reader to subscribe or sign in before reading on."""
    folded = text.casefold()
    return any(part in folded for part in _IN_GATE) and _GATE.search(text) is not None


def _has_gate(page: Page) -> bool:
    """A short element that says so: a paragraph of the report on subscriptions is no gate."""
    for element in page.root.iter("p", "div", "h2", "h3", "a", "button", "span", "section"):
        text = " ".join(element.itertext()) if len(element) < 12 else ""
        if 10 < len(text) < 400 and _GATE.search(" ".join(text.split())):
            return True
    return False


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower() == "false")


def _is_told(page: Page, thing: Thing | None) -> bool:
    kind = (page.meta("og:type") or ("", ""))[0].lower()
    return thing is not None or kind == "article" or "article:published_time" in page.metas


def _is_video(page: Page, thing: Thing | None) -> bool:
    kind = (page.meta("og:type") or ("", ""))[0].lower()
    has_object = any("VideoObject" in types_of(other) for other in page.things)
    has_element = next(page.root.iter("video", "iframe", "amp-video", "amp-youtube"), None) is not None
    return kind.startswith("video") or ((has_object or has_element) and thing is None) or (has_object and has_element)


def _has_prose(page: Page) -> bool:
    """Whether three paragraphs of some length follow each other in one box: cards have one each."""
    found: dict[object, int] = {}
    for paragraph in page.root.iter("p"):
        if len(words(paragraph).split()) >= PROSE_WORDS and next(paragraph.iter("a"), None) is None:
            box = paragraph.getparent()
            found[box] = found.get(box, 0) + 1
            if found[box] >= 3 and not is_furniture(paragraph):
                return True
    return False


def _is_list(page: Page, thing: Thing | None, size: int) -> bool:
    """A home page, a section or results of a search: most of its words are links, or it calls itself so."""
    if thing is not None or (size > 80 and _has_prose(page)):
        return False
    if any(types_of(other) & _LISTS for other in page.things) and not _is_told(page, thing):
        return True
    is_home = page.url is not None and urlsplit(page.url).path in ("", "/") and not urlsplit(page.url).query
    linked = [words(link) for link in page.root.iter("a")]
    headlines = sum(len(bare(text)) >= 5 for text in linked)
    all_linked = sum(len(text.split()) for text in linked)
    if is_home and not _is_told(page, thing):
        return headlines >= 3 or size < 150
    cards = sum(1 for box in page.root.iter("article") if next(box.iter("h2", "h3"), None) is not None)
    return not _is_told(page, thing) and ((headlines >= 8 and all_linked > size) or (cards >= 4 and headlines >= 4))
