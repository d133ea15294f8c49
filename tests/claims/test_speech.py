"""Words of others in a report: quotations, posts, speeches, transcripts."""

from __future__ import annotations

import pytest

from whoseword.claims.speech import covered, spoken

NARRATED = "The gate was shut at six and the families went home by tram."


@pytest.mark.parametrize(
    "words",
    [
        "“We stay until it is over.”",
        '"The wall holds."',
        "I thank my neighbours, and I ask them for patience.",
        "MAYOR TARN: The wall will be mended in spring.",
        "Q: Who pays for the new pumps?",
        "The wall holds. — Ilse Tarn (@ilsetarn)",
    ],
)
def test_spoken(words):
    """What is said is found with its borders, and what is told around it is not."""
    text = f"{NARRATED}\n\n{words}\n\n{NARRATED}"
    at = text.index(words)
    assert spoken(text) == ((at, at + len(words)),)


@pytest.mark.parametrize(
    "words",
    [
        NARRATED,
        "The US sent two engineers to the US consulate in Vell.",
        "One of us fell, they said of the choir at Tallow.",
    ],
)
def test_not_spoken(words):
    """A country, or a single "us", makes no speech."""
    assert spoken(words) == ()


def test_covered():
    """A word is covered where one stretch holds it whole, also where stretches overlap."""
    assert covered([(0, 5), (3, 9), (20, 22)], [(0, 3), (4, 8), (8, 12), (20, 22), (30, 31)]) == [
        True,
        True,
        False,
        True,
        False,
    ]
    assert covered([], [(0, 3)]) == [False]
