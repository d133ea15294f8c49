"""What stands around a report on its page: menus, related reports, share and newsletter boxes, captions, comments.

Told by elements and by what they are called, and lines by their words. A box that holds much of the page's text is
never taken for furniture, whatever it is called.

>>> is_furniture_line("Read more: The gate that would not close")
True
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from whoseword.reports.pages.page import name_words
from whoseword.reports.pages.tree import Element, prose_size, words

# A box with more of the words of the page's paragraphs than this is not beside the report: it holds it.
LARGEST_SHARE = 0.3
LONGEST_LINE = 200
_TAGS = frozenset(
    "nav aside footer form button dialog iframe script style svg template select textarea input figcaption noscript "
    "object embed video audio canvas menu amp-ad amp-sidebar amp-social-share amp-consent amp-embed".split()
)
_ALWAYS = frozenset(("script", "style", "svg", "nav", "figcaption"))
_ROLES = frozenset("navigation complementary contentinfo search dialog alertdialog menu menubar toolbar".split())
# Words of classes, as whole words or as two in a row; "no-sidebar" and "has-related" say something of their owner.
_NAMES = (
    "ad ads advert adverts advertisement advertising sponsored sponsor promo promoted promotion outbrain taboola dfp "
    "related recirc recirculation recommended recommendations trending popular teaser-list share sharing shares social "
    "sharedaddy addthis newsletter signup subscribe subscription mailing breadcrumb breadcrumbs caption credit credits "
    "comments comment disqus respond cookie cookies consent gdpr paywall gate regwall piano tags taglist topics "
    "sidebar skip pagination pager toolbar masthead menu navbar nav navigation footer copyright pullquote tooltip "
    "modal popup overlay banner widget carousel slideshow gallery jwplayer player byline-bio jp-relatedposts "
    "nocontent noprint offscreen cta toc disclaimer barrier audio"
).split()
_PAIRS = frozenset(
    tuple(pair.split())
    for pair in (
        "read more, see also, more stories, more from, more on, most read, most viewed, up next, read next, "
        "also read, you may, sign up, screen reader, visually hidden, sr only, pull quote, author bio, about "
        "author, author box, author card, image source, media caption, call to, site header, site footer, "
        "back to, story list, latest news, print only, follow us, entry meta, post meta, in brief "
    ).split(",")
)
# Of a report itself, and no furniture where a byline or a day is looked for.
_BYLINES = (
    ("contributor",),
    ("contributors",),
    ("author",),
    ("authors",),
    ("byline",),
    ("bylines",),
    ("by", "line"),
    ("dateline",),
    ("timestamp",),
    ("publish", "date"),
    ("published", "date"),
)
# Drupal's word for a report that stands on the front page as well.
_STATES = frozenset((("node", "promoted"),))
# The head and the foot of a post tell who wrote it and when.
_POSTS, _ENDS = frozenset("post entry article asset node story".split()), frozenset(("masthead", "footer"))
# A box with the headline or the body of the page's report is none, whatever it is called: <div class="widget Blog">.
_REPORT = ".//h1 | .//*[contains(@itemprop, 'articleBody') or contains(@class, 'post-body')]"
_WITHOUT = frozenset("no has with is without hide show enable enabled js".split())
_LINE = re.compile(
    r"^\W*(?:"
    r"(?:read|see|watch|listen|hear|find out)\s+(?:more|also|now|next|full|the full|our)\b(?:.{0,3}$|\s*[:–—-].*|"
    r"\s+(?:on|about|from|at|here)\b.{0,80})|"
    r"(?:related|more|recommended|also read|read next|up next|don.t miss|most read|in pictures|video|watch|"
    r"listen|explainer|"
    r"more on this(?: story)?|more from [\w ]{2,40}|related (?:stories|articles|topics|content|news))\s*(?::.*|$)|"
    r"(?:sign up|subscribe|log in|sign in|register (?:now|here|to|with us))\b(?:.{0,120}\b(?:newsletters?|inbox|"
    r"e-?mail|updates|alerts?|briefing|today|here|free|account|continue|offers?|podcast)\b.*|.{0,30}$)|"
    r"(?:get|receive) (?:our|the|all|more|an?|daily|weekly|every)\b.{0,80}"
    r"\b(?:newsletter|(?:to|in) your (?:inbox|e-?mail))"
    r"\b.{0,60}|"
    r"(?:follow|like|join|find) (?:us|our|[A-Z]\w+(?: \w+){0,4}) on (?:facebook|twitter|x|instagram|threads|bluesky|"
    r"mastodon|linkedin|youtube|tiktok|telegram|whatsapp|google|social media)\b.{0,60}|"
    r"share(?: (?:this|on|via|with)\b.{0,60}|\W*$)|"
    r"(?:click|tap) (?:here|to)\b.{0,80}|skip to\b.{0,40}|"
    r"(?:story|article) continues (?:below|after)\b.{0,40}|continue reading\b.{0,60}|scroll (?:down|to)\b.{0,40}|"
    r"advertisement|sponsored(?: content)?|ad|loading\W*|print|email|e-mail|comments?(?: \(\d+\))?|\d+ "
    r"comments?|tags?:.*|topics?:.*|"
    r"filed under\b.*|posted in\b.*|file (?:photo|image)\b.*|"
    r"(?:image|photo|picture|video|photograph)(?:s)?(?: (?:source|credit|caption|by|courtesy))?\s*[:/|].{0,150}|"
    r"(?:credit|caption)\s*:.{0,100}|enlarge this image\b.*|hide caption|toggle caption|"
    r"(?:we|this (?:site|website)) uses? cookies\b.*|by (?:continuing|using|clicking)\b.{0,150}\b(?:cookies?|"
    r"terms|policy)\b.*|"
    r"(?:©|\(c\)|copyright)\s.*|all rights reserved\b.*|"
    r"(?:have|got) (?:a|any) (?:news )?(?:tip|story|confidential)\b.{0,150}|"
    r"the post .{3,200} (?:first appeared|appeared first) on\b.*|"
    r"sources?\s*:\s.{0,60}\bagenc(?:y|ies)|"
    r"our standards\s*:.{0,60}|edited by [^.]{3,60}|a version of this (?:article|story) (?:appears|appeared) in\b.*|"
    r"don.t miss\b.{0,120}\bnewsletters?\b.{0,60}|\([A-Z]{2,6}(?:/\w{1,4}){1,3}\)|"
    r"\d+ min(?:ute)?s? read|(?:last )?(?:updated|published|posted)\b.{0,60}\d{4}.{0,30}"
    r")\W*$",
    re.IGNORECASE,
)
# A stretch of a photo's line: "Ada Rook/Getty Images", "(Photo by Ada Rook)".
_CREDIT = re.compile(
    r"^\W*(?:photo(?:graph)?s?\s+by\b.{0,80}|.{0,100}(?:/|\bvia\s+)(?:AFP|AP|EPA|Getty|Reuters|Shutterstock|"
    r"Bloomberg)\b[\w /]{0,30}|"
    r".{0,60}\b(?:Getty Images|Shutterstock|iStock|Alamy))\W*$",
    re.IGNORECASE,
)


def is_furniture(element: Element, *, bylines: bool = True) -> bool:
    """Whether an element is furniture or stands in some. `bylines`: bylines and lines with the day count as well."""
    if _is_named_so(element, bylines=bylines):
        return not _is_root(element)
    for box in element.iterancestors():
        # What holds the headline is no furniture, whatever it is called: <article class="newsletter-post">.
        if _is_named_so(box, bylines=bylines) and not _is_root(box) and not _holds_report()(box):
            return True
    return False


@lru_cache(1024)
def is_furniture_line(line: str) -> bool:
    """Whether the words of a paragraph are no part of a report: "Read more: …", a photo's credit, "Sign up …"."""
    return len(line) <= LONGEST_LINE and bool(_LINE.match(line) or _CREDIT.match(line))


def without_furniture(root: Element, kept: Sequence[Element] = ()) -> None:
    """Takes the furniture out of a tree, in place, except for boxes that hold `kept` or much of the text."""
    holding = {box for element in kept for box in (element, *element.iterancestors())}
    is_much = _much_of(root)
    waiting, found = [root], []
    while waiting:
        element = waiting.pop()
        is_kept = element in holding or _is_root(element) or not _is_named_so(element, bylines=True)
        if is_kept or (element.tag not in _ALWAYS and is_much(prose_size(element))):
            waiting.extend(element.iterchildren("*"))
        else:
            found.append(element)
    for element in found:
        _take_out(element)


@cache
def _holds_report() -> Callable[[Element], bool]:
    """Asked of libxml2 itself, as many small elements stand in few boxes."""
    from lxml import etree  # noqa: PLC0415  (needs the extra)

    ask: Callable[[Element], bool] = etree.XPath(f"boolean({_REPORT})")
    return ask


def _much_of(root: Element) -> Callable[[int], bool]:
    """Tells whether so many characters are a large share of those in all paragraphs.

    These are counted once for all that is asked, and no more of them than that takes.
    """
    rest, whole = root.iter("p"), 0

    def is_much(size: int) -> bool:
        nonlocal whole
        while size > LARGEST_SHARE * whole:
            if (paragraph := next(rest, None)) is None:
                return True
            whole += len(words(paragraph))
        return False

    return is_much


def _is_root(element: Element) -> bool:
    return element.tag in ("html", "body", "main", "head")


def _is_named_so(element: Element, *, bylines: bool) -> bool:
    tag, attributes = element.tag, dict(element.items())
    if tag == "footer" and not bylines and any(box.tag == "article" for box in element.iterancestors()):
        return False
    if tag in _TAGS or not attributes:
        return tag in _TAGS
    get = attributes.get
    # AMP's word for what is shown until something else is there.
    if get("placeholder") is not None or get("fallback") is not None:
        return True
    if get("role") in _ROLES or get("hidden") is not None or get("aria-hidden") == "true":
        return True
    said = f"{get('class') or ''} {get('id') or ''} {get('data-testid') or ''}"
    return any(_is_furniture_name(name, bylines=bylines) for name in said[:500].split())


_NAME_SET = frozenset(_NAMES)


@lru_cache(4096)
def _is_furniture_name(name: str, *, bylines: bool) -> bool:
    parts = name_words(name)
    if not parts or _WITHOUT & set(parts[:-1]) or len(parts) > 8 or parts in _STATES:
        return False
    if not bylines and _ENDS & set(parts) and _POSTS & set(parts):
        return False
    # A line of credit can name the writer: <p class="credit-line">By Ada Rook</p>.
    if any(part in _NAME_SET and (bylines or part not in ("credit", "credits")) for part in parts):
        return True
    pairs = set(pairwise(parts))
    if pairs & (_PAIRS if bylines else _PAIRS - {("entry", "meta"), ("post", "meta")}):
        return True
    return bylines and any(parts[at : at + len(form)] == form for form in _BYLINES for at in range(len(parts)))


def _take_out(element: Element) -> None:
    """Removes an element but not the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = f"{before.tail or ''} {element.tail}"
        else:
            parent.text = f"{parent.text or ''} {element.tail}"
    parent.remove(element)
