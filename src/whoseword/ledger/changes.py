"""What later reports change against earlier ones of the same story, each change graded and with its reason.

In: records, their units of telling, the matches between those, what is owed, and the series of figures. Out: `Changed`
lines in order of the later report. Reports are taken in order of publication; where a day is missing the grade is
"open". A number that moves on a later day is an update and never called a conflict.

>>> [(line.kind, line.grade) for line in changes(records, units, matches, (), ())]
[('modality', 'update')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from whoseword.across import Changed, Match, Owed, Series, Told
from whoseword.ledger.arrivals import arrived, dropped
from whoseword.ledger.gathered import gather
from whoseword.ledger.moved import figures_moved, in_order, promises_moved
from whoseword.ledger.revised import revised
from whoseword.ledger.speaking import now_speaking
from whoseword.ledger.timings import timings
from whoseword.ledger.tolls import tolls
from whoseword.model import Record

_NUMBER = re.compile(r"\d[\d.,]*")


def changes(
    records: Sequence[Record],
    units: Iterable[Told],
    matches: Iterable[Match],
    owed: Sequence[Owed],
    series: Iterable[Series],
) -> tuple[Changed, ...]:
    """The changes, in order of the day of the later report."""
    gathered = gather(records, units, matches)
    figures = list(figures_moved(gathered, series))
    moved = {_numbers(line) for line in figures}
    said = [line for line in revised(gathered) if line.kind != "number" or _numbers(line) not in moved]
    others = [*promises_moved(gathered, owed), *timings(gathered), *now_speaking(gathered)]
    others += [line for line in tolls(gathered) if _numbers(line) not in moved]
    others += [*arrived(gathered), *dropped(gathered, owed)]
    return in_order([*said, *figures, *others])


def _numbers(line: Changed) -> tuple[str, ...]:
    """The first number on each side: a step of a series is not told a second time from the units that tell it."""
    found = (_NUMBER.search(words) for words in (line.before_words, line.after_words))
    return tuple(number[0] if number else "" for number in found)
