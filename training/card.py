"""The figures of the model card: `python -m training.card MODEL_FOLDER` measures the shipped weights, as they run.

Attribution on PolNeAR dev by quote kind and outlet; names on the test part of UNER-EWT and on held-out GUM news; parts
of speech and trees on EWT's test part, both with the treebank's own words.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from training import measure
from training.calibrate import matched
from training.corpora import Labelled, polnear
from training.treebanks import iob2, is_held_out, treebank
from whoseword.model import Relation
from whoseword.reports.reader import Reader
from whoseword.reports.words import paragraphs
from whoseword.statements.quotes import quotations, quote_kind

Tally = dict[str, list[int]]  # name -> [right, found, gold]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--least", type=float, default=0.0, help="leave out relations of lower confidence")
    given = parser.parse_args()
    reader = Reader(given.folder)
    root = given.shared / "corpora"
    score = measure.scorer(given.shared)
    dev = polnear(root, "dev")
    found = [[r for r in reader.read(item.text)[0].relations if r.score >= given.least] for item in dev]
    plain = [[{"source": r.source, "cue": r.cue, "content": r.content} for r in relations] for relations in found]
    for key, value in measure.polnear_scores(score, given.shared, dev, plain).items():
        print(f"PolNeAR dev {key:22s} {value:5.1f}")
    print(table("by quote kind", tally(score, dev, found, kind_of)))
    print(table("by outlet", tally(score, dev, found, lambda item, _: re.split(r"_20\d\d", item.name)[0])))
    gum = [p for p in sorted((root / "gum/dep").glob("GUM_news*")) if is_held_out(p.stem, share=3)]
    print(table("names, UNER-EWT test", names(reader, iob2(root / "ner/UNER_English-EWT/en_ewt-ud-test.iob2"))))
    print(table("names, GUM news", names(reader, [x for p in gum for x in treebank(p, names=True)])))
    print("EWT test, gold words: UPOS {:.1f} UAS {:.1f} LAS {:.1f}".format(*trees(reader, root)))


def kind_of(item: Labelled, relation: Any) -> str:
    found, _ = quotations(item.text, paragraphs(item.text))
    content = relation.content if isinstance(relation, Relation) else relation["content"]
    return quote_kind(item.text, [tuple(span) for span in content], found)


def tally(score: Any, dev: list[Labelled], found: list[list[Relation]], key: Callable[[Labelled, Any], str]) -> Tally:
    """Right, found and gold attributions by `key`; what is right counts under the prediction's key."""
    counts: Tally = defaultdict(lambda: [0, 0, 0])
    for item, relations in zip(dev, found, strict=True):
        whole = [r for r in relations if r.cue and r.content]
        hits = matched(score, item, whole)
        for k, relation in enumerate(whole):
            counts[key(item, relation)][1] += 1
            counts[key(item, relation)][0] += k in hits
        for gold in item.attributions:
            if gold["cue"] and gold["content"]:
                counts[key(item, gold)][2] += 1
    return counts


def names(reader: Reader, items: Iterable[Labelled]) -> Tally:
    """Names with exact borders and kind."""
    counts: Tally = defaultdict(lambda: [0, 0, 0])
    for item in items:
        tokens = [(t.start, t.end) for t in item.tokens or []]
        guessed = {(*n.span, n.kind) for n in reader.read(item.text, tokens=tokens)[0].names}
        gold = set(item.names or [])
        for kind in {n[2] for n in guessed | gold}:
            a, b = ({n for n in group if n[2] == kind} for group in (guessed, gold))
            for name in (kind, "all"):
                for k, value in enumerate((len(a & b), len(a), len(b))):
                    counts[name][k] += value
    return counts


def trees(reader: Reader, root: Path) -> tuple[float, float, float]:
    """UPOS accuracy, unlabelled and labelled attachment over all words, punctuation included."""
    upos = heads = labels = total = 0
    for item in treebank(root / "ud_ewt/en_ewt-ud-test.conllu.gz"):
        gold = item.tokens or []
        words = reader.read(item.text, tokens=[(t.start, t.end) for t in gold])[0].words
        for token, word in zip(gold, words, strict=True):
            total += 1
            upos += token.upos == word.upos
            heads += token.head == word.head
            labels += token.head == word.head and token.deprel == word.deprel
    return 100 * upos / total, 100 * heads / total, 100 * labels / total


def table(title: str, counts: Tally) -> str:
    lines = [title]
    for name, (right, found, gold) in sorted(counts.items()):
        f1 = 200 * right / (found + gold) if found + gold else 0.0
        precision, recall = 100 * right / max(found, 1), 100 * right / max(gold, 1)
        lines.append(
            f"  {name:16s} P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}  found {found:5d}  gold {gold:5d}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
