"""Figures of one report: a quantity said of something, somewhere, at a time, by someone.

In: the quantities, times and statements of a report and its Reading. Out: a Figure for each quantity that is said of
something or has a unit of its own. Its statement is the innermost whose content holds it; its time the one date that
its own clause has, else the only date of the sentence: of two that could be meant, neither is taken.

>>> figure, = figures(quantities, times, statements, reading)
>>> figure.statement is None  # the author's own voice
True
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from whoseword.model import Figure, Quantity, Reading, Span, Statement, Time

_DATES = frozenset({"DATE", "TIME"})
_CLAUSES = frozenset({"root", "ccomp", "advcl", "acl", "acl:relcl", "conj", "parataxis", "csubj"})
_DEEPEST = 12


def figures(
    quantities: tuple[Quantity, ...], times: tuple[Time, ...], statements: tuple[Statement, ...], reading: Reading
) -> tuple[Figure, ...]:
    """The figures of a report, in text order."""
    clauses = _Clauses(reading)
    dates = [time.span for time in times if time.kind in _DATES]
    return tuple(
        Figure(q.span, q.of, q.where, _time(q.span, dates, clauses), _statement(q.span, statements))
        for q in quantities
        if q.of or q.unit
    )


def _statement(span: Span, statements: Iterable[Statement]) -> str | None:
    """The id of the innermost statement whose content holds the span: that with the shortest piece around it."""
    around = [
        (end - start, s.id) for s in statements for start, end in s.content if start <= span[0] and span[1] <= end
    ]
    return min(around)[1] if around else None


def _time(span: Span, dates: list[Span], clauses: _Clauses) -> Span | None:
    sentence = clauses.sentence(span)
    near = [date for date in dates if clauses.sentence(date) == sentence]
    same = [date for date in near if clauses.head(date) == clauses.head(span)]
    return same[0] if len(same) == 1 else near[0] if len(near) == 1 else None


class _Clauses:
    """Which sentence and which clause a span stands in."""

    def __init__(self, reading: Reading) -> None:
        self._words = reading.words
        self._begins = [word.span[0] for word in reading.words]
        self._starts = [first for first, _ in reading.sentences]

    def _word(self, span: Span) -> int:
        return max(bisect_right(self._begins, span[0]) - 1, 0)

    def sentence(self, span: Span) -> int:
        """The number of its sentence."""
        return bisect_right(self._starts, self._word(span))

    def head(self, span: Span) -> int:
        """The predicate of its clause."""
        k = self._word(span)
        for _ in range(_DEEPEST):
            word = self._words[k]
            is_clause = word.deprel in _CLAUSES and (word.deprel != "conj" or word.upos in {"VERB", "AUX", "ADJ"})
            if word.head < 0 or is_clause:
                break
            k = word.head
        return k
