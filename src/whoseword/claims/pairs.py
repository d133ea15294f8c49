"""Two reports under comparison: their words, whose words they are, and the passages that they share.

>>> mostly(np.array([True, True, False]), (0, 3))
True
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from whoseword.claims.alignment import Aligned, Run
from whoseword.claims.sentences import Sentence
from whoseword.claims.shingles import Words
from whoseword.model import Report, Span

# A later version of a report follows within so many days.
SAME_STORY_DAYS = 14

Flags = NDArray[np.bool_]

_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov", "edu"})
_TITLE_WORD = re.compile(r"[^\W_]{3,}")
_COMMON = frozenset(
    "the and for with from that this are was were will has have had not but what who how why when where which says said"
    " say after over into about more than its his her their they you your our out new can could may might should would"
    " opinion update updated report reports live watch video".split()
)


@dataclass(frozen=True, slots=True)
class Side:
    """One report. The flags tell for each word whether it is somebody's, furniture, or in many reports of the outlet.

    `credited` is true where the report names an agency as author; `telling` counts narrated sentences of some weight.
    """

    report: Report
    words: Words
    sentences: tuple[Sentence, ...]
    spoken: Flags
    furniture: Flags
    often: Flags
    credited: bool
    telling: int

    def place(self, words: Span) -> Span:
        """Code points of a range of words; of an empty one the place behind the word before."""
        first, last = words
        if first == last:
            at = self.words.spans[first - 1][1] if first else 0
            return (at, at)
        return (self.words.spans[first][0], self.words.spans[last - 1][1])


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports and the passages that they share."""

    a: Side
    b: Side
    shared: tuple[Aligned, ...]

    def runs(self) -> Iterator[Run]:
        """All runs of equal words."""
        for aligned in self.shared:
            yield from aligned.runs

    def is_same_outlet(self) -> bool:
        """Whether one outlet published both."""
        first = publisher(self.a.report)
        return first is not None and first == publisher(self.b.report)

    def is_same_work(self) -> bool:
        """Whether both name one author, or have the same headline."""
        first, second = self.a.report, self.b.report
        authors = {name.casefold() for name in first.byline} & {name.casefold() for name in second.byline}
        titles = _title_words(first), _title_words(second)
        return bool(authors) or (len(titles[0]) > 2 and titles[0] == titles[1])

    def is_near(self) -> bool:
        """Whether both appeared within two weeks, as far as is known."""
        first, second = _day(self.a.report), _day(self.b.report)
        return first is None or second is None or abs((first - second).days) <= SAME_STORY_DAYS

    def is_same_headline(self) -> bool:
        """Whether the headlines have a telling word in common."""
        return bool(_title_words(self.a.report) & _title_words(self.b.report))


def publisher(report: Report) -> str | None:
    """The site that published a report, without its subdomain; else its outlet's name; None where neither is known."""
    try:
        host = (urlsplit(report.url).hostname or "") if report.url else ""
    except ValueError:
        host = ""
    labels = host.split(".")
    if len(labels) > 1:
        is_deep = len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2
        return ".".join(labels[-3 if is_deep else -2 :])
    return report.outlet.casefold() if report.outlet else None


def mostly(flags: Flags, places: Span) -> bool:
    """Whether most words of a range are flagged."""
    return bool(2 * np.count_nonzero(flags[slice(*places)]) > places[1] - places[0])


def weigh(aligned: Aligned, words: Words) -> float:
    """How much a passage shares: a word counts 1, a number 2, a word of two letters or fewer a half."""
    return sum(_weight(words.forms[first + k]) for first, _, length in aligned.runs for k in range(length))


def _weight(form: str) -> float:
    if form[0].isdigit():
        return 2.0
    return 0.5 if len(form) <= 2 else 1.0


def _title_words(report: Report) -> set[str]:
    words = _TITLE_WORD.findall((report.title or "").casefold())
    return {word for word in words if word not in _COMMON}


def _day(report: Report) -> date | None:
    value = report.published.value
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
