"""Figures followed across reports: one series for each thing, place and definition."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.ledger.ledgers import told
from whoseword.ledger.series import series

IN_MAY = ("2031-05-02", "There are about 2,500 Danish troops in Norway.")
IN_JULY = ("2031-07-02", "More than 5,000 Danish soldiers are stationed in Norway, the ministry said.")
MILL = ("2031-05-02", "The blast at the Orsel mill killed at least 12 people.")


def all_of(*days_and_texts):
    """The series of these reports."""
    return series(told(*days_and_texts), ())


def test_two_reports_make_one_series():
    """How many soldiers of a country are in a place is one quantity, whatever the word for soldiers."""
    (found,) = all_of(IN_MAY, IN_JULY)
    assert (found.of, found.where, found.unit, found.definition) == ("troops", "Norway", "persons", "Denmark")
    assert [(point.value, point.bound, point.day) for point in found.points] == [
        (2500, "about", "2031-05-02"),
        (5000, "at-least", "2031-07-02"),
    ]


def test_each_point_has_its_words_and_whose_word_it_is():
    """A point cites its words, and names who says it."""
    (found,) = all_of(IN_MAY, IN_JULY)
    assert [point.words for point in found.points] == ["about 2,500 Danish troops", "More than 5,000 Danish soldiers"]
    assert [point.on_word_of for point in found.points] == ["the author", "the ministry"]


@pytest.mark.parametrize(
    "other",
    [
        "There are about 700 Polish troops in Norway.",
        "There are about 700 Danish troops in Iceland.",
        "There are about 700 Danish combat troops in Norway.",
        "About 700 Danish troops were killed in Norway.",
        "Denmark will send 700 troops to Norway.",
    ],
    ids=["another nation", "another place", "another kind", "killed", "planned"],
)
def test_another_definition_is_another_series(other):
    """Whose they are, where, of what kind and what happens to them tell quantities apart."""
    assert len(all_of(IN_MAY, ("2031-07-02", other))) == 2


def test_killed_and_wounded_never_mix():
    """The killed and the wounded of one event are two series."""
    text = "The blast at the Orsel mill killed 12 people on Friday. It wounded 30 people."
    assert sorted(one.definition for one in all_of(("2031-05-02", text))) == ["killed", "wounded"]


def test_a_count_that_rises_is_one_series():
    """Later counts of one event are points of one series."""
    (found,) = all_of(MILL, ("2031-05-03", "The blast at the Orsel mill killed 15 people, officials said."))
    assert [point.value for point in found.points] == [12, 15]


@pytest.mark.parametrize(
    "other",
    [
        ("2031-05-03", "A flood in the valley of Tarn killed 15 people, officials said."),
        ("2032-05-03", "The blast at the Orsel mill killed 15 people, officials said."),
    ],
    ids=["another event", "a year later"],
)
def test_another_event_is_another_series(other):
    """The dead of another event, or of one a year later, are not the dead of this one."""
    assert len(all_of(MILL, other)) == 2


@pytest.mark.parametrize(
    "text",
    ["The baker, 42, left.", "One of the guards left.", "The club won 3-1.", "She called three times.", "He waited."],
)
def test_what_is_no_figure(text):
    """Ages, one of many, scores and times are no figures."""
    assert all_of(("2031-05-02", text)) == ()


def test_whose_troops_is_carried_from_nearby_where_only_one_is_told():
    """Soldiers told of without a nation are those of the only nation whose soldiers are told of nearby."""
    text = "Parliament voted to expel Danish troops. The coalition kept 2,500 troops in Norway."
    (found,) = [one for one in all_of(("2031-05-02", text)) if one.where == "Norway"]
    assert found.definition == "Denmark"


def test_where_two_nations_could_be_meant_neither_is():
    """With soldiers of two nations near, whose a number is stays open."""
    text = "Danish troops and Polish troops left. The coalition kept 2,500 troops in Norway."
    (found,) = [one for one in all_of(("2031-05-02", text)) if one.where == "Norway"]
    assert found.definition is None


def test_the_day_it_is_of_is_told():
    """The day that a figure is of stands beside the day of the report, and is none where no day is told."""
    dated = ("2031-07-02", "On June 1, there were 900 Danish troops in Norway.")
    (found,) = all_of(IN_MAY, dated)
    assert [point.of_day for point in found.points] == [None, "2031-06-01"]


def test_the_order_of_reports_is_nothing():
    """The same series come out with the same ids, in whatever order the reports come in."""
    records = told(IN_MAY, IN_JULY, MILL)
    assert len({series(order, ()) for order in permutations(records)}) == 1


def test_a_series_keeps_its_id():
    """A report more, even an earlier one, leaves the id of a lasting quantity."""
    assert all_of(IN_JULY)[0].id == all_of(IN_MAY, IN_JULY)[0].id


@pytest.mark.parametrize(
    ("text", "definition"),
    [
        ("The dyke broke and 900 people lost their homes.", "displaced"),
        ("About 900 people were forced to flee Lower Tarn.", "displaced"),
        ("At least 900 people have had to leave their homes.", "displaced"),
        ("Some 900 people driven out of the Tarn valley are living in barns.", "displaced"),
        ("The slide left 900 people homeless.", "displaced"),
        ("The slide claimed 900 lives.", "killed"),
        ("Some 900 people died in the slide.", "killed"),
        ("Police arrested 900 people.", "detained"),
        ("The ferry has 900 people on board.", None),
        ("About 900 people still live in the valley.", None),
    ],
)
def test_one_sense_has_one_name(text, definition):
    """What happens to people has one name for all its words, and words that say nothing of it have none."""
    (found,) = all_of(("2031-05-02", text))
    assert (found.of, found.definition) == ("people", definition)


@pytest.mark.parametrize(
    "text",
    [
        "Three people who work at the quarry told the Bell that the crane had failed.",
        "Two officials said the crane had failed.",
        "The Bell, citing four officials, said the crane had failed.",
    ],
)
def test_the_number_of_sources_is_no_figure(text):
    """How many told it is no figure of a series."""
    assert all_of(("2031-05-02", text)) == ()


@pytest.mark.parametrize(
    "text", ["Nine in ten families have a boat.", "Not one family in Tarn was there."], ids=["a share", "none"]
)
def test_a_share_and_none_are_no_counts(text):
    """The ten of "nine in ten" and the one of "not one" count nothing."""
    assert [point.value for one in all_of(("2031-05-02", text)) for point in one.points if point.value in {1, 10}] == []


FLED = ("2031-05-02", "About 1,200 people fled Lower Tarn when the dyke broke, the ministry said.")
MORE = (
    "2031-06-20",
    "At least 1,500 people have lost their homes. It said that the earlier figure of 1,200 had left some out.",
)


def test_a_named_earlier_figure_joins_two_series():
    """A report that names the figure that it corrects joins the two, with its sentence as the reason."""
    (found,) = all_of(FLED, MORE)
    assert [(point.value, point.bound) for point in found.points] == [(1200, "about"), (1500, "at-least")]
    assert [reason.words for reason in found.reasons] == ["It said that the earlier figure of 1,200 had left some out"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FLED, ("2031-06-20", MORE[1].replace("1,200", "1,300"))),
        (
            FLED,
            ("2031-06-20", MORE[1].replace(" It said that the earlier figure of 1,200 had left some out.", "")),
        ),
        (("2031-05-02", FLED[1].replace("fled Lower Tarn", "were killed in Lower Tarn")), MORE),
        (("2031-07-02", FLED[1]), MORE),
    ],
    ids=["another value", "not named", "another sense", "told later"],
)
def test_what_a_correction_does_not_join(before, after):
    """Another value, another definition and a figure told later are not the one that is corrected."""
    assert [one.reasons for one in all_of(before, after)] == [(), ()]


def test_where_two_earlier_figures_could_be_meant_none_is():
    """Two earlier series with the value that is named leave all three apart."""
    other = ("2031-01-02", "About 1,200 people fled the fire in Osk, the canton said.")
    assert len(all_of(other, FLED, MORE)) == 3


def test_a_toll_has_its_number():
    """A death toll is a figure of the dead, although no noun stands behind its number."""
    (found,) = all_of(("2031-05-02", "The death toll rose to 42 on Friday."))
    assert (found.of, found.definition, found.points[0].value) == ("people", "killed", 42)


def test_tolls_of_two_places_stay_apart():
    """Whose toll it is tells one from another."""
    texts = ["The worldwide death toll reached 4,000.", "The Danish death toll reached 4,000."]
    assert len(all_of(("2031-05-02", texts[0]), ("2031-05-03", texts[1]))) == 2


def test_since_is_no_day_that_a_figure_is_of():
    """A count since February is not of February."""
    (found,) = all_of(("2031-05-02", "At least 900 people have fled Tarn since February."))
    assert found.points[0].of_day is None


PAID = ("2031-05-02", "Ann Roe said in Osk that the River Board rejected a 16 percent pay raise. Bel Dunn left Tarn.")
OFFERED = (
    "2031-05-04",
    "Cal Moor said: they were offered a 16 percent pay raise. Ann Roe left Osk, Bel Dunn and the River Board stayed.",
)


def test_a_telling_number_of_one_week_is_one_figure():
    """Reports of one week that name the same have one figure in it, although nothing else in the sentences agrees."""
    assert [len(one.points) for one in all_of(PAID, OFFERED)] == [2]


@pytest.mark.parametrize(
    "other",
    [
        ("2031-06-04", OFFERED[1]),
        ("2031-05-04", OFFERED[1].replace("16", "12")),
        ("2031-05-04", "Cal Moor said that they were offered a 16 percent pay raise in Velland."),
    ],
    ids=["a month later", "another number", "other names"],
)
def test_what_is_no_telling_number(other):
    """Another month, another number or a report of other people leaves two series."""
    assert len(all_of(PAID, other)) == 2


def test_other_people_are_not_all_of_them():
    """Those who died besides one named are no number of all the dead."""
    texts = [
        "The blast at the Orsel mill killed 12 people.",
        "The blast at the Orsel mill killed Roe and 11 other people.",
    ]
    found = all_of(("2031-05-02", texts[0]), ("2031-05-03", texts[1]))
    assert sorted(one.definition for one in found) == ["additional, killed", "killed"]


def test_more_than_is_a_bound():
    """That a number is exceeded does not say that it comes on top."""
    (found,) = all_of(("2031-05-02", "The blast at the Orsel mill killed more than 40 people."))
    assert found.definition == "killed"


NAMED = "Ann Roe and Bel Dunn of the River Board were in Osk."


@pytest.mark.parametrize(
    ("other", "day", "count"),
    [
        ("About 350,000 pupils had nowhere to go.", "2031-05-03", 1),
        ("About 350,000 pupils had nowhere to go.", "2031-05-09", 2),
        ("About 250,000 pupils had nowhere to go.", "2031-05-03", 2),
        ("About 350,000 people had nowhere to go.", "2031-05-03", 2),
    ],
    ids=["close", "a week later", "too far off", "of others"],
)
def test_two_counts_of_one_day_are_one_series(other, day, count):
    """Large numbers of one noun that differ little are of one thing, in reports of the same days and names."""
    first = ("2031-05-02", f"The walkout left 400,000 pupils without a class. {NAMED}")
    assert len(all_of(first, (day, f"{other} {NAMED}"))) == count
