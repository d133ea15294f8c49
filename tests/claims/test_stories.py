"""Stories: the same for the same reports, in whatever order, under ids that stay."""

from __future__ import annotations

import random

import pytest

from tests.claims.sketched import CHOIR, DAM, ROUND_UP, all_kin, sketched
from whoseword.across import Judged, Ref
from whoseword.claims.stories import stories, story_id, story_of

ALL = [*DAM, ROUND_UP, *CHOIR]
KIN = all_kin(ALL)


def refs(a, b):
    return frozenset({tuple(sorted((Ref(a, ""), Ref(b, ""))))})


def story_with(report, found):
    (only,) = [story for story in found if report in story.reports]
    return only


@pytest.mark.parametrize("seed", range(5))
def test_order_does_not_matter(seed):
    """The same reports and kinships in another order, or twice, give the same stories."""
    sketches, kin = [*ALL, DAM[0]], list(KIN)
    random.Random(seed).shuffle(sketches)
    random.Random(seed).shuffle(kin)
    assert stories(sketches, kin, Judged()) == stories(ALL, KIN, Judged())


def test_a_report_without_kin_is_a_story():
    """Nobody is left out: a report with nothing near it is a story of its own."""
    alone = sketched("alone", None, words="owl", title="An owl")
    found = story_with("alone", stories([*ALL, alone], KIN, Judged()))
    assert (found.reports, found.title, found.begin, found.end) == (("alone",), "An owl", None, None)


def test_what_a_story_shows():
    """Its reports stand by day, its title is that of the most central, its names are what most of them have."""
    reports = [
        sketched("r3", "2031-06-01", words="dam gate flood", names="Roe", places="Vell", title="The middle"),
        sketched("r1", "2031-05-08", words="dam owl", names="Roe", places="Vell", title="The edge"),
        sketched("r2", None, words="flood goat", names="Roe Vance", title="No day"),
    ]
    found = story_of("s1", reports)
    assert found.reports == ("r1", "r3", "r2")
    assert found.title == "The middle"
    assert set(found.names) == {"Roe", "Vell"} | {"Vance"}
    assert (found.begin, found.end) == ("2031-05-08", "2031-06-01")


def test_a_name_that_few_reports_have_is_not_what_a_story_turns_on():
    """A name in one report of four does not stand for the story."""
    reports = [sketched(f"r{k}", words="dam", names="Roe Vance" if k == 0 else "Roe") for k in range(4)]
    assert story_of("s1", reports).names == ("Roe",)


def test_people_split_and_join():
    """Reports judged apart are in two stories, reports judged the same in one; pairs of other parts do not count."""
    assert story_with("dam0", stories(ALL, KIN, Judged())).reports[:2] == ("dam0", "dam1")
    split = stories(ALL, KIN, Judged(apart=refs("dam0", "dam1")))
    assert "dam1" not in story_with("dam0", split).reports
    joined = stories(ALL, KIN, Judged(same=refs("dam0", "choir0")))
    assert "choir0" in story_with("dam0", joined).reports
    of_parts = Judged(apart=frozenset({(Ref("dam0", "s1"), Ref("dam1", "s2"))}))
    assert stories(ALL, KIN, of_parts) == stories(ALL, KIN, Judged())


def test_the_first_report_founds_the_story():
    """The id comes from the earliest report, and a later report does not change it."""
    before = story_with("dam0", stories(DAM, KIN, Judged()))
    late = sketched("late", "2031-07-01", words="dam gate flood", places="Vell")
    after = story_with("dam0", stories([*DAM, late], all_kin([*DAM, late]), Judged()))
    assert before.id == after.id == story_id("dam0")
    assert "late" in after.reports


def test_an_id_stays_when_an_earlier_report_comes():
    """What a story was called before, it is called still, though a report from before its founding joins it."""
    known = {each.report: story_id("dam0") for each in DAM}
    early = sketched("early", "2031-01-01", words="dam gate flood", places="Vell")
    found = stories([*DAM, early], all_kin([*DAM, early]), Judged(), known)
    assert story_with("early", found).id == story_id("dam0")


def test_an_id_stays_when_its_founder_goes():
    """The greater part of a story that is split keeps the id; the founder that leaves it founds another."""
    known = {each.report: story_id("dam0") for each in DAM}
    judged = Judged(apart=frozenset(pair for each in DAM[1:] for pair in refs("dam0", each.report)))
    found = stories(DAM, KIN, judged, known)
    assert story_with("dam1", found).id == story_id("dam0")
    assert story_with("dam0", found).id != story_id("dam0")
    assert len({story.id for story in found}) == len(found)
