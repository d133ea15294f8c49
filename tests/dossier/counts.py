"""Counts of origins made by hand, for the tests of their drawing; places and people are invented."""

from __future__ import annotations

from typing import Any

from whoseword.across import Echo, End, Origin, OriginCount, Party, Ref, Told


def party(name: str, kind: Any = "person", *, named: bool = True) -> Party:
    """Somebody in a chain."""
    return Party(Ref("r0", name), name, kind, named)


def unit(report: str, publisher: str, end: Any = "source", source: Party | None = None, **facts: Any) -> Told:
    """A unit of telling with the end of its chain."""
    outlet = party(publisher, "outlet")
    found = End(end, source, publisher=outlet, outlet=publisher, **facts)
    return Told(Ref(report, "s1"), "statement", ((0, 1),), "the gate is shut", (), day="2031-05-02", end=found)


ADA, PILOT, OTHER = party("Ada Rook"), party("a pilot", named=False), party("an aide", named=False)
BELL = party("the Bell", "outlet")
UNITS = {
    one.ref: one
    for one in (
        unit("r1", "Orne Courier", source=ADA, links=("stated",)),
        unit("r2", "Skerry Post", source=PILOT, relays=(BELL,), links=("stated", "carried")),
        unit("r3", "Orne Courier", source=OTHER, links=("stated",)),
        unit("r4", "Fenn Gazette", "author"),
        unit("r5", "Fenn Gazette", source=ADA, links=("carried",)),
        unit("r6", "Skerry Post", source=ADA, links=("stated",)),
    )
}
WHY = "both are unnamed"


def origin(number: int, who: str, *reports: str, **facts: Any) -> Origin:
    """An origin told first by the first of `reports`."""
    refs = tuple(Ref(report, "s1") for report in reports)
    given: dict[str, Any] = {"named": False, "on_record": False}
    return Origin(f"o{number}", who, members=refs, first=refs[0], **(given | facts))


COUNT = OriginCount(
    claim="c1",
    low=2,
    high=4,
    origins=(
        origin(1, "Ada Rook", "r1", "r5", "r6", named=True, on_record=True, possibly=(("o4", "not told"),)),
        origin(2, "a pilot", "r2", via=("the Bell",), possibly=(("o3", WHY), ("o4", "not told"))),
        origin(3, "an aide", "r3", possibly=(("o2", WHY), ("o4", "not told"))),
        origin(4, "Fenn Gazette, without a source", "r4", possibly=(("o1", "x"), ("o2", "x"), ("o3", "x"))),
    ),
    echoes=(
        Echo(Ref("r5", "s1"), "o1", "same-source", "both end in Ada Rook"),
        Echo(Ref("r6", "s1"), "o1", "same-source", "both end in Ada Rook"),
        Echo(Ref("r7", "s1"), "", "mention", "spoken of, not said to be so"),
    ),
    first=Ref("r1", "s1"),
    notes=("an unnamed source may speak for a body",),
)
