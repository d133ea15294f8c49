"""Sketches: what a report is told by, and what it is not."""

from __future__ import annotations

import json
import math

import pytest

from tests.whole import record_of
from whoseword.claims.sketches import KEYED, WORDS, Sketch, keys, sketch, sketch_from_json, sketch_to_json
from whoseword.lexicon import load_lexicon

TEXT = (
    "Ilse Marrow told the harbour board in Tallow on Monday that the ferry to Brome would not sail. "
    "Marrow said the ferry needed a new rudder. Engineer Odo Vance of Germany called the rudder a disgrace.\n\n"
    "Sign up for our newsletter about zeppelins."
)


@pytest.fixture(scope="module")
def made():
    return sketch(record_of(TEXT), load_lexicon())


def test_what_the_report_is_about_comes_first(made):
    """Words that the report repeats and others rarely have weigh most; words of every report are left out."""
    words = [each.key for each in made.words]
    assert {"ferri", "rudder"} <= set(words[:4])
    assert not {"the", "said", "and"} & set(words)


def test_furniture_tells_no_story(made):
    """A call for a newsletter is no part of what a report is about."""
    assert "zeppelin" not in {each.key for each in made.words}


def test_a_surname_is_taken_for_the_whole_name(made):
    """Somebody named in full and then by surname is one, keyed by surname and initial, shown in full."""
    shown = {each.key: each.words for each in made.names}
    assert shown["i marrow"] == "Ilse Marrow"
    assert "marrow" not in shown


def test_countries_go_by_their_names(made):
    """A country is keyed by the name that the list of places has."""
    assert "germany" in {each.key for each in made.places}


def test_shares_are_of_length_one(made):
    """The squares of the shares of each kind sum to 1, so that products are cosines."""
    for kind in (made.words, made.names, made.places):
        assert math.fsum(each.share**2 for each in kind) == pytest.approx(1, abs=0.005)
        assert [each.share for each in kind] == sorted((each.share for each in kind), reverse=True)
    assert len(made.words) <= WORDS


def test_a_sketch_survives_json(made):
    """Written as JSON and read back, a sketch is the same, and it is small."""
    line = json.dumps(sketch_to_json(made))
    assert sketch_from_json(json.loads(line)) == made
    assert len(line) < 4000


def test_keys_are_few_and_fit_into_a_column(made):
    """Keys are 63-bit numbers, sorted, at most so many; a report without words has none."""
    found = keys(made)
    assert 0 < len(found) <= KEYED
    assert list(found) == sorted(set(found))
    assert all(0 <= key < 2**63 for key in found)
    assert keys(Sketch("r1")) == ()


def test_reports_on_one_matter_share_a_key():
    """Two reports on the ferry share a key, a report on a choir shares none with them."""
    other = sketch(record_of("The Brome ferry will sail once its rudder is mended, the board said."), load_lexicon())
    choir = sketch(record_of("A choir won a goat at the fair, to the delight of its conductor."), load_lexicon())
    ferry = sketch(record_of(TEXT), load_lexicon())
    assert set(keys(ferry)) & set(keys(other))
    assert not set(keys(ferry)) & set(keys(choir))
