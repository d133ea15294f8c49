"""Prints every score that can be measured here, and how fast the reader reads: `python -m benchmarks`."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.gate import GOLD, SHARED, gold_sum
from benchmarks.scores import polnear_scores, seed_scores, table
from whoseword.reports.reader import load_reader

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports.jsonl"
_IMPORT = "import time; start = time.process_time(); import whoseword; print(time.process_time() - start)"


def import_seconds() -> float:
    """CPU seconds of `import whoseword` in a fresh interpreter, best of three."""
    runs = (subprocess.run([sys.executable, "-c", _IMPORT], check=True, capture_output=True) for _ in range(3))
    return min(float(run.stdout) for run in runs)


def words_per_second(texts: list[str]) -> float:
    """Words a CPU second that the reader reads with one thread, after a first text that loads it."""
    reader = load_reader()
    reader.read(texts[0])
    start = time.process_time()
    for text in texts:
        reader.read(text)
    return sum(len(text.split()) for text in texts) / (time.process_time() - start)


def main() -> None:
    """Measure and print."""
    print(f"{'import whoseword, CPU seconds':36s} {import_seconds():5.2f}")
    texts = [json.loads(line)["text"] for line in EXAMPLES.read_text("utf-8").split("\n") if line]
    print(f"{'reader, words a CPU second':36s} {words_per_second(texts):5.0f}")
    for name, measure in (("polnear-dev", polnear_scores), ("seeds", seed_scores)):
        if gold_sum(SHARED, GOLD[name]) is None:
            print(f"SKIPPED: {name} not found beside this checkout; its scores were not measured.")
        else:
            print(table(measure(SHARED)))


if __name__ == "__main__":
    main()
