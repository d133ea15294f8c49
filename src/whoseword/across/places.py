"""A place in the record of one report, and why something is said of it.

>>> str(Ref("3f2a90c41b77", "09ab12cd34ef"))
'3f2a90c41b77/09ab12cd34ef'
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A place in the record of one report: the report's id, and the id of the statement, unit or entity in it."""

    report: str
    part: str

    def __str__(self) -> str:
        return f"{self.report}/{self.part}"


@dataclass(frozen=True, slots=True)
class Reason:
    """What one feature found: its name, its score in -1..1 (against .. for), and why, for people."""

    feature: str
    score: float
    words: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What people have judged of parts across reports; each pair in order. It wins over what is computed."""

    same: frozenset[tuple[Ref, Ref]] = frozenset()
    apart: frozenset[tuple[Ref, Ref]] = frozenset()
    hidden: frozenset[Ref] = frozenset()
