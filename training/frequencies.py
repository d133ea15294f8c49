"""Counts in how many reports each stem stands: `python -m training.frequencies SAMPLE.jsonl.gz OUT.csv`.

Of the texts only the figures are kept. A stem that few reports have is left out: it counts as rare.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from whoseword.stems import stems

LEAST = 8


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sample", type=Path, help="gzipped JSON lines with title and text")
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    with gzip.open(given.sample, "rt", encoding="utf-8") as lines:
        rows = list(map(json.loads, lines))
    with given.out.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(table(f"{row['title'] or ''}\n{row['text']}" for row in rows))


def table(texts: Iterable[str]) -> list[tuple[str, int]]:
    """The header, the number of texts, the least count that is listed, and the stems from the commonest down."""
    counts: Counter[str] = Counter()
    reports = 0
    for text in texts:
        reports += 1
        counts.update(set(stems(text)))
    # Two rows of figures come first, with names that no stem can have.
    listed = [("* reports", reports), ("* least", LEAST)]
    common = [(stem, count) for stem, count in counts.items() if count >= LEAST and len(stem) > 1]
    return listed + sorted(common, key=lambda row: (-row[1], row[0]))


if __name__ == "__main__":
    main()
