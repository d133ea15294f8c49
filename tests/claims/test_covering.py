"""What all words of two units, and all that they mainly tell, say of their being the same."""

from __future__ import annotations

import pytest

from tests.claims.telling_units import done, thing, unit
from whoseword.claims import covering

WARDEN = thing("warden", "ann roe")


def test_a_short_unit_stands_whole_in_a_long_one():
    """The smaller share tells how much of the long one is there, the larger how much of the short one."""
    a, b = unit(words="gate shut monday rain fell hard"), unit(words="gate shut monday")
    assert covering.covered(a, b).score == pytest.approx(0.5)
    assert covering.covering(a, b).score == pytest.approx(1.0)
    assert covering.share_of(b, a) == pytest.approx(1.0)


def test_a_word_of_the_same_group_counts_for_most_of_one():
    """Two of one group ("troops", "forces") share more than nothing and less than one word twice."""
    a = unit(words="troops left", meanings=("troops", ""))
    b = unit(words="forces left", meanings=("troops", ""))
    assert 0.5 < covering.covered(a, b).score < 1.0


def test_common_words_count_little():
    """What many reports have is worth less than what few have."""
    a = unit(words="gate said", term_weights=(1.0, 0.1))
    rare, common = unit(words="gate fell", term_weights=(1.0, 1.0)), unit(words="said fell", term_weights=(0.1, 1.0))
    assert covering.share_of(a, rare) > 0.9
    assert covering.share_of(a, common) < 0.1


def test_what_is_mainly_told_and_by_whom():
    """Half of what the longer one tells is not in the other; those who take part are."""
    both = unit(done("kill", whom=[WARDEN]), done("close", whom=[thing("gate")]))
    one = unit(done("murder", whom=[thing("roe", "ann roe")]))
    assert covering.told(both, one).score == pytest.approx(0.4)
    assert covering.sides(one, one).score == 1.0
    assert covering.sides(both, one).score == 0.5
    assert covering.sides(unit(done("kill", who=[thing("he")])), one).score == 0.0


def test_told_in_passing():
    """A deed that one of them only mentions is not mainly told by both."""
    one, other = unit(done("kill", whom=[WARDEN])), unit(done("kill", whom=[WARDEN], main=False))
    assert (covering.main(one, one).score, covering.main(one, other).score) == (1.0, 0.0)


def test_words_enough_and_length():
    """Two words may mean any; from six on there are enough, and longer ones say more."""
    few, more = unit(words="drone strike"), unit(words=" ".join(f"word{n}" for n in range(20)))
    assert covering.enough(few, more).score == pytest.approx(1 / 3)
    assert covering.length(few, few).score < covering.length(more, more).score == 1.0


def test_denied_and_near():
    """One says that it is not so; and reports of one week are not of the same days."""
    yes, no = unit(words="gate shut"), unit(words="gate shut", negated=True, day="2031-05-15")
    assert covering.denied(yes, no).score == -1.0
    assert (covering.near(yes, yes).score, covering.near(yes, no).score) == (1.0, 0.0)
