"""What later reports change, and how it is graded."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from tests.ledger.tellings import Telling, deed, matched, records_of, units_of
from whoseword.across import Amount, Difference, Owed, Point, Ref, Series, Step
from whoseword.ledger.changes import changes
from whoseword.model import Commitment, Due

PLAN = {"mode": "planned"}
WISH = {"mode": "hypothetical"}
NOT = {"mode": "negated"}
DONE = {"mode": "actual"}
MAY_20 = ("2031-05-20", "2031-05-21")
MAY_30 = ("2031-05-30", "2031-05-31")


def told(telling, deeds, **rest):
    """One unit that tells of guards at a lock, as `deeds` has it; in a quotation of Ann Roe's or Rolf Anders's."""
    made = deed("guards", **({"lemma": "guard", "thing": "lock"} | deeds))
    return telling.unit("The canton guards the lock.", made, said_by=rest.pop("said_by", None), **rest)


def lines(kind, first, second, days=("2031-05-08", "2031-05-09"), *, grade="same", act="statement"):
    """The changes between two units of two reports that differ so."""
    bell, post = Telling("bell", days[0]), Telling("post", days[1], "The Post")
    a = told(bell, first, said_by="Ann Roe")
    b = told(post, second, said_by="Rolf Anders", act=act)
    match = matched(a, b, Difference(kind, "x", "y"), grade=grade)
    return changes(records_of(bell, post), units_of(bell, post), [match], (), ())


def test_a_plan_that_is_carried_out_is_an_update():
    """Both sides and their tellers are named, with the step that was made."""
    (found,) = lines("modality", PLAN, DONE)
    assert (found.kind, found.grade, found.day) == ("modality", "update", "2031-05-09")
    assert (found.before, found.after) == (Ref("bell", "u0"), Ref("post", "u0"))
    assert found.before_words.startswith("to come")
    assert found.after_words.startswith("has happened")
    assert "before Ann Roe, then Rolf Anders" in found.why


SAME_DAY = ("2031-05-08", "2031-05-08")


@pytest.mark.parametrize(
    ("kind", "first", "second", "options", "grade"),
    [
        ("modality", WISH, PLAN, {}, "update"),
        ("modality", PLAN, DONE, {"days": SAME_DAY}, "open"),
        ("modality", DONE, PLAN, {}, "open"),
        ("modality", PLAN, DONE, {"days": ("2031-05-08", None)}, "open"),
        ("modality", PLAN, DONE, {"days": ("2031-05", "2031-05-08")}, "open"),
        ("polarity", PLAN, NOT, {}, "update"),
        ("polarity", PLAN, NOT, {"act": "denial"}, "update"),
        ("polarity", DONE, NOT, {"act": "denial"}, "conflict"),
        ("polarity", DONE, NOT, {}, "open"),
        ("polarity", DONE, NOT, {"days": SAME_DAY}, "conflict"),
        ("polarity", DONE, NOT, {"days": SAME_DAY, "grade": "matter"}, "open"),
        ("polarity", WISH, NOT, {}, "open"),
        ("date", PLAN | {"dates": MAY_20}, PLAN | {"dates": MAY_30}, {}, "update"),
        ("date", PLAN | {"dates": MAY_20}, PLAN | {"dates": MAY_30}, {"days": SAME_DAY}, "open"),
    ],
)
def test_grades(kind, first, second, options, grade):
    """A conflict needs one day or an express denial of what has happened; an update, a later day."""
    assert [line.grade for line in lines(kind, first, second, **options)] == [grade]


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("modality", PLAN, PLAN),
        ("modality", PLAN, WISH),
        ("polarity", NOT, WISH),
        ("date", DONE | {"dates": MAY_20}, DONE | {"dates": MAY_30}),
        ("date", PLAN | {"dates": MAY_20}, PLAN | {"dates": ("2031-05-01", "2031-06-01")}),
        ("wording", DONE, DONE | {"lemma": "close"}),
        ("source", DONE, DONE),
        ("modality", PLAN | {"thing": "lock"}, DONE | {"thing": "mill"}),
        ("modality", PLAN | {"lemma": "open"}, DONE | {"lemma": "sell"}),
    ],
)
def test_what_tells_a_reader_nothing_makes_no_line(kind, first, second):
    """No other strength, an agreeing date, other people, another thing, or only another teller: no line."""
    assert lines(kind, first, second) == ()


def test_another_word_for_what_was_done_to_somebody_is_reworded():
    """That she was "killed" and "murdered" is the same in another word."""
    killed = {"lemma": "kill", "category": "ASSAULT", "whom": "ann roe", "thing": None}
    bell, post = Telling("bell", "2031-05-08"), Telling("post", "2031-05-08")
    a, b = told(bell, killed), told(post, killed | {"lemma": "murder"})
    a, b = (replace(unit, deeds=(replace(unit.deeds[0], meanings=("kill",)),)) for unit in (a, b))
    match = matched(a, b, Difference("wording", "kill", "murder"))
    (line,) = changes(records_of(bell, post), [a, b], [match], (), ())
    assert (line.kind, line.grade) == ("wording", "reworded")


@pytest.mark.parametrize(
    ("days", "bound", "grade"),
    [
        (("2031-05-08", "2031-05-09"), "exact", "update"),
        (SAME_DAY, "exact", "conflict"),
        (SAME_DAY, "about", "open"),
        ((None, "2031-05-08"), "exact", "open"),
    ],
)
def test_numbers(days, bound, grade):
    """Two exact numbers of one day conflict; of another day, or where one is not exact, they do not."""
    bell, post = Telling("bell", days[0]), Telling("post", days[1])
    a = told(bell, {"thing": "guard"}, amounts=(Amount((4, 10), 20.0, None, "guard", bound),))
    b = told(post, {"thing": "guard"}, amounts=(Amount((4, 10), 30.0, None, "guard"),))
    match = matched(a, b, Difference("number", "20", "30", ((4, 10), (4, 10))))
    (line,) = changes(records_of(bell, post), units_of(bell, post), [match], (), ())
    assert (line.kind, line.grade) == ("number", grade)


def test_an_echo_makes_no_line_of_its_own():
    """The same difference in further reports is one line, with the first report that has it."""
    tellings = [Telling(name, f"2031-05-{day:02}") for day, name in enumerate(("bell", "post", "horn", "mail"), 8)]
    first = told(tellings[0], PLAN)
    rest = [told(telling, NOT) for telling in tellings[1:]]
    matches = [matched(first, later, Difference("polarity", "x", "y")) for later in rest]
    (line,) = changes(records_of(*tellings), units_of(*tellings), matches, (), ())
    assert line.after == rest[0].ref


def test_each_step_stands_once_against_the_step_before_it():
    """Of may, will and has, the lines are may to will and will to has, and not may to has."""
    tellings = [Telling(name, f"2031-05-{day:02}") for day, name in enumerate(("bell", "post", "horn"), 8)]
    a, b, c = (told(telling, mode) for telling, mode in zip(tellings, (WISH, PLAN, DONE), strict=True))
    unlike = Difference("modality", "x", "y")
    matches = [matched(a, c, unlike), matched(a, b, unlike), matched(c, b, unlike)]
    found = changes(records_of(*tellings), units_of(*tellings), matches, (), ())
    assert [(line.before, line.after) for line in found] == [(a.ref, b.ref), (b.ref, c.ref)]


def test_what_has_happened_before_is_no_longer_to_come():
    """Where an earlier report has it done, that a later one has it done after a plan is no news."""
    tellings = [Telling(name, f"2031-05-{day:02}") for day, name in enumerate(("bell", "post", "horn"), 8)]
    a, _, c = (told(telling, mode) for telling, mode in zip(tellings, (PLAN, DONE, DONE), strict=True))
    match = matched(a, c, Difference("modality", "x", "y"))
    assert changes(records_of(*tellings), units_of(*tellings), [match], (), ()) == ()


def test_a_heading_against_its_text_is_told_so():
    """What a heading says more strongly than the text is open, and the reason says heading."""
    bell = Telling("bell", "2031-05-08")
    a = told(bell, PLAN)
    bell.heading = len(bell.text)
    b = bell.unit("The canton may guard the lock.", deed("guard", lemma="guard", thing="lock", mode="hypothetical"))
    (line,) = changes(records_of(bell), units_of(bell), [matched(a, b, Difference("modality", "x", "y"))], (), ())
    assert line.grade == "open"
    assert "heading" in line.why


def test_a_denied_plan_is_not_to_come():
    """What "is not being discussed" is denied as a plan, though its own word only stands as possible."""
    bell, post = Telling("bell", "2031-05-08"), Telling("post", "2031-05-09")
    a, b = told(bell, PLAN), told(post, WISH)
    denied = Commitment("c0", (), (), b.spans[0], Due("unstated"), None, (), "denied")
    records = [bell.record(), replace(post.record(), commitments=(denied,))]
    (line,) = changes(records, [a, b], [matched(a, b, Difference("modality", "x", "y"))], (), ())
    assert (line.kind, line.grade) == ("polarity", "update")


# New and dropped


def test_an_event_since_the_report_before_is_new():
    """A dated event with a name that happened after the first report is told as new."""
    bell, post = Telling("bell", "2031-05-08"), Telling("post", "2031-05-20")
    bell.unit("The lock is shut.")
    shelled = deed("shelled", lemma="shell", category="ASSAULT", whom="tarn", dates=("2031-05-12", "2031-05-13"))
    unit = post.unit("Rebels shelled Tarn.", shelled)
    (line,) = changes(records_of(bell, post), units_of(bell, post), (), (), ())
    assert (line.kind, line.before, line.after) == ("new", None, unit.ref)


def test_an_event_before_the_first_report_is_not_new():
    """What could have been told before is background, and no news."""
    bell, post = Telling("bell", "2031-05-08"), Telling("post", "2031-05-20")
    bell.unit("The lock is shut.")
    shelled = deed("shelled", lemma="shell", category="ASSAULT", whom="tarn", dates=("2031-01-01", "2031-02-01"))
    post.unit("Rebels shelled Tarn.", shelled)
    assert changes(records_of(bell, post), units_of(bell, post), (), (), ()) == ()


@pytest.mark.parametrize(("again", "kinds"), [("mill", ["dropped"]), ("lock", [])])
def test_a_promise_that_a_close_report_does_not_mention_is_dropped(again, kinds):
    """A report that tells much of the rest is expected to tell the promise; "dropped" never says that it is void."""
    bell, post = Telling("bell", "2031-05-08"), Telling("post", "2031-05-20")
    a = told(bell, PLAN)
    near = matched(bell.unit("The mill is old."), post.unit("The mill is very old."))
    told(post, PLAN | {"thing": again})
    what = Commitment("c0", (), (), a.spans[0], Due("unstated"), None, (), "agreed")
    records = [replace(bell.record(), commitments=(what,)), post.record()]
    owed = promise(step("bell", "2031-05-08", moved=False))
    found = changes(records, units_of(bell, post), [near], [owed], ())
    assert [line.kind for line in found] == kinds
    assert all(line.grade == "open" for line in found)


# Promises


def step(report, day, status="agreed", due="unstated", value=None, *, moved=True):
    return Step(Ref(report, "c0"), day, status, due, value, "words", (0, 5), "Ann Roe", moved)


def promise(*steps):
    return Owed("o1", ("the guild",), (), "shut the lock", steps, steps[-1].status, steps[-1].due, None)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (
            (step("bell", "2031-05-08", due="not-set"), step("post", "2031-05-09", due="date", value="2031-06-01")),
            [("due", "update", "not set", "2031-06-01")],
        ),
        (
            (step("bell", "2031-05-08"), step("post", "2031-05-09", "done")),
            [("status", "update", "agreed", "done")],
        ),
        (
            (step("bell", "2031-05-08"), step("post", "2031-05-08", "denied")),
            [("status", "conflict", "agreed", "denied")],
        ),
        ((step("bell", None), step("post", "2031-05-08", "done")), [("status", "open", "agreed", "done")]),
        ((step("bell", "2031-05-08"), step("post", "2031-05-09", moved=False)), []),
    ],
)
def test_steps_of_a_promise(steps, expected):
    """What moved a promise is a line: its status, or its due date."""
    found = changes((), (), (), [promise(*steps)], ())
    assert [(line.kind, line.grade, line.before_words, line.after_words) for line in found] == expected


# Figures


def point(report, day, value, bound="exact", of_day=None):
    return Point(Ref(report, "q0"), (0, 5), value, None, bound, f"{value:g}", "Ann Roe", day, of_day)


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ((point("bell", "2031-05-08", 20.0), point("post", "2031-05-09", 30.0)), ["update"]),
        ((point("bell", "2031-05-08", 20.0), point("post", "2031-05-09", 20.0, "about")), ["reworded"]),
        ((point("bell", "2031-05-08", 20.0), point("post", "2031-05-08", 30.0)), ["open"]),
        (
            (
                point("bell", "2031-05-08", 20.0, of_day="2031-05-01"),
                point("post", "2031-05-08", 30.0, of_day="2031-05-01"),
            ),
            ["conflict"],
        ),
        (
            (
                point("bell", "2031-05-08", 20.0, of_day="2031-05-01"),
                point("post", "2031-05-08", 30.0, of_day="2031-05-02"),
            ),
            ["update"],
        ),
        ((point("bell", None, 20.0), point("post", "2031-05-08", 30.0)), ["open"]),
        ((point("bell", "2031-05-08", 20.0), point("post", "2031-05-09", 20.0)), []),
    ],
)
def test_points_of_a_series(points, expected):
    """A new value is a line; the same value, or one told before, is none."""
    series = Series("s1", "guards", "the lock", None, None, points)
    assert [line.grade for line in changes((), (), (), (), [series])] == expected


def test_the_order_of_reports_changes_nothing():
    """Any order of records, units and matches gives the same lines."""
    tellings = [Telling(name, day) for name, day in (("bell", "2031-05-08"), ("post", "2031-05-08"), ("horn", None))]
    a, b, c = (told(telling, mode) for telling, mode in zip(tellings, (PLAN, NOT, DONE), strict=True))
    matches = [
        matched(a, b, Difference("polarity", "x", "y")),
        matched(c, a, Difference("modality", "x", "y")),
        matched(b, c, Difference("polarity", "x", "y")),
    ]
    found = {
        changes(records_of(*some), units_of(*some), list(links), (), ())
        for some in permutations(tellings)
        for links in permutations(matches)
    }
    assert len(found) == 1
    assert found != {()}


@pytest.mark.parametrize("modal", ["conditional", "possible"])
def test_what_would_not_be_so_under_a_condition_denies_nothing(modal):
    """Only what is said not to be so is set against what was said."""
    bell, post = Telling("bell", "2031-05-08"), Telling("post", "2031-05-09", "The Post")
    a, b = told(bell, DONE, said_by="Ann Roe"), told(post, NOT, said_by="Rolf Anders")
    records, match = records_of(bell, post), matched(a, b, Difference("polarity", "x", "y"))
    assert changes(records, [a, b], [match], (), ())
    assert changes(records, [a, replace(b, modal=(modal,))], [match], (), ()) == ()
