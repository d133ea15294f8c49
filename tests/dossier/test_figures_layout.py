"""Where the figures of a series stand in their chart, and which of them are joined."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.records import report_of
from whoseword.across import Point, Reason, Ref, Series
from whoseword.dossier.figures_layout import HIGH, TOP, lay_out_series, scale

NOBODY: frozenset[str] = frozenset()
REPORTS = {"r2": report_of("The earlier  figure of 1,200 had left out tenants. Now it is 1,500.")}
SAID = Reason("earlier figure named", 1.0, "The earlier figure of 1,200 had left out tenants.")


def point(value: float | str, day: str | None = "2031-05-01", report: str = "r1", **facts: Any) -> Point:
    """A figure of one report."""
    given: dict[str, Any] = {"high": None, "bound": "exact", "words": f"{value} boats", "on_word_of": "Ada Rook"}
    return Point(ref=Ref(report, "s1"), span=(0, 1), value=value, day=day, **(given | facts))


def series(*points: Point, **facts: Any) -> Series:
    """A series of boats in Skerry."""
    given: dict[str, Any] = {"of": "boats", "where": "Skerry", "unit": None, "definition": "licensed"}
    return Series(id="0123456789ab", points=points, **(given | facts))


@pytest.mark.parametrize(
    ("values", "ticks", "is_broken"),
    [
        ([10.0, 40.0], (0, 10, 20, 30, 40, 50), False),
        ([5000.0, 5200.0], (4950, 5000, 5050, 5100, 5150, 5200, 5250), True),
        ([2.0, 2.0], (0, 1, 2, 3), False),
        ([0.0], (0, 1), False),
        ([-3.0, 3.0], (-4, -2, 0, 2, 4), False),
    ],
)
def test_a_scale_begins_at_nothing_or_says_that_it_does_not(values, ticks, is_broken):
    """Values that lie close together are drawn apart, on a scale that is broken."""
    assert (scale(values).ticks, scale(values).is_broken) == (ticks, is_broken)


@given(st.lists(st.floats(-1e15, 1e15).map(lambda value: round(value, 2)), min_size=1, max_size=6))
def test_every_value_stands_inside(values):
    """Every value lies between the lowest and the highest line, of which there are few."""
    made = scale(values)
    assert all(TOP - 0.01 <= made.y(value) <= TOP + HIGH + 0.01 for value in values)
    assert 2 <= len(made.ticks) <= 9


def test_no_date_stands_at_the_side():
    """A figure whose day is not known has a column at the right, behind those that have one."""
    layout = lay_out_series(series(point(1, None), point(2), point(3, None, of_day="soon")), {}, NOBODY)
    assert [spot.point.value for spot in layout.spots] == [2, 1, 3]
    assert layout.undated is not None
    assert layout.spots[0].x < layout.undated < layout.spots[1].x


def test_words_have_no_height():
    """What is no number is not put at any value."""
    layout = lay_out_series(series(point("unchanged"), point("some")), {}, NOBODY)
    assert layout.scale is None
    assert [spot.y for spot in layout.spots] == [None, None]


def test_only_one_named_source_is_joined():
    """Figures of one named source in two reports are joined; of two sources, or of an unnamed one, never."""
    told = series(point(1), point(2, "2031-05-02", "r2"), point(3, "2031-05-03", "r3", on_word_of="an unnamed pilot"))
    assert lay_out_series(told, {}, frozenset({"Ada Rook"})).joined == ((0, 1),)
    assert lay_out_series(told, {}, NOBODY).joined == ()


def test_a_correction_that_is_told_is_drawn():
    """Where a report names the figure that it corrects, an arrow leads from that one to its own."""
    told = series(point(1200), point(1500, "2031-05-02", "r2"), reasons=(SAID,))
    assert lay_out_series(told, REPORTS, frozenset({"Ada Rook"})).revised == ((0, 1),)
    assert lay_out_series(told, REPORTS, frozenset({"Ada Rook"})).joined == ()
    assert lay_out_series(told, {}, NOBODY).revised == ()


def test_a_correction_that_could_mean_two_is_not_drawn():
    """Where the report has two figures of the series, none is taken for the correction."""
    both = (point(1500, "2031-05-02", "r2"), point(1600, "2031-05-02", "r2"))
    assert lay_out_series(series(point(1200), *both, reasons=(SAID,)), REPORTS, NOBODY).revised == ()
