"""Days, times and amounts in words for people."""

from __future__ import annotations

import pytest

from whoseword.dossier.spoken import spoken_amount, spoken_day, spoken_time, spoken_value
from whoseword.model import Quantity, Time


@pytest.mark.parametrize(
    ("value", "spoken"),
    [
        ("2031-12-01", "1 December 2031"),
        ("2031-12", "December 2031"),
        ("2031-12-01T06:30", "1 December 2031, 06:30"),
        ("2031-W07", "week 7 of 2031"),
        ("2031-SU", "summer 2031"),
        ("P20Y", "20 years"),
        ("P1D", "1 day"),
        ("PT3H", "3 hours"),
        ("PT5M", "5 minutes"),
        ("P5M", "5 months"),
        ("PRESENT_REF", "now"),
        ("P1H", "P1H"),
        ("203X", "203X"),
    ],
)
def test_plain_values_are_spelt_out(value, spoken):
    """What a value of TIMEX3 plainly means is said in words; anything else stays as it is written."""
    assert spoken_value(value) == spoken


def test_what_is_no_day_is_not_made_one():
    """Only ISO 8601 is read as a day."""
    assert spoken_day("next Tuesday") is None


def test_time_that_cannot_be_told_says_so():
    """A time without a value says that it is not known, and what it would need."""
    told = "time not known; it counts from the day of publication, which is not known"
    assert spoken_time(Time((0, 5), "DATE", None, needs_publication_date=True)) == told
    assert spoken_time(Time((0, 5), "DATE", "2031-03", mod="START")) == "March 2031 (start)"


@pytest.mark.parametrize(
    ("quantity", "spoken"),
    [
        (Quantity((0, 5), 1460.0), "1,460"),
        (Quantity((0, 5), 2.5, unit="EUR"), "2.5 EUR"),
        (Quantity((0, 5), 1500.0, of=(6, 14), bound="at-least"), "at least 1,500 families"),
        (Quantity((0, 5), 3.0, bound="range", high=4.0, where=(18, 22)), "3 to 4 in Vell"),
        (Quantity((0, 5), 300.0, bound="about", change="by"), "by about 300"),
    ],
)
def test_amounts_say_how_exact_they_are(quantity, spoken):
    """Bound, change, unit, what is counted and where: all that is known, in one line."""
    assert spoken_amount(quantity, "1,500 families in Vell") == spoken


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity((0, 1), 74839.0, "$"), "$74,839"),
        (Quantity((0, 1), 2.0, "£", bound="range", high=3.0), "£2 to £3"),
        (Quantity((0, 1), 2 / 3, "share"), "67 %"),
        (Quantity((0, 1), "unchanged", "lamps", (0, 5)), "unchanged"),
        (Quantity((0, 1), 3.0, "lamps", (0, 9)), "3 red lamps"),
    ],
)
def test_units_stand_where_people_put_them(quantity, words):
    """Money has its sign in front, a share is a percentage, a unit that the words hold is not said twice."""
    assert spoken_amount(quantity, "red lamps") == words
