"""A mark of reports: another one as soon as anything that rests on them may be another."""

from __future__ import annotations

from dataclasses import replace

from tests.store.across import add, record
from tests.store.kept import NOW
from whoseword.lexicon import load_lexicon
from whoseword.store.judging import Verdict, judge
from whoseword.store.marking import mark
from whoseword.store.naming import find_report
from whoseword.store.opening import Store
from whoseword.store.viewing import catch_up


def marked(store: Store, *names: str) -> str:
    ids = [record(name).report.id for name in names]
    with store.reading() as connection:
        return mark(connection, ids)


def judged(store: Store, name: str, **verdict: str) -> None:
    with store.writing() as connection:
        about = find_report(connection, record(name).report.id)
        judge(connection, Verdict(about=about, **verdict), author="R. Holt", when=NOW)  # type: ignore[arg-type]


def test_the_mark_stays_while_nothing_changes(told: Store):
    """The same reports have the same mark, in whatever order they are named; others have another."""
    assert marked(told, "dam", "later") == marked(told, "later", "dam")
    assert marked(told, "dam", "later") != marked(told, "dam")


def test_judgements_of_these_reports_change_it_and_undoing_brings_it_back(told: Store):
    """What is hidden changes the mark of its reports alone; taken back, the mark is as before."""
    before, elsewhere = marked(told, "dam", "later"), marked(told, "ferry")
    judged(told, "dam", kind="hidden")
    assert marked(told, "dam", "later") != before
    assert marked(told, "ferry") == elsewhere
    with told.writing() as connection:
        judge(connection, Verdict("undone", undoes=1), author="R. Holt", when=NOW)
    assert marked(told, "dam", "later") == before


def test_a_correction_changes_it_twice(told: Store):
    """Once when it is made, and once when the views are made anew with it."""
    marks = [marked(told, "dam")]
    judged(told, "dam", kind="corrected", field="outlet", value="Post")
    marks.append(marked(told, "dam"))
    assert list(catch_up(told, load_lexicon()))[-1] == 0
    marks.append(marked(told, "dam"))
    assert len(set(marks)) == 3


def test_a_note_changes_nothing(told: Store):
    """What is only said beside a report is no part of what is worked out."""
    before = marked(told, "dam")
    judged(told, "dam", kind="note", value="Ask again.")
    assert marked(told, "dam") == before


def test_a_new_version_changes_it(told: Store):
    """Another reading of the same report has another mark."""
    before = marked(told, "alone")
    found = record("alone")
    add(told, replace(found, report=replace(found.report, title="A choir in the rain")))
    assert marked(told, "alone") != before
