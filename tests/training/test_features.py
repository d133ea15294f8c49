"""Annotated texts -> windows with a label for every word."""

from __future__ import annotations

import random

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch comes with the extra `training`")

from tests.training.networks import TEXT, encoder, labelled
from training.corpora import Labelled, Token
from training.features import NONE, batches, length, samples, tensors, windows
from whoseword.reports.encoding import KINDS, RELATIONS, ROLES, UPOS
from whoseword.reports.roles import link, runs


def words_of(sample):
    return [TEXT[slice(*span)] for span in sample.paragraph.words]


def found_in(sample):
    """What decoding makes of a sample's own labels, as words: the way back from labels to relations."""
    n = len(sample.role)
    emissions = np.zeros((n, len(ROLES)), np.float32)
    emissions[np.arange(n), sample.role] = 9
    pointers = []
    for arrows in (sample.content_cue, sample.cue_source):
        scores = np.zeros((n, 1 + n), np.float32)
        for start, end in arrows.items():
            scores[start, 1 + end] = 5
        pointers.append(scores)
    relations = link(np.asarray(sample.role, np.int64), emissions, *pointers)
    spans = sample.paragraph.words

    def text(role):
        return [TEXT[spans[first][0] : spans[end - 1][1]] for first, end in role]

    return [(text(r.source), text(r.cue), text(r.content), text(r.recipient)) for r in relations]


def test_labels_lead_back_to_the_annotation():
    """Decoding the labels of a text gives the very relations that it was annotated with."""
    first, second = samples(labelled(), encoder())
    assert found_in(first) == [(["Ann Roe"], ["told"], ["“It rained all day,”"], ["Reuters"])]
    assert found_in(second) == [(["She"], ["added"], ["that it would snow"], [])]


def test_names_and_starts():
    """Names have tags of their kind, and the first word of each sentence is marked."""
    first, second = samples(labelled(silver=True), encoder())
    tags = ("O", *(f"{border}-{kind}" for kind in KINDS for border in "BI"))
    (name,) = runs(second.names, tags)
    assert (name[0], words_of(second)[name[1] : name[2]]) == ("person", ["Boris", "Nord"])
    assert first.name_weight == 0.5
    assert [w for w, start in zip(words_of(second), second.start, strict=True) if start] == ["She", "Boris"]


def test_missing_layers_have_no_labels():
    """A layer that a corpus does not annotate is left out of training."""
    (sample, _) = samples(Labelled("bare", TEXT), encoder())
    for layer in (sample.role, sample.names, sample.upos, sample.start, sample.head, sample.relation):
        assert set(layer) == {NONE}


def test_readings():
    """Each annotator's reading gives labels of its own."""
    item = labelled()
    assert item.readings is not None
    item.readings.append([])
    assert {role for sample in samples(item, encoder(), reading=1) for role in sample.role} <= {0, 7, 8}


def test_trees():
    """Gold tokens are the words, with their tags, heads and relations."""
    tokens = [Token(0, 4, "NOUN", 1, "nsubj"), Token(5, 9, "VERB", -1, "root"), Token(9, 10, "PUNCT", 1, "punct")]
    (sample,) = samples(Labelled("tree", "Snow fell.", tokens=tokens), encoder())
    assert sample.head == [1, -1, 1]
    assert [UPOS[k] for k in sample.upos] == ["NOUN", "VERB", "PUNCT"]
    assert [RELATIONS[k] for k in sample.relation] == ["nsubj", "root", "punct"]


def test_overwritten_ends_have_no_pointer():
    """Where a later annotation takes a word, pointers to what stood there are dropped."""
    item = labelled()
    assert item.readings is not None
    start = TEXT.index("told")
    item.readings[0].append({"source": [], "cue": [], "content": [[start, start + 4]]})
    first, _ = samples(item, encoder())
    assert (first.content_cue, first.cue_source) == ({}, {})


def test_windows_hold_every_paragraph():
    """Windows keep the paragraphs' order and size, with a first window of random size or not."""
    made = [samples(labelled(), encoder()) * 5, samples(labelled(), encoder())]
    for rng in (None, random.Random(3)):
        found = windows(made, 128, rng)
        assert [id(s) for window in found for s in window] == [id(s) for item in made for s in item]
        assert all(len(window) == 1 or length(window) <= 128 for window in found)


def test_batches_stay_in_budget():
    """Every window is in one batch, and padding counts."""
    made = windows([samples(labelled(), encoder())] * 9, 100)
    found = batches(made, 400, random.Random(1))
    assert sorted(id(w) for group in found for w in group) == sorted(map(id, made))
    assert all(len(group) * max(map(length, group)) <= 400 for group in found)


def test_tensors_shift_pointers_to_the_window():
    """Labels stand at their word's column in the window, pointers point at columns, and 0 is "none"."""
    item = labelled()
    assert item.readings is not None
    item.readings[0][1]["source"] = []
    made = samples(item, encoder())
    out = tensors([made[:1], made])
    a, b = len(made[0].role), len(made[1].role)
    assert out["role"].shape == (2, 1 + a + b)
    assert out["role"][0, 1 + a :].tolist() == [NONE] * b
    assert out["role"][1, 1:].tolist() == made[0].role + made[1].role
    (content, cue), (_, none) = next(iter(made[1].content_cue.items())), next(iter(made[1].cue_source.items()))
    assert none == -1
    assert out["content_cue"][1, 1 + a + content] == 1 + a + cue
    assert out["cue_source"][1, 1 + a + cue] == 0
    assert out["mask"].sum(1).tolist() == [length(made[:1]), length(made)]
