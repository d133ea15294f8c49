"""Where the entries of a timeline stand: each once, in its column, in stretches that fit a phone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.timelines import happened, story
from whoseword.dossier.timeline_layout import BREAK, EDGE, STRETCH, WHOLE, lay_out_timeline

DAYS = st.none() | st.dates().map(str)


def right(stacks):
    return stacks[-1].left + stacks[-1].width + EDGE


@given(st.lists(st.tuples(DAYS, DAYS), max_size=30))
def test_every_entry_stands_somewhere_once(days):
    """Each entry is in one stretch and in one column of the whole, or has no day at all."""
    entries = [
        happened(at, begin, printed=printed) for at, (begin, printed) in enumerate(days) if begin != "9999-12-31"
    ]
    layout = lay_out_timeline(entries)
    told = [at for stretch in layout.stretches for at in stretch.entries] + list(layout.nowhere)
    drawn = [at for stack in layout.whole for at in (*stack.dated, *stack.printed)] + list(layout.nowhere)
    assert sorted(told) == sorted(drawn) == list(range(len(entries)))
    assert all(one.left + one.width <= other.left for one, other in pairwise(layout.whole))
    assert len(layout.ends) == len(layout.stretches) <= 10 + len(entries) // 10


def test_dated_and_printed_are_told_apart():
    """What has a date stands above in its column, what has none below at the day of print."""
    (stack,) = lay_out_timeline([happened(0, "2031-05-09"), happened(1)]).whole
    assert (stack.dated, stack.printed) == ((0,), (1,))


def test_a_long_gap_is_a_break():
    """Where years are left out there is room for the sign, and the gap is told."""
    one, other = lay_out_timeline([happened(0, "2011-05-09"), happened(1, "2031-05-09")]).whole
    assert other.gap == "20 y"
    assert other.left - one.left - one.width == BREAK


@pytest.mark.parametrize("count", [3, 60, 225])
def test_the_whole_fits_a_page_and_a_stretch_a_phone(count):
    """Neighbours that hold little are put together in the whole, and stretches end where they are full."""
    layout = lay_out_timeline(story(count))
    assert right(layout.whole) <= WHOLE
    assert all(right(stretch.stacks) <= STRETCH for stretch in layout.stretches)


def test_a_story_of_many_years_has_few_stretches():
    """A thousand entries over ten years are shown by months or years, not in a hundred stretches."""
    layout = lay_out_timeline(story(1000, span=3650, start="2021-01-01"))
    assert len(layout.stretches) <= 10
    assert right(layout.whole) <= WHOLE * 1.2
