"""Scores on PolNeAR -> what `whoseword evaluate polnear` prints: the reader, people, published taggers.

for line in notes(reader, people, "corpora/polnear/dev", only_first=True):
    print(line)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich import box
from rich.table import Table

from whoseword.evaluate.comparison import KNOWN, ReaderScores, Scores
from whoseword.evaluate.scores import LEVEL, MEASURES, RESAMPLES
from whoseword.evaluate.wording import many, percent


def table(reader: ReaderScores, people: Scores | None) -> Table:
    """A row for each measure: the reader in full, and F1 of all others."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("per cent")
    for name in ("P", "R", "F1"):
        table.add_column(name, justify="right", style="bold" if name == "F1" else None)
    beside: list[tuple[str, Mapping[str, float]]] = [("people, here", _f1(people))] if people else []
    beside += [(known.name, known.f1) for known in KNOWN]
    for name, _ in beside:
        table.add_column(f"{name.replace(', ', chr(10))}\nF1", justify="right")
    for measure in MEASURES:
        count = reader.counts[measure]
        own = [percent(value) for value in (count.precision, count.recall, count.f1)]
        table.add_row(measure, *own, *(percent(scores.get(measure)) for _, scores in beside))
    return table


def notes(reader: ReaderScores, people: Scores | None, folder: str, *, only_first: bool) -> Iterator[str]:
    """Where each column was measured, and what may be compared with what."""
    low, high = reader.interval
    own, texts = reader.counts["attribution"].f1, many(reader.texts, "text")
    yield f"attribution F1 {percent(own)}, 95 % interval {percent(low)} to {percent(high)} over {texts}"
    yield f"P, R, F1      measured on {folder}: {texts}, {many(reader.comparisons, 'file')} of annotators"
    if people:
        shared, pairs = many(people.texts, "text"), many(people.comparisons, "ordered pair")
        yield f"people, here  measured on the {shared} there that several annotated, {pairs}"
    else:
        yield "people, here  cannot be measured: no text of the folder has two annotators"
    for known in KNOWN:
        yield f"{known.name:13} measured on {known.measured_on}"
    yield "Columns from other texts are for orientation: no two parts of PolNeAR are equally hard."
    if only_first:
        yield "CofeNet was held to each annotator's file as a text of its own: to compare, add --annotators all."


def rows(
    reader: ReaderScores, people: Scores | None, folder: str, options: Mapping[str, object]
) -> Iterator[dict[str, object]]:
    """The same as `table` and `notes`, for programs: scores from 0 to 1, not rounded."""
    low, high = reader.interval
    yield {
        "row": "reader",
        "measured_on": folder,
        "texts": reader.texts,
        "files": reader.comparisons,
        **options,
        "interval": {"measure": "attribution", "level": LEVEL, "resamples": RESAMPLES, "low": low, "high": high},
        "scores": _full(reader),
    }
    if people:
        yield {
            "row": "people",
            "measured_on": folder,
            "texts": people.texts,
            "pairs": people.comparisons,
            "scores": _full(people),
        }
    for known in KNOWN:
        scores = {measure: {"f1": f1} for measure, f1 in known.f1.items()}
        yield {"row": known.name, "measured_on": known.measured_on, "scores": scores}


def _full(scores: Scores) -> dict[str, dict[str, float]]:
    return {
        measure: {
            "precision": count.precision,
            "recall": count.recall,
            "f1": count.f1,
            "right": count.right,
            "found": count.found,
            "marked": count.marked,
        }
        for measure, count in scores.counts.items()
    }


def _f1(scores: Scores) -> dict[str, float]:
    return {measure: count.f1 for measure, count in scores.counts.items()}
