"""A new report and the stories near it -> the story that it joins, founds, or links: what a store does per report.

>>> from whoseword.claims.sketches import Weight
>>> dam = Sketch("r1", "2031-05-08", words=(Weight("dam", "dam", 1.0),))
>>> placed = place(Sketch("r2", "2031-05-09", words=dam.words), [held_as(story_id("r1"), [dam])])
>>> placed.story.id == story_id("r1"), placed.story.centre.count
(True, 2)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

from whoseword.across import Judged, Story
from whoseword.claims.centres import Centre, centre, joined, link
from whoseword.claims.kinship import Kinship, kinship
from whoseword.claims.sketches import Sketch, keys
from whoseword.claims.stories import NEAR, founding, stories, story_id, story_of

# A story is grouped afresh each time that it has grown so many times: what few reports told wrongly, more tell right.
GROWN = 2
# Fewer reports than these cannot be grouped in another way that matters.
LEAST_GROUPED = 4


@dataclass(frozen=True, slots=True)
class Held:
    """A story as a store holds it: its id, the day and the report that founded it, the centre of its reports.

    `grouped` is how many reports it had when they were last grouped afresh.
    """

    id: str
    founded: tuple[str, str]
    centre: Centre
    grouped: int = 1


@dataclass(frozen=True, slots=True)
class Placed:
    """The story that a report is in now, and the ids of those that became part of it, in order of joining.

    `is_due` tells that the reports of this story should be grouped afresh, among themselves: two stories became one, or
    it has doubled since they last were.
    """

    story: Held
    joined: tuple[str, ...] = ()
    is_due: bool = False


def held_as(name: str, members: Sequence[Sketch]) -> Held:
    """The story of these reports, just grouped."""
    return Held(name, min(map(founding, members)), reduce(joined, map(centre, members)), len(members))


def place(
    sketch: Sketch,
    near: Sequence[Held],
    *,
    together: Collection[str] = (),
    apart: Collection[tuple[str, str]] = (),
) -> Placed:
    """Where a new report belongs. A pure function of the report and the stories near it, in whatever order they come.

    `near` are the stories that hold a report with a kinship of `NEAR` or more to it. It joins the one that is nearest
    on average, if that is near enough (`centres.asked`); then, while the story that it joined is near enough to another
    of them, these two become one, under the id of the one founded first. No other story is touched.
    `together` are ids of stories that people judged it to belong to, `apart` pairs of ids of stories that must stay
    two, where the report's own is `story_id(report)`; these win over `together`.
    """
    own = story_id(sketch.report)
    story, open_to = held_as(own, [sketch]), {each.id: each for each in near}
    parts: list[Held] = []
    wanted = [name for name in sorted(together) if name in open_to]
    while open_to:
        inside = {own, *(each.id for each in parts)}
        barred = {name for pair in apart if inside & set(pair) for name in pair}
        found = _nearest(story, [each for each in open_to.values() if each.id not in barred], wanted)
        if found is None:
            break
        story = _one(story, found, is_new=not parts)
        parts.append(open_to.pop(found.id))
    size = story.centre.count
    has_grown = size >= LEAST_GROUPED and size >= GROWN * story.grouped
    return Placed(story, tuple(each.id for each in parts if each.id != story.id), len(parts) > 1 or has_grown)


def one_by_one(sketches: Sequence[Sketch]) -> tuple[Story, ...]:
    """The stories that a store comes to which places these reports in this order, as `stories` orders them."""
    shelf = _Shelf()
    for each in sketches:
        shelf.add(each)
    return tuple(
        story_of(held.id, shelf.members[held.id]) for held in sorted(shelf.held.values(), key=lambda held: held.founded)
    )


@dataclass
class _Shelf:
    """What a store holds: stories, their reports, the story of each report, and who has which key."""

    held: dict[str, Held] = field(default_factory=dict)
    members: dict[str, list[Sketch]] = field(default_factory=dict)
    story: dict[str, str] = field(default_factory=dict)
    holders: dict[int, list[Sketch]] = field(default_factory=lambda: defaultdict(list))
    kin: dict[str, list[Kinship]] = field(default_factory=lambda: defaultdict(list))

    def add(self, sketch: Sketch) -> None:
        """One report more."""
        near = {each.report: each for key in keys(sketch) for each in self.holders[key]}
        for found in (kinship(sketch, each) for each in near.values()):
            if found.score >= NEAR:
                self.kin[sketch.report].append(found)
        for key in keys(sketch):
            self.holders[key].append(sketch)
        kin = {({found.a, found.b} - {sketch.report}).pop() for found in self.kin[sketch.report]}
        placed = place(sketch, [self.held[name] for name in sorted({self.story[each] for each in kin})])
        gathered = [sketch]
        for name in {placed.story.id, *placed.joined} & self.held.keys():
            gathered += self.members.pop(name)
            del self.held[name]
        self._hold(placed.story, gathered)
        if placed.is_due:
            self._group_afresh(placed.story.id)

    def _hold(self, held: Held, members: list[Sketch]) -> None:
        self.held[held.id], self.members[held.id] = held, members
        self.story.update(dict.fromkeys((each.report for each in members), held.id))

    def _group_afresh(self, name: str) -> None:
        members = {each.report: each for each in self.members.pop(name)}
        del self.held[name]
        kinships = [found for report in members for found in self.kin[report]]
        for story in stories(list(members.values()), kinships, Judged(), self.story):
            parts = [members[report] for report in story.reports]
            self._hold(replace(held_as(story.id, parts), grouped=len(members)), parts)


def _nearest(story: Held, others: Sequence[Held], wanted: Collection[str]) -> Held | None:
    """The one to join next: those that people judged to be the same first, then the nearest, if near enough."""
    means = {each.id: round(link(story.centre, each.centre), 9) for each in others}
    near = [each for each in others if each.id in wanted or means[each.id]]
    return min(near, key=lambda each: (each.id not in wanted, -means[each.id], each.founded), default=None)


def _one(story: Held, other: Held, *, is_new: bool) -> Held:
    """Two stories as one, under the id of the older; a new report takes the id of the story that it joins."""
    older = other if is_new else min(story, other, key=lambda each: each.founded)
    return Held(older.id, older.founded, joined(story.centre, other.centre), older.grouped)
