"""One person, organisation or document, as it appears in a report and across reports.

>>> Appearance(Ref("3f2a90c41b77", "e1"), "Ann Roe", "person", named=True).many is None
True
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whoseword.across.places import Reason, Ref
from whoseword.model import EntityKind

IdentityGrade = Literal["same", "possibly", "different", "unknown"]


@dataclass(frozen=True, slots=True)
class Appearance:
    """An entity of one report, as far as identity across reports needs it.

    `name` is as the report has it, `parts` its folded name parts (the family name last), `roles` offices and titles
    said of it, `places` the countries and places that it is said to belong to, `with_names` other named entities in the
    same report, `outlet` and `day` those of the report. `listed` is its one name in the word lists, `formal` what a
    short first name may stand for, `short` the abbreviations that the report introduces for it, `gender` "m", "f" or
    empty; `sole` are those of its roles that one holds at a time; `is_open`: by its name alone it may be several ("the
    ministry"); `told` are the outlets that it told and `quotes` its direct words, folded. Of somebody unnamed,
    `affiliation` is whose it is, `many` whether more are meant.
    """

    ref: Ref
    name: str | None
    kind: EntityKind
    named: bool
    description: str | None = None
    parts: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    with_names: tuple[str, ...] = ()
    outlet: str | None = None
    day: str | None = None
    listed: str | None = None
    formal: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    gender: str = ""
    sole: tuple[str, ...] = ()
    is_open: bool = False
    told: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    affiliation: str | None = None
    many: bool | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two appearances are one and the same. "possibly" is the most that unnamed sources can be."""

    a: Ref
    b: Ref
    grade: IdentityGrade
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, organisation or document across reports. `possibly` are ids of others that it may be."""

    id: str
    name: str | None
    kind: EntityKind
    named: bool
    members: tuple[Ref, ...]
    description: str | None = None
    possibly: tuple[str, ...] = ()
