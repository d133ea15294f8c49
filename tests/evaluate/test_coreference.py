"""The measures of coreference, on the examples that their authors computed by hand."""

from __future__ import annotations

import pytest

from whoseword.evaluate.coreference import b_cubed, ceaf_e, clusters_of, muc, pairwise, scores

# The example that Bagga and Baldwin (1998) and Luo (2005) share: three entities of 5, 2 and 5 mentions.
TRUTH = [[1, 2, 3, 4, 5], [6, 7], [8, 9, 10, 11, 12]]
SMALL_JOINED = [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12]]
LARGE_JOINED = [[1, 2, 3, 4, 5, 8, 9, 10, 11, 12], [6, 7]]
ALL_JOINED = [[*range(1, 13)]]
ALL_APART = [[number] for number in range(1, 13)]


@pytest.mark.parametrize("found", [SMALL_JOINED, LARGE_JOINED])
def test_muc_takes_every_wrong_link_alike(found):
    """Precision is 9 of 10 links, whichever entities one link joins (Bagga and Baldwin 1998)."""
    assert (muc(TRUTH, found).precision, muc(TRUTH, found).recall) == (0.9, 1.0)


@pytest.mark.parametrize(("found", "precision"), [(SMALL_JOINED, 16 / 21), (LARGE_JOINED, 7 / 12)])
def test_b_cubed_weighs_a_wrong_link_by_what_it_joins(found, precision):
    """76 and 58 per cent, as published by Bagga and Baldwin (1998)."""
    assert b_cubed(TRUTH, found).precision == pytest.approx(precision)
    assert b_cubed(TRUTH, found).recall == 1


@pytest.mark.parametrize(
    ("found", "f1"), [(SMALL_JOINED, 0.733), (LARGE_JOINED, 0.667), (ALL_JOINED, 0.294), (ALL_APART, 0.178)]
)
def test_ceaf_pairs_entity_with_entity(found, f1):
    """The four values of Luo (2005), for φ4."""
    assert ceaf_e(TRUTH, found).f1 == pytest.approx(f1, abs=0.0006)


def test_links_across_clusters_by_vilain():
    """Four mentions found as two and two keep two of three links; all found are right (Vilain et al. 1995)."""
    kept = muc([[1, 2, 3, 4]], [[1, 2], [3, 4]])
    assert kept.recall == pytest.approx(2 / 3)
    assert kept.precision == 1


def test_conll_is_the_mean_of_the_three():
    """The mean of three F1, computed by hand for one wrong link."""
    found = scores(TRUTH, SMALL_JOINED)
    by_hand = (2 * 0.9 / 1.9 + 2 * (16 / 21) / (37 / 21) + 11 / 15) / 3
    assert found.conll == pytest.approx(by_hand)


def test_clusters_of_one_have_no_link():
    """Where all stand alone on both sides, B³ and CEAF-e are whole and MUC has nothing to count."""
    found = scores(ALL_APART, ALL_APART)
    assert (found.muc.f1, found.b3.f1, found.ceafe.f1) == (0, 1, 1)


def test_nothing_scores_nothing():
    """No mention, no score, and no fault."""
    assert scores([], []).conll == 0


@pytest.mark.parametrize("found", [[[1, 2]], [[1, 2], [2, 3]]])
def test_other_mentions_are_refused(found):
    """Both sides must hold the same mentions, each once."""
    with pytest.raises(ValueError, match=r"same mentions|two clusters"):
        scores([[1, 2, 3]], found)


def test_pairs_and_names():
    """Names make clusters in the order in which they come; pairs are counted as sets."""
    assert clusters_of({3: "b", 1: "a", 2: "b"}) == [[3, 2], [1]]
    count = pairwise([(1, 2), (1, 3)], [(1, 2), (2, 3)])
    assert (count.right, count.found, count.marked) == (1, 2, 2)
