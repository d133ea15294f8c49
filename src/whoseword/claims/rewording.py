"""Two reports -> the sentences of one that are sentences of the other in other words.

A rewrite keeps a text's sentences: their names, numbers and most of their verbs and nouns, one after the other, while
no run of words need survive. Two reporters who saw the same share names and numbers, and cut them into other sentences.

>>> from whoseword.claims.shingles import Vocabulary
>>> from whoseword.claims.sentences import sentences
>>> def told(text):
...     words = Vocabulary().words(text)
...     return words, sentences(text, words)
>>> a = told("Crews in Orsel closed the upper gate on Monday after 2 pumps failed in heavy rain.")
>>> b = told("On Monday Orsel crews shut the upper gate when 2 pumps failed amid heavy rain.")
>>> [(p.a, p.b) for p in reworded(a, b)]
[((0, 16), (0, 15))]
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from whoseword.claims.alignment import Aligned
from whoseword.claims.sentences import Sentence
from whoseword.claims.shingles import Words

# The share of telling words that two sentences have in common, names and numbers counted twice. Sentences of two
# reporters on one event seldom pass 0.4; those of a rewrite with every third word changed stay above 0.5.
LEAST_ALIKE = 0.5
# A shorter version of a sentence, with clauses dropped, is nearly all in the longer one.
LEAST_WITHIN = 0.75
# So many words besides names and numbers must be the same, or a list of the same people would do.
LEAST_PLAIN = 3

Told = tuple[Words, Sequence[Sentence]]


def reworded(a: Told, b: Told) -> tuple[Aligned, ...]:
    """Sentences of `a` with their likeness in `b`, each used once, the most alike first; in the order of `a`."""
    matched = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for _, i, j in sorted(_alike(a[1], b[1]), key=lambda found: (-found[0], found[1], found[2])):
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            matched.append(_aligned(a[0], a[1][i], b[0], b[1][j]))
    return tuple(sorted(matched, key=lambda aligned: aligned.a))


def _alike(a: Sequence[Sentence], b: Sequence[Sentence]) -> list[tuple[float, int, int]]:
    """Pairs of sentences that are alike enough, with how much."""
    holders: dict[str, list[int]] = defaultdict(list)
    for j, sentence in enumerate(b):
        for stem in sentence.distinct - sentence.marked:
            holders[stem].append(j)
    found: list[tuple[float, int, int]] = []
    for i, sentence in enumerate(a):
        common: Counter[int] = Counter()
        for stem in sentence.distinct - sentence.marked:
            common.update(holders.get(stem, ()))
        for j, shared in common.items():
            if shared >= LEAST_PLAIN and (score := likeness(sentence, b[j])):
                found.append((score, i, j))
    return found


def likeness(a: Sentence, b: Sentence) -> float:
    """How alike two sentences are, from 0 to 1; 0 where that is not enough to call one a version of the other."""
    stems_a, stems_b, marked = a.distinct, b.distinct, a.marked | b.marked
    shared = stems_a & stems_b
    if len(shared - marked) < LEAST_PLAIN:
        return 0.0
    common = len(shared) + len(shared & marked)
    sizes = [len(stems) + len(stems & marked) for stems in (stems_a, stems_b)]
    alike = 2 * common / sum(sizes)
    return alike if alike >= LEAST_ALIKE or common >= LEAST_WITHIN * min(sizes) else 0.0


def _aligned(words_a: Words, a: Sentence, words_b: Words, b: Sentence) -> Aligned:
    """Two sentences with the words that they share in the same order."""
    matcher = SequenceMatcher(None, words_a.forms[slice(*a.places)], words_b.forms[slice(*b.places)], autojunk=False)
    runs = tuple((a.places[0] + i, b.places[0] + j, size) for i, j, size in matcher.get_matching_blocks() if size)
    return Aligned(a.places, b.places, runs)
