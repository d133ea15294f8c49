"""Units compared, and units that claim the same.

>>> Difference("number", "two ferries", "three ferries").spans
(None, None)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whoseword.across.places import Reason, Ref
from whoseword.model import Span

MatchGrade = Literal["same", "matter", "none"]
DifferenceKind = Literal["number", "date", "polarity", "modality", "scope", "wording", "place", "source"]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two units that tell of the same differ: what kind of difference, and the words of each side."""

    kind: DifferenceKind
    before: str
    after: str
    spans: tuple[Span | None, Span | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Match:
    """Two units compared. "same": they claim the same; "matter": the same matter, but not the same claim or event.

    `score` is in 0..1. `differences` tell what a reader should see before taking one for the other.
    """

    a: Ref
    b: Ref
    grade: MatchGrade
    score: float
    reasons: tuple[Reason, ...]
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Units that claim the same. `id` is a hash of the earliest member, `words` those of the clearest one.

    `members` stand in order of publication; `related` are ids of claims on the same matter.
    """

    id: str
    words: str
    members: tuple[Ref, ...]
    related: tuple[str, ...] = ()
