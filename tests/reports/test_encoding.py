"""Paragraphs of words -> the arrays that the network takes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.reports.encoding import (
    CLS,
    FEATURES,
    LONGEST,
    LONGEST_WORD,
    RELATIONS,
    ROLES,
    SEP,
    UNKNOWN,
    UPOS,
    WINDOW,
    Encoder,
    Paragraph,
    pack,
    shape,
    window_arrays,
)

POSITIONS = 512
OUTSIDE, INSIDE, OPENS, CLOSES = 9, 10, 11, 12
GLUED, APART, FIRST, REST = 13, 14, 15, 16


def by_letter(word: str) -> list[int]:
    """One piece a letter; a character that is neither letter nor mark has none, as with a word-piece tokenizer."""
    return [ord(character) for character in word if character.isprintable()]


ENCODER = Encoder(by_letter)
TEXTS = st.one_of(st.text(), st.text(alphabet="aB1.“”\"' \n", max_size=900))


def columns(text: str, column: int) -> list[int]:
    """One feature of the first piece of every word of a one-paragraph text."""
    (paragraph,) = ENCODER.encode(text)
    return [paragraph.features[first][column] for first in paragraph.first]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("talks", 1), ("Vella", 2), ("USA", 3), ("A", 4), ("iPad", 5), ("McRoe", 5), ("2021", 6), (",", 7), ("“", 7),
     ("🙂", 7), ("\x00", 7), ("2,500", 8), ("1980s", 8), ("U.S.", 3), ("中文", 5), ("\u0301", 7)],
)  # fmt: skip
def test_shape(word, expected):
    """A word's shape tells its case, its digits and whether it is a mark."""
    assert shape(word) == expected


def test_labels_are_the_networks():
    """The label sets are of the sizes that the weights were trained with, and name everything once."""
    assert [len(ROLES), len(UPOS), len(RELATIONS)] == [9, 17, 37]
    assert all(len(set(labels)) == len(labels) for labels in (ROLES, UPOS, RELATIONS))


def test_spaces_are_a_feature():
    """The first word, a word after a blank and a word glued to the last are told apart; later pieces have a mark."""
    (paragraph,) = ENCODER.encode("Is n't.")
    assert [f[2] for f in paragraph.features] == [FIRST, REST, APART, REST, REST, GLUED]


@pytest.mark.parametrize("text", ["No “we go” now", 'No "we go" now', "No «we go» now", "No ``we go'' now"])
def test_quotation_is_a_feature(text):
    """Words between quotation marks of any make are marked as quoted."""
    assert columns(text, 1) == [OUTSIDE, OPENS, INSIDE, INSIDE, CLOSES, OUTSIDE]


def test_quotation_does_not_leak_into_the_next_paragraph():
    """A quotation that nothing closes ends with its paragraph."""
    first, second = ENCODER.encode("He said “we go\nIt rained")
    assert first.features[-1][1] == INSIDE
    assert {f[1] for f in second.features} == {OUTSIDE}


def test_tokens_are_one_paragraph():
    """Given tokens are the words, whatever the text's lines say."""
    (paragraph,) = ENCODER.encode("It\nrains", tokens=[(0, 2), (3, 8)])
    assert paragraph.words == [(0, 2), (3, 8)]


def test_word_without_pieces_is_unknown():
    """A word that the tokenizer makes nothing of, a NUL for one, still has a piece."""
    (paragraph,) = ENCODER.encode("\x00")
    assert (paragraph.ids, paragraph.words) == ([UNKNOWN], [(0, 1)])


def test_long_word_is_cut():
    """Of a word of 10,000 letters the first pieces are read, and its span is whole."""
    (paragraph,) = ENCODER.encode("x" * 10_000)
    assert len(paragraph.ids) == LONGEST_WORD
    assert paragraph.words == [(0, 10_000)]


def test_long_paragraph_is_cut_after_a_sentence():
    """A paragraph that is too long for the network is cut where a sentence ends, if one does near the end."""
    first, *others = ENCODER.encode("ten words make a sentence of this very long paragraph. " * 40)
    assert others
    assert first.ids[-1] == ord(".")


def test_long_paragraph_without_a_stop_is_cut():
    """A paragraph without a full stop is cut as well, between two words."""
    text = "talks " * 600
    made = ENCODER.encode(text)
    assert len(made) > 1
    assert [text[slice(*span)] for p in made for span in p.words] == ["talks"] * 600


def test_full_word_table_changes_nothing(monkeypatch):
    """The table of known words is emptied when it is full, and the paragraphs stay the same."""
    monkeypatch.setattr("whoseword.reports.encoding.KNOWN_WORDS", 2)
    text = "one two one three two “one” three"
    assert Encoder(by_letter).encode(text) == ENCODER.encode(text)


@pytest.mark.parametrize("text", ["", "\n \r\n", "\u00a0"])
def test_blank_text_has_no_paragraph(text):
    """Without a word there is nothing to encode."""
    assert ENCODER.encode(text) == []


@given(TEXTS)
def test_paragraphs_fit_the_network(text):
    """Every paragraph has pieces with features in range, one first piece a word, and room for the window's own."""
    for paragraph in ENCODER.encode(text):
        assert 0 < len(paragraph.ids) <= LONGEST <= POSITIONS - 2
        assert len(paragraph.ids) == len(paragraph.features)
        assert len(paragraph.first) == len(paragraph.words) == len(set(paragraph.first))
        assert paragraph.first[0] == 0
        assert all(0 < feature < FEATURES for triple in paragraph.features for feature in triple)


@given(st.lists(st.integers(1, LONGEST)), st.none() | st.integers(1, WINDOW))
def test_pack_keeps_order_and_size(sizes, first):
    """Every paragraph is in one window, in order; a window is over its size only with one paragraph in it."""
    groups = pack(sizes, first=first)
    assert [k for group in groups for k in group] == list(range(len(sizes)))
    for number, group in enumerate(groups):
        limit = first if first and number == 0 else WINDOW
        assert len(group) == 1 or 1 + sum(sizes[k] + 1 for k in group) <= limit


@given(st.lists(st.integers(1, LONGEST)))
def test_pack_wastes_no_room(sizes):
    """A new window is opened only when the paragraph would not have fitted into the last."""
    groups = pack(sizes)
    for left, right in pairwise(groups):
        assert 1 + sum(sizes[k] + 1 for k in (*left, right[0])) > WINDOW


def test_pack_example():
    """Two paragraphs of 100 pieces share a window of 256, a third opens another."""
    assert pack([100, 100, 100], 256) == [[0, 1], [2]]


def test_window_arrays():
    """A window begins with its own mark as column 0, and each paragraph ends with a separator."""
    one = Paragraph([7, 8, 9], [(1, 9, 15), (1, 9, 16), (7, 9, 13)], [0, 2], [(0, 2), (2, 3)])
    two = Paragraph([5], [(2, 9, 15)], [0], [(4, 5)])
    arrays = {key: value.tolist() for key, value in window_arrays([one, two]).items()}
    assert arrays["ids"] == [CLS, 7, 8, 9, SEP, 5, SEP]
    assert arrays["features"] == [[0, 0, 0], [1, 9, 15], [1, 9, 16], [7, 9, 13], [0, 0, 0], [2, 9, 15], [0, 0, 0]]
    assert arrays["first"] == [0, 1, 3, 5]
    assert arrays["paragraph"] == [-1, 0, 0, 1]
