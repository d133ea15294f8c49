"""What the tests of the store put into it: records made by hand, invented, with every part that there can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tests.dossier.records import chain, named, record_of, unnamed
from whoseword.model import (
    Anonymity,
    Commitment,
    Denied,
    Due,
    Event,
    Figure,
    Modal,
    Name,
    Number,
    Published,
    Quantity,
    Reading,
    Record,
    Relation,
    Resolved,
    Time,
    Word,
    hashed_id,
)
from whoseword.store.keeping import Kept, ReadBy, keep, taken_for, taken_from
from whoseword.store.opening import Store

NOW = datetime(2026, 3, 4, 5, 6, 7, 890, tzinfo=UTC)
BY = ReadBy("0.1.0", "en-test")
MARKED = (
    "{S1:Ada Rook} {C1:told} {T1:the Courier} that {Q1:the ferry would sail by Monday}."
    " {S2:She} {C2:denied} {Q2:300 delays}."
)
URL = "https://courier.example/ferry"


def full_record(marked: str = MARKED, **facts: Any) -> Record:
    """A record in which every field of every noun holds something."""
    given: dict[str, Any] = {"outlet": "Courier", "url": URL, "published": Published("2026-03-01", "url")}
    plain = record_of(marked, **(given | facts))
    text = plain.report.text
    key = hashed_id(text)
    sayer, paper = f"e{key[:6]}1", f"e{key[:6]}2"
    first, second = f"s{key[:6]}1", f"s{key[:6]}2"
    told, denied = plain.statements
    day, amount = told.content[0], denied.content[0]
    someone = replace(unnamed(2, "a clerk"), id=paper, number=Number(2, many=True, bound="at-least"), nearness=day)
    rook = replace(
        named(1, text[slice(*(told.source or (0, 0)))]),
        id=sayer,
        mentions=(told.source or (0, 0), denied.source or (0, 0)),
        resolved=(Resolved(denied.source or (0, 0), "pronoun", told.source),),
        anonymity=Anonymity(day, "granted"),
    )
    links = chain((paper, "stated"), (sayer, "carried"))
    statements = (
        replace(told, id=first, entity=sayer, told_to=(paper,), chain=links, modality=(Modal(day, "future", day),)),
        replace(
            denied, id=second, entity=sayer, within=first, denies=Denied(first, "denial", amount), distance="claim"
        ),
    )
    words = (Word((0, 3), "PROPN", 1, "flat"), Word((4, 8), "PROPN", -1, "root"))
    reading = Reading(words, ((0, 2),), (Name((0, 8), "person"),), (Relation(((0, 8),), (), (day,), (), 0.25),))
    return replace(
        plain,
        reading=reading,
        entities=(rook, someone),
        statements=statements,
        times=(Time(day, "DATE", "2026-03-02", begin="2026-03-02", end="2026-03-03", rule="weekday"),),
        quantities=(Quantity(amount, 300.0, unit="delays"), Quantity(day, "some (unstated)", high=2.5)),
        events=(Event(f"v{key[:6]}", day, "COOPERATE", "planned", times=(day,), statement=first),),
        commitments=(
            Commitment(
                f"c{key[:6]}", (sayer,), (paper,), day, Due("date", "2026-03-02", day), None, (first,), "promised"
            ),
        ),
        figures=(Figure(amount, amount, None, day, second),),
    )


def put(
    store: Store, record: Record, *, by: ReadBy = BY, again: bool = False, place: str | None = "/desk/a.txt"
) -> Kept:
    """Keeps a record in a transaction of its own."""
    taken = taken_for(record.report, taken_from(record.report.text.encode("utf-8", "surrogatepass"), place))
    with store.writing() as connection:
        return keep(connection, record, taken, by, when=NOW, again=again)
