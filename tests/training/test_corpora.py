"""Corpora -> annotated texts, on small files of our own in the corpora's formats."""

from __future__ import annotations

import gzip

import pytest

from tests.readings import span_of
from training.corpora import merge_silver, polnear, read_ann, recipients

TEXT = "Vella\n\nThe mayor told Reuters that it rained, and “all day,” he added.\n"
# Our own annotation in brat's format: a relation with a split content, one to leave out, and one without a source.
ANN = """T1\tSource 7 16\tThe mayor
T2\tCue 17 21\ttold
T3\tContent 30 44\tthat it rained
T4\tCue 61 69\the added
T5\tContent 50 58;44 45\t“all day
T6\tContent 0 5\tVella
E1\tAttribution1:T2 Cue:T2 Source:T1 Content:T3
E2\tAttribution:T4 Cue:T4 Content:T5
E3\tDiscuss:T6 Content:T6
A1\tSomething E1
"""


def row(word, lemma, head, relation, *, kind="O", first=False):
    """One row of the automatic annotation, as it comes out of `corenlp`."""
    return (*span_of(TEXT, word), lemma, kind, head, relation, first)


ROWS = [
    row("The", "the", 1, "det", first=True),
    row("mayor", "mayor", 2, "nsubj"),
    row("told", "tell", -1, "root"),
    row("Reuters", "Reuters", 2, "dobj", kind="ORGANIZATION"),
    row("rained", "rain", 2, "ccomp"),
]


def test_read_ann(tmp_path):
    """Attribution events become relations with sorted spans; other events and attributes are left out."""
    path = tmp_path / "a.ann"
    path.write_text(ANN, encoding="utf-8")
    assert read_ann(path) == [
        {"source": [[7, 16]], "cue": [[17, 21]], "content": [[30, 44]]},
        {"source": [], "cue": [[61, 69]], "content": [[44, 45], [50, 58]]},
    ]


def test_read_ann_of_nothing(tmp_path):
    """An empty file holds no relation."""
    path = tmp_path / "a.ann"
    path.write_bytes(b"")
    assert read_ann(path) == []


@pytest.fixture
def root(tmp_path):
    """A corpus of one text in PolNeAR's folders, annotated by two people, with automatic annotation."""
    split = tmp_path / "polnear" / "train"
    for folder in ("attributions", "text"):
        (split / folder).mkdir(parents=True)
    (split / "text" / "vella_1.txt").write_bytes(TEXT.encode())
    (split / "attributions" / "vella_1_00aa.ann").write_text(ANN, encoding="utf-8")
    (split / "attributions" / "vella_1_00bb.ann").write_text("", encoding="utf-8")
    lines = ["#doc vella_1", "#sentence"]
    for number, (start, end, lemma, kind, head, relation, _) in enumerate(ROWS, start=1):
        cells = [number, TEXT[start:end], start, end, lemma, "X", kind, head + 1, relation]
        lines.append("\t".join(map(str, cells)))
    with gzip.open(tmp_path / "polnear" / "train.corenlp.tsv.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return tmp_path


def test_polnear(root):
    """Every annotator's file is a reading of the text, and the automatic layers come with it."""
    (item,) = polnear(root, "train")
    assert (item.name, item.text, item.silver) == ("vella_1", TEXT, True)
    assert item.readings is not None
    assert [len(reading) for reading in item.readings] == [2, 0]
    assert item.attributions == item.readings[0]
    assert item.names == [(*span_of(TEXT, "Reuters"), "organisation")]
    assert item.starts == [span_of(TEXT, "The")[0]]
    assert item.recipients == [span_of(TEXT, "Reuters")]


def test_polnear_without_automatic_annotation(root):
    """Where the automatic annotation is missing, its layers are None and nobody is told."""
    (root / "polnear" / "train.corenlp.tsv.gz").unlink()
    (item,) = polnear(root, "train")
    assert (item.names, item.starts, item.recipients) == (None, None, [])


def test_merge_silver():
    """Neighbours of one kind are one name, but never across two sentences."""

    def named(start, kind, *, first=False):
        return (start, start + 3, "x", kind, -1, "dep", first)

    rows = [named(0, "PERSON", first=True), named(4, "PERSON"), named(8, "O"), named(12, "DATE"), named(16, "LOCATION"),
            named(20, "LOCATION", first=True), named(24, "PERSON")]  # fmt: skip
    assert merge_silver(rows) == [(0, 7, "person"), (16, 19, "place"), (20, 23, "place"), (24, 27, "person")]


def relation_of(*, source="The mayor", cue="told", content="that it rained"):
    return {
        role: [list(span_of(TEXT, part))] for role, part in (("source", source), ("cue", cue), ("content", content))
    }


def test_recipients():
    """The object of a telling verb that is a gold cue is the one told."""
    assert recipients(ROWS, [[relation_of()]]) == [span_of(TEXT, "Reuters")]


def test_recipients_stay_outside_gold_spans():
    """An object that any annotator has in a role is not used, nor that of a verb that is no cue."""
    assert recipients(ROWS, [[relation_of()], [relation_of(content="Reuters that it rained")]]) == []
    assert recipients(ROWS, [[relation_of(cue="added")]]) == []
    assert recipients(ROWS, [[]]) == []
