"""All that one report says and on whose word.

>>> [field.name for field in fields(Record)][:3]
['report', 'reading', 'entities']
"""

from __future__ import annotations

from dataclasses import dataclass

from whoseword.model.matters import Commitment, Event, Figure, Quantity, Time
from whoseword.model.reading import Reading
from whoseword.model.reports import Problem, Report
from whoseword.model.statements import Statement
from whoseword.model.who import Entity


@dataclass(frozen=True, slots=True)
class Record:
    """All that one report says and on whose word: what `whoseword read` prints."""

    report: Report
    reading: Reading
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...]
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    figures: tuple[Figure, ...] = ()
