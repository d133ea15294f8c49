"""The tree of a page -> a copy of it that holds little but the report, for the programs that find its text.

Furniture goes, and with it what stands above the headline and around the day; tables that only arrange the page become
boxes, and text parted by two line breaks becomes paragraphs.

>>> from whoseword.reports.pages.tree import parse, words
>>> root = parse("<body><nav>Menu</nav><p>The gate opened.</p></body>").root
>>> words(cleared(root, root)[0])
'The gate opened.'
"""

from __future__ import annotations

from copy import deepcopy
from itertools import takewhile
from typing import Any

from whoseword.reports.pages.furniture import without_furniture
from whoseword.reports.pages.kinds import says_paywall
from whoseword.reports.pages.tree import Element, prose_size, words

MOST_HEADINGS = 500
# A box around a time element with so many words is a line of its own: "Published: 13 June", "Ada Rook, 8.40pm".
MOST_DAY_WORDS = 14
# The share of the text that may stand above the headline and still be taken for furniture.
MOST_ABOVE = 0.1
LONGEST_GATE = 300
_MARK = "data-whoseword"
_TEXT_BOXES = ("p", "div", "td", "font", "span", "article", "section", "main", "blockquote", "body")
# Made for words, and used around paragraphs by old pages.
_SMALL_BOXES = ("p", "font", "center", "span", "b", "strong", "i", "em", "big")
_INNER_BLOCKS = frozenset("p div ul ol table section article h1 h2 h3 h4 h5 blockquote".split())


def cleared(root: Element, region: Element) -> tuple[Element, Element]:
    """A copy of the tree without furniture, with layout tables and double line breaks as boxes."""
    region.set(_MARK, "region")
    copied = deepcopy(root)
    del region.attrib[_MARK]
    own = next(iter(copied.xpath(f"//*[@{_MARK}]")), copied)
    clear(copied, own)
    return copied, own


def clear(copied: Element, own: Element) -> None:
    """The same in place, to a copy of a tree that nobody else has; `own` is the article's element in it."""
    without_furniture(copied, [own])
    _drop_above_headline(own)
    _drop_day_lines(own)
    _drop_gates(own)
    for table in list(copied.iter("table")):
        if _is_layout(table):
            for part in table.iter("table", "tbody", "tr", "td", "th", "thead"):
                part.tag = "div"
    for element in list(copied.iter(*_SMALL_BOXES)):
        _open_up(element)
    # trafilatura goes back over the headings at the end of a text, each time from the start.
    for heading in list(copied.iter("h1", "h2", "h3", "h4", "h5", "h6"))[MOST_HEADINGS:]:
        heading.tag = "p"
    for element in list(copied.iter(*_TEXT_BOXES)):
        if len(element) > 1 and len(element.findall("br")) > 1:
            _break_up(element)


def alone(region: Element) -> tuple[Element, Element]:
    """A page that holds a copy of the article's element only, and that copy."""
    root, body = region.makeelement("html", {}), region.makeelement("body", {})
    root.append(body)
    own = deepcopy(region)
    own.tail = None
    body.append(own)
    return root, own


def _drop_above_headline(region: Element) -> None:
    """Takes out what stands above the headline: the kicker, the day, a menu without a name; never much of the text."""
    headline = next(region.iter("h1"), None)
    if headline is None:
        return
    boxes = takewhile(lambda box: box.tag != "body", (headline, *headline.iterancestors()))
    above = [before for box in boxes for before in box.itersiblings(preceding=True) if before.tag != "head"]
    most = MOST_ABOVE * (prose_size(region) or 1) if above else 0
    for before in above:
        if prose_size(before) < most:
            before.drop_tree()


def _drop_day_lines(region: Element) -> None:
    """Takes out the short boxes around a time element: "Published: 13 June", "Ada Rook, 8.40pm"."""
    for moment in list(region.iter("time")):
        box = moment
        while (outer := box.getparent()) is not None and outer.tag != "body" and outer is not region:
            if next(outer.iter("h1"), None) is not None or len(words(outer).split()) > MOST_DAY_WORDS:
                break
            box = outer
        if box is not region and box.getparent() is not None and (box is not moment or box.getparent().tag != "p"):
            box.drop_tree()


def _drop_gates(region: Element) -> None:
    """Takes out the boxes that begin with the words of a paywall: what stands behind them are offers."""
    for line in list(region.iter("h2", "h3", "h4", "p")):
        text = words(line)
        if not 0 < len(text) <= LONGEST_GATE or not says_paywall(text):
            continue
        box = line
        while (outer := box.getparent()) is not None and outer.tag in ("div", "section", "aside"):
            if outer is region or box.getprevious() is not None or (outer.text or "").strip():
                break
            box = outer
        if box is not region and box.getparent() is not None:
            box.drop_tree()


def _open_up(element: Element) -> None:
    """Makes a box of a paragraph or a font around paragraphs, and a paragraph of the words before the first of them."""
    if not len(element) or element.find(".//p") is None:
        return
    element.tag = "div"
    first = element.makeelement("p", {})
    first.text, element.text = element.text, None
    for part in list(element):
        if part.tag in _INNER_BLOCKS or part.find(".//p") is not None:
            break
        first.append(part)
    if words(first):
        element.insert(0, first)


def _is_layout(table: Element) -> bool:
    """A table that arranges the page and holds no figures: paragraphs or tables inside, or cells of many words."""
    if table.find(".//th") is not None:
        return False
    cells = [len(words(cell).split()) for cell in table.iter("td")]
    return any(table.find(f".//{tag}") is not None for tag in ("p", "table", "h1")) or max(cells, default=0) > 60


def _break_up(element: Element) -> None:
    """Text parted by <br><br> becomes paragraphs: old pages and letters are written so."""
    if any(part.tag in _INNER_BLOCKS for part in element):
        return
    pieces: list[list[Any]] = [[element.text or ""]]
    parts = list(element)
    for number, part in enumerate(parts):
        is_double = (
            part.tag == "br"
            and not (part.tail or "").strip()
            and number + 1 < len(parts)
            and (parts[number + 1].tag == "br")
        )
        is_second = (
            part.tag == "br"
            and number > 0
            and parts[number - 1].tag == "br"
            and not (parts[number - 1].tail or "").strip()
        )
        if is_second:
            pieces.append([part.tail or ""])
        elif not is_double:
            pieces[-1].append(part)
    if len(pieces) < 2:
        return
    for part in parts:
        element.remove(part)
    element.text, element.tag = "", "div"
    for text, *inner in pieces:
        paragraph = element.makeelement("p", {})
        paragraph.text = text
        paragraph.extend(inner)
        if words(paragraph):
            element.append(paragraph)
