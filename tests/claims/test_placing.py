"""Placing: which story a new report joins, founds or links."""

from __future__ import annotations

import random

import pytest

from tests.claims.sketched import CHOIR, DAM, ROUND_UP, all_kin, sketched
from whoseword.across import Judged
from whoseword.claims.placing import held_as, one_by_one, place
from whoseword.claims.stories import stories, story_id

DAMS = held_as("dams", DAM)
CHOIRS = held_as("choirs", CHOIR)
NEW = sketched("new", "2031-05-09", words="dam gate flood", places="Vell")


def test_a_report_joins_the_nearest_story():
    """It takes the id of the story that it joins, in whatever order the stories come; the other is not touched."""
    placed = place(NEW, [CHOIRS, DAMS])
    assert placed.story.id == "dams"
    assert placed.story.centre.count == 5
    assert placed.joined == ()
    assert place(NEW, [DAMS, CHOIRS]).story.id == "dams"


def test_a_report_with_nothing_near_founds_a_story():
    """Its story goes by its own hash."""
    placed = place(sketched("owl", words="owl"), [CHOIRS, DAMS])
    assert (placed.story.id, placed.story.centre.count, placed.is_due) == (story_id("owl"), 1, False)


def test_an_earlier_report_does_not_rename_a_story():
    """A report from before its founding joins a story under the id that it has."""
    assert place(sketched("new", "2030-01-01", words="dam gate flood", places="Vell"), [DAMS]).story.id == "dams"


def test_a_link_makes_two_stories_one():
    """Two halves of a story become one under the id of the one founded first, and should be grouped afresh."""
    younger, older = held_as("a", DAM[2:]), held_as("b", DAM[:2])
    placed = place(NEW, [younger, older])
    assert placed.story.id == "b"
    assert placed.joined == ("a",)
    assert placed.is_due
    assert placed.story.founded == ("2031-05-01", "dam0")


def test_a_round_up_links_nothing():
    """A report with a little of both joins one story, and the other stays."""
    placed = place(ROUND_UP, [DAMS, CHOIRS])
    assert placed.joined == ()
    assert placed.story.centre.count == 5


def test_people_decide_first():
    """A report goes where people say, stays out of where they say not, and the latter wins."""
    own = story_id("new")
    assert place(NEW, [DAMS, CHOIRS], together=["choirs"]).story.id == "choirs"
    assert place(NEW, [DAMS], apart=[(own, "dams")]).story.id == own
    assert place(NEW, [DAMS], together=["dams"], apart=[("dams", own)]).story.id == own
    halves = [held_as("a", DAM[2:]), held_as("b", DAM[:2])]
    assert place(NEW, halves, apart=[("a", "b")]).joined == ()


def test_a_story_that_has_doubled_is_due():
    """A story is grouped afresh when it has twice the reports that it had at the last grouping, not at each report."""
    assert not place(NEW, [DAMS]).is_due
    grown = held_as("dams", [*DAM, *(sketched(f"m{k}", words="dam gate flood", places="Vell") for k in range(3))])
    assert place(NEW, [type(grown)(grown.id, grown.founded, grown.centre, grouped=4)]).is_due


@pytest.mark.parametrize("seed", range(5))
def test_one_by_one_comes_to_the_same(seed):
    """Clear stories come out the same, added one by one in any order, as all at once."""
    mixed = [*DAM, *CHOIR]
    random.Random(seed).shuffle(mixed)
    afresh = {story.reports for story in stories(mixed, all_kin(mixed), Judged())}
    assert {story.reports for story in one_by_one(mixed)} == afresh
