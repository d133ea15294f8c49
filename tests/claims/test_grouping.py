"""Units in groups that claim the same."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.claims.telling_units import done, thing, unit
from whoseword.across import Judged, Match
from whoseword.claims.grouping import claims
from whoseword.model import hashed_id

UNITS = [unit(done("close"), words=f"pier close {n}", report=f"r{n}", day=f"2031-05-0{n + 1}") for n in range(5)]
REFS = [made.ref for made in UNITS]


def same(n, m, grade="same", score=0.9):
    return Match(REFS[n], REFS[m], grade, score, ())


def groups(matches, judged=None):
    made = claims(UNITS, matches, judged or Judged())
    return sorted(sorted(REFS.index(ref) for ref in claim.members) for claim in made)


def test_alone():
    """Without a match every unit is a claim of its own."""
    assert groups([]) == [[0], [1], [2], [3], [4]]


def test_average_link_does_not_chain():
    """One match between two groups that are otherwise unlike does not make them one."""
    pairs = [same(0, 1), same(2, 3), same(1, 2, score=0.5)]
    assert groups(pairs) == [[0, 1], [2, 3], [4]]


def test_together():
    """Three units that match each other are one claim, named after the earliest."""
    (claim,) = [c for c in claims(UNITS, [same(0, 1), same(1, 2), same(0, 2)], Judged()) if len(c.members) > 1]
    assert claim.members == tuple(REFS[:3])
    assert claim.id == hashed_id("claim", str(REFS[0]))


def test_people_win():
    """What was judged the same is one claim, what was judged apart is not, and what is hidden is gone."""

    def pair(n, m):
        return tuple(sorted((REFS[n], REFS[m])))

    assert groups([], Judged(same=frozenset({pair(0, 4)}))) == [[0, 4], [1], [2], [3]]
    assert groups([same(0, 1)], Judged(apart=frozenset({pair(0, 1)}))) == [[0], [1], [2], [3], [4]]
    assert groups([same(0, 1)], Judged(hidden=frozenset({REFS[1]}))) == [[0], [2], [3], [4]]


@pytest.mark.parametrize("seed", range(4))
def test_order_does_not_matter(seed):
    """Units and matches in any order make the same claims."""
    matches = [same(0, 1), same(1, 2, score=0.8), same(0, 2, score=0.7), same(3, 4), same(2, 3, grade="matter")]
    mixed, others = list(UNITS), list(matches)
    random.Random(seed).shuffle(mixed)
    random.Random(seed + 9).shuffle(others)
    assert claims(mixed, others, Judged()) == claims(UNITS, matches, Judged())


def test_claims_on_one_matter_know_each_other():
    """A match on the same matter relates two claims."""
    made = claims(UNITS[:2], [same(0, 1, grade="matter")], Judged())
    assert {claim.related for claim in made} == {(made[1].id,), (made[0].id,)}


def test_words_begin_with_the_subject():
    """A claim is worded by a member that begins with a side of what is told, and not by one that hangs on others."""
    text = "after raiders killed roe"
    loose = unit(done("kill", [thing("raider")]), words=text, report="x")
    whole = unit(done("kill", [thing("raider", words=())]), words="that raiders killed roe", report="y")
    side = replace(thing("raider"), span=(5, 12))
    whole = replace(whole, deeds=(replace(whole.deeds[0], who=(side,)),), spans=((0, 24),))
    first, second = sorted((loose.ref, whole.ref))
    link = Match(first, second, "same", 0.9, ())
    assert claims([loose, whole], [link], Judged())[0].words == "raiders killed roe"


def test_the_clearest_member_speaks():
    """A claim is worded by a member that names its subject and denies nothing."""
    bare = unit(done("close"), words="one two three four five six seven eight nine", report="x")
    clear = unit(done("close", [thing("guild")]), words="guild closed the pier", report="y")
    first, second = sorted((bare.ref, clear.ref))
    link = Match(first, second, "same", 0.9, ())
    assert claims([bare, clear], [link], Judged())[0].words == clear.words
