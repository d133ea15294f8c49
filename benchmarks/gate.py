"""The quality gate: is the reading still as good as measured?

In: the hand-marked material in ../shared and the pinned floors in floors.toml. Out: a table; exit code 1 where a score
is under its floor, or where the material is no longer that which the floors were measured on. Without the material
nothing can be measured: the gate says so and passes.

    python -m benchmarks.gate
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Verdict = Literal["passed", "under the floor", "not measured"]

FLOORS = Path(__file__).with_name("floors.toml")
SHARED = Path(__file__).parents[2] / "shared"
GOLD: Mapping[str, tuple[str, ...]] = {
    "polnear-dev": ("corpora/polnear/dev/attributions/*.ann", "corpora/polnear/dev/text/*.txt"),
    "seeds": ("seeds/gold.json", "seeds/reports.jsonl"),
}


@dataclass(frozen=True, slots=True)
class Floors:
    """What was pinned: the least score by name, and the sum of each gold set by name."""

    scores: Mapping[str, float]
    gold: Mapping[str, str]


def load_floors(path: Path = FLOORS) -> Floors:
    """The pinned floors of a TOML file with the tables `floors` and `gold`."""
    pinned = tomllib.loads(path.read_text("utf-8"))
    return Floors(scores=pinned["floors"], gold=pinned["gold"])


def gold_sum(shared: Path, patterns: Iterable[str]) -> str | None:
    """SHA-256 over the paths and contents of the files that match; None where a pattern matches none."""
    total = hashlib.sha256()
    for pattern in patterns:
        paths = sorted(shared.glob(pattern))
        if not paths:
            return None
        for path in paths:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            total.update(f"{content}  {path.relative_to(shared).as_posix()}\n".encode())
    return total.hexdigest()


def judge(scores: Mapping[str, float], floors: Mapping[str, float]) -> list[tuple[str, float | None, float, Verdict]]:
    """For every floor: name, score, floor, verdict. A score that was not measured does not pass."""
    rows: list[tuple[str, float | None, float, Verdict]] = []
    for name, floor in floors.items():
        score = scores.get(name)
        if score is None:
            rows.append((name, None, floor, "not measured"))
        else:
            rows.append((name, score, floor, "passed" if score >= floor else "under the floor"))
    return rows


def main(argv: Sequence[str] | None = None) -> int:
    """Run the gate; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gate", description="Hold the scores to their floors.")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with the hand-marked material")
    parser.add_argument("--print-sums", action="store_true", help="only print the sums of the gold sets, to pin them")
    options = parser.parse_args(argv)
    sums = {name: gold_sum(options.shared, patterns) for name, patterns in GOLD.items()}
    if options.print_sums:
        print("\n".join(f'{name} = "{found}"' for name, found in sums.items()))
        return 0
    floors = load_floors()
    missing = [name for name, found in sums.items() if found is None]
    if missing:
        print(f"SKIPPED: {' and '.join(missing)} not found beside this checkout; no score was measured.")
        return 0
    changed = [name for name, found in sums.items() if found != floors.gold.get(name)]
    if changed:
        print(f"FAILED: the gold of {' and '.join(changed)} is not that which the floors were measured on.")
        print("Measure anew (python -m benchmarks), then pin sums and floors in benchmarks/floors.toml.")
        return 1
    return _measure(options.shared, floors.scores)


def _measure(shared: Path, floors: Mapping[str, float]) -> int:
    # Imported late, so that the gate can say what is missing without the model runtime.
    from benchmarks.scores import polnear_scores, seed_scores

    rows = judge({**polnear_scores(shared), **seed_scores(shared)}, floors)
    for name, score, floor, verdict in rows:
        print(f"{name:36s} {'    -' if score is None else f'{score:5.1f}'}   floor {floor:5.1f}   {verdict}")
    return int(any(verdict != "passed" for *_, verdict in rows))


if __name__ == "__main__":
    sys.exit(main())
