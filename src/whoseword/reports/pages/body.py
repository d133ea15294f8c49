r"""The tree of a page without its furniture -> the paragraphs of the report, and the program that found them.

trafilatura in its default mode goes first. Where less of the article's own paragraphs comes through than `ENOUGH`,
resiliparse reads the same tree, and the one that lost less is taken.

>>> split_paragraphs("One.\n \nTwo\nlines.")
('One.', 'Two lines.')
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import accumulate
from typing import Any

from whoseword.reports.pages.clearing import alone, clear, cleared
from whoseword.reports.pages.furniture import is_furniture_line, without_furniture
from whoseword.reports.pages.json_ld import Thing, string_of
from whoseword.reports.pages.subject import bare
from whoseword.reports.pages.tree import Element, words

# The share of the words of the article's own paragraphs that must come through: a report that lost one paragraph of
# eight is read again. Measured on the pages of the tests, where whole reports have 0.97 and more.
ENOUGH = 0.9
FEWEST_WORDS = 5
# With so many words of prose an article's element holds the report, and not its headline alone.
ENOUGH_WORDS = 40
MOST_PARAGRAPHS = 20_000
# trafilatura reads a page again, by other rules, where its own text has fewer characters than this, or where there may
# be much more of it: so many times as much is surely not there.
LONG_ENOUGH, MOST_LEFT_OUT = 250, 1.5
_EMPTY_LINES = re.compile(r"\n\s*\n")
_CLEAN = frozenset("body p head list item quote hi lb ref del code table row cell".split())
_BLOCKS = ("p", "h2", "h3", "h4", "li", "blockquote", "pre")


@dataclass(frozen=True, slots=True)
class Body:
    """Paragraphs in order, what found them, and the share of the article's own paragraphs that is in them."""

    paragraphs: tuple[str, ...]
    extractor: str
    coverage: float = 1.0


def body_of(root: Element, region: Element, thing: Thing | None) -> Body:
    """The paragraphs of the report on a page. The tree is not changed."""
    # What stands beside the article's element need not be weighed, if that element holds more than a headline.
    is_apart = region is not root and _has_words(_own_paragraphs(region), ENOUGH_WORDS)
    if is_apart:
        bare_root, bare_region = alone(region)
        clear(bare_root, bare_region)
    else:
        bare_root, bare_region = cleared(root, region)
    wanted = list(_own_paragraphs(bare_region))
    told = _told(thing)
    found = _with_trafilatura(bare_root, wanted)
    if found.coverage < ENOUGH:
        found = max(found, _with_resiliparse(bare_root, wanted), key=lambda body: body.coverage)
    if told and _size(told) > 1.5 * _size(found.paragraphs):
        return Body(told, "json-ld articleBody")
    return found


def split_paragraphs(text: str) -> tuple[str, ...]:
    """A text cut at its empty lines, each paragraph with plain spaces."""
    pieces = _EMPTY_LINES.split(text) if "\n" in text else (text,)
    return tuple(" ".join(piece.split()) for piece in pieces if piece.strip())


def paragraphs_in(element: Element) -> tuple[str, ...]:
    """The paragraphs of an element as they stand in it, without furniture: for texts too short to weigh."""
    copied = deepcopy(element)
    copied.tail = None
    without_furniture(copied)
    return tuple(_kept(_blocks(copied)))


def coverage(paragraphs: Sequence[str], wanted: Sequence[str]) -> float:
    """The share of the words of `wanted` that came through as paragraphs of their own; 1 where nothing is wanted."""
    as_they_are = frozenset(paragraphs)
    missing = [paragraph for paragraph in wanted if paragraph not in as_they_are]
    if not missing:
        return 1.0
    there = {tuple(bare(paragraph)) for paragraph in paragraphs}
    lost = sum(len(words_of_it) for words_of_it in map(bare, missing) if tuple(words_of_it) not in there)
    return 1 - lost / (sum(len(bare(paragraph)) for paragraph in wanted) or 1)


def _in_page_order(paragraphs: Sequence[str], text: str) -> tuple[str, ...]:
    """Paragraphs in the order in which they stand in the page's text: those found late come last otherwise."""
    # One after the other, as a short paragraph ("Yes.") can stand inside an earlier one, or come twice.
    if _is_in_order(paragraphs, text):
        return tuple(paragraphs)
    places = [text.find(paragraph) for paragraph in paragraphs]
    if -1 in places or places == sorted(places):
        return tuple(paragraphs)
    return tuple(paragraph for _, paragraph in sorted(zip(places, paragraphs, strict=True), key=lambda pair: pair[0]))


def _is_in_order(paragraphs: Sequence[str], text: str) -> bool:
    at = 0
    for paragraph in paragraphs:
        if (found := text.find(paragraph, at)) < 0:
            return False
        at = found + len(paragraph)
    return True


def _own_paragraphs(region: Element) -> Iterator[str]:
    """The paragraphs of prose inside the article: of some words, and not links only."""
    for paragraph in region.iter("p"):
        text = words(paragraph)
        linked = sum(len(words(link)) for link in paragraph.iter("a")) if len(paragraph) else 0
        is_prose = text.count(" ") >= FEWEST_WORDS - 1 and linked < 0.7 * len(text)
        if is_prose and not is_furniture_line(text):
            yield text


def _with_trafilatura(root: Element, wanted: Sequence[str]) -> Body:
    from trafilatura.core import bare_extraction  # noqa: PLC0415  (slow to import, needs the extra)

    text = words(root)
    document = bare_extraction(deepcopy(root), options=_options(fast=True))
    if not _is_beyond_doubt(document, text):
        document = bare_extraction(deepcopy(root), options=_options(fast=False))
    body = getattr(document, "body", None)
    paragraphs = tuple(_kept(_of_tei(body))) if body is not None else ()
    paragraphs = _in_page_order(paragraphs, text)
    return Body(paragraphs, _program("trafilatura"), coverage(paragraphs, wanted))


def _is_beyond_doubt(document: Any, text: str) -> bool:
    """Whether trafilatura's other readings could not replace its first: that one is long, whole and clean.

    It weighs them only where its own holds less than half of theirs, so of the text, or is short, or holds more tables
    than paragraphs or elements of the page.
    """
    body, own = getattr(document, "body", None), len(getattr(document, "raw_text", None) or "")
    if body is None or own < LONG_ENOUGH or len(text) > MOST_LEFT_OUT * own:
        return False
    count = Counter(element.tag for element in body.iter())
    return count.keys() <= _CLEAN and count["p"] >= max(1, count["table"]) and any(p.text for p in body.iter("p"))


@cache
def _program(name: str) -> str:
    return f"{name} {version(name)}"


@cache
def _options(*, fast: bool) -> Any:
    from trafilatura.settings import Extractor  # noqa: PLC0415

    options = Extractor(fast=fast, comments=False, with_metadata=False, dedup=False, tables=True)
    # A short report is a report, and one without words is told by its own Problem, not on the log.
    options.min_output_size = 0
    return options


def _with_resiliparse(root: Element, wanted: Sequence[str]) -> Body:
    from lxml import html  # noqa: PLC0415
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    page = html.tostring(root, encoding="unicode")
    text = extract_plain_text(
        page, main_content=True, list_bullets=False, alt_texts=False, comments=False, post_meta=False
    )
    paragraphs = tuple(_kept(split_paragraphs(text)))
    return Body(paragraphs, _program("resiliparse"), coverage(paragraphs, wanted))


def _of_tei(body: Element) -> Iterator[str]:
    """The blocks of trafilatura's own form: paragraphs, headings, items of lists, rows of tables."""
    for block in body:
        if block.tag == "list":
            for item in block.iter("item"):
                yield from _lines(item)
        elif block.tag == "table":
            for row in block.iter("row"):
                cells = [words(cell) for cell in row.iter("cell")]
                yield " | ".join(cell for cell in cells if cell)
        elif block.tag == "quote" and len(block):
            yield from _lines(block)
        else:
            yield from _lines(block)


def _lines(block: Element) -> Iterator[str]:
    """The text of a block; where it holds paragraphs of its own, one after the other."""
    if not len(block):
        return iter(split_paragraphs(block.text or ""))
    pieces = [block.text or ""]
    for part in block:
        if part.tag in ("p", "head", "quote", "list", "item"):
            pieces += ["\n\n", "".join(part.itertext()), "\n\n"]
        elif part.tag == "lb":
            pieces.append("\n")
        else:
            pieces.append("".join(part.itertext()))
        pieces.append(part.tail or "")
    return iter(split_paragraphs("".join(pieces)))


def _blocks(element: Element) -> Iterator[str]:
    found = [
        block for block in element.iter(*_BLOCKS) if not any(inner.tag in _BLOCKS for inner in block.iterdescendants())
    ]
    if found:
        yield from (words(block) for block in found)
    else:
        yield words(element)


def _kept(paragraphs: Iterator[str] | Sequence[str]) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs):
        if number < MOST_PARAGRAPHS and any(map(str.isalnum, paragraph)) and not is_furniture_line(paragraph):
            yield paragraph


def _told(thing: Thing | None) -> tuple[str, ...]:
    """The text of JSON-LD's `articleBody`, where a page has it there alone; its line breaks part paragraphs."""
    value = thing.get("articleBody") if thing else None
    if not isinstance(value, str):
        return ()
    if "<p" in value.lower():
        value = re.sub(r"</p\s*>|<br\s*/?>\s*<br\s*/?>", "\n\n", value, flags=re.IGNORECASE)
    pieces = re.split(r"\n\s*\n|\n" if "\n\n" not in value else r"\n\s*\n", value)
    return tuple(_kept([text for piece in pieces if (text := string_of(piece))]))


def _has_words(paragraphs: Iterator[str], enough: int) -> bool:
    """Whether there are so many words; no more paragraphs are looked at than that takes."""
    return any(count >= enough for count in accumulate(len(paragraph.split()) for paragraph in paragraphs))


def _size(paragraphs: Sequence[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)
