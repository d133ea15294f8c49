"""What each stage behind the reader costs, as a share of the reader's own time: `python -m benchmarks.stages`.

CPU time of one process over reports of the mixed sample, every stage in the same run, so that a busy machine slows all
alike. "accounts" are times, quantities, modality, events, commitments and figures together.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.gate import SHARED
from benchmarks.speed import sample
from whoseword import pipeline
from whoseword.lexicon import load_lexicon
from whoseword.model import Reading, Report
from whoseword.reports.read import ReadOptions, read_source
from whoseword.reports.reader import Reader, load_reader

STAGES = (
    "attribute", "without_grants", "resolve", "describe", "chain", "with_distances", "find_denied",
    "find_modality", "find_times", "find_quantities", "find_events", "find_commitments", "figures",
)  # fmt: skip
ACCOUNTS = STAGES[STAGES.index("find_modality") :]


class _Timed:
    """A reader whose time is counted."""

    def __init__(self, reader: Reader, spent: Counter[str]) -> None:
        self.reader, self.spent = reader, spent

    def read(self, text: str) -> tuple[Reading, tuple[Any, ...]]:
        begun = time.process_time()
        found = self.reader.read(text)
        self.spent["reader"] += time.process_time() - begun  # type: ignore[assignment]
        return found


def _counted(name: str, stage: Callable[..., Any], spent: Counter[str]) -> Callable[..., Any]:
    def run(*args: Any, **named: Any) -> Any:
        begun = time.process_time()
        found = stage(*args, **named)
        spent[name] += time.process_time() - begun  # type: ignore[assignment]
        return found

    return run


def costs(reports: Sequence[Report]) -> dict[str, float]:
    """CPU seconds by stage, "reader" among them, over all reports; three reports warm up first."""
    spent: Counter[str] = Counter()
    reader, lexicon = _Timed(load_reader(), spent), load_lexicon()
    whole = {name: getattr(pipeline, name) for name in STAGES}
    try:
        for name, stage in whole.items():
            setattr(pipeline, name, _counted(name, stage, spent))
        for number, report in enumerate([*reports[:3], *reports]):
            if number == len(reports[:3]):
                spent.clear()
            pipeline.read_report(report, reader, lexicon)
    finally:
        for name, stage in whole.items():
            setattr(pipeline, name, stage)
    return dict(spent)


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stages", description="What each stage costs.")
    parser.add_argument("--reports", type=int, default=60)
    given = parser.parse_args(argv)
    if not (SHARED / "corpora" / "news").exists():
        print("SKIPPED: the sample of reports is not beside this checkout; no stage was measured.")
        return
    options = ReadOptions(published="2020-06-15")
    found = [one for text in sample(given.reports) for one in read_source(text.encode(), "report.txt", options)]
    reports = [one[0] for one in found if isinstance(one, tuple)]
    spent = costs(reports)
    reader = spent.pop("reader")
    rows = sorted(spent.items(), key=lambda row: -row[1])
    rows.append(("accounts together", sum(spent[name] for name in ACCOUNTS)))
    print(f"{'reader':24s} {1000 * reader / len(reports):8.1f} ms a report")
    for name, seconds in rows:
        each, share = 1000 * seconds / len(reports), 100 * seconds / reader
        print(f"{name:24s} {each:8.1f} ms a report  {share:5.1f} % of the reader")


if __name__ == "__main__":
    main()
