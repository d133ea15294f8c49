"""The lines of printed pages -> paragraphs: heads and feet of pages dropped, broken lines and words joined.

>>> page = [Line("The flood", 60, 700, 12), Line("gate is shut.", 60, 686, 12), Line("Rain fell.", 60, 650, 12)]
>>> paragraphs([page])
['The flood gate is shut.', 'Rain fell.']
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

EDGE_LINES = 3  # of a page, at its top and at its bottom, that may be its head and foot
REPEATED_SHARE = 0.5  # of the pages that have a line at the same edge: then it is furniture
# Measured in the usual distance of lines, and in letter sizes.
WIDE_GAP, INDENT, OTHER_SIZE = 1.25, 0.7, 0.12
APART = 1.5  # sizes of letters between the text and what stands at the edge of the page
SHORT_LINE = 0.85  # of the widest line of the column, in characters
_PAGE_NUMBER = re.compile(r"\W*+(?:(?:page|p\.?)\s*+)?[0-9]{1,4}(?:\s*+(?:of|/|\|)\s*+[0-9]{1,4})?\W*+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
# The parts of a compound that is written with its hyphen wherever the line ends.
_KEEPS_HYPHEN = re.compile(
    r"(?:^|\W)(?:all|anti|cross|ex|half|high|ill|long|low|mid|non|pro|quasi|self|semi|short|so|then|vice|well)$",
    re.IGNORECASE,
)
_TAKES_HYPHEN = re.compile(
    r"(?:backed|based|born|controlled|elect|funded|held|led|old|owned|ranking|run|style|wide|year)\b"
)
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": "\u00ad"}
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: where it begins, from the lower left corner, and the size of its letters, in points."""

    text: str
    x: float
    y: float
    size: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    """The paragraphs of all pages in order; one that goes on over a column or a page is one."""
    cleaned = [[replace(line, text=_clean(line.text)) for line in page if line.text.strip()] for page in pages]
    lines = [line for page in _without_furniture(cleaned) for line in page]
    if not lines:
        return []
    usual = _Usual.of(lines)
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for line in lines).lower()))
    found = [lines[0].text]
    for above, line in pairwise(lines):
        if _begins(above, line, usual):
            found.append(line.text)
        else:
            found[-1] = _joined(found[-1], line.text, words)
    return [" ".join(text.replace("\u00ad", "").split()) for text in found]


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is usual in a text: size of letters, distance of lines, and the length of a full line."""

    size: float
    leading: float
    width: int

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Usual:
        """Weighted by characters, since headings are few and short."""
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[line.size] += len(line.text)
        size = sizes.most_common(1)[0][0]
        pairs = pairwise(lines)
        steps = [round(above.y - line.y, 1) for above, line in pairs if 0 < above.y - line.y < 3 * size]
        body = sorted(len(line.text) for line in lines if abs(line.size - size) < OTHER_SIZE * size)
        leading = Counter(steps).most_common(1)[0][0] if steps else 1.2 * size
        return cls(size, leading, body[int(0.9 * (len(body) - 1))])


def _begins(above: Line, line: Line, usual: _Usual) -> bool:
    """Whether a paragraph begins with this line."""
    if abs(above.size - line.size) > OTHER_SIZE * usual.size:
        return True
    step = above.y - line.y
    ends = _SENTENCE_END.search(above.text) is not None
    is_heading = above.size > usual.size * (1 + OTHER_SIZE)
    if not 0 <= step <= 3 * usual.leading * line.size / usual.size:
        # Another column or page: a sentence that has not ended goes on there.
        is_short = len(above.text) < SHORT_LINE * usual.width
        return is_heading or (ends and is_short) or (is_short and line.text[:1].isupper())
    if is_heading:
        return step > 1.6 * line.size
    if step > WIDE_GAP * usual.leading:
        return True
    # An indented line that follows the end of a sentence; one that follows a short last line.
    is_indented = line.x - above.x > INDENT * usual.size
    return ends and (is_indented or len(above.text) < 0.6 * usual.width)


def _joined(text: str, following: str, words: Counter[str]) -> str:
    """Two lines as one: a word that was broken at the end of the first is whole again."""
    if text.endswith("\u00ad"):
        return text[:-1] + following
    found = re.search(r"([^\W\d_]+)[-‐]$", text)
    rest = re.match(r"[^\W\d_]+", following)
    if not found or not rest:
        is_open = text.endswith(("-", "‐", "—", "/")) and not text.endswith((" -", " ‐", " —"))
        return text + following if is_open and following[:1].isalnum() else f"{text} {following}"
    first, second = found[1].lower(), rest[0].lower()
    whole, hyphened = words[first + second], words[f"{first}-{second}"]
    keeps = (
        _KEEPS_HYPHEN.search(text[:-1]) or _TAKES_HYPHEN.match(second) or rest[0][:1].isupper() or "-" in found[0][:-1]
    )
    if whole > hyphened or (whole == hyphened and not keeps):
        return text[:-1] + following
    return text[:-1] + "-" + following


def _without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Without the numbers of pages, and the lines that stand in the same place at the edge of many pages.

    Such a line has to stand apart from the text, and in letters no larger: the last line of a column and the title
    above the text, which is also above each page that follows, are none.
    """
    found: Counter[tuple[str, int]] = Counter()
    for page in pages:
        found.update({_shape(line) for line in _edges(page)})
    often = {shape for shape, count in found.items() if count >= max(2, REPEATED_SHARE * len(pages))}
    sizes = [line.size for page in pages for line in page]
    largest = 1.3 * statistics.median(sizes) if sizes else 0.0
    kept = []
    for page in pages:
        edges = [line for line in _edges(page) if line.size <= largest]
        named = [line for line in edges if _shape(line) in often or _PAGE_NUMBER.fullmatch(line.text)]
        blocks = _blocks(page)
        text = max(blocks, key=lambda block: sum(len(line.text) for line in block), default=[])
        dropped = [
            line for block in blocks if block is not text for line in block if all(each in named for each in block)
        ]
        kept.append([line for line in page if line not in dropped])
    return kept


def _edges(page: Sequence[Line]) -> list[Line]:
    """The highest and the lowest lines of a page, in whatever order the file has them."""
    by_height = sorted(page, key=lambda line: -line.y)
    return by_height[:EDGE_LINES] + by_height[EDGE_LINES:][-EDGE_LINES:]


def _blocks(page: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page from its top, parted where nothing stands beside a gap."""
    blocks: list[list[Line]] = []
    for line in sorted(page, key=lambda line: -line.y):
        if blocks and blocks[-1][-1].y - line.y <= APART * max(line.size, blocks[-1][-1].size):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _shape(line: Line) -> tuple[str, int]:
    """Words and height of a line; numbers differ from page to page."""
    return re.sub(r"[0-9]+", "#", " ".join(line.text.lower().split())), round(line.y / 4)


def _clean(text: str) -> str:
    return text.translate(_LIGATURES).replace("\0", "").strip()
