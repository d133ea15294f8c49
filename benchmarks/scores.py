"""The scores of the reading against what people marked by hand.

In: the folder with the hand-marked material and its scorers. Out: scores in per cent, under dotted names.

    scores = polnear_scores(Path("../shared"))      # {"polnear.attribution": 66.4, ...}
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from whoseword.reports.reader import Reader, load_reader
from whoseword.statements.attribute import LEAST_CONFIDENCE

Scores = dict[str, float]
Roles = dict[str, list[list[int]]]

_COMMAND = "from whoseword.cli import main; main()"
_POLNEAR_NAMES = {
    "attrib.all": "polnear.attribution",
    "attrib_nosrc.all": "polnear.attribution-without-source",
    "overlap.source": "polnear.source",
    "overlap.cue": "polnear.cue",
    "overlap.content": "polnear.content",
}


def polnear_scores(shared: Path, split: str = "dev") -> Scores:
    """F1 of the reader alone on a part of PolNeAR (Newell et al., LREC 2018), first annotator of each article.

    Relations below the confidence at which records leave them out are left out here too.
    """
    data = shared / "corpora" / "polnear"
    found = _load_scorer(shared, "score_polnear").score(read_articles(data / split / "text"), split, str(data))
    return {name: 100 * found[key]["F"] for key, name in _POLNEAR_NAMES.items()}


def seed_scores(shared: Path) -> Scores:
    """F1 of whole records against the hand-made record of two reports, read by the command `whoseword read`."""
    seeds = shared / "seeds"
    records = _read_command(seeds / "reports.jsonl")
    counts, _ = _load_scorer(shared, "score_record").score(str(seeds / "gold.json"), records)
    return {f"seeds.{name}": f1(*count) for name, count in counts.items()}


def read_articles(folder: Path) -> dict[str, list[Roles]]:
    """What the reader finds in every text file of a folder: by file name, the flat roles of each relation."""
    reader = load_reader()
    # Decoded from bytes, since offsets count every character of a line end.
    return {path.stem: _relations(reader, path.read_bytes().decode("utf-8")) for path in sorted(folder.glob("*.txt"))}


def f1(right: float, predicted: float, gold: float) -> float:
    """F1 in per cent; 0 where nothing is right."""
    return 200 * right / (predicted + gold) if right else 0.0


def table(scores: Mapping[str, float]) -> str:
    """The scores, one a line."""
    return "\n".join(f"{name:36s} {score:5.1f}" for name, score in scores.items())


def _relations(reader: Reader, text: str) -> list[Roles]:
    reading, _ = reader.read(text)
    return [
        {
            "source": [list(span) for span in relation.source],
            "cue": [list(span) for span in relation.cue],
            "content": [list(span) for span in relation.content],
        }
        for relation in reading.relations
        if relation.score >= LEAST_CONFIDENCE
    ]


def _read_command(path: Path) -> list[dict[str, object]]:
    """The records that `whoseword read --format jsonl PATH` prints, run as a user would run it."""
    command = [sys.executable, "-c", _COMMAND, "read", "--format", "jsonl", str(path)]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")
    # Not splitlines(): a record may hold U+2028, which JSON leaves as it is.
    return [json.loads(line) for line in printed.split("\n") if line]


def _load_scorer(shared: Path, name: str) -> ModuleType:
    """A scorer, which is a script and in no package."""
    spec = importlib.util.spec_from_file_location(name, shared / "bench" / f"{name}.py")
    if spec is None or spec.loader is None:
        message = f"{shared / 'bench'} has no scorer {name}.py"
        raise ImportError(message)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer
