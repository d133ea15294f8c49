"""Forty expressions of newswire English, told on a Thursday, each in a sentence of its own.

The expressions are those that libraries were compared on (docs/times.md); the sentences are invented.
"""

import pytest

from tests.reading_times import values

# expression, a sentence that holds it, its TIMEX3 value for a report of Thursday, 2021-07-22
CASES = [
    ("Last August", "Last August, the dockers of Vell signed a pay deal with the port.", "2020-08"),
    ("Thursday", "Envoys of both islands met on Thursday to draw up a fishing map.", "2021-07-22"),
    ("Monday", "The verdict is expected on Monday after the judges return to Orrin.", "2021-07-26"),
    ("Wednesday", "The two cities agreed on Wednesday that the bridge would stay shut.", "2021-07-21"),
    ("Earlier this week", "Earlier this week, Harrow said she wanted a second inquiry.", "2021-W29"),
    ("the near future", "A return of the ferry in the near future is unlikely, the mayor said.", "FUTURE_REF"),
    ("the end of the year", "The last barracks will close by the end of the year, the army said.", "2021"),
    ("January 2020", "In January 2020, the assembly of Tarn voted to leave the union.", "2020-01"),
    ("last month", "The harbour has been under guard since thieves robbed it last month.", "2021-06"),
    ("yesterday", "The power station caught fire yesterday, a clerk said.", "2021-07-21"),
    ("two weeks ago", "The strike began two weeks ago at the Vell glass works.", "2021-07-08"),
    ("later this month", "The council will choose a new chair later this month.", "2021-07"),
    ("next week", "Talks on the river dam resume next week in Orrin.", "2021-W30"),
    ("last week", "Her lawyer filed the appeal last week.", "2021-W28"),
    ("early 2022", "The first trains should run in early 2022.", "2022"),
    ("mid-July", "The wells had run dry by mid-July, farmers said.", "2021-07"),
    ("late June", "Soldiers left the last checkpoint in late June.", "2021-06"),
    ("the past 20 years", "Nothing of the kind had happened in the past 20 years.", "P20Y"),
    ("2003", "The mine was closed in 2003 after a flood.", "2003"),
    ("60 days", "The truce will last 60 days, both armies said.", "P60D"),
    ("three years ago", "He left the party three years ago over the tax.", "2018"),
    ("July 26", "The minister will visit Tarn on July 26.", "2021-07-26"),
    ("Dec. 31", "Their permits expire on Dec. 31, the agency said.", "2021-12-31"),
    ("Sept. 11, 2001", "Her brother was born on Sept. 11, 2001, in a taxi.", "2001-09-11"),
    ("the summer of 2014", "The dispute goes back to the summer of 2014.", "2014-SU"),
    ("the 1990s", "Most of the huts were built in the 1990s.", "199"),
    ("Tuesday night", "Shells hit the market on Tuesday night, medics said.", "2021-07-20TNI"),
    ("last year", "Exports of salt fell by half last year.", "2020"),
    ("next year", "The school will open next year.", "2022"),
    ("this year", "Nobody has been charged this year.", "2021"),
    ("the third quarter of 2021", "The bank hopes to be solvent in the third quarter of 2021.", "2021-Q3"),
    ("the coming months", "More villages will be cleared in the coming months.", "FUTURE_REF"),
    ("a decade ago", "The lighthouse went dark a decade ago.", "2011"),
    ("tomorrow", "The jury will hear the pilot tomorrow.", "2021-07-23"),
    ("next Tuesday", "She is to appear before the board next Tuesday.", "2021-07-27"),
    ("last Friday", "The guards walked out last Friday.", "2021-07-16"),
    ("September", "All rangers must be home by September, the order says.", "2021-09"),
    ("currently", "There are currently about 300 rangers on the ridge.", "PRESENT_REF"),
    ("recently", "The bishop has recently softened his tone.", "PAST_REF"),
    ("5 p.m. on Wednesday", "The siren sounded at 5 p.m. on Wednesday.", "2021-07-21T17:00"),
]


@pytest.mark.model
@pytest.mark.parametrize(("words", "sentence", "value"), CASES, ids=[case[0] for case in CASES])
def test_an_expression_of_newswire_has_its_value(words, sentence, value):
    """Each expression is found by its exact words and has the value of its calendar."""
    assert (words, value) in values(sentence, "2021-07-22")
