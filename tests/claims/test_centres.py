"""Centres: the mean over all pairs of two groups, without looking at any pair."""

from __future__ import annotations

from functools import reduce
from statistics import mean

import pytest

from tests.claims.sketched import CHOIR, DAM, ROUND_UP, sketched
from whoseword.claims.centres import asked, centre, in_time, joined, link, nearness
from whoseword.claims.kinship import kinship


def group(sketches):
    return reduce(joined, map(centre, sketches))


def test_two_reports_are_as_near_as_their_kinship():
    """For groups of one, nearness is kinship."""
    assert nearness(centre(DAM[0]), centre(ROUND_UP)) == pytest.approx(kinship(DAM[0], ROUND_UP).score, abs=0.0001)


def test_groups_are_near_by_the_mean_of_their_pairs():
    """For reports of one day, nearness is the mean kinship of all pairs."""
    dams = [sketched(f"a{k}", "2031-05-08", words=f"dam gate flood{k}") for k in range(3)]
    others = [sketched(f"b{k}", "2031-05-08", words=f"dam mill wheel{k}") for k in range(2)]
    pairs = [kinship(one, other).score for one in dams for other in others]
    assert nearness(group(dams), group(others)) == pytest.approx(mean(pairs), abs=0.0002)


def test_the_order_of_joining_does_not_matter():
    """Centres that were joined in another order are as near to others."""
    forth, back = group([*DAM, ROUND_UP]), group([ROUND_UP, *reversed(DAM)])
    assert nearness(forth, group(CHOIR)) == pytest.approx(nearness(back, group(CHOIR)))
    assert forth.count == back.count == 5


def test_reports_without_a_day_are_moderately_near_in_time():
    """A day that is not known is neither near nor far."""
    known, unknown = centre(DAM[0]), centre(sketched("r1", words="dam"))
    assert in_time(known, known) == pytest.approx(1)
    assert 0 < in_time(known, unknown) < 1
    assert in_time(unknown, unknown) == in_time(known, unknown)


def test_one_pair_must_be_nearer_than_many():
    """What would be chance between two reports is none between two hundred."""
    assert asked(1) > asked(4) > asked(10_000)
    weak = [sketched(f"r{k}", "2031-05-08", words=f"dam a{k} b{k} c{k}") for k in range(8)]
    assert link(centre(weak[0]), centre(weak[1])) == 0
    assert link(group(weak[:4]), group(weak[4:])) > 0
