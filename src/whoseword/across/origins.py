"""Who stands behind a claim, who only repeats it, and how many independent origins that makes.

>>> OriginCount("09ab12cd34ef", None, None, (), unmeasured=("nobody is cited",)).unmeasured
('nobody is cited',)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whoseword.across.places import Ref
from whoseword.model import LinkKind

EchoKind = Literal["copy", "same-source", "same-outlet", "same-author", "inside-report", "mention"]


@dataclass(frozen=True, slots=True)
class Origin:
    """One who stands behind a claim: the last link of chains that end in the same source.

    `members` are the units that rest on it, `via` the outlets between it and the reader, `links` how each step is
    known, `first` its earliest member. `possibly` are ids of origins that it may be the same as, with why.
    """

    id: str
    who: str
    named: bool
    on_record: bool
    members: tuple[Ref, ...]
    first: Ref
    via: tuple[str, ...] = ()
    links: tuple[LinkKind, ...] = ()
    possibly: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Echo:
    """A unit that brings no new origin: which one it repeats (empty: none), and why."""

    unit: Ref
    of: str
    kind: EchoKind
    why: str


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many independent origins a claim has: `low` to `high`, with the list that the count comes from.

    Both are None where it cannot be measured, and `unmeasured` then says why. No count says that a claim is true.
    """

    claim: str
    low: int | None
    high: int | None
    origins: tuple[Origin, ...]
    echoes: tuple[Echo, ...] = ()
    first: Ref | None = None
    unmeasured: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
