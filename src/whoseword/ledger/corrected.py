"""Texts that name the figure they correct: "the earlier figure of 1,200 had left out tenants".

In: groups of figures, each a series so far, and what reports name as earlier figures. Out: the same groups, joined
where a report says itself that its figure replaces one of an earlier report, each join with that sentence as its
reason. Where two earlier series could be meant, none is joined.

>>> [reason.words for reason in joined_by_words(groups, corrections)[0][1]]
['The statement said that the earlier figure of 1,200 had left out tenants']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whoseword.across import Reason
from whoseword.ledger.accounts import Earlier, earlier_figures
from whoseword.ledger.counted import Counted
from whoseword.ledger.definitions import Wording, make_wording
from whoseword.lexicon import Lexicon

FAR = 3  # sentences before, in which the figure that holds now is told
GROWN = 2  # times that one figure may be of the one that it corrects

Group = tuple[list[Counted], tuple[Reason, ...]]


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure of one report that replaces an earlier one of this value, and the sentence that says so."""

    now: Counted
    before: float
    words: str


def corrections(told: Sequence[Counted], lexicon: Lexicon) -> tuple[Correction, ...]:
    """What the figures of one report correct, in text order."""
    if not told:
        return ()
    w = make_wording(told[0].record, lexicon)
    found = (_correction(w, told, earlier) for earlier in earlier_figures(w))
    return tuple(one for one in found if one is not None)


def _correction(w: Wording, told: Sequence[Counted], earlier: Earlier) -> Correction | None:
    start, end = w.tree.sentence(earlier.word)
    words = w.record.report.text[slice(*w.tree.span(range(start, end)))]
    for _ in range(FAR + 1):
        span = w.tree.span(range(start, w.tree.sentence_end(start)))
        here = [one for one in told if span[0] <= one.quantity.span[0] < span[1] and _may_replace(one, earlier.value)]
        if here:
            return Correction(here[0], earlier.value, " ".join(words.split())) if len(here) == 1 else None
        if start == 0:
            break
        start = w.tree.sentence_start(start - 1)
    return None


def _may_replace(one: Counted, before: float) -> bool:
    value = one.quantity.value
    return not isinstance(value, str) and before / GROWN <= value <= before * GROWN and value != before


def joined_by_words(groups: Iterable[Sequence[Counted]], found: Iterable[Correction]) -> list[Group]:
    """The groups once those are joined that a report ties together in so many words."""
    made: list[Group] = [(list(group), ()) for group in groups]
    for one in sorted(found, key=lambda one: (one.now.day or "9999", one.now.ref, one.now.quantity.span)):
        own = next((n for n, (group, _) in enumerate(made) if one.now in group), None)
        meant = [n for n, (group, _) in enumerate(made) if any(_is_meant(one, other) for other in group)]
        if own is None or len(meant) != 1 or meant[0] == own:
            continue
        (now, reasons), (before, others) = made[own], made[meant[0]]
        joined = (before + now, (*others, *reasons, Reason("earlier figure named", 1.0, one.words)))
        made = [group for n, group in enumerate(made) if n not in {own, meant[0]}] + [joined]
    return made


def _is_meant(one: Correction, other: Counted) -> bool:
    """Whether a figure is the earlier one: of the same thing by the same definition, told before, with its value."""
    now = one.now
    same = (now.of, now.unit, now.definition) == (other.of, other.unit, other.definition)
    placed = now.where is None or other.where is None or now.where == other.where
    told_before = other.ref.report != now.ref.report and (other.day or "9999") < (now.day or "")
    return same and placed and told_before and other.quantity.value == one.before
