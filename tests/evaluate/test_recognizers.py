"""Cases of Recognizers-Text: which read like news, and when a value of ours is theirs."""

import json

import pytest

from whoseword.errors import NoInputError
from whoseword.evaluate.newslike import refusal
from whoseword.evaluate.recognizers import Expected, is_right, read_cases
from whoseword.model import Time

DAY = "2021-07-22"


@pytest.mark.parametrize(
    ("sentence", "words", "reason"),
    [
        ("Book me a hut for Friday", "Friday", "asks an assistant"),
        ("Is the hut free on Friday?", "Friday", "asks an assistant"),
        ("The hut burned on friday.", "friday", "writes months or weekdays in small letters"),
        ("The hut burned on 5/6.", "5/6", "writes a date in figures"),
        ("The hut burned on Thu.", "Thu", "shortens a weekday, a year or a unit"),
        ("The hut burned from 2 to 4pm.", "2 to 4pm", "gives a bare hour"),
        ("The hut burned at half past two.", "half past two", "gives a bare hour"),
        ("The hut burned at Easter.", "Easter", "names a feast other than Christmas, New Year or Halloween"),
        ("The hut burned ten minutes ago.", "ten minutes ago", "counts minutes or hours from now"),
        ("The hut burned on Friday.", "Friday", None),
        ("The hut burned in the summer of 2014.", "the summer of 2014", None),
    ],
)
def test_what_no_newspaper_prints_is_left_out(sentence, words, reason):
    """The words of a case decide, each criterion by its name."""
    assert refusal(sentence, [words]) == reason


def expected(kind, timex, **value):
    return Expected((0, 10), (timex,), (value,), kind)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (expected("date", "XXXX-WXX-5", value="2021-07-23"), Time((0, 4), "DATE", "2021-07-23")),
        (expected("date", "2021-05-22", value="2021-05-22"), Time((0, 4), "DATE", "2021-05")),
        (expected("duration", "P2D", value="172800"), Time((0, 4), "DURATION", "P2D")),
        (
            expected("daterange", "2021-06", start="2021-06-01", end="2021-07-01"),
            Time((0, 4), "DATE", "2021-06", begin="2021-06-01", end="2021-07-01"),
        ),
        (
            expected("daterange", "(2020-07-22,2021-07-22,P1Y)", start="2020-07-22", end="2021-07-22"),
            Time((0, 4), "DURATION", "P1Y"),
        ),
        (expected("time", "T15", value="15:00:00"), Time((0, 4), "TIME", "2021-07-22T15:00")),
        (expected("daterange", "XXXX-XX", start="2021-07-01", end="2021-08-01"), Time((0, 4), "DATE", None)),
    ],
)
def test_the_same_time_in_another_form_is_right(wanted, found):
    """One of their values, a coarser count, an interval, a length, a clock without its day, both unresolved."""
    assert is_right(wanted, [found], DAY)


def test_a_range_is_right_by_its_two_ends():
    """Theirs is one time, ours are two; "now" is the day of reference."""
    wanted = expected("daterange", "(2021-03-01,2021-07-22,P143D)", start="2021-03-01", end="2021-07-22")
    march = Time((0, 4), "DATE", "2021-03", begin="2021-03-01", end="2021-04-01")
    assert is_right(wanted, [march, Time((6, 9), "DATE", "PRESENT_REF")], DAY)
    assert not is_right(wanted, [march, Time((6, 9), "DATE", "2021-07-20")], DAY)


def test_another_value_is_wrong():
    """A neighbouring day, or a time that does not touch the expected one."""
    wanted = expected("date", "2021-07-23", value="2021-07-23")
    assert not is_right(wanted, [Time((0, 4), "DATE", "2021-07-24")], DAY)
    assert not is_right(wanted, [Time((20, 24), "DATE", "2021-07-23")], DAY)


def test_cases_are_read_and_those_left_out_counted(tmp_path):
    """A file of two cases keeps the one that reads like news."""
    times = {"Text": "friday", "Start": 18, "TypeName": "datetimeV2.date"}
    times["Resolution"] = {"values": [{"timex": "XXXX-WXX-5", "type": "date", "value": "2021-07-23"}]}
    told = {"Input": "The hut burned on Friday.", "Context": {"ReferenceDateTime": "2021-07-22T00:00:00"}}
    rows = [{**told, "Results": [times]}, {**told, "Input": "Show me Friday", "Results": [{**times, "Start": 8}]}]
    path = tmp_path / "cases.json"
    path.write_text(json.dumps(rows), "utf-8")
    cases, refused = read_cases(path)
    assert [case.text for case in cases] == ["The hut burned on Friday."]
    assert dict(refused) == {"asks an assistant": 1}


def test_another_file_is_refused(tmp_path):
    """The message names the file."""
    path = tmp_path / "cases.json"
    path.write_text('["no case"]', "utf-8")
    with pytest.raises(NoInputError, match=r"cases\.json"):
        read_cases(path)
