"""A miniature folder of ECB+, and what is read from it."""

from __future__ import annotations

import pytest

from tests.evaluate.miniature_ecb import write_folder
from whoseword.errors import NoInputError, UsageError
from whoseword.evaluate.ecb import read_ecb, subtopic_of


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The miniature folder."""
    return write_folder(tmp_path_factory.mktemp("ecb"))


def test_documents_are_running_text(folder):
    """Text, headline and address are put together again; the address gives the day."""
    documents = {document.name: document for document in read_ecb(folder, "val")}
    assert list(documents) == ["90_1ecb", "90_1ecbplus", "90_2ecb", "90_2ecbplus"]
    first = documents["90_1ecb"].report
    assert first.text.startswith(
        "Fire at Skarn Mill\n\nRolf Anders was killed when a blaze broke out at Skarn Mill. His"
    )
    assert first.published.origin == "none"
    second = documents["90_1ecbplus"].report
    assert second.text == "A ferry pilot, Ida Brome, was killed in Vell by a blaze."
    assert (second.url, second.published.value) == ("http://bell.example/2031/05/08/fire", "2031-05-08")
    assert (documents["90_1ecbplus"].topic, documents["90_1ecbplus"].subtopic) == ("90", "90_ecbplus")
    assert subtopic_of("90_12ecb") == "90_ecb"


def test_mentions_are_the_actions_of_the_listed_sentences(folder):
    """Places are none, a negated action is one, and a sentence that nobody looked through gives none."""
    found = {
        document.name: [(document.report.text[slice(*mark.spans[0])], mark.cluster) for mark in document.mentions]
        for document in read_ecb(folder, "val")
    }
    assert found["90_1ecb"] == [("killed", "k1"), ("blaze", "f1"), ("said", "90_1ecb 3")]
    assert found["90_2ecb"] == [("slain", "k1"), ("blaze", "f1")]


def test_what_is_missing_is_told(folder, tmp_path):
    """A part that is not listed, one without documents, and a folder without lists end with what is needed."""
    with pytest.raises(UsageError, match=r"test_split\.json cannot be used"):
        read_ecb(folder, "test")
    with pytest.raises(UsageError, match="no document of the topics of 'train'"):
        read_ecb(folder, "train")
    (tmp_path / "train_val_test_split.json").write_text('{"val": [90]}', "utf-8")
    with pytest.raises(UsageError, match="needs the columns Topic, File and Sentence Number"):
        read_ecb(tmp_path, "val")


def test_a_damaged_document_is_told(tmp_path):
    """The score of the rest would be that of something else."""
    write_folder(tmp_path)
    (tmp_path / "ECB+" / "90" / "90_1ecb.xml").write_text("<Document><token", "utf-8")
    with pytest.raises(NoInputError, match=r"90_1ecb\.xml cannot be read"):
        read_ecb(tmp_path, "val")
