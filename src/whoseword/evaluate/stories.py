"""Reports of which some have a story's name -> how well grouping finds these stories among the others.

Scores are B-cubed (Bagga and Baldwin 1998): for each labelled report, the share of its cluster that has its label
(precision), and the share of those with its label that are in its cluster (recall); then the mean over these reports.

>>> b_cubed([["a", "b", "x"], ["c"]], {"a": "dam", "b": "dam", "c": "dam"}, whole=True).recall
0.5555555555555555
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import PurePath
from typing import Any

from whoseword.across import Judged, Story
from whoseword.claims.placing import one_by_one
from whoseword.claims.stories import Kinship, Sketch, founding, keys, kinship, sketch, stories
from whoseword.errors import UsageError
from whoseword.lexicon import Lexicon
from whoseword.model import Problem, Record
from whoseword.pipeline import ReadsText
from whoseword.reports import rows
from whoseword.reports.given import Unread
from whoseword.reports.inputs import find_inputs, read_bytes
from whoseword.reports.named import read_named
from whoseword.reports.read import ReadOptions

HALVES = ("even", "odd")
# The orders in which reports are added one by one, to see how far that is from grouping afresh.
ORDERS = ("published", "first", "second", "third")


@dataclass(frozen=True, slots=True)
class Cubed:
    """B-cubed precision and recall, 0 to 1, and over how many reports they are the mean."""

    precision: float
    recall: float
    reports: int

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        whole = self.precision + self.recall
        return 2 * self.precision * self.recall / whole if whole else 0.0


def b_cubed(
    clusters: Iterable[Sequence[str]], labels: Mapping[str, str], *, whole: bool, half: str | None = None
) -> Cubed:
    """The scores over the labelled reports, or those of one half.

    With `whole`, a report without a label counts as a story of its own: each that is in a labelled report's cluster
    costs precision. Without it, such reports are taken out of the clusters first.

    Raises:
        UsageError: no report has a label.
    """
    sizes = Counter(labels.values())
    precision: list[float] = []
    recall: list[float] = []
    for cluster in clusters:
        found = Counter(labels[each] for each in cluster if each in labels)
        size = len(cluster) if whole else found.total()
        for label in (labels[each] for each in cluster if each in labels and half in {None, half_of(each)}):
            precision.append(found[label] / size)
            recall.append(found[label] / sizes[label])
    if not precision:
        raise UsageError("no report has a label: rows need a field 'story' that names the story")
    return Cubed(sum(precision) / len(precision), sum(recall) / len(recall), len(precision))


def half_of(report: str) -> str:
    """The half of a report: by the last bit of the SHA-256 of its id; limits and weights were tuned on "even"."""
    return HALVES[hashlib.sha256(report.encode()).digest()[-1] % 2]


def read_sketches(
    paths: Sequence[str], reader: ReadsText, lexicon: Lexicon
) -> tuple[tuple[Sketch, ...], dict[str, str], tuple[Problem, ...]]:
    """The sketches of all reports, the labels of those whose row has a field `story`, and what could not be read.

    Of a report only its names are read. One that stands in two rows is one report, with the label of the first that
    has one.
    """
    found: dict[str, Sketch] = {}
    labels: dict[str, str] = {}
    problems: list[Problem] = []
    of_rows = _labels(paths)
    for received in read_named(paths, ReadOptions()):
        if isinstance(received, Unread):
            problems.extend(received.problems)
            continue
        report = received[0]
        if label := of_rows.get((report.path, report.row or 0)):
            labels.setdefault(report.id, label)
        if report.id not in found:
            reading, seen = reader.read(report.text)
            problems.extend(seen)
            found[report.id] = sketch(Record(report, reading, (), (), ()), lexicon)
    return tuple(found.values()), labels, tuple(problems)


def _labels(paths: Sequence[str]) -> dict[tuple[str, int], str]:
    """By path and line the label of each row of JSONL that has one; what cannot be read is told elsewhere."""
    found: dict[tuple[str, int], str] = {}
    for name in find_inputs(paths):
        data = name if isinstance(name, Unread) else read_bytes(name)
        if isinstance(data, Unread) or ".jsonl" not in PurePath(str(name)).suffixes:
            continue
        for row in rows.jsonl(data, str(name)):
            label = (row.fields or {}).get("story")
            if isinstance(label, str) and label and row.number is not None:
                found[str(name), row.number] = label
    return found


def kin_of(sketches: Sequence[Sketch]) -> list[Kinship]:
    """The kinship of each two reports that share a key."""
    holders: dict[int, list[int]] = {}
    for place, each in enumerate(sketches):
        for key in keys(each):
            holders.setdefault(key, []).append(place)
    pairs = {pair for places in holders.values() for pair in combinations(places, 2)}
    return [kinship(sketches[one], sketches[other]) for one, other in sorted(pairs)]


def measured(
    sketches: Sequence[Sketch], labels: Mapping[str, str], *, orders: Sequence[str] = ()
) -> Iterator[dict[str, Any]]:
    """A row for each score, 0 to 1: of grouping afresh, and of adding one by one in some of `ORDERS`.

    `others` tells whether reports without a label count as stories of their own or are left out; `held_to` whether the
    stories are held to the labels or to those that come out afresh.
    """
    afresh = [story.reports for story in stories(sketches, kin_of(sketches), Judged())]
    yield from _scores("afresh", afresh, labels)
    named = {report: cluster[0] for cluster in afresh for report in cluster}
    for order in orders:
        added = [story.reports for story in one_by_one_in(sketches, order)]
        yield from _scores(order, added, labels)
        yield _row(order, b_cubed(added, named, whole=True), held_to="afresh")


def _scores(order: str, clusters: Sequence[Sequence[str]], labels: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for half in (*HALVES, None):
        for whole in (True, False):
            if half is None or any(half_of(each) == half for each in labels):
                others = "as stories" if whole else "left out"
                yield _row(order, b_cubed(clusters, labels, whole=whole, half=half), half=half or "all", others=others)


def _row(
    order: str, found: Cubed, *, held_to: str = "labels", half: str = "all", others: str = "as stories"
) -> dict[str, Any]:
    scores = {"precision": found.precision, "recall": found.recall, "f1": found.f1, "reports": found.reports}
    return {"order": order, "held_to": held_to, "half": half, "others": others, **scores}


def one_by_one_in(sketches: Sequence[Sketch], order: str) -> tuple[Story, ...]:
    """The stories that come of adding the reports one by one: as they were published, or in a fixed random order."""
    if order == ORDERS[0]:
        return one_by_one(sorted(sketches, key=founding))
    return one_by_one(sorted(sketches, key=lambda each: hashlib.sha256(f"{order} {each.report}".encode()).digest()))
