"""A teacher's scores, kept for each paragraph and learnt from later."""

# ruff: noqa: E402 - without torch nothing of training can be imported, and the tests are skipped before
from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="torch comes with the extra `training`")

from tests.training.networks import encoder, labelled, small_network
from training.features import samples, tensors, windows
from training.lessons import attach, taught
from training.objective import lesson_loss, scores


@pytest.fixture(scope="module")
def lessons():
    """What a small network says of the text's two paragraphs."""
    return taught(small_network(), "own", [samples(labelled(), encoder())], 512)


def test_every_paragraph_has_its_lesson(lessons):
    """Roles are [n, 9], pointers have a column for "none" and one for each word of the paragraph."""
    made = samples(labelled(), encoder())
    assert sorted(lessons) == ["own/0/0", "own/0/1"]
    for sample, lesson in zip(made, (lessons["own/0/0"], lessons["own/0/1"]), strict=True):
        n = len(sample.role)
        assert lesson["role"].shape == (n, 9)
        assert lesson["content_cue"].shape == lesson["cue_source"].shape == (n, 1 + n)


def test_a_student_that_says_the_same_has_nothing_to_learn(lessons):
    """The loss against one's own lessons is that of rounding; against other weights it is much more."""
    made = [samples(labelled(), encoder())]
    attach(lessons, "own", made)
    batch = tensors(windows(made, 256))
    same = lesson_loss(scores(small_network(), batch), batch)
    turned = small_network()
    turned.role.weight.data.mul_(-9)
    other = lesson_loss(scores(turned, batch), batch)
    assert same.item() < 0.001 < other.item()


def test_texts_without_lessons_are_left_alone(lessons):
    """Where no lesson has a paragraph's name or length, nothing is attached."""
    made = [samples(labelled(), encoder())]
    attach(lessons, "another", made)
    assert all(sample.lesson is None for sample in made[0])
    assert "taught" not in tensors(windows(made, 256))
