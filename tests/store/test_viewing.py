"""Views kept up report by report: the same as those made afresh, in whatever order reports come."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select, text

from tests.store.across import TEXTS, add, add_all, record, settle, views
from tests.store.kept import BY, NOW, put
from whoseword.across import Story
from whoseword.claims import stories as groups
from whoseword.claims.stories import Sketch
from whoseword.errors import StoreError
from whoseword.lexicon import load_lexicon
from whoseword.model import Problem, Record
from whoseword.store import copying, tables, viewing
from whoseword.store.asking import compared, reports_of, stories
from whoseword.store.forgetting import TABLES
from whoseword.store.keeping import keep, taken_for, taken_from
from whoseword.store.opening import Store, open_store
from whoseword.store.view_tables import packs, viewed
from whoseword.store.viewing import refresh, waiting

pytestmark = pytest.mark.model


@pytest.fixture
def desk(store: Store) -> Store:
    """A store with all the reports."""
    add_all(store)
    return store


def added(store: Store, found: Record) -> tuple[Problem, ...]:
    """Keeps a report and makes its views in one transaction."""
    with store.writing() as connection:
        taken = taken_for(found.report, taken_from(b"x", None))
        kept = keep(connection, found, taken, BY, when=NOW)
        return refresh(connection, kept.key, found, load_lexicon())


def test_views_are_there_with_the_report(desk):
    """What was added has units, matches, likenesses, copies and stories at once."""
    with desk.reading() as connection:
        found, told = compared(connection), stories(connection)
    assert {unit.ref.report for unit in found.units} == {record(name).report.id for name in TEXTS}
    assert "same" in {match.grade for match in found.matches}
    assert "same" in {likeness.grade for likeness in found.likenesses}
    assert {(copy.a, copy.b) for copy in found.copies} == {
        tuple(sorted((record("dam").report.id, record("copied").report.id)))
    }
    assert {len(story.reports) for story in told} >= {2}


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_adding_changes_nothing(filed, tmp_path, seed):
    """The same reports, added in another order, have the same views."""
    names = list(TEXTS)
    random.Random(seed).shuffle(names)
    add_all(filed)
    with open_store(str(tmp_path / "other.db"), make=True) as other:
        add_all(other, names)
        assert views(other) == views(filed)


def test_views_made_afresh_are_the_same(desk, monkeypatch):
    """When the code of the views is newer than what is stored, all are made again, and come out as they were."""
    before = views(desk)
    monkeypatch.setattr(viewing, "VERSION", viewing.VERSION + 1)
    monkeypatch.setattr(viewing, "BATCH", 4)
    assert settle(desk) == [2, 0]
    after = views(desk)
    assert after.pop("viewed") != before.pop("viewed")
    assert after == before
    assert settle(desk) == []


def test_newer_views_are_left_alone(desk, monkeypatch):
    """A program that is older than the views of a store reads them and makes none anew."""
    before = views(desk)
    monkeypatch.setattr(viewing, "VERSION", viewing.VERSION - 1)
    assert settle(desk) == []
    assert views(desk) == before


def test_a_new_version_takes_the_place_of_the_old(store):
    """Of a report that another version follows no row of any view is left."""
    url = "https://courier.example/dam"
    first = add(store, record("dam", url=url))
    add_all(store, ["copied", "ferry"])
    changed = record("later", url=url)
    second = add(store, changed)
    settle(store)
    with store.reading() as connection:
        for table in (viewed, packs, *(items for items, _, _ in TABLES)):
            keys = set(connection.scalars(select(table.c.report)))
            assert first not in keys
            assert second in keys
        found = compared(connection)
    assert found.copies == ()
    assert record("dam").report.id not in {ref.report for match in found.matches for ref in (match.a, match.b)}


def test_what_was_kept_without_views_waits_for_them(filed, tmp_path):
    """Reports that were only kept get the same views later as if they had been added at once."""
    for name in TEXTS:
        found = record(name)
        put(filed, found, place=f"/desk/{found.report.id}")
    with filed.reading() as connection:
        assert waiting(connection) == len(TEXTS)
    assert settle(filed)[-1] == 0
    with open_store(str(tmp_path / "other.db"), make=True) as other:
        add_all(other)
        assert views(other) == views(filed)


def another() -> Record:
    """A report that is not in the store."""
    found = record("alone")
    return replace(found, report=replace(found.report, id="000000000000", text=f"{found.report.text} It rained."))


def test_nothing_is_half_there(told, monkeypatch):
    """When the database fails as views are made, the report is not kept either."""
    before = views(told)
    monkeypatch.setattr(copying, "find", failing(sqlite3.OperationalError("disk is full")))
    with pytest.raises(StoreError, match="disk is full"):
        added(told, another())
    assert views(told) == before


def test_a_fault_costs_the_views_alone(told, monkeypatch):
    """When comparing a report fails, it is kept without views, the problem is told, and nothing waits."""
    with monkeypatch.context() as patched:
        patched.setattr(copying, "find", failing(ZeroDivisionError()))
        (problem,) = added(told, another())
    assert problem.code == "comparing-failed"
    assert settle(told) == []
    with told.reading() as connection:
        assert len(reports_of(connection)) == len(TEXTS) + 1
        assert {unit.ref.report for unit in compared(connection).units} == {record(name).report.id for name in TEXTS}


def failing(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_a_store_of_the_first_tables_gets_views(filed, tmp_path):
    """A store that was made before there were views is brought up to date, and all its reports wait for theirs."""
    add_all(filed, ["dam", "copied"])
    before = views(filed)
    with filed.writing() as connection:
        connection.execute(text("DROP TABLE told_stems"))
        for items, keys, pairs in TABLES:
            for table in (pairs, keys, items):
                connection.execute(text(f"DROP TABLE {table.name}"))
        for name in ("packs", "story_of", "running", "viewed", "visits", "feeds", "notices", "watches"):
            connection.execute(text(f"DROP TABLE {name}"))
        connection.execute(text("ALTER TABLE inputs DROP COLUMN packing"))
        connection.execute(text(f"UPDATE {tables.VERSION_TABLE} SET version_num = '0001'"))
    filed.close()
    with open_store(str(tmp_path / "desk.db")) as store:
        with store.reading() as connection:
            assert waiting(connection) == 2
        settle(store)
        assert views(store) == before


def test_stories_keep_their_id(store):
    """The story of two reports keeps its id when an earlier report comes to it, and when one gets a new version."""
    add_all(store, ["copied", "later"])
    with store.reading() as connection:
        (before,) = [story.id for story in stories(connection) if len(story.reports) == 2]
    add_all(store, ["dam"])
    with store.reading() as connection:
        assert {len(story.reports): story.id for story in stories(connection)} == {3: before}


def test_only_what_a_report_touches_is_settled_again(desk, monkeypatch):
    """Stories that a new report has nothing to do with are not grouped again."""
    grouped: list[int] = []

    def watched(found: list[Sketch], *rest: Any) -> tuple[Story, ...]:
        grouped.append(len(found))
        return group(found, *rest)

    group = groups.stories
    monkeypatch.setattr(groups, "stories", watched)
    add(desk, record("alone", url="https://ledger.example/choir", byline=("Eve Tarn",)))
    settle(desk)
    assert grouped == [1]
