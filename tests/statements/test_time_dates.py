"""Dates that cannot be, and those on which the tense of the verb does not decide."""

import pytest

from tests.reading_times import values
from whoseword.model import Part, Published, Report
from whoseword.reports.reader import load_reader
from whoseword.statements.times import find_times

THURSDAY = "2021-07-22"


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("The ban was lifted on 30 February.", "date-impossible"),
        ("The ban was lifted on June 31, 2021.", "date-impossible"),
        ("The ban was lifted on 2021-02-29.", "date-impossible"),
        ("The ban was lifted on 03/04/2021.", "date-ambiguous"),
    ],
)
def test_a_date_that_cannot_be_used_is_told(sentence, code):
    """It stands among the times without a value, and its words among the problems."""
    reading, _ = load_reader().read(sentence)
    parts = (Part("body", (0, len(sentence))),)
    origin = Published(THURSDAY, "given")
    report = Report("r", "p", None, sentence, None, None, (), None, None, "en", origin, parts)
    times, problems = find_times(report, reading, ())
    assert [(time.value, time.needs_publication_date) for time in times] == [(None, False)]
    assert [(problem.code, problem.span) for problem in problems] == [(code, times[0].span)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The leap was made on 29 February.", "2020-02-29"),
        ("In February 30 boats sank.", "2021-02"),
        ("The boats were checked on 13/02/2021.", "2021-02-13"),
    ],
)
def test_what_is_near_to_an_impossible_date(sentence, value):
    """A leap day, a count behind a month, and a day that can only be read one way."""
    assert [found for _, found in values(sentence, THURSDAY)] == [value]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The court suspended the council until October 14.", "2021-10-14"),
        ("The vote was delayed until September.", "2021-09"),
        ("His term was to end in September.", "2021-09"),
        ("His bid for September elections failed.", "2021-09"),
        ("His September speech failed.", "2020-09"),
        ("The ferry would sail on July 15.", "2021-07-15"),
        ("The mayor said late on Tuesday no boats would be sent.", "2021-07-20"),
        ("Readers expected the mill to be sold in June.", "2021-06"),
        ("They fear a return of March’s losses.", "2021-03"),
        ("The talks were held until Tuesday.", "2021-07-20"),
    ],
)
def test_the_tense_does_not_reach_everything(sentence, value):
    """What is put off, planned, or told of by a noun lies where it must, whatever the tense of the verb."""
    assert [found for _, found in values(sentence, THURSDAY)] == [value]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("Sales were the lowest since autumn 2004.", "autumn 2004", "2004-FA"),
        ("The boat was shown in spring 2019.", "spring 2019", "2019-SP"),
        ("The boat will be ready by the summer of next year.", "the summer of next year", "2022-SU"),
        ("For the full year 2020, sales rose.", "the full year 2020", "2020"),
        ("The fourth fiscal quarter of 2020 was poor.", "The fourth fiscal quarter of 2020", "FY2020-Q4"),
        ("The boat will sail until at least 2030.", "2030", "2030"),
        ("The dam will be ready by end-March.", "end-March", "2022-03"),
        ("From mid-May to the end of June, the town was full.", "the end of June", "2021-06"),
        ("The 1994 women's cup was held there.", "1994", "1994"),
        ("The mill was built around 1875.", "1875", "1875"),
        ("In the last week of June it rained.", "June", "2021-06"),
    ],
)
def test_forms_of_years_seasons_and_months(sentence, words, value):
    """A season with its year behind a preposition is one time; a range of months ends after its beginning."""
    assert (words, value) in values(sentence, THURSDAY)


@pytest.mark.model
def test_the_last_week_of_a_month_is_not_that_before_the_report():
    """Which week it is, the value cannot say."""
    assert ("the last week", None) in values("In the last week of June it rained.", THURSDAY)


@pytest.mark.model
def test_then_before_an_office_is_no_time():
    """It says what somebody was: "then-mayor"."""
    assert values("It was signed in 2012 by then-mayor Orla Vale.", THURSDAY) == [("2012", "2012")]
