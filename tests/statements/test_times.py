"""Times in reports, as the reader that ships sees them: direction, anchors, lengths, what is no time."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plain_reader import PlainReader
from tests.reading_times import times_in, values
from whoseword.model import Part, Published, Report
from whoseword.statements.times import find_times

THURSDAY = "2021-07-22"


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The envoys met on Thursday in Orrin.", "2021-07-22"),
        ("The envoys will meet on Thursday in Orrin.", "2021-07-22"),
        ("The vote is scheduled for Friday in Orrin.", "2021-07-23"),
        ("The miners left the pit on Friday at last.", "2021-07-16"),
        ("The council plans to sell the mill on Monday.", "2021-07-26"),
        ("The council was told on Monday to sell the mill.", "2021-07-19"),
        ("The bishop must answer by Saturday.", "2021-07-24"),
        ("The lake has been closed since Saturday.", "2021-07-17"),
        ("Her trial begins on Tuesday in Vell.", "2021-07-27"),
    ],
)
def test_the_tense_of_the_verb_tells_on_which_side_a_weekday_lies(sentence, value):
    """What is told as past lies behind, what is planned or due lies ahead, and its own weekday is the day itself."""
    assert [found for _, found in values(sentence, THURSDAY)] == [value]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The dam broke in October after a storm.", "2020-10"),
        ("The dam will be ready in October.", "2021-10"),
        ("The dam broke in May after a storm.", "2021-05"),
        ("The dam will be ready in May.", "2022-05"),
        ("He was jailed on September 3 in Tarn.", "2020-09-03"),
        ("He will be freed on March 3 in Tarn.", "2022-03-03"),
        ("He was jailed in May last year.", "2020-05"),
        ("He was jailed on the 3rd of May, 2019.", "2019-05-03"),
    ],
)
def test_a_month_without_its_year_lies_where_the_verb_says(sentence, value):
    """Past: the last such month or day up to publication. Future: the next one."""
    assert [found for _, found in values(sentence, THURSDAY)] == [value]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank on March 3. Two days later, divers found the bell.", "2021-03-05"),
        ("The union was banned in 2011. The following year it met in secret.", "2012"),
        ("The union was banned in 2011 and dissolved three years later.", "2014"),
        ("The pilot resigned a day after the vote of 3 May 2021 in Tarn.", "2021-05-04"),
        ("The strike began on 4 May 2020. That day no train ran.", "2020-05-04"),
    ],
)
def test_what_is_counted_from_another_date_says_which(text, expected):
    """The value is counted from the nearest date, and `anchor` holds its words."""
    anchored = [time for time in times_in(text, THURSDAY) if time.anchor]
    assert [time.value for time in anchored] == [expected]
    assert any(time.span == anchored[0].anchor for time in times_in(text, THURSDAY))


@pytest.mark.model
def test_what_is_counted_from_a_date_that_is_not_told_has_no_value():
    """Two days later than what? Nothing is made up."""
    assert ("Two days later", None) in values("Two days later, divers found the bell.", THURSDAY)


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "sentence", "kind", "value"),
    [
        ("every Monday", "The market opens every Monday.", "SET", "XXXX-WXX-1"),
        ("twice a week", "The boat sails twice a week.", "SET", "P1W"),
        ("annually", "The fee is paid annually.", "SET", "P1Y"),
        ("a year", "The mine yields 40 tons a year.", "SET", "P1Y"),
        ("60-day", "They signed a 60-day truce.", "DURATION", "P60D"),
        ("several weeks", "The count took several weeks.", "DURATION", "PXW"),
        ("two to three weeks", "The count takes two to three weeks.", "DURATION", "PXW"),
        ("half an hour", "The siren wailed for half an hour.", "DURATION", "PT30M"),
        ("two decades", "The war lasted two decades.", "DURATION", "P20Y"),
        ("fiscal 2022", "The budget for fiscal 2022 was cut.", "DATE", "FY2022"),
        ("the 19th century", "The pier dates from the 19th century.", "DATE", "18"),
        ("the first half of the year", "Sales fell in the first half of the year.", "DATE", "2021-H1"),
        ("last winter", "Two bears were seen last winter.", "DATE", "2020-WI"),
        ("3-5 June", "The fair was held on 3-5 June in Vell.", "DATE", "2021-06-03/2021-06-05"),
        ("2014-15", "The team won the title in 2014-15 and lost it.", "DATE", "2014/2015"),
        ("Christmas Eve", "The bridge will open on Christmas Eve.", "DATE", "2021-12-24"),
        ("14:30 GMT on Tuesday", "The rocket fell at 14:30 GMT on Tuesday.", "TIME", "2021-07-20T14:30Z"),
        ("noon", "The rocket fell at noon.", "TIME", "2021-07-22T12:00"),
        ("the night of July 3", "Looters came on the night of July 3.", "TIME", "2021-07-03TNI"),
        ("last night", "Looters came last night.", "TIME", "2021-07-21TNI"),
        ("the weekend", "Two huts burned down over the weekend.", "DATE", "2021-W28-WE"),
        ("later", "The rest will be paid later.", "DATE", "FUTURE_REF"),
        ("a later date", "The rest will be paid at a later date.", "DATE", "FUTURE_REF"),
        ("these days", "Few boats sail these days.", "DATE", "PRESENT_REF"),
    ],
)
def test_lengths_repetitions_and_other_forms(words, sentence, kind, value):
    """Each form has its type and value after TIMEX3."""
    assert (words, kind, value) in [
        (sentence[slice(*time.span)], time.kind, time.value) for time in times_in(sentence, THURSDAY)
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "A timetable, a timeline and an end date were never agreed.",
        "The timing of the talks and the time limits are open.",
        "She wrote for the Sunday Times and read the Daily Mail.",
        "The Good Friday Agreement still holds.",
        "Theresa May may march with April Jones.",
        "The army moved into 2000 homes and 1,200 huts.",
        "Flight 1987 carried 2000 passengers.",
        "A 14-year-old boy and a man of 40 years of age were hurt.",
        "The financial sector and the fall of the fort worried him.",
        "He later joined the board.",
    ],
)
def test_what_only_looks_like_a_time(sentence):
    """Schedules, names of outlets and people, counts, ages and other words of the same letters are no times."""
    assert values(sentence, THURSDAY) == []


@pytest.mark.model
@pytest.mark.parametrize("words", ["Thursday", "last month", "yesterday", "two weeks ago", "July 26", "September"])
def test_without_a_day_of_publication_nothing_is_guessed(words):
    """Such a time has no value, no days, and says what it lacks."""
    time = next(iter(times_in(f"The wells were sealed {words}.")))
    assert (time.value, time.begin, time.needs_publication_date) == (None, None, True)


@pytest.mark.model
def test_a_month_of_publication_gives_months_and_years_but_no_days():
    """What is known of the day of publication is used, and no more."""
    text = "The wells were sealed on Thursday; last month they were full, last year as well."
    assert values(text, "2021-07") == [("Thursday", None), ("last month", "2021-06"), ("last year", "2020")]


@pytest.mark.model
def test_in_a_quotation_times_count_from_the_day_of_speech():
    """What was said on Monday to be yesterday was on Sunday."""
    text = "“We were robbed yesterday in the harbour,” the captain said on Monday."
    assert values(text, THURSDAY) == [("yesterday", "2021-07-18"), ("Monday", "2021-07-19")]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "value", "mod", "days"),
    [
        ("Talks failed earlier this week.", "2021-W29", "BEFORE", ("2021-07-19", "2021-07-26")),
        ("The last tents go by the end of the year.", "2021", "END", ("2021-01-01", "2022-01-01")),
        ("Snow fell in mid-July.", "2021-07", "MID", ("2021-07-01", "2021-08-01")),
        ("No ship came in the past two years.", "P2Y", None, ("2019-07-22", "2021-07-22")),
        ("The siege lasted more than two weeks.", "P2W", "MORE_THAN", (None, None)),
    ],
)
def test_parts_bounds_and_days(sentence, value, mod, days):
    """`mod` picks out a part or bounds a length, `begin` and `end` are days, half-open."""
    time = next(iter(times_in(sentence, THURSDAY)))
    assert (time.value, time.mod, (time.begin, time.end)) == (value, mod, days)


_WORDS = (
    "the a last next this two 20 2021 12 31st first May March on Monday Mondays week weeks month year century ago later"
    " from to and - , . “ ” ’90s 1990s half of early end every daily 5 p.m. 17:30 GMT noon Christmas Q3 fiscal o'clock"
    " 1.2.3 99999999999999999999 9999 0000-00-00 2021-02-30 31/31/2021 twenty - first in for said will \n summer old"
    " same period quarter then time at latest fiscal Easter Thanksgiving full consecutive overnight earlier 2021/22 30"
    " February single Q4 9/11 ( ) UTC units ago row long"
).split(" ")


@given(
    st.lists(st.sampled_from(_WORDS), max_size=30),
    st.sampled_from([None, "2021-07-22", "2021-07", "2021", "9999-12-31", "0001-01-01", "x"]),
)
@settings(max_examples=150)
def test_any_words_give_times_inside_the_text_that_do_not_overlap(words, published):
    """No text stops the stage; spans lie in the text, in order, apart; the same text gives the same times."""
    text = " ".join(words)
    reading, _ = PlainReader().read(text)
    parts = (Part("body", (0, len(text))),)
    report = Report("r", "p", None, text, None, None, (), None, None, "en", Published(published), parts)
    times, problems = find_times(report, reading, ())
    spans = [time.span for time in times]
    assert {problem.span for problem in problems} <= set(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert find_times(replace(report), reading, ())[0] == times
