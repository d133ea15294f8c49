"""What was changed between two texts, and what stood on it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.store.wording import edits, is_alike, touches

TEXTS = st.lists(st.sampled_from(["rain", "fell", "on", "Aldmoor", ",", ".", "\n\n"]), max_size=30).map(" ".join)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Two were hurt.", "Three were hurt.", [("Two", "Three")]),
        ("It rained.", "It rained heavily.", [("", "heavily")]),
        ("It rained on Monday.", "It rained.", [("on Monday", "")]),
        ("It rained.", "It  rained.\n", []),
        ("Rook said no. It rained.", "Rook said yes. It poured.", [("no", "yes"), ("rained", "poured")]),
        ("", "It rained.", [("", "It rained.")]),
        ("“No”", "“No", [("”", "")]),
    ],
)
def test_edits_name_the_words(before, after, told):
    """An edit holds the words that were replaced, added or removed; white space alone is none."""
    found = [(before[slice(*edit.before)].strip(), after[slice(*edit.after)].strip()) for edit in edits(before, after)]
    assert found == told


@given(TEXTS, TEXTS)
def test_what_is_outside_the_edits_is_the_same(before, after):
    """Taking the edits out of both texts leaves the same words."""
    rest = []
    for text, side in ((before, "before"), (after, "after")):
        for edit in reversed(edits(before, after)):
            start, end = getattr(edit, side)
            text = f"{text[:start]} {text[end:]}"  # noqa: PLW2901
        rest.append(text.split())
    assert rest[0] == rest[1]


def test_a_rewritten_book_is_one_edit():
    """Texts of which all is different and long are not compared word by word, which would take minutes."""
    before, after = " ".join(f"a{n}" for n in range(4000)), " ".join(f"b{n}" for n in range(4000))
    (edit,) = edits(f"Rain {before}.", f"Rain {after}.")
    assert edit.before == (5, 5 + len(before))


@pytest.mark.parametrize(
    ("before", "after", "words", "touched"),
    [
        ("He said it rained here.", "He said it poured here.", "it rained", True),
        ("He said it rained here.", "He said it poured here.", "said it", False),
        ("He said it rained.", "He said it rained heavily.", "it rained", True),
        ("He said it rained. Then he left.", "He said it rained. A clerk came. Then he left.", "it rained", False),
        ("He said: “It rained.”\n\nThen.", "He said: “It rained.”\n\nLater he left. Then.", "“It rained.”", False),
        ("He said: “It rained.” Then.", "He said: “It rained.” He left. Then.", "“It rained.”", False),
        ("It rained, he said.", "Perhaps it rained, he said.", "It rained", True),
    ],
)
def test_words_rest_on_an_edit(before, after, words, touched):
    """What overlaps an edit rests on it, and what borders on added words unless a sentence ends between them."""
    start = before.index(words)
    found = [touches(edit, (start, start + len(words)), before, after) for edit in edits(before, after)]
    assert any(found) is touched


def test_most_words_make_a_version():
    """A corrected text is like the first, another report is not."""
    first = "The ferry to Aldmoor was late on Monday, the harbour office said."
    assert is_alike(first, first.replace("Monday", "Tuesday"))
    assert not is_alike(first, "Two bridges were shut because the river had risen by a metre.")
