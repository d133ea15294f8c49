"""Commitments followed across reports: one promise once, with its history and on whose word each step stands."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.ledger.ledgers import told
from whoseword.across import Identity, Ref
from whoseword.ledger.owed import owed

NOT_SET = (
    "2031-05-02",
    "Denmark agreed on Friday to reopen the harbour railway, an official said, but no date was set.",
)
BY_JULY = ("2031-05-20", "Denmark has agreed to reopen the harbour railway by July 1, the ministry said.")
ROE = ("2031-05-02", "Mayor Ann Roe promised to close the old quarry road by June 1.")


def history(*days_and_texts, as_of=None):
    """The one promise that these reports tell of."""
    (found,) = owed(told(*days_and_texts), (), as_of=as_of)
    return found


def test_a_promise_told_twice_is_one():
    """A promise that two reports tell of has a step for each, in order of the day it was printed."""
    found = history(NOT_SET, BY_JULY)
    assert [step.day for step in found.steps] == ["2031-05-02", "2031-05-20"]
    assert found.who == ("Denmark",)


def test_each_step_has_its_sentence_and_whose_word_it_is():
    """A step names the last link of the chain of its statement, and cites the sentence as it stands."""
    found = history(NOT_SET, BY_JULY)
    assert [step.on_word_of for step in found.steps] == ["an unnamed official", "the ministry"]
    assert [step.words for step in found.steps] == [NOT_SET[1].rstrip("."), BY_JULY[1].rstrip(".")]
    records = {record.report.id: record.report.text for record in told(NOT_SET, BY_JULY)}
    assert all(records[step.ref.report][slice(*step.span)] == step.words for step in found.steps)


def test_a_date_after_no_date_is_a_move():
    """That no date is set is a finding, and a date told later moves the promise."""
    found = history(NOT_SET, BY_JULY)
    assert [step.moved for step in found.steps] == [False, True]
    assert [step.due for step in found.steps] == ["not-set", "date"]
    assert (found.due, found.due_value) == ("date", "2031-07-01")


def test_another_date_is_a_move():
    """A due date that is put off moves the promise, although all other words stay."""
    found = history(ROE, ("2031-05-20", ROE[1].replace("June", "September")))
    assert [step.moved for step in found.steps] == [False, True]
    assert found.due_value == "2031-09-01"


@pytest.mark.parametrize(("as_of", "overdue"), [("2031-07-01", False), ("2031-07-02", True), (None, None)])
def test_overdue_is_looked_at_from_a_day(as_of, overdue):
    """A promise is overdue when the interval of its date has ended before the day of looking, and else not."""
    assert history(NOT_SET, BY_JULY, as_of=as_of).overdue is overdue


def test_without_a_date_nothing_is_overdue():
    """Of a promise without a date nobody can say that it is overdue."""
    assert history(NOT_SET, as_of="2040-01-01").overdue is None


def test_a_copied_sentence_moves_nothing():
    """A sentence printed again is a step, but "tomorrow" in it is not another day."""
    first = ("2031-05-02", "“I will close the old quarry road tomorrow,” said Mayor Ann Roe.")
    found = history(first, ("2031-05-03", "The mayor spoke on Friday. " + first[1]))
    assert [step.moved for step in found.steps] == [False, False]


def test_a_weaker_word_takes_nothing_back():
    """What was agreed stays agreed where a later report only says that it is promised."""
    later = ("2031-05-20", "Denmark promised to reopen the harbour railway, the ministry said.")
    found = history(NOT_SET, later)
    assert (found.status, [step.status for step in found.steps]) == ("agreed", ["agreed", "promised"])
    assert not found.steps[1].moved


def test_a_broken_promise_is_a_move():
    """A promise that a later report calls broken is broken, on that report's word."""
    found = history(
        ROE, ("2031-05-20", "Mayor Ann Roe broke her promise to close the old quarry road, residents said.")
    )
    assert (found.status, found.steps[1].moved, found.steps[1].on_word_of) == ("broken", True, "unnamed residents")


def test_a_deed_told_later_keeps_the_promise():
    """A later report of the deed itself, by the same doer, makes it done, on that report's word, and never overdue."""
    deed = ("2031-06-20", "Mayor Ann Roe closed the old quarry road on Thursday, residents said.")
    found = history(ROE, deed, as_of="2031-08-01")
    assert (found.status, found.overdue) == ("done", False)
    assert (found.steps[1].on_word_of, found.steps[1].moved) == ("unnamed residents", True)


@pytest.mark.parametrize(
    "deed",
    [
        ("2031-06-20", "Mayor Ann Roe opened the old quarry road on Thursday, residents said."),
        ("2031-06-20", "Mayor Ben Tarn closed the old quarry road on Thursday, residents said."),
        ("2031-05-20", "Mayor Ann Roe has not closed the old quarry road, residents said."),
        ("2031-04-20", "Mayor Ann Roe closed the old quarry road on Friday, residents said."),
        ("2031-06-20", "The old quarry road was closed on Thursday, residents said."),
    ],
    ids=["another act", "another doer", "negated", "before the promise", "nobody"],
)
def test_what_is_no_deed_of_the_promise(deed):
    """Another act, another doer, none, a negation, or a day before the promise: nothing is done."""
    (found,) = [one for one in owed(told(ROE, deed), (), as_of=None) if one.words.startswith("close")]
    assert found.status == "promised"


@pytest.mark.parametrize(
    "other",
    [
        "Norway agreed to reopen the harbour railway, the ministry said.",
        "Denmark and Norway have agreed to reopen the harbour railway, the ministry said.",
        "Denmark agreed to reopen the mountain tunnel, the ministry said.",
        "Denmark agreed to sell the harbour railway, the ministry said.",
    ],
    ids=["another party", "one more party", "another thing", "another act"],
)
def test_what_is_not_the_same_promise(other):
    """Two parties' promises, a promise of one more, of another thing or of another act stay apart."""
    assert len(owed(told(NOT_SET, ("2031-05-20", other)), (), as_of=None)) == 2


def test_unnamed_doers_are_never_the_same_by_that_alone():
    """Officials of two reports who promise a thing in few words are two promises."""
    texts = ["Officials promised to repair the bridge.", "On Monday, officials promised to repair the bridge."]
    assert len(owed(told(("2031-05-02", texts[0]), ("2031-05-20", texts[1])), (), as_of=None)) == 2


def test_the_next_round_is_another_promise():
    """A date after the first one is over is not that promise put off."""
    first = ("2031-05-02", "The council will vote on the harbour toll on May 5.")
    later = ("2031-07-02", "The council will vote on the harbour toll on July 7.")
    assert len(owed(told(first, later), (), as_of=None)) == 2


def test_the_order_of_reports_is_nothing():
    """The same promises come out with the same ids, in whatever order the reports come in."""
    records = told(NOT_SET, BY_JULY, ROE)
    found = {owed(order, (), as_of="2031-08-01") for order in permutations(records)}
    assert len(found) == 1


def test_a_later_report_leaves_the_id():
    """A promise keeps its id when a later report tells more of it."""
    assert history(NOT_SET).id == history(NOT_SET, BY_JULY).id


def test_an_identity_gives_the_name():
    """Where it is known who an entity is across reports, the promise is under that name."""
    (record,) = told(ROE)
    entity = record.commitments[0].who[0]
    known = Identity("i", "Ann Marie Roe", "person", named=True, members=(Ref(record.report.id, entity),))
    assert owed((record,), (known,), as_of=None)[0].who == ("Ann Marie Roe",)


PAY = (
    "2031-06-02",
    "Danish Prime Minister Ann Roe promised that every family flooded out of Tarn will be paid by July 1.",
)
LATER = "Danish Prime Minister Ann Roe spoke in Tarn. "


def paid(*texts, as_of=None):
    """The promise to pay, and what a report in August and later ones tell of it."""
    told_later = [(f"2031-{8 + n:02}-05", LATER + text) for n, text in enumerate(texts)]
    return next(one for one in owed(told(PAY, *told_later), (), as_of=as_of) if "paid" in one.words)


def test_who_promises_is_known_from_the_statement():
    """The source of a promise has made it, also where the sentence says what will be done to others."""
    assert paid().who == ("Ann Roe",)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The families of Tarn have not been paid.", "not-done"),
        ("Not one family in Tarn had received money by Tuesday, residents said.", "not-done"),
        ("Families in Tarn had received no money.", "not-done"),
        ("The guild said that nine in ten families had been paid.", "partly"),
        ("Most families had received money.", "partly"),
        ("The carters of Tarn have not been paid.", "promised"),
        ("The families of Tarn have not been warned.", "promised"),
        ("The families of Tarn will not be paid in May.", "promised"),
    ],
)
def test_how_a_promise_fared(text, status):
    """That nothing or a part was done is told by the act and by whom it befell; others and what is to come are not."""
    assert paid(text).status == status


def test_before_its_day_nothing_is_late():
    """That something has not been done before it is due is no news."""
    early = ("2031-06-20", LATER + "The families of Tarn have not been paid.")
    assert history(PAY, early).status == "promised"


def test_a_new_deadline_puts_it_off():
    """A later deadline named by the same one is the old promise put off, and overdue is looked at by the new one."""
    found = paid("She gave her word that the sums would arrive by October 1.", as_of="2031-09-01")
    assert [(step.status, step.due_value) for step in found.steps] == [
        ("promised", "2031-07-01"),
        ("postponed", "2031-10-01"),
    ]
    assert (found.status, found.due_value, found.overdue) == ("postponed", "2031-10-01", False)


def test_a_promise_called_broken_is_broken_on_that_word():
    """In a report that tells of one promise, that one is meant by "the promise" alone."""
    text = (
        "She gave her word that the sums would arrive by October 1. Karl Osk said Norway regards the promise as broken."
    )
    found = paid(text)
    assert (found.status, found.steps[-1].on_word_of, found.steps[-1].moved) == ("broken", "Karl Osk", True)


def test_what_was_broken_is_not_promised_again_by_an_echo():
    """A later report that tells the old promise again takes nothing back."""
    broken = ("2031-05-20", "Mayor Ann Roe broke her promise to close the old quarry road, residents said.")
    echo = ("2031-05-25", "In spring, Mayor Ann Roe promised to close the old quarry road, a neighbour said.")
    assert history(ROE, broken, echo).status == "broken"


def test_other_promises_on_the_matter_are_named():
    """Promises of the same ones that share what they are about name each other."""
    other = ("2031-05-20", "Denmark agreed to widen the harbour railway tunnel, the ministry said.")
    first, second = owed(told(NOT_SET, other), (), as_of=None)
    assert (first.related, second.related) == ((second.id,), (first.id,))
    assert {"harbour", "railway"} <= {word.removesuffix("i") for word in first.about} | {"railway"}
