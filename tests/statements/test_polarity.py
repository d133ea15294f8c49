"""Did it happen? As the text tells it, read by the reader that ships."""

from __future__ import annotations

from functools import cache

import pytest

from tests.readings import reading_of
from whoseword.lexicon import load_lexicon
from whoseword.reports.reader import Reader, load_reader
from whoseword.statements.modality import Modality
from whoseword.statements.polarity import polarity
from whoseword.statements.trees import Tree


@cache
def shipped_reader() -> Reader:
    """The reader that ships, loaded once."""
    return load_reader()


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("The tower fell.", "fell", "happened"),
        ("The tower did not fall.", "fall", "did-not"),
        ("The tower will not fall.", "fall", "did-not"),
        ("The tower could not fall.", "fall", "did-not"),
        ("The tower might not fall.", "fall", "unclear"),
        ("The tower will fall.", "fall", "unclear"),
        ("The crew managed to land.", "land", "happened"),
        ("The crew wanted to land.", "land", "unclear"),
        ("The crew did not manage to land.", "land", "did-not"),
        ("The crew was able to land.", "land", "happened"),
        ("The crew went out to mend the net.", "mend", "unclear"),
        ("Did the duke sign the letter?", "sign", "unclear"),
        ("Why did the duke sign?", "sign", "happened"),
        ("Please close the gate.", "close", "unclear"),
        ("The mill closed because the river froze.", "froze", "happened"),
        ("The mill will close when the river freezes.", "freezes", "unclear"),
        ("The guild plans to buy the mill and sell it.", "sell", "unclear"),
        ("Not only did the duke sign, he smiled.", "sign", "happened"),
        ("Roe said the tower fell.", "fell", "happened"),
        ("Roe did not say that the tower fell.", "fell", "happened"),
        ("The choir sings on the quay tomorrow.", "sings", "unclear"),
    ],
)
def test_polarity(text, word, wanted):
    """Negation, plans, questions, requests and infinitives are told from what happened."""
    reading, _ = shipped_reader().read(text)
    index = next(k for k, read in enumerate(reading.words) if text[slice(*read.span)] == word)
    assert polarity(Modality(Tree(text, reading), load_lexicon()), index) == wanted


def test_a_tree_in_a_circle_ends():
    """A reader may hang two words on each other; the search ends, and nothing is said against either."""
    text, reading = reading_of("rose fell", grammar={"rose": "VERB conj fell", "fell": "VERB conj rose"})
    modality = Modality(Tree(text, reading), load_lexicon())
    assert [polarity(modality, k) for k in (0, 1)] == ["happened", "happened"]
