"""Invented reports on two stories and one that stands alone, and all that a store's views say of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from tests.store.kept import put
from tests.whole import record_of
from whoseword.lexicon import load_lexicon
from whoseword.model import Record
from whoseword.store import view_tables as tables
from whoseword.store.asking import compared, stories
from whoseword.store.forgetting import TABLES
from whoseword.store.opening import Store
from whoseword.store.viewing import catch_up, refresh

DAM = (
    "Governor Ada Rook said on Monday that the Orsel dam would be emptied by June. "
    "Engineers found two cracks in the upper gate of the Orsel dam last week. "
    "The harbour council of Brome wants the Orsel dam repaired, its chairman Ben Marsh said."
)
LATER = (
    "Governor Ada Rook denied that the Orsel dam would be emptied by June. "
    "The Orsel dam has four cracks in its upper gate, engineers told the Courier. "
    "Ben Marsh said that the council of Brome would sue the builders of the Orsel dam."
)
FERRY = (
    "The ferry guild of Vell struck on Tuesday and no ship left the island. "
    "Guild leader Cora Lind said that the sailors would strike until the company pays 300 crowns. "
    "The company said it could not pay."
)
STRIKE = (
    "Sailors of the ferry guild of Vell go on with their strike, Cora Lind said on Friday. "
    "The company will pay 200 crowns to the sailors, two officials said."
)
CHOIR = "A choir of Tarn sang in the rain for six hours. Its conductor said that nobody went home."
TEXTS: dict[str, tuple[str, str, str]] = {
    "dam": (DAM, "Courier", "2031-05-08"),
    "copied": (f"BROME — {DAM} Farmers below the valley asked for water all the same.", "Brome Post", "2031-05-09"),
    "later": (LATER, "Ledger", "2031-05-12"),
    "ferry": (FERRY, "Courier", "2031-05-20"),
    "strike": (STRIKE, "Ledger", "2031-05-23"),
    "alone": (CHOIR, "Ledger", "2031-02-01"),
}


def record(name: str, **facts: Any) -> Record:
    """The record of one of the reports."""
    text, outlet, day = TEXTS[name]
    read = record_of(text, day)
    return replace(read, report=replace(read.report, outlet=outlet, title=None, **facts))


def add(store: Store, found: Record, **options: Any) -> str:
    """Keeps a record with its views, as `whoseword add` does; gives its key."""
    kept = put(store, found, place=f"/desk/{found.report.id}", **options)
    with store.writing() as connection:
        refresh(connection, kept.key, found, load_lexicon())
    return kept.key


def add_all(store: Store, names: Iterable[str] = TEXTS) -> dict[str, str]:
    """Adds the reports in this order and settles the stories; gives the ids of the reports."""
    ids = {}
    for name in names:
        found = record(name)
        ids[name] = found.report.id
        add(store, found)
    settle(store)
    return ids


def settle(store: Store) -> list[int]:
    """Makes all views that wait."""
    return list(catch_up(store, load_lexicon()))


def views(store: Store) -> dict[str, object]:
    """All that the views say, without the numbers of rows."""
    with store.reading() as connection:
        found: dict[str, object] = {
            "compared": compared(connection),
            "stories": {frozenset(story.reports) for story in stories(connection)},
        }
        for items, keys, pairs in TABLES:
            rows = {row.row: (row.report, row.part) for row in connection.execute(select(items))}
            found[items.name] = set(rows.values())
            found[keys.name] = {(row.key, rows[row.item]) for row in connection.execute(select(keys))}
            found[pairs.name] = {
                (rows[row.a], rows[row.b], row.grade, row.score) for row in connection.execute(select(pairs))
            }
        found["viewed"] = {tuple(row) for row in connection.execute(select(tables.viewed))}
    return found
