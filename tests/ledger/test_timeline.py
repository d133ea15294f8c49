"""The timeline: by event day and by report day, each event once."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from tests.ledger.tellings import Telling, deed, matched, records_of, units_of
from whoseword.across import Difference
from whoseword.ledger.timeline import timeline
from whoseword.model import Commitment, Due

MAY_2 = ("2031-05-02", "2031-05-03")
MAY = ("2031-05-01", "2031-06-01")


def told_twice(first_dates=MAY_2, second_dates=MAY, **second):
    """Two reports that match, each with one event."""
    bell, post = Telling("bell", "2031-05-03"), Telling("post", "2031-05-20", "The Post")
    a = bell.unit(
        "Rebels shelled Tarn.", deed("shelled", lemma="shell", category="ASSAULT", whom="tarn", dates=first_dates)
    )
    options = {"lemma": "attack", "category": "ASSAULT", "whom": "tarn", "dates": second_dates} | second
    b = post.unit("Tarn was attacked.", deed("attacked", **options))
    return bell, post, a, b


def test_an_event_told_again_is_one_entry():
    """Two units that claim the same, with dates that agree: one entry, at the narrower date."""
    bell, post, a, b = told_twice()
    (entry,) = timeline(records_of(bell, post), units_of(bell, post), [matched(a, b)])
    assert (entry.begin, entry.end, entry.printed) == ("2031-05-02", "2031-05-03", "2031-05-03")
    assert entry.units == (a.ref, b.ref)
    assert entry.sources == ("the author, The Bell", "the author, The Post")


@pytest.mark.parametrize(
    "second",
    [
        {"dates": ("2031-04-01", "2031-05-01")},
        {"whom": "velland"},
        {"mode": "negated"},
        {"lemma": "help", "category": "AID"},
    ],
)
def test_what_speaks_against_one_event_keeps_two(second):
    """Other dates, other people, a denial or another kind of act: two entries, however well the units match."""
    bell, post, a, b = told_twice(second_dates=second.pop("dates", MAY), **second)
    assert len(timeline(records_of(bell, post), units_of(bell, post), [matched(a, b)])) == 2


def test_the_same_matter_is_not_the_same_event():
    """Units that only share a matter join nothing."""
    bell, post, a, b = told_twice()
    found = timeline(records_of(bell, post), units_of(bell, post), [matched(a, b, grade="matter")])
    assert len(found) == 2


def test_dates_do_not_pass_on_by_a_chain():
    """An undated telling joins one of two dated events that do not meet, and never ties both together."""
    day_2, day_9 = ("2031-05-02", "2031-05-03"), ("2031-05-09", "2031-05-10")
    bell, post, a, b = told_twice(day_2, (None, None))
    horn = Telling("horn", "2031-05-21")
    c = horn.unit("Tarn was hit.", deed("hit", lemma="hit", category="ASSAULT", whom="tarn", dates=day_9))
    found = timeline(
        records_of(bell, post, horn), units_of(bell, post, horn), [matched(a, b), matched(b, c, score=0.8)]
    )
    assert [entry.units for entry in found] == [(a.ref, b.ref), (c.ref,)]


def test_an_undated_event_stands_at_its_report_and_has_no_date():
    """The day of the report is never taken for that of the event."""
    bell = Telling("bell", "2031-05-03")
    bell.unit("Rebels shelled Tarn.", deed("shelled", lemma="shell", whom="tarn"))
    (entry,) = timeline(records_of(bell), units_of(bell), [])
    assert (entry.begin, entry.end, entry.printed) == (None, None, "2031-05-03")


def test_what_is_planned_and_then_done_is_one_entry_as_done():
    """The mode is that of the latest report."""
    bell, post, a, b = told_twice((None, None), (None, None))
    bell.events[0] = type(bell.events[0])(bell.events[0].id, bell.events[0].predicate, "ASSAULT", "planned")
    (entry,) = timeline(records_of(bell, post), units_of(bell, post), [matched(a, b)])
    assert entry.mode == "actual"


def test_passing_mentions_without_a_date_are_left_out_unless_asked_for():
    """Below the lead of one report, an event without a date is an entry only on request."""
    bell = Telling("bell", "2031-05-03")
    for words in ("It rained.", "It stopped.", "It was late."):
        bell.unit(words)
    bell.unit("Rebels shelled Tarn.", deed("shelled", lemma="shell", whom="tarn"))
    given = records_of(bell), units_of(bell), ()
    assert timeline(*given) == ()
    assert len(timeline(*given, all_events=True)) == 1


def test_what_is_only_possible_is_no_entry():
    """A hypothetical event has no place on the line."""
    bell = Telling("bell", "2031-05-03")
    bell.unit("Rebels may shell Tarn.", deed("shell", lemma="shell", mode="hypothetical", whom="tarn", dates=MAY_2))
    assert timeline(records_of(bell), units_of(bell), [], all_events=True) == ()


def test_differences_between_tellers_stand_in_the_entry():
    """A difference is told once, the first teller's side first."""
    bell, post, a, b = told_twice(lemma="shell")
    unlike = Difference("wording", "attacked", "shelled")
    (entry,) = timeline(records_of(bell, post), units_of(bell, post), [matched(b, a, unlike)])
    assert [(found.before, found.after) for found in entry.differences] == [("shelled", "attacked")]


def test_the_order_of_reports_changes_nothing():
    """Any order of records and units gives the same entries."""
    bell, post, a, b = told_twice()
    horn = Telling("horn", None)
    horn.unit("Tarn was hit.", deed("hit", lemma="hit", category="ASSAULT", whom="tarn", dates=MAY_2))
    given = [bell, post, horn]
    found = {timeline(records_of(*some), units_of(*some), [matched(a, b)]) for some in permutations(given)}
    assert len(found) == 1


def test_what_is_owed_by_a_day_stands_at_that_day_as_planned():
    """The first deed of a promise with a due day is an entry of its own, at the day by which it is owed."""
    bell = Telling("bell", "2031-05-03")
    unit = bell.unit("The guild pays Tarn.", deed("pays", lemma="pay", mode="hypothetical", whom="tarn"))
    owed = Commitment("c0", (), (), unit.spans[0], Due("date", "2031-12-01"), None, (), "promised")
    (entry,) = timeline([replace(bell.record(), commitments=(owed,))], units_of(bell), [])
    assert (entry.begin, entry.end, entry.mode) == ("2031-12-01", "2031-12-02", "planned")


def test_an_undated_telling_of_an_earlier_report_is_not_a_later_event():
    """A report cannot tell of what happened after it."""
    bell, post, a, b = told_twice((None, None), ("2031-05-15", "2031-05-16"))
    assert len(timeline(records_of(bell, post), units_of(bell, post), [matched(a, b)])) == 2


def test_what_several_outlets_tell_weighs_more():
    """An event of two outlets goes before one of one; a passage in the same words counts once."""
    bell, post, a, b = told_twice()
    horn = Telling("horn", "2031-05-03", "The Horn")
    horn.unit("Rebels shelled Orm.", deed("shelled", lemma="shell", category="ASSAULT", whom="orm", dates=MAY_2))
    found = timeline(records_of(bell, post, horn), units_of(bell, post, horn), [matched(a, b)])
    weights = {len(entry.units): entry.weight for entry in found}
    assert weights[2] > weights[1]


def test_a_clause_of_every_entry_has_its_place():
    """Each unit comes with the words in it that tell the event."""
    bell, post, a, b = told_twice()
    (entry,) = timeline(records_of(bell, post), units_of(bell, post), [matched(a, b)])
    assert len(entry.spans) == len(entry.units)
    assert bell.text[slice(*entry.spans[0])] == "Rebels shelled Tarn"
