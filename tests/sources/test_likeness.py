"""Whether two entities of two reports are one, by the sort of thing that they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sources.appearing import COMPANY, body, person, unnamed
from whoseword.across import Ref
from whoseword.sources.likeness import likeness


def grade(a, b):
    return likeness(a, b).grade


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Ann Roe", ""), ("Ann Roe", ""), "same"),
        (("Mustaf al-Tarni", "Danish Prime Minister"), ("Prime Minister Mustaf Tarni", "prime minister"), "same"),
        (("Qassem Tarni", "General"), ("Qasim Tarny", "Gen."), "same"),
        (("Mike Orme", "Secretary of State"), ("Michael Orme", "secretary of state"), "same"),
        (("A. Roe", "judge"), ("Ann Roe", "judge"), "same"),
        (("Ann Roe", "judge"), ("Ann B. Roe", "judge"), "same"),
        (("Ann B. Roe", "judge"), ("Ann C. Roe", "judge"), "different"),
        (("Javan Tarni", "minister"), ("Mehdi Javan Tarni", "minister"), "same"),
        (("Mike Lorne", "senator"), ("Edwin M. Lorne", "senator"), "different"),
        (("Bel Roe", ""), ("Ann Roe", ""), "different"),
        (("Roe", "President"), ("Ann Roe", "president"), "same"),
        (("Roe", "Sen."), ("Ann Roe", "Sen."), "possibly"),
        (("Roe", "Sen."), ("Ann Roe", "prime minister"), "unknown"),
        (("Roe", ""), ("Ann Roe", ""), "possibly"),
        (("Ann", ""), ("Ann Roe", ""), "unknown"),
    ],
)
def test_people(one, other, expected):
    """Names must fit first; a family name alone needs an office that one holds, or one matter."""
    assert grade(person(*one), person(*other)) == expected


def test_other_spelling_of_the_family_name():
    """Another spelling of the family name needs an office or a country; names in common are not enough."""
    assert grade(person("Ann Tarni", with_names=COMPANY), person("Ann Tarny", with_names=COMPANY)) == "possibly"
    assert grade(person("Ann Tarni", "judge"), person("Ann Tarny", "judge")) == "same"


def test_family_name_in_one_matter():
    """Four names in common within a month make a family name the same person; three do not."""
    full = person("Ann Roe", with_names=COMPANY)
    assert grade(full, person("Roe", day="2031-05-20", with_names=COMPANY[:4])) == "same"
    assert grade(full, person("Roe", day="2031-05-20", with_names=COMPANY[:3])) == "possibly"
    assert grade(full, person("Roe", day="2031-07-20", with_names=COMPANY)) == "possibly"
    assert grade(full, person("Roe", day="2035-05-20", with_names=COMPANY)) == "unknown"


def test_name_that_its_report_leaves_doubtful():
    """Where a report names Bel Roe late and once, only an office makes its "Roe" somebody."""
    doubtful = person("Roe", is_open=True, with_names=COMPANY)
    assert grade(person("Ann Roe", with_names=COMPANY), doubtful) == "unknown"
    assert grade(person("Ann Roe", "president"), person("Roe", "president", is_open=True)) == "same"


def test_office_holders_change():
    """President Roe of one decade is not known to be President Ann Roe of the next."""
    assert grade(person("Ann Roe", "president"), person("Roe", "president", day="2041-05-08")) == "unknown"


def test_man_and_woman_stay_open():
    """A "Roe" spoken of as a man is not taken for Ann Roe, spoken of as a woman."""
    one, other = person("Ann Roe", "president", gender="f"), person("Roe", "president", gender="m")
    assert grade(one, other) == "unknown"


def test_one_name_in_two_countries():
    """The same full name with other offices of other countries stays open, with the reason."""
    found = likeness(person("Ann Roe", "Danish judge"), person("Ann Roe", "Iraqi footballer and teacher"))
    assert found.grade == "unknown"
    assert [reason.feature for reason in found.reasons if reason.score < 0] == ["office"]


def test_one_name_far_apart():
    """The same full name a lifetime apart stays open."""
    assert grade(person("Ann Roe", day="1961-01-02"), person("Ann Roe", day="2031-05-08")) == "unknown"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the State Department", "US State Department", "same"),
        ("the Pentagon", "Defense Department", "same"),
        ("Iraqi Ministry of Defense", "US Defense Department", "different"),
        ("Iraqi Ministry of Defense", "Iraq's Defence Ministry", "same"),
        ("Iraqi parliament", "Danish parliament", "different"),
        ("the parliament", "the parliament", "unknown"),
        ("the Iraqi parliament", "the parliament", "unknown"),
        ("Harbour Guild", "the Harbour Guild", "same"),
        ("Harbour Guild", "Harbour Board", "different"),
        ("the ministry", "the Danish ministry", "unknown"),
    ],
)
def test_bodies(one, other, expected):
    """Bodies are one by their listed name, or by name and country; a general name alone is nobody's."""
    assert grade(body(one), body(other)) == expected


def test_abbreviation_of_a_report():
    """The letters that a report puts behind a name are that body in another report that shares a name with it."""
    full = body("Velland Mooring Guild", short=("vmg",), with_names=("roe",))
    assert grade(full, body("VMG", with_names=("roe",))) == "same"
    assert grade(full, body("VMG")) == "possibly"
    assert grade(full, body("VMB")) == "different"


def test_sorts_are_apart():
    """A person, a body and a document of one name are three: a spokesman for Roe is not Roe."""
    letter = body("Harbour Guild", kind="document", description="a letter from the Harbour Guild")
    assert grade(body("Harbour Guild"), letter) == "different"
    assert grade(person("Ann Roe"), body("Ann Roe")) == "different"


def test_documents():
    """Documents of one issuer are one only where the same words, with a date, describe both."""
    dated = {"kind": "document", "description": "the Harbour Guild report of May 2031"}
    loose = {"kind": "document", "description": "a report by the guild"}
    assert grade(body("Harbour Guild", **dated), body("Harbour Guild", **dated)) == "same"
    assert grade(body("Harbour Guild", **loose), body("Harbour Guild", **loose)) == "possibly"
    assert grade(body("Harbour Guild", **loose), body("Harbour Board", **loose)) == "different"


def test_unnamed_are_possibly_one_at_most():
    """Even the same description, outlet told and quotation on one day make "possibly" of two unnamed sources."""
    said = {"told": ("harbour bell",), "quotes": ("the mast will fall within a week",), "with_names": COMPANY}
    assert grade(unnamed("a harbour official", **said), unnamed("a harbour official", **said)) == "possibly"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"places": ("Iraq",)}, {"places": ("United States",)}, "different"),
        ({}, {}, "unknown"),
        ({"with_names": COMPANY}, {"with_names": COMPANY}, "possibly"),
        ({"with_names": COMPANY}, {"with_names": COMPANY, "day": "2031-06-08"}, "unknown"),
        ({"with_names": COMPANY, "many": True}, {"with_names": COMPANY, "many": False}, "unknown"),
        ({"quotes": ("a b c d e f",)}, {"quotes": ("so a b c d e f then",), "day": "2031-09-08"}, "possibly"),
    ],
)
def test_unnamed(one, other, expected):
    """The same words quoted, or one description in one matter on the same days; other countries exclude each other."""
    assert grade(unnamed("a harbour official", **one), unnamed("a harbour official", **other)) == expected


def test_named_and_unnamed():
    """Somebody named is never the unnamed one; the same words quoted make it possible."""
    said = {"quotes": ("the mast will fall within a week",)}
    assert grade(person("Ann Roe"), unnamed("a harbour official")) == "unknown"
    assert grade(person("Ann Roe", **said), unnamed("a harbour official", **said)) == "possibly"


def test_two_outlets_in_one_report():
    """A report that cites the unnamed sources of two outlets cannot know that they are two."""
    one, other = unnamed("a source", told=("harbour bell",)), unnamed("an official", told=("evening lamp",))
    other = replace(other, ref=Ref(one.ref.report, "another"))
    assert grade(one, other) == "possibly"
    assert grade(one, replace(other, told=one.told)) == "unknown"


def test_one_report_keeps_people_apart():
    """Two entities that a report keeps apart are only one if they have one and the same name."""
    one = person("Roe", "president")
    assert grade(one, replace(person("Roe"), ref=Ref(one.ref.report, "another"))) == "same"
    assert grade(one, replace(person("Ann Roe"), ref=Ref(one.ref.report, "another"))) == "unknown"


def test_either_way_round():
    """The likeness of a and b is that of b and a."""
    one, other = person("Roe", "president", with_names=COMPANY), person("Ann Roe", "president", with_names=COMPANY)
    assert likeness(one, other) == likeness(other, one)
