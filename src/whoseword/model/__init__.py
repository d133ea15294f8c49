"""Every noun of the record, frozen. Imports nothing else of ours.

Offsets are Unicode code points, half-open, into `Report.text`: `text[span[0]:span[1]]` gives the exact words.

>>> Problem("encoding-guessed", "read as windows-1252", None).code
'encoding-guessed'
"""

from __future__ import annotations

from whoseword.model.matters import (
    Bound,
    Change,
    Commitment,
    CommitmentStatus,
    Due,
    DueState,
    Event,
    EventMode,
    Figure,
    Quantity,
    Time,
    TimeKind,
    Vague,
)
from whoseword.model.reading import Name, NameKind, Reading, Relation, Word
from whoseword.model.record import Record
from whoseword.model.reports import Part, PartKind, Problem, Published, PublishedFrom, Report, Span, hashed_id
from whoseword.model.statements import Act, Denied, Distance, Modal, ModalKind, QuoteKind, Statement
from whoseword.model.who import Anonymity, Entity, EntityKind, Link, LinkKind, Number, Resolved

__all__ = [
    "Act",
    "Anonymity",
    "Bound",
    "Change",
    "Commitment",
    "CommitmentStatus",
    "Denied",
    "Distance",
    "Due",
    "DueState",
    "Entity",
    "EntityKind",
    "Event",
    "EventMode",
    "Figure",
    "Link",
    "LinkKind",
    "Modal",
    "ModalKind",
    "Name",
    "NameKind",
    "Number",
    "Part",
    "PartKind",
    "Problem",
    "Published",
    "PublishedFrom",
    "Quantity",
    "QuoteKind",
    "Reading",
    "Record",
    "Relation",
    "Report",
    "Resolved",
    "Span",
    "Statement",
    "Time",
    "TimeKind",
    "Vague",
    "Word",
    "hashed_id",
]
