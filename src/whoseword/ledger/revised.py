"""What a later telling says otherwise than an earlier one of the same: from the differences between matched units.

In: what was gathered. Out: `Changed` lines, one for a matter and a step of it. The same difference in further reports
is an echo of the first and makes no line; of the steps to one value the last one before it is kept.

>>> [(line.kind, line.grade, line.what) for line in revised(gathered)]
[('modality', 'update', 'withdraw: the harbour guards')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from whoseword.across import Changed, Deed, Ref
from whoseword.ledger.clauses import clause, on_one_line
from whoseword.ledger.differing import Differing, differing
from whoseword.ledger.gathered import Gathered
from whoseword.ledger.grading import grade
from whoseword.ledger.weighing import Weighed, happened_first, weigh

LEAST = 5  # words of a side, with those that tell how it stands
MOST = 140  # letters of each side: two sides stand on one screen


@dataclass(frozen=True, slots=True)
class _Line:
    """A change with what it was made from."""

    changed: Changed
    found: Differing
    weighed: Weighed


def revised(gathered: Gathered) -> tuple[Changed, ...]:
    """The lines in order of the later telling."""
    happened = happened_first(gathered)
    weighed = ((found, weigh(gathered, happened, found)) for found in differing(gathered))
    made = (_line(gathered, found, told) for found, told in weighed if told is not None)
    lines = [line for line in made if _is_told(line.changed)]
    return tuple(line.changed for line in _last_steps(gathered, _first(gathered, lines)))


def _is_told(changed: Changed) -> bool:
    """Whether both sides are told in words that can be understood by themselves."""
    sides = (changed.before_words, changed.after_words)
    return changed.kind not in {"modality", "polarity"} or all(len(side.split()) >= LEAST for side in sides)


def _line(gathered: Gathered, found: Differing, weighed: Weighed) -> _Line:
    graded, why = grade(gathered, found, weighed)
    changed = Changed(
        kind=weighed.kind,
        grade=graded,
        what=f"{found.deeds[1].lemma}: {_shared(gathered, found)}",
        before=found.before,
        after=found.after,
        before_words=_side(gathered, found.before, weighed.before, found.deeds[0]),
        after_words=_side(gathered, found.after, weighed.after, found.deeds[1]),
        day=gathered.day(found.after.report),
        why=f"{why}; {_whose(gathered, found)}",
    )
    return _Line(changed, found, weighed)


def _shared(gathered: Gathered, found: Differing) -> str:
    text = gathered.records[found.before.report].report.text
    return on_one_line(text[slice(*found.shared.span)], MOST) or found.matter[1]


def _side(gathered: Gathered, ref: Ref, value: str, deed: Deed) -> str:
    """What one side says, with the clause that says it."""
    words = clause(gathered.trees[ref.report], deed.predicate, gathered.called(ref.report), MOST)
    return f"{value}: {words}" if value else words


def _whose(gathered: Gathered, found: Differing) -> str:
    """Both sides with those on whose word they stand."""
    before, after = gathered.teller(found.before), gathered.teller(found.after)
    if found.inside and gathered.is_heading(found.before) != gathered.is_heading(found.after):
        return f"the heading ({before}) against the text below it ({after})"
    where = "in one report, " if found.inside else ""
    return f"{where}both times {after}" if before == after else f"{where}before {before}, then {after}"


def _first(gathered: Gathered, lines: Iterable[_Line]) -> Iterator[_Line]:
    """Each difference of a matter once, the best matched of the first two reports that have it."""
    groups: dict[tuple[object, ...], list[_Line]] = {}
    for line in lines:
        sides = frozenset({line.weighed.before_key, line.weighed.after_key})
        groups.setdefault((*_step(line), sides), []).append(line)
    for group in groups.values():
        first = group[0].found
        reports = (first.before.report, first.after.report)
        near = [line for line in group if (line.found.before.report, line.found.after.report) == reports]
        best = max(near, key=lambda line: _clearest(gathered, line))
        alike = [line.found for line in near if line.weighed.after_key == best.weighed.after_key]
        yield replace(best, changed=_with_units(best.changed, alike))


def _with_units(changed: Changed, alike: Sequence[Differing]) -> Changed:
    """The change with all units of both reports that say the same of the matter, the one shown first."""
    before = dict.fromkeys(ref for ref in (changed.before, *(found.before for found in alike)) if ref)
    after = dict.fromkeys(ref for ref in (changed.after, *(found.after for found in alike)) if ref)
    return replace(changed, before_units=tuple(before), after_units=tuple(after))


def _clearest(gathered: Gathered, line: _Line) -> tuple[int, bool, float, Ref]:
    """Inside a report the heading counts before the text, and "might" before what somebody wants."""
    refs = (line.found.before, line.found.after)
    headings = sum(gathered.is_heading(ref) for ref in refs) if line.found.inside else 0
    hedged = any("possible" in gathered.units[ref].modal for ref in refs)
    return min(headings, 1), hedged, line.found.match.score, line.found.before


def _step(line: _Line) -> tuple[object, ...]:
    """What makes two lines of one kind: their matter; a word is the same in one report and in two."""
    return line.weighed.kind, line.found.matter, line.found.inside and line.weighed.kind != "wording"


def _last_steps(gathered: Gathered, lines: Iterable[_Line]) -> list[_Line]:
    """Of several steps that lead to one value of one matter, the one from the latest report before it.

    Of one report the firmest telling counts: what is undertaken before what is wanted.
    """
    kept: dict[tuple[object, ...], _Line] = {}
    for line in lines:
        key = (*_step(line), line.weighed.after_key)
        if key not in kept or _lateness(gathered, line) > _lateness(gathered, kept[key]):
            kept[key] = line
    once = {(line.changed.kind, line.found.before, line.found.after): line for line in kept.values()}
    return sorted(
        once.values(),
        key=lambda line: (gathered.place(line.found.after), gathered.place(line.found.before), line.changed.kind),
    )


def _lateness(gathered: Gathered, line: _Line) -> tuple[str, str, bool, int, str]:
    day, report, at, part = gathered.place(line.found.before)
    return day, report, line.weighed.before_key != "hypothetical", at, part


def short(words: str) -> str:
    """Words on one line of a list."""
    return on_one_line(words, MOST)
