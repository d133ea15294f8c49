"""The nouns of copied passages: two reports, what they share, and of what kind it is.

>>> Copy("r1", "r2", "wire", 0.4, (Passage((0, 90), (12, 102)),), rule="copies:verbatim").kind
'wire'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whoseword.model import Span

CopyKind = Literal["wire", "rewrite", "quotation", "boilerplate", "same-outlet"]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two copies part over a number, a name or a "not". A span is empty where a text has nothing there."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of one report and the same in another: code points into each `Report.text`."""

    a: Span
    b: Span
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports (their ids) that share passages.

    `kind`: "wire" (one text, word for word), "rewrite" (one text, worked over), "quotation" (both quote, or one quotes
    the other), "boilerplate" (captions, credits, calls), "same-outlet" (one outlet's own words again). Only "wire",
    "rewrite" and "same-outlet" make two reports one origin, and only for these passages. `containment` is the share of
    the shorter report's words; `rule` tells how the kind is known.
    """

    a: str
    b: str
    kind: CopyKind
    containment: float
    passages: tuple[Passage, ...]
    rule: str = ""
