"""The words of many reports -> the pairs worth comparing, without looking at every pair.

MinHash by passage: each passage of a report keeps the smallest hashes of its shingles (a bottom sketch: Broder, "On the
resemblance and containment of documents", 1997; one hash function, the k smallest values), and reports that have some
in common are a pair. Which shingles those are depends on their hash alone, so the same words are kept in every report.

>>> from whoseword.claims.shingles import Vocabulary
>>> v, lead = Vocabulary(), "the harbour office of Orsel closed the upper gate after two of its pumps failed on Monday "
>>> texts = [v.words(lead + "and rain fell"), v.words("boats wait"), v.words("as we said " + lead)]
>>> candidates(texts, ["Courier", "Ledger", "Post"], {})
((0, 2),)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from whoseword.claims.sentences import Sentence
from whoseword.claims.shingles import Hashes, Words, shingles, word_hash

# Six words in a row are rare in texts that have nothing to do with each other, and survive in most rewrites somewhere.
SHINGLE = 6
# A passage is this many shingles long and keeps this many hashes: a quarter, so that a shared run of 25 words,
# which has 20 shingles, leaves several in both reports.
PASSAGE, KEPT = 48, 12
# One hash in common is chance ("at the end of the day"), more are not.
LEAST_SHARED = 2
# What one outlet puts into so many of its reports is its furniture and makes no pair among them.
FURNITURE_REPORTS = 8
# A passage in more reports than this pairs each of them with the first few only, lest one stock phrase cost all pairs.
LONGEST_LIST, HUBS = 150, 3
# Of pairs of neighbouring telling words, those in few reports say something ("pumps failed", not "prime minister").
LONGEST_PAIR_LIST, LEAST_PAIRS = 20, 6


def candidates(
    texts: Sequence[Words], outlets: Sequence[str | None], often: Mapping[str, set[int]]
) -> tuple[tuple[int, int], ...]:
    """Pairs of places in `texts`, the smaller first, in order.

    `outlets` tells who published each, None if unknown; `often` is what `frequent` found, which makes no pair in its
    outlet.
    """
    counts: Counter[tuple[int, int]] = Counter()
    for hashed, places in _lists([passage_hashes(words) for words in texts]):
        for pair in _pairs(places):
            outlet = outlets[pair[0]]
            if outlet is None or outlet != outlets[pair[1]] or hashed not in often.get(outlet, ()):
                counts[pair] += 1
    return tuple(sorted(pair for pair, shared in counts.items() if shared >= LEAST_SHARED))


def reworded_candidates(texts: Sequence[Sequence[Sentence]]) -> tuple[tuple[int, int], ...]:
    """Pairs of places whose sentences bring the same telling words together, whatever stands between them.

    Where wording is new, no shingle survives; neighbouring telling words do, in either order.
    """
    known: dict[tuple[str, str], int] = {}
    sketches = [neighbour_hashes(sentences, known) for sentences in texts]
    counts: Counter[tuple[int, int]] = Counter()
    for _, places in _lists(sketches):
        if len(places) <= LONGEST_PAIR_LIST:
            counts.update(combinations(places, 2))
    return tuple(sorted(pair for pair, shared in counts.items() if shared >= LEAST_PAIRS))


def passage_hashes(words: Words) -> Hashes:
    """The hashes that a text keeps of its shingles: reports with `LEAST_SHARED` in common may share a passage."""
    return _sketch(shingles(words.hashes, SHINGLE))


def neighbour_hashes(sentences: Sequence[Sentence], known: dict[tuple[str, str], int]) -> Hashes:
    """The hashes that a text keeps of its telling words next to each other or next but one; `known` are made already.

    Reports with `LEAST_PAIRS` in common may tell the same in other words.
    """
    hashes: list[int] = []
    for sentence in sentences:
        stems = sentence.stems
        for step in (1, 2):
            for one, other in zip(stems, stems[step:], strict=False):
                pair = (one, other) if one < other else (other, one)
                if pair not in known:
                    known[pair] = word_hash(" ".join(pair))
                hashes.append(known[pair])
    return _sketch(np.array(hashes, dtype=np.uint64))


def frequent_words(words: Words, often: Collection[int]) -> NDArray[np.bool_]:
    """For each word, whether it stands in a shingle of `often`."""
    flagged = np.zeros(len(words), dtype=bool)
    hashes = shingles(words.hashes, SHINGLE)
    for place, hashed in enumerate(hashes.tolist()):
        if hashed in often:
            flagged[place : place + SHINGLE] = True
    return flagged


def frequent(texts: Sequence[Words], outlets: Sequence[str | None]) -> dict[str, set[int]]:
    """By outlet, the shingles in many of its reports."""
    found: dict[str, set[int]] = {}
    numbers = Counter(outlet for outlet in outlets if outlet is not None)
    for outlet, count in numbers.items():
        if count >= FURNITURE_REPORTS:
            own = [np.unique(shingles(t.hashes, SHINGLE)) for t, o in zip(texts, outlets, strict=True) if o == outlet]
            hashes, times = np.unique(np.concatenate(own), return_counts=True)
            found[outlet] = set(hashes[times >= FURNITURE_REPORTS].tolist())
    return found


def _lists(sketches: Sequence[Hashes]) -> Iterator[tuple[int, list[int]]]:
    """Each hash that several reports kept, with their places."""
    hashes = np.concatenate([*sketches, np.zeros(0, dtype=np.uint64)])
    places = np.repeat(np.arange(len(sketches)), [len(sketch) for sketch in sketches])
    order = np.argsort(hashes, kind="stable")
    hashes, places = hashes[order], places[order]
    borders = np.flatnonzero(np.diff(hashes)) + 1
    starts, ends = np.concatenate(([0], borders)), np.concatenate((borders, [len(hashes)]))
    several = ends - starts > 1
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        yield int(hashes[start]), places[start:end].tolist()


def _sketch(hashes: Hashes) -> Hashes:
    """The smallest hashes of each passage, each once."""
    kept = [np.sort(hashes[start : start + PASSAGE])[:KEPT] for start in range(0, len(hashes), PASSAGE)]
    return np.unique(np.concatenate(kept)) if kept else hashes


def _pairs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(places) <= LONGEST_LIST:
        yield from combinations(places, 2)
        return
    for hub in range(HUBS):
        yield from ((places[hub], place) for place in places[hub + 1 :])
