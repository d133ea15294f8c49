"""Reads every report of the mixed sample twice: `python -m benchmarks.robustness [--jobs 2] [--reports 3000]`.

Nothing may crash, every span must lie in the text it was taken from and hold words, and the second reading must print
the same bytes as the first. Exits with 1 where one of these fails.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.gate import SHARED
from whoseword.dossier.export import dump_line
from whoseword.model import Record
from whoseword.pipeline import Work, read_paths

SAMPLE = SHARED / "corpora" / "news" / "sample_3000.jsonl.gz"


def spans(part: Any) -> Iterator[tuple[int, int]]:
    """Every [start, end) in a record, however deep."""
    if isinstance(part, dict):
        for value in part.values():
            yield from spans(value)
    elif isinstance(part, list):
        if len(part) == 2 and all(isinstance(n, int) for n in part):
            yield (part[0], part[1])
        else:
            for value in part:
                yield from spans(value)


def read_all(path: Path, jobs: int) -> tuple[str, int, int, list[str]]:
    """(SHA-256 of all that was printed, reports, statements, what is wrong)."""
    printed = hashlib.sha256()
    reports = statements = 0
    wrong: list[str] = []
    for result in read_paths([str(path)], work=Work(jobs=jobs)):
        line = dump_line(result)
        printed.update(line.encode("utf-8"))
        reports += 1
        if not isinstance(result, Record):
            wrong.append(f"report {reports} could not be read")
            continue
        statements += len(result.statements)
        text = result.report.text
        wrong += [f"row {result.report.row}: {p.message}" for p in result.problems if p.code == "reading-failed"]
        told = json.loads(line)
        for start, end in spans({key: told[key] for key in ("entities", "statements")}):
            if not (0 <= start < end <= len(text) and text[start:end].strip()):
                wrong.append(f"row {result.report.row}: the span {start} to {end} holds no words")
    return printed.hexdigest(), reports, statements, wrong


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--reports", type=int, default=3000)
    given = parser.parse_args()
    if not SAMPLE.exists():
        print(f"SKIPPED: {SAMPLE.name} not found beside this checkout.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.jsonl"
        with gzip.open(SAMPLE, "rt", encoding="utf-8") as lines:
            path.write_text("".join(line for _, line in zip(range(given.reports), lines, strict=False)), "utf-8")
        first, reports, statements, wrong = read_all(path, given.jobs)
        second, *_ = read_all(path, given.jobs)
    print(f"{reports} reports, {statements} statements, {len(wrong)} faults")
    print("\n".join(wrong[:20]))
    print(f"first reading  {first}\nsecond reading {second}")
    return 0 if first == second and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
