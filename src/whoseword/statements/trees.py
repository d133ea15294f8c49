"""A Reading's dependency trees, made easy to walk: children, subtrees, words by their place in the text.

>>> tree = Tree(text, reading)
>>> [tree.form(k) for k in tree.below(tree.inside((0, 17))[-1])]
['a', 'harbour', 'pilot']
"""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterable, Sequence

from whoseword.model import Reading, Span, Word


class Tree:
    """The trees of one text; words are named by their index in `Reading.words`."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text = text
        self.words: Sequence[Word] = reading.words
        self._begins = [word.span[0] for word in reading.words]
        self._children: list[list[int]] = [[] for _ in reading.words]
        for k, word in enumerate(reading.words):
            if 0 <= word.head < len(reading.words):
                self._children[word.head].append(k)
        self._sentence = [n for n, (first, end) in enumerate(reading.sentences) for _ in range(first, end)]
        self._sentences = reading.sentences

    def form(self, k: int) -> str:
        """The word in lower case."""
        return self.text[slice(*self.words[k].span)].lower()

    def inside(self, span: Span) -> list[int]:
        """The words that lie wholly inside `span`."""
        first = bisect.bisect_left(self._begins, span[0])
        found = []
        for k in range(first, len(self.words)):
            if self.words[k].span[0] >= span[1]:
                break
            if self.words[k].span[1] <= span[1]:
                found.append(k)
        return found

    def sentence_start(self, k: int) -> int:
        """The index of the first word of the sentence that `k` is in."""
        return self._sentences[self._sentence[k]][0]

    def sentences(self) -> Sequence[tuple[int, int]]:
        """The sentences as half-open ranges of words."""
        return self._sentences

    def sentence(self, k: int) -> tuple[int, int]:
        """The first word of the sentence that `k` is in, and the index behind its last."""
        return self._sentences[self._sentence[k]]

    def sentence_end(self, k: int) -> int:
        """The index behind the last word of the sentence that `k` is in."""
        return self._sentences[self._sentence[k]][1]

    def children(self, k: int, *relations: str) -> list[int]:
        """What hangs directly below `k`, by one of these relations; by any where none is given."""
        return [c for c in self._children[k] if not relations or self.words[c].deprel in relations]

    def below(self, k: int, *, leave_out: Collection[str] = ()) -> list[int]:
        """The subtree of `k` in text order, without the branches of these relations."""
        found, waiting = {k}, [k]
        while waiting:
            for child in self._children[waiting.pop()]:
                if child not in found and self.words[child].deprel not in leave_out:
                    found.add(child)
                    waiting.append(child)
        return sorted(found)

    def span(self, indices: Iterable[int]) -> Span:
        """From the first to the last of these words, without punctuation and conjunctions at the ends."""
        kept = sorted(indices)
        while len(kept) > 1 and self.words[kept[0]].upos in {"PUNCT", "CCONJ"} and self.form(kept[0]) not in _OPENING:
            kept.pop(0)
        while len(kept) > 1 and self.words[kept[-1]].upos in {"PUNCT", "CCONJ"} and self.form(kept[-1]) not in _CLOSING:
            kept.pop()
        return (self.words[kept[0]].span[0], self.words[kept[-1]].span[1])

    def unbroken(self, indices: Collection[int], around: int) -> list[int]:
        """The run of neighbouring words of `indices` that holds `around`."""
        members = set(indices)
        first = last = around
        while first - 1 in members:
            first -= 1
        while last + 1 in members:
            last += 1
        return list(range(first, last + 1))


# Forms of "be" that make a passive or a progressive of what follows.
BE = frozenset("be is are was were been being am".split())
_OPENING = frozenset("“\"‘'«„([")
_CLOSING = frozenset("”\"’'»)]%")
