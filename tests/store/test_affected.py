"""What rested on words that a new version changed."""

from __future__ import annotations

from tests.store.kept import MARKED, NOW, full_record, put
from whoseword.store.affected import affected, rested
from whoseword.store.judging import Verdict, judge
from whoseword.store.naming import Named, find_named, find_report
from whoseword.store.wording import edits


def kinds(marked, after):
    """The kinds of what rests on the words that `after` changes, with their first reason."""
    record = full_record(marked)
    text = record.report.text
    return record, rested(record, after(text), edits(text, after(text)))


def test_what_stood_on_changed_words_is_listed():
    """Of a day that was corrected: its statement, time, quantity, event, commitment, and who is described by it."""
    _, found = kinds(MARKED, lambda text: text.replace("Monday", "Tuesday"))
    direct = {part.kind for part in found if part.changes}
    assert direct == {"statement", "time", "quantity", "event", "commitment", "figure", "entity"}
    (change,) = next(part.changes for part in found if part.kind == "time")
    assert (change.before, change.after) == ("Monday", "Tuesday")


def test_what_rests_on_a_fallen_part_is_listed_with_it():
    """A denial inside a statement that changed rests on it, and says through what."""
    record, found = kinds(MARKED, lambda text: text.replace("sail by", "leave by"))
    first, second = record.statements
    told = {part.id: part for part in found if part.kind == "statement"}
    assert told[first.id].changes
    assert told[second.id].changes == ()
    assert first.id in told[second.id].through


def test_a_changed_name_takes_all_with_it_and_a_changed_pronoun_does_not():
    """Everything that somebody said rests on who it was; a "she" that became "he" changes its statement alone."""
    record, renamed = kinds(MARKED, lambda text: text.replace("Ada Rook", "Ida Rook"))
    rook = record.entities[0]
    assert all(rook.id in part.through for part in renamed if part.kind == "statement")
    _, pronoun = kinds(MARKED, lambda text: text.replace("She", "He"))
    assert [part.kind for part in pronoun if part.changes] == ["entity", "statement"]
    assert all(rook.id not in part.through for part in pronoun)


def test_untouched_words_carry_what_they_carried():
    """A sentence added at the end touches nothing."""
    _, found = kinds(MARKED, lambda text: f"{text} It rained later.")
    assert found == ()


def test_each_version_is_listed_in_its_turn(store):
    """Of three versions the second and the third are told, each against the one before it."""
    for day in ("Monday", "Tuesday", "Friday"):
        put(store, full_record(MARKED.replace("Monday", day)))
    with store.reading() as connection:
        report = full_record().report.id
        found = affected(connection, find_report(connection, report))
    assert [(version.number, version.changes[0].before, version.changes[0].after) for version in found] == [
        (2, "Monday", "Tuesday"),
        (3, "Tuesday", "Friday"),
    ]


def test_one_version_has_changed_nothing(store):
    """A report that is known in one version has nothing affected."""
    kept = put(store, full_record())
    with store.reading() as connection:
        assert affected(connection, Named("report", kept.key, kept.id)) == []


def test_judgements_of_what_changed_are_listed(store):
    """What people judged of a changed statement is told, and what they judged of others is not."""
    record = full_record()
    kept = put(store, record)
    first, second = record.statements
    with store.writing() as connection:
        for statement in (first, second):
            named = find_named(connection, statement.id)
            judge(connection, Verdict("hidden", named), author="R. Holt", when=NOW)
    put(store, full_record(MARKED.replace("300", "200")))
    with store.reading() as connection:
        (version,) = affected(connection, Named("report", kept.key, kept.id))
    assert [judgement.about for judgement in version.judgements] == [f"{kept.key}/{second.id}"]
