"""Which times of a report date which predicate of it: only those that hang on it, and not on what it is done to.

In: a record and its tree. Out: `Dates`, which answers by the index of a predicate. Of "the accord of May was dropped on
Friday" Friday dates the drop; "since May" and "before May" date nothing; of "before dawn on May 2" the day counts.

>>> Dates.of(record, tree).own(4, "actual")
('2031-05-02', '2031-05-03')
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whoseword.ledger.order import meet
from whoseword.model import EventMode, Record, Time
from whoseword.statements.predicates import cases
from whoseword.statements.trees import Tree

Interval = tuple[str | None, str | None]

_UP = 4  # words from a time up to its predicate
_BOUNDS = frozenset("since until till after before following from than through for of between".split())
_DUE = frozenset({"by"})  # of what has happened, "by Friday" tells only that it was no later
_ON = frozenset("on in at during late early around about over by".split())
_HANGS = frozenset({"obl", "advmod", "nmod", "obj", "iobj", "nummod", "compound", "advcl", "conj", "xcomp", "ccomp"})
_SIDES = frozenset({"obj", "obl", "xcomp", "nsubj"})


@dataclass(frozen=True)
class Dates:
    """The times that hang on each predicate, by the index of its word."""

    by_word: Mapping[int, Sequence[tuple[Time, frozenset[str]]]]
    any: bool

    @classmethod
    def of(cls, record: Record, tree: Tree) -> Dates:
        """Looks up from every time with days of its own to the predicate that it hangs on."""
        found: dict[int, list[tuple[Time, frozenset[str]]]] = {}
        times = [time for time in record.times if time.begin and time.end and time.kind in {"DATE", "TIME"}]
        words = {k for time in times for k in tree.inside(time.span)}
        for time in times:
            for k, prepositions in _governors(tree, words, time):
                found.setdefault(k, []).append((time, prepositions))
        return cls(found, bool(times))

    def own(self, k: int, mode: EventMode) -> Interval:
        """The days (half-open) of the predicate at `k`, none where no time is its own."""
        said = self.by_word.get(k, ())
        fit = [time for time, at in said if not at & _BOUNDS and (mode != "actual" or not at & _DUE)]
        times = _told(fit)
        if not times:
            return None, None
        first = times[0]
        begin, end = first.begin, first.end
        for time in times[1:]:
            if meet((begin, end), (time.begin, time.end)):
                begin, end = max(begin or "", time.begin or ""), min(end or "", time.end or "")
        return begin, end


def _told(times: Sequence[Time]) -> list[Time]:
    """Of a day and a time of day the day; of a day and a word that leads back to one ("that day") the day."""
    days = [time for time in times if not (time.kind == "TIME" and "deictic" in time.rule)] or list(times)
    return [time for time in days if time.anchor is None and "anchored" not in time.rule] or days


def _governors(tree: Tree, words: set[int], time: Time) -> list[tuple[int, frozenset[str]]]:
    """The predicate that a time hangs on, by itself or through what it is done to ("met the mayor on Monday")."""
    inside = tree.inside(time.span)
    k = next((n for n in inside if tree.words[n].head not in inside), -1)
    if k < 0:
        return []
    said = frozenset(cases(tree, k))
    for step in range(_UP):
        word = tree.words[k]
        above = word.head
        if above < 0 or above == k or word.deprel not in _HANGS | _SIDES:
            return []
        if tree.words[above].upos in {"VERB", "AUX"} or tree.children(above, "cop"):
            return [(above, said)] if step == 0 or word.deprel != "nsubj" else []
        noun = above not in words and tree.words[above].upos in {"NOUN", "PROPN"}
        if noun and (k > above and (said & _ON or not said)):
            return [(above, said), *_higher(tree, above, said)]
        if noun:
            return [(above, said)]
        k = above
        said = said or frozenset(cases(tree, k))
    return []


def _higher(tree: Tree, noun: int, said: frozenset[str]) -> list[tuple[int, frozenset[str]]]:
    """The verb of which the noun before a time is a side, since trees tie a day to the noun next to it."""
    k = noun
    for _ in range(_UP):
        word = tree.words[k]
        if not 0 <= word.head < k:
            return []
        if tree.words[word.head].upos == "VERB":
            return [(word.head, said)] if word.deprel in _SIDES - {"nsubj"} else []
        if word.deprel not in {"nmod", "appos", "conj", "flat", "compound"}:
            return []
        k = word.head
    return []
