"""Text of a page -> its tree, and the plain words of an element.

Read once, with libxml2's tolerant HTML parser: no network, no entities of its own, no comments. What is nested deeper
than the parser can follow is read with its wrappers left away, so that no text is lost.

>>> words(parse("<p>The gate <b>opened</b>.").root)
'The gate opened.'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from whoseword.model import Problem

# The widest nesting that pages of people reach is about 60; the stages after this one go down by recursion.
DEEPEST = 200
# The largest live blogs have about 30,000 elements; each takes up to 0.1 ms in all that comes after.
MOST_ELEMENTS = 60_000
# libxml2 compares each attribute of an element with all others before it; people write ten.
MOST_ATTRIBUTES, LONG_TAG, LONG_PAGE = 1000, 5000, 60_000
# lxml has no types of its own.
Element = Any

_INLINE = re.compile(
    r"</?(?:span|font|b|i|em|strong|u|a|small|big|sub|sup|tt|code|nobr|ins|del|s|label|mark|abbr)\b[^<>]*>",
    re.IGNORECASE,
)
_KEPT = "p|br|li|h[1-6]|time|title|meta|link|script|style|html|head|body"
_WRAPPER = re.compile(rf"</?(?!(?:{_KEPT})\b)[a-z][^<>]*>", re.IGNORECASE)
# Atomic throughout, so that it is linear in whatever comes in.
_TAG_WITH_VALUES = re.compile(r"<(?P<name>[a-zA-Z][\w:-]{0,60}+)(?P<rest>(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+)")
_TAG = re.compile(r"(</?[a-z][^<>]*>)", re.IGNORECASE)
_MARK = "data-whoseword"


@dataclass(frozen=True, slots=True)
class Parsed:
    """The root element, None where there is none, and what was wrong."""

    root: Element
    problems: tuple[Problem, ...] = ()


def parse(text: str) -> Parsed:
    """The tree of a page."""
    text, problems = _bounded(text)
    root, is_deep = _read(text)
    if not is_deep:
        return Parsed(root, problems)
    message = f"elements are nested deeper than {DEEPEST}; it is read without its wrappers, so furniture may stay in it"
    root, is_deep = _read(_WRAPPER.sub("\n", _INLINE.sub("", text)))
    if is_deep:
        root, _ = _read(f"<body><p>{'</p><p>'.join(_bare(text))}</p>")
    return Parsed(root, (*problems, Problem("page-not-all-read", message)))


def words(element: Element | None) -> str:
    """The text of an element and of all below it, with plain single spaces; "" of nothing."""
    if element is None:
        return ""
    # Most paragraphs hold no other element.
    text = _string()(element) if len(element) else element.text or ""
    return " ".join(text.split())


def prose_size(element: Element) -> int:
    """How many characters the paragraphs in an element have, with plain single spaces."""
    return sum(len(words(paragraph)) for paragraph in element.iter("p"))


@cache
def _string() -> Callable[[Element], str]:
    """What reads the text of an element; `itertext` takes a fifth longer, and pages are read in many small pieces."""
    from lxml import etree  # noqa: PLC0415  (needs the extra)

    read: Callable[[Element], str] = etree.XPath("string()", smart_strings=False)
    return read


def spaced_words(element: Element) -> str:
    """Likewise, with a space between elements: of a byline in which every name has a box of its own."""
    return " ".join(" ".join(element.itertext()).split())


def without(root: Element, elements: Sequence[Element]) -> Element:
    """A copy of a tree without these elements; the text behind each stays."""
    for element in elements:
        element.set(_MARK, "")
    copied = deepcopy(root)
    for element in elements:
        del element.attrib[_MARK]
    for element in copied.xpath(f"//*[@{_MARK}]"):
        element.drop_tree()
    return copied


def above(element: Element) -> Iterator[Element]:
    """What an element stands in, from the nearest."""
    return iter(element.iterancestors())


def _bounded(text: str) -> tuple[str, tuple[Problem, ...]]:
    """The page up to its last element that is read, without attributes where an element has a thousand."""
    problems: tuple[Problem, ...] = ()
    if len(text) > LONG_PAGE:
        text = _TAG_WITH_VALUES.sub(_without_attributes, text)
    if text.count("<") > 2 * MOST_ELEMENTS:
        message = (
            f"the page has more than {MOST_ELEMENTS} elements; it is read without its wrappers, as far as that goes"
        )
        problems = (Problem("page-not-all-read", message),)
        text = _WRAPPER.sub("\n", _INLINE.sub("", text))
        starts = islice(re.finditer(r"<[a-zA-Z]", text), MOST_ELEMENTS, None)
        text = text[: cut.start()] if (cut := next(starts, None)) is not None else text
    return text, problems


def _without_attributes(tag: re.Match[str]) -> str:
    """The tag alone, if it has more attributes than any that people write."""
    is_long = len(tag[0]) > LONG_TAG and len(tag["rest"].split()) > MOST_ATTRIBUTES
    return f"<{tag['name']}" if is_long and tag["rest"].count("=") != 1 else tag[0]


def _bare(text: str) -> Iterator[str]:
    """What stands between the tags of a page, without scripts and styles."""
    is_shown = True
    for piece in _TAG.split(text):
        if piece.startswith("<") and piece.endswith(">"):
            is_shown = not piece[1:7].lower().startswith(("script", "style"))
        elif is_shown and piece.strip():
            yield piece


def _read(text: str) -> tuple[Element | None, bool]:
    """The root, and whether the parser or the stages behind it would not get to the bottom of it."""
    from lxml import etree, html  # noqa: PLC0415  (needs the extra)

    data = text.replace("\0", "").replace("\x0b", " ").encode("utf-8", "replace")
    try:
        root = html.document_fromstring(data, parser=_parser(), ensure_head_body=False)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None, False
    return root, _is_deep()(root)


@cache
def _parser() -> Any:
    from lxml import html  # noqa: PLC0415  (needs the extra)

    return html.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8"
    )


@cache
def _is_deep() -> Callable[[Element], bool]:
    """Whether an element lies deeper than `DEEPEST`; asked of libxml2 itself, level by level."""
    from lxml import etree  # noqa: PLC0415  (needs the extra)

    ask: Callable[[Element], bool] = etree.XPath(f"boolean({'/*' * DEEPEST})")
    return ask
