"""Scores of one window -> attribution relations over its words."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.reports.encoding import ROLES
from whoseword.reports.roles import EVIDENCE, Found, allowed, confidence, link, runs, viterbi

FLAT = np.zeros((len(ROLES), len(ROLES)), np.float32)
LEVEL = np.zeros(len(ROLES), np.float32)
NO, B_SOURCE, I_SOURCE, B_CUE, I_CUE, B_CONTENT, I_CONTENT, B_RECIPIENT, I_RECIPIENT = range(9)


def emissions(tags, strength=9.0):
    """Scores that speak for these tags."""
    scores = np.zeros((len(tags), len(ROLES)), np.float32)
    scores[np.arange(len(tags)), tags] = strength
    return scores


def pointers(count, arrows):
    """[n, 1 + n] scores in which word `a` points to `b`; "none" is -1."""
    scores = np.zeros((count, 1 + count), np.float32)
    for start, end in arrows.items():
        scores[start, 1 + end] = 5.0
    return scores


def relations(tags, content_cue=(), cue_source=()):
    """The relations of tags with these arrows."""
    n = len(tags)
    path = np.asarray(tags, np.int64)
    return link(path, emissions(tags), pointers(n, dict(content_cue)), pointers(n, dict(cue_source)))


def roles(found: Found):
    """The four roles of a relation."""
    return found.source, found.cue, found.content, found.recipient


def test_allowed():
    """An inside tag follows only the same kind, and everything else may follow anything."""
    table = allowed()
    assert table[B_SOURCE, I_SOURCE]
    assert table[I_SOURCE, I_SOURCE]
    assert not table[NO, I_SOURCE]
    assert not table[B_CUE, I_SOURCE]
    assert not table[I_CONTENT, I_SOURCE]
    assert table[:, [NO, B_SOURCE, B_CUE, B_CONTENT, B_RECIPIENT]].all()


def by_hand(scores, transitions, start):
    """The score of the best allowed path, by trying every one."""
    table = allowed()
    best = -np.inf
    for path in product(range(len(ROLES)), repeat=len(scores)):
        if ROLES[path[0]].startswith("I-") or not all(table[a, b] for a, b in pairwise(path)):
            continue
        best = max(best, path_score(path, scores, transitions, start))
    return best


def path_score(path, scores, transitions, start):
    """The score of one path."""
    moves = sum(float(transitions[a, b]) for a, b in pairwise(path))
    return float(start[path[0]]) + moves + sum(float(scores[k, tag]) for k, tag in enumerate(path))


@pytest.mark.parametrize("seed", range(6))
def test_viterbi_agrees_with_brute_force(seed):
    """The path of a short sequence is allowed and scores as high as the best of all paths."""
    rng = np.random.default_rng(seed)
    transitions = rng.normal(size=(9, 9)).astype(np.float32)
    start = rng.normal(size=9).astype(np.float32)
    sequences = [rng.normal(scale=2, size=(n, 9)).astype(np.float32) for n in (1, 3, 2, 3)]
    for scores, path in zip(sequences, viterbi(sequences, transitions, start), strict=True):
        assert not ROLES[path[0]].startswith("I-")
        assert all(allowed()[a, b] for a, b in pairwise(path))
        assert path_score(path, scores, transitions, start) == pytest.approx(
            by_hand(scores, transitions, start), abs=1e-4
        )


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(1, 12), min_size=1, max_size=6))
def test_viterbi_reads_each_sequence_by_itself(seed, lengths):
    """A sequence has the same path alone and among others."""
    rng = np.random.default_rng(seed)
    transitions, start = rng.normal(size=(9, 9)).astype(np.float32), rng.normal(size=9).astype(np.float32)
    sequences = [rng.normal(size=(n, 9)).astype(np.float32) for n in lengths]
    together = viterbi(sequences, transitions, start)
    assert [path.tolist() for path in together] == [
        viterbi([scores], transitions, start)[0].tolist() for scores in sequences
    ]


def test_viterbi_never_opens_with_an_inside_tag():
    """Scores that speak for an inside tag at the beginning are overruled."""
    (path,) = viterbi([emissions([I_SOURCE, I_SOURCE])], FLAT, LEVEL)
    assert path.tolist() == [B_SOURCE, I_SOURCE]


def test_viterbi_of_nothing():
    """No sequences, no paths."""
    assert viterbi([], FLAT, LEVEL) == []


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([], []),
        ([NO, NO], []),
        ([B_SOURCE, I_SOURCE, NO, B_CUE], [("source", 0, 2), ("cue", 3, 4)]),
        ([B_CUE, B_CUE, I_CUE], [("cue", 0, 1), ("cue", 1, 3)]),
        ([B_CUE, B_CONTENT, I_CONTENT, I_CONTENT], [("cue", 0, 1), ("content", 1, 4)]),
        ([I_SOURCE, I_SOURCE, I_CUE], [("source", 0, 2), ("cue", 2, 3)]),
    ],
)
def test_runs(tags, expected):
    """A run is a tag that begins one with the inside tags of its kind, up to the end of the sequence."""
    assert list(runs(tags)) == expected


@given(st.lists(st.integers(0, 8)))
def test_runs_cover_every_tag(tags):
    """Runs never overlap, and exactly the words with a tag lie in one of its kind."""
    found = {k: kind for kind, first, end in runs(tags) for k in range(first, end)}
    assert found == {k: ROLES[tag][2:] for k, tag in enumerate(tags) if tag}


def test_link_follows_the_pointers():
    """Each content goes to the cue that it points to, and each cue to the source that it points to."""
    tags = [B_SOURCE, B_CUE, B_CONTENT, NO, B_SOURCE, B_CUE, B_CONTENT]
    first, second = relations(tags, {2: 5, 6: 1}, {1: 4, 5: 0})
    assert roles(first) == ([(4, 5)], [(1, 2)], [(6, 7)], [])
    assert roles(second) == ([(0, 1)], [(5, 6)], [(2, 3)], [])


def test_link_takes_split_contents_together():
    """Two stretches of a split quotation that point to one cue are one relation."""
    tags = [B_CONTENT, I_CONTENT, NO, B_SOURCE, B_CUE, NO, B_CONTENT]
    (found,) = relations(tags, {0: 4, 6: 4}, {4: 3})
    assert roles(found) == ([(3, 4)], [(4, 5)], [(0, 2), (6, 7)], [])


def test_link_may_leave_a_cue_without_a_source():
    """A cue that points to "none" has no source, though one stands beside it."""
    (found,) = relations([B_SOURCE, B_CUE, B_CONTENT], {2: 1}, {1: -1})
    assert roles(found) == ([], [(1, 2)], [(2, 3)], [])


def test_link_keeps_a_content_without_a_cue():
    """Where a paragraph has no cue at all, its contents stand alone."""
    one, two = relations([B_CONTENT, NO, B_CONTENT])
    assert (roles(one), roles(two)) == (([], [], [(0, 1)], []), ([], [], [(2, 3)], []))


def test_link_gives_the_one_told_to_the_nearest_cue():
    """Who was told belongs to the cue that ends nearest before it."""
    tags = [B_CUE, B_RECIPIENT, I_RECIPIENT, B_CONTENT, I_CONTENT, I_CONTENT, B_CUE, B_CONTENT]
    first, second = relations(tags, {3: 0, 7: 6})
    assert first.recipient == [(1, 3)]
    assert second.recipient == []


@pytest.mark.parametrize("tags", [[], [NO, NO], [B_SOURCE], [B_RECIPIENT], [B_SOURCE, B_RECIPIENT]])
def test_link_needs_a_cue_or_a_content(tags):
    """A source or somebody told alone makes no relation."""
    assert relations(tags) == []


@given(st.lists(st.integers(0, 8), min_size=1, max_size=12), st.integers(0, 2**32 - 1))
def test_link_gives_every_cue_and_content_to_one_relation(tags, seed):
    """However the pointers point, each cue and each content is in exactly one relation, in text order."""
    rng = np.random.default_rng(seed)
    n = len(tags)
    scores = [rng.normal(size=(n, 1 + n)).astype(np.float32) for _ in range(2)]
    found = link(np.asarray(tags, np.int64), emissions(tags), *scores)
    for role in ("cue", "content"):
        held = sorted(span for relation in found for span in getattr(relation, role))
        assert held == [(first, end) for kind, first, end in runs(tags) if kind == role]
    begins = [min(relation.cue + relation.content) for relation in found]
    assert begins == sorted(begins)
    assert all(np.isfinite(relation.evidence).all() for relation in found)


def test_evidence_tells_what_is_there():
    """The evidence says whether there is a source and a content, and how unsure the pointers were."""
    (sure,) = relations([B_SOURCE, B_CUE, B_CONTENT], {2: 1}, {1: 0})
    (bare,) = relations([NO, B_CUE, NO])
    assert sure.evidence.shape == (EVIDENCE,)
    assert sure.evidence[-2:].tolist() == [1, 1]
    assert bare.evidence[-2:].tolist() == [0, 0]
    assert sure.evidence[4] > bare.evidence[4]


def test_less_certain_borders_give_less_confidence():
    """With weights that count certainty, a relation with weaker scores is less sure; it stays between 0 and 1."""
    weights = np.asarray([1, 1, 1, 0.5, 0.5, 0, 0, 1], np.float32)
    path = np.asarray([B_SOURCE, B_CUE, B_CONTENT], np.int64)
    arrows = pointers(3, {2: 1}), pointers(3, {1: 0})
    strong, weak = (link(path, emissions(path, strength), *arrows)[0] for strength in (9.0, 1.0))
    assert 0 < confidence(weak.evidence, weights) < confidence(strong.evidence, weights) < 1
