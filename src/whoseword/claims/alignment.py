"""The words of two texts -> the passages that they share: equal shingles, extended and joined over small edits.

Each word of either text is used once, the longest runs first, so that a line that a text repeats is counted once, and
sentences that changed places are found where they went.

>>> from whoseword.claims.shingles import Vocabulary
>>> v = Vocabulary()
>>> a = v.words("Crews closed the upper gate of the Orsel dam on Monday, the harbour office said.")
>>> b = v.words("Crews shut the upper gate of the Orsel dam late on Monday, the harbour office said.")
>>> [(p.a, p.b, p.shared) for p in align(a, b)]
[((2, 15), (2, 16), 13)]
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from whoseword.claims.shingles import Words, shingles
from whoseword.model import Span

# Four words in a row seed a passage: rewrites by synonyms leave such runs, and three words ("the United States") are
# in any two reports of one event.
SEED = 4
# Words of either text that may lie between two runs of one passage: a dropped clause, a changed figure.
WIDEST_GAP = 12
# A seed in more places than that in one text is a refrain; the longest run through one of them is found all the same.
MOST_PLACES = 8

Run = tuple[int, int, int]  # first word in a, first word in b, number of words


@dataclass(frozen=True, slots=True)
class Aligned:
    """One shared passage, as half-open ranges of words. `runs` are its equal stretches, `shared` their words in all."""

    a: Span
    b: Span
    runs: tuple[Run, ...]

    @property
    def shared(self) -> int:
        """How many words are the same."""
        return sum(length for _, _, length in self.runs)


def align(a: Words, b: Words) -> tuple[Aligned, ...]:
    """The shared passages of two texts, in the order of the first."""
    return tuple(_joined(_runs(a, b)))


def _runs(a: Words, b: Words) -> list[Run]:
    """Equal runs of at least `SEED` words, longest first, no word used twice; in the order of `a`."""
    found = sorted(_maximal(a, b), key=lambda run: (-run[2], run[0], run[1]))
    used_a, used_b = np.zeros(len(a), dtype=bool), np.zeros(len(b), dtype=bool)
    kept: list[Run] = []
    for run in found:
        for start_a, start_b, length in _unused(run, used_a, used_b):
            used_a[start_a : start_a + length] = True
            used_b[start_b : start_b + length] = True
            kept.append((start_a, start_b, length))
    return sorted(kept)


def _unused(run: Run, used_a: NDArray[np.bool_], used_b: NDArray[np.bool_]) -> list[Run]:
    """The stretches of a run that no longer run has taken, as far as they still are a seed."""
    start_a, start_b, length = run
    free = ~(used_a[start_a : start_a + length] | used_b[start_b : start_b + length])
    edges = np.flatnonzero(np.diff(np.concatenate(([False], free, [False]))))
    pieces = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    return [(start_a + low, start_b + low, high - low) for low, high in pieces if high - low >= SEED]


def _maximal(a: Words, b: Words) -> list[Run]:
    """Every equal run of words that cannot be made longer at either end."""
    in_b: dict[int, list[int]] = defaultdict(list)
    shingles_a, shingles_b = shingles(a.hashes, SEED), shingles(b.hashes, SEED)
    common = np.intersect1d(shingles_a, shingles_b)
    for place in np.flatnonzero(np.isin(shingles_b, common)).tolist():
        places = in_b[int(shingles_b[place])]
        if len(places) < MOST_PLACES:
            places.append(place)
    diagonals: dict[int, list[int]] = defaultdict(list)
    for place in np.flatnonzero(np.isin(shingles_a, common)).tolist():
        for other in in_b[int(shingles_a[place])]:
            diagonals[other - place].append(place)
    found: list[Run] = []
    for shift, places in diagonals.items():
        start = places[0]
        for place, following in pairwise([*places, -1]):
            if following != place + 1:
                found.append((start, start + shift, place - start + SEED))
                start = following
    return found


def _joined(runs: list[Run]) -> list[Aligned]:
    """Runs that follow each other in both texts, with no more than a small edit between them, as one passage."""
    groups: list[list[Run]] = []
    for run in runs:
        for group in reversed(groups[-3:]):
            last_a, last_b, length = group[-1]
            gap_a, gap_b = run[0] - last_a - length, run[1] - last_b - length
            if 0 <= gap_a <= WIDEST_GAP and 0 <= gap_b <= WIDEST_GAP:
                group.append(run)
                break
        else:
            groups.append([run])
    return [_aligned(group) for group in groups]


def _aligned(runs: list[Run]) -> Aligned:
    first, last = runs[0], runs[-1]
    return Aligned((first[0], last[0] + last[2]), (first[1], last[1] + last[2]), tuple(runs))
