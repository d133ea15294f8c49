"""Judgements of people, applied when views are read; all of them can be undone."""

from __future__ import annotations

import pytest

from tests.store.across import add, add_all, record, settle, views
from tests.store.kept import NOW
from whoseword.across import Judged, Ref
from whoseword.errors import UsageError
from whoseword.store.asking import compared, days, records_of, reports_of, stories, units_of
from whoseword.store.judged import judged
from whoseword.store.judging import Verdict, judge, judgements
from whoseword.store.naming import find_named
from whoseword.store.opening import Store

pytestmark = pytest.mark.model
DAM, FERRY = (record(name).report.id for name in ("dam", "ferry"))


@pytest.fixture
def desk(told: Store) -> Store:
    """A store with all the reports."""
    return told


def said(store: Store, kind, *typed: str, **more) -> int:
    with store.writing() as connection:
        about, other, *_ = [*(find_named(connection, each) for each in typed), None, None]
        number = judge(connection, Verdict(kind, about, other, **more), author="R. Holt", when=NOW)
    settle(store)
    return number


def undo(store: Store, number: int) -> None:
    with store.writing() as connection:
        judge(connection, Verdict("undone", undoes=number), author="R. Holt", when=NOW)
    settle(store)


def heard(store: Store) -> Judged:
    with store.reading() as connection:
        return judged(connection)


def together(store: Store) -> set[frozenset[str]]:
    with store.reading() as connection:
        return {frozenset(story.reports) for story in stories(connection)}


def test_pairs_are_given_in_order(desk):
    """Statements that are the same claim, and sources that are not one: by their places, the lesser first."""
    dam, later = record("dam"), record("later")
    one, two = dam.statements[0].id, later.statements[0].id
    said(desk, "same-claim", f"{later.report.id}/{two}", f"{dam.report.id}/{one}")
    who, other = dam.entities[0].id, later.entities[0].id
    said(desk, "not-same-source", f"{dam.report.id}/{who}", f"{later.report.id}/{other}")
    found = heard(desk)
    assert found.same == {tuple(sorted([Ref(dam.report.id, one), Ref(later.report.id, two)]))}
    assert found.apart == {tuple(sorted([Ref(dam.report.id, who), Ref(later.report.id, other)]))}


def test_what_an_author_tells_can_be_judged(desk):
    """A sentence in nobody's name is found by its id, judged with its words, hidden, and never corrected."""
    with desk.reading() as connection:
        one, two = [
            next(u for u in units_of(connection, [record(name).report.id]) if u.voice == "author")
            for name in ("ferry", "copied")
        ]
    number = said(desk, "same-claim", one.ref.part, two.ref.part)
    assert heard(desk).same == {tuple(sorted([one.ref, two.ref]))}
    with desk.reading() as connection:
        (found,) = [each for each in judgements(connection) if each.number == number]
        assert set((found.words or "").split(" | ")) == {one.words, two.words}
    said(desk, "hidden", one.ref.part)
    with desk.reading() as connection:
        assert one.ref not in {unit.ref for unit in units_of(connection)}
    with pytest.raises(UsageError, match="no part of the record"):
        said(desk, "corrected", one.ref.part, field="words", value="It rained.")


def test_what_was_undone_counts_no_more(desk):
    """An undone judgement is as if it had never been made, and undoing the undoing brings it back."""
    number = said(desk, "same-story", DAM, FERRY)
    assert any({DAM, FERRY} <= story for story in together(desk))
    undo(desk, number)
    assert heard(desk) == Judged()
    assert not any({DAM, FERRY} <= story for story in together(desk))


def test_stories_are_joined_and_split(desk):
    """Two reports judged to be one story, or not, are so; each story is there once."""
    later = record("later").report.id
    before = together(desk)
    said(desk, "same-story", DAM, FERRY)
    said(desk, "not-same-story", DAM, later)
    found = together(desk)
    assert any({DAM, FERRY} <= story for story in found)
    assert not any({DAM, later} <= story for story in found)
    assert sum(map(len, found)) == sum(map(len, before)) == 6


def test_only_reports_are_in_stories(desk):
    """A verdict on a story needs two reports."""
    with pytest.raises(UsageError, match="ids of two reports"):
        said(desk, "same-story", DAM, f"{DAM}/{record('dam').statements[0].id}")


def test_a_hidden_statement_is_in_no_view(desk):
    """Its unit, its matches and what rests on it are gone from what is read; undone, they are back."""
    before = views(desk)
    dam = record("dam")
    hidden = Ref(dam.report.id, dam.statements[0].id)
    number = said(desk, "hidden", str(hidden))
    with desk.reading() as connection:
        found = compared(connection)
        (read,) = records_of(connection, [DAM])
    assert hidden not in {unit.ref for unit in found.units}
    assert hidden not in {ref for match in found.matches for ref in (match.a, match.b)}
    assert [each.id for each in read.statements] == [each.id for each in dam.statements[1:]]
    assert hidden.part not in {event.statement for event in read.events}
    undo(desk, number)
    assert views(desk) == before


def test_a_hidden_source_said_it_all_the_same(desk):
    """What a hidden source said stays, on nobody's word."""
    dam = record("dam")
    source = next(each.entity for each in dam.statements if each.entity)
    said(desk, "hidden", f"{DAM}/{source}")
    with desk.reading() as connection:
        (read,) = records_of(connection, [DAM])
        assert Ref(DAM, source) not in {each.ref for each in compared(connection).appearances}
    assert source not in {each.id for each in read.entities}
    assert len(read.statements) == len(dam.statements)
    assert source not in {link.entity for each in read.statements for link in each.chain}


def test_a_hidden_report_is_in_no_view(desk):
    """Nothing of it is read, and the story goes on without it."""
    before = views(desk)
    number = said(desk, "hidden", DAM)
    with desk.reading() as connection:
        found = compared(connection)
        assert DAM not in {report.id for report in reports_of(connection)}
        assert len(records_of(connection)) == 5
    assert DAM not in {unit.ref.report for unit in found.units}
    assert found.copies == ()
    assert not any(DAM in story for story in together(desk))
    undo(desk, number)
    assert views(desk) == before


def test_a_correction_makes_the_views_anew(desk):
    """A corrected day is that of the units; what was read stays in the store, and undoing brings it back."""
    before = views(desk)
    number = said(desk, "corrected", DAM, field="published", value="2031-06-01")
    with desk.reading() as connection:
        assert {unit.day for unit in compared(connection, [DAM]).units} == {"2031-06-01"}
        assert days(connection)[DAM] == "2031-06-01"
        assert [report.published.value for report in reports_of(connection, [DAM])] == ["2031-06-01"]
        (read,) = records_of(connection, [DAM])
    assert read.report.published.value == "2031-06-01"
    undo(desk, number)
    assert views(desk) == before


def test_a_corrected_name_is_that_of_the_source(desk):
    """A source whose name was read wrongly is compared by the right one."""
    ferry = record("ferry")
    lind = next(each for each in ferry.entities if each.name and "Lind" in each.name)
    said(desk, "corrected", f"{FERRY}/{lind.id}", field="name", value="Clara Lund")
    with desk.reading() as connection:
        names = {each.name for each in compared(connection, [FERRY]).appearances}
    assert "Clara Lund" in names
    assert lind.name not in names


def test_a_judgement_does_not_pass_to_the_next_version(filed):
    """What was judged of a version that another follows counts no more."""
    url = "https://courier.example/dam"
    add(filed, record("dam", url=url))
    add_all(filed, ["ferry"])
    said(filed, "same-story", DAM, FERRY)
    add(filed, record("later", url=url))
    assert heard(filed) == Judged()
