"""Prints every score and ratio that can be measured here: `python -m benchmarks`."""

from __future__ import annotations

import subprocess
import sys

from benchmarks import across, archives, dossier, speed, stages, store
from benchmarks.gate import GOLD, SHARED, gold_sum
from benchmarks.scores import polnear_scores, seed_scores, table

_IMPORT = "import time; start = time.process_time(); import whoseword; print(time.process_time() - start)"


def import_seconds() -> float:
    """CPU seconds of `import whoseword` in a fresh interpreter, best of three."""
    runs = (subprocess.run([sys.executable, "-c", _IMPORT], check=True, capture_output=True) for _ in range(3))
    return min(float(run.stdout) for run in runs)


def main() -> None:
    """Measure and print."""
    print(f"{'import whoseword, CPU seconds':36s} {import_seconds():5.2f}")
    for name, measure in (("polnear-dev", polnear_scores), ("seeds", seed_scores)):
        if gold_sum(SHARED, GOLD[name]) is None:
            print(f"SKIPPED: {name} not found beside this checkout; its scores were not measured.")
        else:
            print(table(measure(SHARED)))
    across.main()
    speed.main([])
    stages.main([])
    archives.main([])
    store.main([])
    dossier.main([])


if __name__ == "__main__":
    main()
