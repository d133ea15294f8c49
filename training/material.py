"""The training texts by corpus, and how much of each is seen in an epoch.

>>> sorted(corpora(Path("../shared/corpora"), ["polnear", "ewt"]))
['ewt', 'polnear']
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path

from training.corpora import Labelled, polnear
from training.treebanks import ieer, iob2, is_held_out, treebank

# Share of each corpus seen in an epoch: trees and names are learnt from less than roles are.
SHARES = {"polnear": 1.0, "ewt": 0.35, "gum": 0.3, "names": 0.7, "news": 1.0}
# Unlabelled reports for a student; the attributions of a report stand early and often.
NEWS_REPORTS, NEWS_CHARACTERS, NEWS_SEED = 300, 5000, 5


def corpora(root: Path, wanted: Sequence[str], *, limit: int | None = None) -> dict[str, list[Labelled]]:
    """The training texts of the corpora that are wanted, each in a fixed order; at most `limit` of each part."""
    sources: dict[str, Callable[[], list[Labelled]]] = {
        "polnear": lambda: polnear(root, "train")[:limit] + polnear(root, "annotator-training"),
        "ewt": lambda: treebank(root / "ud_ewt/en_ewt-ud-train.conllu.gz")[:limit],
        "gum": lambda: gum(root, held_out=False)[:limit],
        "names": lambda: named(root)[:limit] + ieer(root / "ner/ieer/ieer")[:limit],
        "news": lambda: news(root)[:limit],
    }
    return {name: make() for name, make in sources.items() if name in wanted}


def held_out(root: Path) -> dict[str, list[Labelled]]:
    """What trees, words and names are measured on after each epoch."""
    return {"gum_news": gum(root, held_out=True), "ewt_dev": treebank(root / "ud_ewt/en_ewt-ud-dev.conllu.gz")}


def gum(root: Path, *, held_out: bool) -> list[Labelled]:
    """GUM without, or nothing but, the third of its news that is kept apart."""
    found: list[Labelled] = []
    for path in sorted((root / "gum" / "dep").glob("*.conllu")):
        if ("news" in path.stem and is_held_out(path.stem, share=3)) == held_out:
            found += treebank(path, names=True)
    return found


def named(root: Path) -> list[Labelled]:
    """Gold names of the Universal NER corpora; UNER-EWT test is not among them."""
    return iob2(root / "ner/UNER_English-EWT/en_ewt-ud-dev.iob2") + iob2(
        root / "ner/UNER_English-PUD/en_pud-ud-test.iob2"
    )


def news(root: Path) -> list[Labelled]:
    """Unlabelled reports, which only a teacher can say something about."""
    rows: list[str] = []
    with gzip.open(root / "news" / "sample_3000.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows += lines
    for path in sorted((root / "news" / "stories").glob("*.jsonl")):
        rows += path.read_text("utf-8").splitlines()
    chosen = random.Random(NEWS_SEED).sample([row for row in rows if row.strip()], NEWS_REPORTS)
    texts = [json.loads(row)["text"][:NEWS_CHARACTERS] for row in chosen]
    return [Labelled(f"news-{k}", text) for k, text in enumerate(texts)]
