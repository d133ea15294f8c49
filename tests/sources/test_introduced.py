"""The outlets that a report introduces by the words around them, and what it does not introduce."""

from __future__ import annotations

import pytest

from tests.readings import reading_of
from whoseword.lexicon import load_lexicon
from whoseword.model import NameKind
from whoseword.sources.introduced import introduced_outlets

LEXICON = load_lexicon()


def introduced(text: str, **names: NameKind) -> list[tuple[str, str | None]]:
    """Name and kind of each outlet that a text introduces."""
    plain, reading = reading_of(text, names={name.replace("_", " "): kind for name, kind in names.items()})
    return [(outlet.name, outlet.kind) for outlet in introduced_outlets(plain, reading, LEXICON)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He told Time that it rained.", "Time"),
        ("She spoke to the Sun about it.", "The Sun"),
        ("It rained, according to the Independent.", "The Independent"),
        ("The Nation first reported it.", "The Nation"),
        ("He was quoted by Forbes.", "Forbes"),
        ("An article in the Atlantic said so.", "The Atlantic"),
        ("Slate magazine said so.", "Slate"),
        ("The magazine Fortune said so.", "Fortune"),
        ("Bloomberg News said so.", "Bloomberg News"),
    ],
)
def test_doubtful_names(text, name):
    """One who is told, reports, is quoted from, or stands beside a noun or in full, is the outlet of the lists."""
    assert [found for found, _ in introduced(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Time went by.",
        "He slept. The Sun was out.",
        "He waited for the Independent.",
        "They sailed the Atlantic.",
        "He slated the Nation, which was asleep.",
        "Fortune favours fools.",
    ],
)
def test_doubtful_names_alone(text):
    """Without such words they stay what they are."""
    assert introduced(text) == []


def test_somebody_of_that_name():
    """Where a person in the report has the name, nothing is introduced."""
    text = "Bloomberg reported it. Ann Bloomberg slept."
    assert introduced(text, Ann_Bloomberg="person") == []
    assert introduced(text) == [("Bloomberg News", "agency")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The newspaper Tin Lamp said so.", ("Tin Lamp", "newspaper")),
        ("The daily Lamp reported it.", ("Lamp", "newspaper")),
        ("The weekly Lamp reported it.", ("Lamp", None)),
        ("It rained, the Tin Lamp magazine wrote.", ("Tin Lamp", "magazine")),
        ("The news agency the Tin Lamp, in Vell, said so.", ("Tin Lamp", "agency")),
        ("Local radio station WVLL said so.", ("WVLL", "broadcaster")),
        ("He said so in an interview with the Evening Bell.", ("Evening Bell", None)),
        ("He spoke in an interview with the Vell-based magazine Tin Lamp.", ("Tin Lamp", "magazine")),
    ],
)
def test_names_of_no_list(text, found):
    """A noun beside the name, or an interview with its article and two capitals, makes an outlet."""
    assert introduced(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "He told the Tin Lamp nothing.",
        "The daily White House briefing was short.",
        "The newspaper Sunday said so.",
        "A Vellan newspaper said so.",
        "The French newspaper said so.",
        "He said so in an interview with Bel Marsh.",
        "He said so in an interview with the Prime Minister.",
        "He said so in an interview with the Lamp.",
        "The Tin Lamp said so.",
        "Newspapers Tin Lamp owns are sold.",
    ],
)
def test_no_outlet(text):
    """A bare capital, a day, a nation, a person, an office and a longer phrase introduce none."""
    assert introduced(text) == []


@pytest.mark.parametrize("kind", ["person", "place"])
def test_person_or_place(kind: NameKind):
    """What the reader takes for a person or a place is no outlet, whatever noun stands beside it."""
    assert introduced("The broadcaster Tin Lamp said so.", Tin_Lamp=kind) == []
    assert introduced("The broadcaster Tin Lamp said so.", Tin_Lamp="misc") == [("Tin Lamp", "broadcaster")]


def test_small_words():
    """A preposition at the head of a sentence is no part of a name."""
    text, reading = reading_of("In Tarn newspaper owners slept.", grammar={"In": "ADP"})
    assert introduced_outlets(text, reading, LEXICON) == ()


def test_each_once_in_text_order():
    """An outlet introduced twice comes once."""
    text = "He told Time. The daily Lamp reported it, the daily Lamp said. He told Time again."
    assert introduced(text) == [("Time", "magazine"), ("Lamp", "newspaper")]


def test_an_apposition_makes_an_outlet():
    """What is explained as an agency or a newspaper is one, even if the reader took its name for a place."""
    assert introduced("It was told to Northline, the news agency based in Cordell.", Northline="place") == [
        ("Northline", "agency")
    ]
    assert not introduced("It rained in Cordell, the newspaper’s home.", Cordell="place")
    assert not introduced("It rained in Cordell, the capital.", Cordell="place")
