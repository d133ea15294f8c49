"""What is led to on a page, and how the anchors there are called: none twice, and none with anything hostile in it.

>>> unused("<b>", {"_b_"})
'_b__2'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from whoseword.dossier.marks import Back
from whoseword.model import Span

_SAFE = re.compile(r"[A-Za-z0-9-]{1,40}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Spots:
    """Words of one report that something across reports leads to, each with the signs that lead back.

    `spans` are stretches of the text, `statements` statements by their ids.
    """

    spans: Mapping[Span, tuple[Back, ...]] = field(default_factory=dict)
    statements: Mapping[str, tuple[Back, ...]] = field(default_factory=dict)


NO_SPOTS = Spots()


@dataclass(frozen=True, slots=True)
class Numbered:
    """A report's number on the page, its anchor, what the anchors in it begin with, and those that are used already."""

    number: int | None
    anchor: str
    begin: str
    used: set[str]

    def at(self, wanted: str) -> str:
        """The anchor of something in the report, where only `wanted` is not ours alone."""
        return f"{self.begin}{wanted}" if self.number else unused(f"{self.begin}{wanted}", self.used)


def unused(wanted: str, used: set[str]) -> str:
    """An anchor that nothing else on the page has: the same report may be given twice, and an id may be hostile."""
    safe = wanted if _SAFE.fullmatch(wanted) else re.sub(r"[^A-Za-z0-9-]", "_", wanted)[:40]
    anchor, again = safe, 1
    while anchor in used:
        again += 1
        anchor = f"{safe}_{again}"
    used.add(anchor)
    return anchor
