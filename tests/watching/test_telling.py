"""What new reports bring for a watch: who says it again, new origins, what is due and what moved; each told once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.across import add, record
from tests.store.kept import NOW
from tests.whole import record_of
from whoseword.across.intake import Notice, Watch
from whoseword.lexicon import load_lexicon
from whoseword.store.judging import Verdict, judge
from whoseword.store.naming import find_report
from whoseword.store.opening import Store
from whoseword.store.tables import reports
from whoseword.store.watches import add_watch, end_watch
from whoseword.watching.telling import tell

pytestmark = pytest.mark.model

FIRST = "Three officials at the harbour of Tarn said that 120 sailors had been hurt when the Vell ferry burned."
LATER = "At least 145 sailors were hurt when the Vell ferry burned off Tarn, the Harbour Ministry said in a statement."
PROMISE = "Governor Ada Rook promised on Monday that the Orsel dam would be repaired by June 1."
PUT_OFF = "Governor Ada Rook promised that the Orsel dam would be repaired by August 15, not in June as she had said."


def watch(store: Store, *words: str) -> None:
    with store.writing() as connection:
        for each in words:
            add_watch(connection, Watch(0, each, ""), when=NOW)


def read(text: str, outlet: str, day: str):
    """The record of a report that came from an outlet."""
    found = record_of(text, day)
    return replace(found, report=replace(found.report, outlet=outlet))


def came(store: Store, *names, as_of: str = "2031-05-15") -> tuple[Notice, ...]:
    """Adds reports, by name or as records, and tells what is new with them."""
    keys = [add(store, record(name) if isinstance(name, str) else name) for name in names]
    return tell(store, load_lexicon(), keys, when=NOW, as_of=as_of)


def test_without_a_watch_nothing_is_told(filed):
    """A store where nobody watches tells nothing."""
    assert came(filed, "dam") == ()


def test_the_first_to_say_it_is_told_with_the_words(filed):
    """The first report of a claim tells its origin, the outlet, the day, and the exact words with their place."""
    watch(filed, "the Orsel dam will be emptied by June")
    (notice,) = came(filed, "dam")
    assert notice.kind == "new-origin"
    assert notice.line == (
        "Watch 1: said, for the first time in this store, by Ada Rook in Courier (2031-05-08): "
        "“the Orsel dam would be emptied by June”"
    )
    report = record("dam").report
    assert notice.report == report.id
    assert notice.span is not None
    assert notice.words == report.text[slice(*notice.span)]


def test_a_copy_is_said_again_and_a_denial_is_a_denial(store):
    """The same sentence in another outlet brings no new origin, and who denies it is not said to say it."""
    watch(store, "the Orsel dam will be emptied by June")
    came(store, "dam")
    (copied,) = came(store, "copied")
    (denied,) = came(store, "later")
    assert [copied.kind, denied.kind] == ["said-again", "said-again"]
    assert "by Ada Rook in Brome Post (2031-05-09)" in copied.line
    assert denied.line.startswith("Watch 1: denied by Ada Rook in Ledger")


def test_another_source_is_a_new_origin(filed):
    """Who says the same on another word raises the count, and the line says to what."""
    watch(filed, "the Orsel dam will be emptied by June")
    came(filed, "dam")
    text = "The Orsel dam would be emptied by June, Ines Tull told the Monitor. Rain fell on Brome."
    (notice,) = came(filed, read(text, "Monitor", "2031-05-10"))
    assert notice.kind == "new-origin"
    assert "a new origin, Ines Tull in Monitor (2031-05-10)" in notice.line
    assert notice.line.endswith("; independent origins now: 2")


def test_a_phrase_is_told_where_all_its_words_stand(filed):
    """Every word must be there, in whatever form; one notice for each who says it in a report."""
    watch(filed, "crack in the gate", "the council of Brome", "Brome ferry")
    notices = came(filed, "dam")
    assert {(notice.watch, notice.report) for notice in notices} == {
        (1, record("dam").report.id),
        (2, record("dam").report.id),
    }
    assert "said by the author in Courier" in notices[0].line
    assert "two cracks in the upper gate" in notices[0].line


def test_words_of_a_phrase_far_apart_are_no_phrase(filed):
    """Two words of one long sentence that belong to other things are not told."""
    watch(filed, "upper harbour")
    text = "The council of Brome said that the upper gate of the old Orsel dam would be moved near the harbour."
    assert came(filed, read(text, "Courier", "2031-05-08")) == ()


def test_who_is_watched_by_name_is_told_when_they_speak(filed):
    """The name of a source counts as the words that it says; one word of it does not."""
    watch(filed, "Ines Tull", "Tull")
    text = "The harbour will be closed on Monday, Ines Tull told the Monitor. Rain fell on Brome."
    (notice,) = came(filed, read(text, "Monitor", "2031-05-10"))
    assert notice.watch == 1
    assert notice.line.startswith("Watch 1: said by Ines Tull in Monitor (2031-05-10): “The harbour will be closed")


def test_two_things_that_one_says_are_not_one_said_again(filed):
    """Who is watched by name says one thing and then another: the second is not "said again"."""
    watch(filed, "Ines Tull")
    came(filed, read("The harbour will be closed, Ines Tull told the Monitor.", "Monitor", "2031-05-10"))
    (notice,) = came(filed, read("Wolves killed ten sheep, Ines Tull told the Courier.", "Courier", "2031-05-12"))
    assert "said by Ines Tull in Courier" in notice.line


def test_what_has_a_good_part_of_the_words_is_near(filed):
    """A report that may say it in other words is told once, with its best words, and is no origin."""
    watch(filed, "the old Orsel dam is going to be drained by June")
    (notice,) = came(filed, "dam")
    assert notice.kind == "near"
    assert "perhaps said, or something near it, by Ada Rook in Courier (2031-05-08): “the Orsel dam" in notice.line
    assert came(filed, "dam") == ()


def test_what_is_told_in_passing_is_no_origin(filed):
    """A unit that mainly tells something else is told as such."""
    watch(filed, "the council of Brome demolished the Vell lighthouse")
    text = "Sailors wept when the council of Brome demolished the Vell lighthouse, Ada Rook said on Friday."
    (notice,) = came(filed, read(text, "Courier", "2031-05-10"))
    assert notice.kind == "said-again"
    assert notice.line.startswith("Watch 1: told in passing by Ada Rook in Courier (2031-05-10): “Sailors wept")


@pytest.mark.parametrize(
    "words",
    [
        "the Orsel dam will be sold",
        "the council of Brome emptied the harbour",
        "Ada Rook repaired the upper gate of the dam",
        "nobody wants the dam at Vell repaired",
    ],
)
def test_what_shares_words_only_is_not_told(filed, words):
    """A claim of the same people and things that says something else is not said again; at most it is near."""
    watch(filed, words)
    assert {notice.kind for notice in came(filed, "dam", "later", "ferry", "alone")} <= {"near"}


def test_each_thing_is_told_once(store):
    """The same reports again, all of them at once, and in another order tell nothing more."""
    watch(store, "the Orsel dam will be emptied by June", "upper gate")
    assert came(store, "dam", "copied")
    with store.reading() as connection:
        keys = [row.key for row in connection.execute(reports.select())]
    for again in (keys, keys[::-1], keys[:1]):
        assert tell(store, load_lexicon(), again, when=NOW, as_of="2031-05-15") == ()


def test_at_once_or_one_by_one_the_same_is_said(filed, tmp_path, template):
    """Whether reports come together or apart, the same ones are said to say it."""
    import shutil

    from whoseword.store.opening import open_store

    watch(filed, "the Orsel dam will be emptied by June")
    apart = [notice for name in ("dam", "copied", "later") for notice in came(filed, name)]
    with open_store(str(shutil.copy(template, tmp_path / "other.db"))) as other:
        watch(other, "the Orsel dam will be emptied by June")
        together = came(other, "dam", "copied", "later")
    assert {(n.report, n.span, n.about) for n in together} == {(n.report, n.span, n.about) for n in apart}


def test_a_new_version_tells_only_what_is_new_in_it(filed):
    """Words that stood in the version before are not told again; words that were added are."""
    dam = record("dam", url="https://courier.example/dam")
    came(filed, dam)
    watch(filed, "the Orsel dam", "sailors of Vell")
    more = f"{dam.report.text} Sailors from Vell brought pumps to the valley on Thursday night."
    changed = record_of(more, "2031-05-08")
    report = replace(changed.report, outlet="Courier", url="https://courier.example/dam")
    notices = came(filed, replace(changed, report=report))
    assert [notice.watch for notice in notices] == [2]


def test_an_ended_watch_and_a_hidden_report_tell_nothing(filed):
    """What nobody watches any more, or nobody should see, is not told."""
    watch(filed, "the Orsel dam", "upper gate")
    with filed.writing() as connection:
        end_watch(connection, 1, when=NOW)
    key = add(filed, record("dam"))
    with filed.writing() as connection:
        named = find_report(connection, record("dam").report.id)
        judge(connection, Verdict("hidden", named), author="R. Holt", when=NOW)
    assert tell(filed, load_lexicon(), [key], when=NOW, as_of="2031-05-15") == ()
    assert {notice.watch for notice in came(filed, "later")} == {2}


def due(notices: tuple[Notice, ...]) -> list[str]:
    return [notice.line.partition(": ")[2] for notice in notices if notice.kind == "due"]


def test_what_is_due_is_told_on_its_day_and_when_it_is_over(filed):
    """Not before, once on the day, once after it, and never again; also when no report comes in."""
    watch(filed, "repair the Orsel dam")
    assert due(came(filed, read(PROMISE, "Courier", "2031-05-12"), as_of="2031-05-31")) == []
    today = came(filed, as_of="2031-06-01")
    assert due(today)[0].startswith("due on 2031-06-01: Ada Rook: “the Orsel dam would be repaired")
    assert came(filed, as_of="2031-06-01") == ()
    over = came(filed, as_of="2031-06-05")
    assert due(over)[0].startswith("overdue since 2031-06-02 and not told here to be kept: Ada Rook")
    assert "Courier (2031-05-12)" in due(over)[0]
    assert came(filed, as_of="2031-07-05") == ()


def test_what_is_put_off_is_told_and_due_later(store):
    """A later day is news, and the first day is not overdue any more."""
    watch(store, "repair the Orsel dam")
    came(store, read(PROMISE, "Courier", "2031-05-12"), as_of="2031-05-12")
    (told,) = due(came(store, read(PUT_OFF, "Ledger", "2031-05-20"), as_of="2031-05-20"))
    assert told.startswith("put off to 2031-08-15, on the word of Ada Rook in Ledger (2031-05-20)")
    assert came(store, as_of="2031-06-03") == ()
    assert due(came(store, as_of="2031-08-15"))[0].startswith("due on")


def test_a_figure_that_moves_is_told_from_what_to_what(store):
    """The first figure is none that moved; another one is, on whose word; the same one again is not."""
    watch(store, "sailors hurt on the Vell ferry")
    assert all(n.kind != "figure-moved" for n in came(store, read(FIRST, "Courier", "2031-05-12")))
    moved = [n for n in came(store, read(LATER, "Ledger", "2031-05-14")) if n.kind == "figure-moved"]
    assert len(moved) == 1
    assert "“120 sailors”" in moved[0].line
    assert "to “At least 145 sailors”, on the word of Harbour Ministry in Ledger (2031-05-14)" in moved[0].line
    again = read(f"{LATER} Rain fell.", "Monitor", "2031-05-15")
    assert all(n.kind != "figure-moved" for n in came(store, again))


def test_a_figure_beside_the_watched_words_is_not_told(store):
    """What is counted, or where, must be watched: not each figure in a sentence with the watched word."""
    watch(store, "Harbour Ministry")
    came(store, read(f"The Harbour Ministry was silent. {FIRST}", "Courier", "2031-05-12"))
    notices = came(store, read(LATER, "Ledger", "2031-05-14"))
    assert all(notice.kind != "figure-moved" for notice in notices)
