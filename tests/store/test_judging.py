"""Judgements: kept, never changed, a later one wins."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.store.kept import MARKED, NOW, full_record, put
from whoseword.errors import StoreError, UsageError
from whoseword.store.judging import Judgement, Verdict, judge, judgements
from whoseword.store.naming import Named, find_named
from whoseword.store.opening import Store

OTHER = MARKED.replace("Monday", "Sunday").replace("Ada Rook", "Ben Marsh")


@pytest.fixture
def desk(store: Store) -> Store:
    """A store with two reports."""
    put(store, full_record())
    put(store, full_record(OTHER, url="https://ledger.example/1"), place="/desk/b.txt")
    return store


def ids() -> tuple[str, str, str, str]:
    """The first source and the first statement of each of the two reports."""
    one, two = full_record(), full_record(OTHER)
    return one.entities[0].id, two.entities[0].id, one.statements[0].id, two.statements[0].id


def said(store: Store, kind, *typed: str, author: str = "R. Holt", **more) -> int:
    with store.writing() as connection:
        about, other, *_ = [*(find_named(connection, each) for each in typed), None, None]
        return judge(connection, Verdict(kind, about, other, **more), author=author, when=NOW)


def listed(store: Store) -> list[Judgement]:
    with store.reading() as connection:
        return judgements(connection)


def test_a_judgement_is_kept_with_its_author_time_and_words(desk):
    """All that was said comes back, with the words that were judged."""
    source, other, *_ = ids()
    number = said(desk, "same-source", source, other, author=" R. Holt ")
    (found,) = listed(desk)
    assert (found.number, found.author, found.made, found.stands) == (number, "R. Holt", NOW, True)
    assert found.words in {"Ada Rook | Ben Marsh", "Ben Marsh | Ada Rook"}


def test_a_later_judgement_wins(desk):
    """Of two about the same pair, in either order, the second stands and the first stays readable."""
    source, other, *_ = ids()
    said(desk, "same-source", source, other)
    said(desk, "not-same-source", other, source, author="L. Vane")
    assert [(each.kind, each.stands) for each in listed(desk)] == [("same-source", False), ("not-same-source", True)]


def test_undoing_is_a_judgement_that_can_be_undone(desk):
    """An undone judgement lets the one before it stand again; undoing the undoing brings it back."""
    *_, claim, other = ids()
    said(desk, "same-claim", claim, other)
    second = said(desk, "not-same-claim", claim, other)
    undoing = said(desk, "undone", undoes=second)
    assert [each.stands for each in listed(desk)] == [True, False, True]
    said(desk, "undone", undoes=undoing)
    assert [each.stands for each in listed(desk)] == [False, True, False, True]


def test_corrections_of_two_fields_stand_beside_each_other(desk):
    """A correction wins over an earlier one of the same field alone."""
    source, *_ = ids()
    said(desk, "corrected", source, field="name", value="Ida Rook")
    said(desk, "corrected", source, field="kind", value="organisation")
    said(desk, "corrected", source, field="name", value="Ina Rook")
    assert [(each.value, each.stands) for each in listed(desk)] == [
        ("Ida Rook", False),
        ("organisation", True),
        ("Ina Rook", True),
    ]


def test_notes_stand_beside_each_other(desk):
    """No note replaces another."""
    *_, claim, _ = ids()
    said(desk, "note", claim, value="Ask the harbour.")
    said(desk, "note", claim, value="Asked: \ud83d \x00.")
    assert [(each.value, each.stands) for each in listed(desk)] == [
        ("Ask the harbour.", True),
        ("Asked: \ud83d \x00.", True),
    ]


def test_a_whole_report_can_be_hidden(desk):
    """A judgement may be of a report; its words are the headline or the first line."""
    said(desk, "hidden", full_record().report.id)
    assert (listed(desk)[0].words or "").startswith("Ada Rook told the Courier")


def test_those_of_one_part_can_be_asked_for(desk):
    """A part's judgements are found from either side of a pair."""
    source, other, claim, _ = ids()
    said(desk, "same-source", source, other)
    said(desk, "hidden", claim)
    with desk.reading() as connection:
        assert len(judgements(connection, find_named(connection, other).name)) == 1


@pytest.mark.parametrize("change", ["UPDATE judgements SET author = 'nobody'", "DELETE FROM judgements"])
def test_the_database_itself_refuses_changes(desk, change):
    """A judgement cannot be changed or deleted, whatever program tries."""
    said(desk, "note", ids()[2], value="Ask.")
    with pytest.raises((StoreError, DBAPIError), match="undo it"), desk.writing() as connection:
        connection.execute(text(change))
    assert len(listed(desk)) == 1


@pytest.mark.parametrize(
    ("verdict", "message"),
    [
        (("same-source", 0, 2), "ids of two sources"),
        (("same-claim", 0, 1), "ids of two statements"),
        (("same-source", 0, 0), "both ids are the same"),
        (("same-source", 0), "ids of two sources"),
        (("note", 0), "say what it should be"),
        (("hidden",), "say what is judged"),
    ],
)
def test_what_makes_no_sense_is_refused(filed, verdict, message):
    """A judgement that nobody could follow is not kept, and the message says what it needs."""
    put(filed, full_record())
    put(filed, full_record(OTHER, url="https://ledger.example/1"), place="/desk/b.txt")
    kind, *places = verdict
    with pytest.raises(UsageError, match=message):
        said(filed, kind, *(ids()[place] for place in places))
    assert listed(filed) == []


def test_only_fields_that_are_there_are_corrected(filed):
    """A wrong field is refused with the right ones; ids and words are evidence and are not corrected."""
    put(filed, full_record())
    for field in ("colour", "id"):
        with pytest.raises(UsageError, match=r"it has .*name, .*named"):
            said(filed, "corrected", ids()[0], field=field, value="blue")


def test_a_judgement_needs_an_author(filed):
    """Nobody's judgement is none."""
    put(filed, full_record())
    with pytest.raises(UsageError, match="--by"):
        said(filed, "hidden", ids()[2], author=" ")


def test_what_was_never_judged_cannot_be_undone(filed):
    """A number that is not there is refused."""
    with filed.writing() as connection, pytest.raises(StoreError, match="number 7"):
        judge(connection, Verdict("undone", undoes=7), author="R. Holt", when=NOW)


def test_names_for_judgements_are_unmistakable():
    """A part is named with the version that it stands in."""
    assert Named("statement", "k1", "r1", "s1").name == "k1/s1"
    assert Named("report", "k1", "r1").name == "k1"
