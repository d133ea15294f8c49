"""What the reader finds is held to the annotators, and the annotators to each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evaluate.marking import write_folder
from tests.plain_reader import PlainReader
from whoseword.evaluate.comparison import KNOWN, find, people_of, reader_scores
from whoseword.evaluate.polnear import read_folder
from whoseword.evaluate.scores import MEASURES, Count


@pytest.fixture
def texts(tmp_path):
    """The ferry with two annotators, the tide with one."""
    return read_folder(write_folder(tmp_path))


@pytest.fixture
def found(texts):
    """What the plain reader finds in them."""
    return [one.attributions for one in find(PlainReader(), texts)]


def test_the_relations_are_taken_as_they_are(texts, found):
    """Each relation of the reading is an attribution, in order."""
    assert [len(attributions) for attributions in found] == [2, 1]
    assert [texts[0].text[slice(*one.source[0])] for one in found[0]] == ["Ada Rook", "A sailor"]


def test_unsure_relations_are_left_out(texts):
    """The plain reader is sure at 0.9: that is enough for 0.9 and not for 0.91."""
    assert [len(one.attributions) for one in find(PlainReader(), texts, min_confidence=0.9)] == [2, 1]
    assert [len(one.attributions) for one in find(PlainReader(), texts, min_confidence=0.91)] == [0, 0]


def test_the_first_annotator_of_a_text_counts(texts, found):
    """Two texts, two files, three marked attributions."""
    scores = reader_scores(texts, found)
    assert (scores.texts, scores.comparisons) == (2, 2)
    assert scores.counts["attribution"] == Count(3, 3, 3)
    assert scores.counts["exact.cue"] == Count(2, 3, 3)


def test_all_annotators_count_as_texts_of_their_own(texts, found):
    """What the second annotator did not mark is wrong there."""
    scores = reader_scores(texts, found, all_annotators=True)
    assert (scores.texts, scores.comparisons) == (2, 3)
    assert scores.counts["attribution"] == Count(4, 5, 4)


def test_texts_that_nobody_annotated_do_not_count(texts, found):
    """They are neither right nor wrong; where there are no others, all is 0."""
    bare = [replace(marked, marked=()) for marked in texts]
    scores = reader_scores(bare, found)
    assert (scores.texts, scores.counts["attribution"], scores.interval) == (0, Count(), (0.0, 0.0))


def test_people_are_held_to_each_other(texts):
    """One text has two annotators, so two ordered pairs: one way a mark too many, the other way one too few."""
    people = people_of(texts)
    assert people
    assert (people.texts, people.comparisons) == (1, 2)
    assert people.counts["attribution"] == Count(2, 3, 3)


def test_one_annotator_agrees_with_nobody(texts):
    """Where no text has two annotators, agreement cannot be measured."""
    assert people_of(texts[1:]) is None


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.name)
def test_known_scores_name_measures_that_are_there(known):
    """Each known score stands beside one of ours, is a part of 1, and says where it was measured."""
    assert set(known.f1) <= set(MEASURES)
    assert all(0 < f1 < 1 for f1 in known.f1.values())
    assert "PolNeAR" in known.measured_on


@pytest.mark.shared
def test_the_known_scores_of_people_can_be_measured_again(shared):
    """On the training part people agree as the constants say, to a tenth of a per cent."""
    people = people_of(read_folder(shared / "corpora" / "polnear" / "train"))
    assert people
    assert (people.texts, people.comparisons) == (16, 470)
    assert {measure: round(count.f1, 3) for measure, count in people.counts.items()} == KNOWN[0].f1
