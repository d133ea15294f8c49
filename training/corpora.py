"""Corpora -> annotated texts in one shape; every layer that a corpus does not annotate is None.

>>> polnear(Path("../shared/corpora"), "dev")[0].attributions[0]["cue"]
[[107, 114]]
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Span = tuple[int, int]
Attribution = dict[str, list[list[int]]]

SILVER_KINDS = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place"}
# Verbs that take the one told as their object; the gap between such a cue and the content is the recipient.
TELLING = {"tell", "inform", "remind", "assure", "warn", "ask", "urge", "advise", "notify", "brief", "convince", "text"}


@dataclass
class Token:
    """One gold token: its place, UPOS (or None), head (index in the text's tokens, -1 for a root) and relation."""

    start: int
    end: int
    upos: str | None = None
    head: int | None = None
    deprel: str | None = None
    first: bool = False
    paragraph: int = 0


@dataclass
class Labelled:
    """A text and what a corpus says of it. `readings` holds one list of attributions for each annotator."""

    name: str
    text: str
    readings: list[list[Attribution]] | None = None
    recipients: list[Span] = field(default_factory=list)
    tokens: list[Token] | None = None
    names: list[tuple[int, int, str]] | None = None
    starts: list[int] | None = None
    silver: bool = False

    @property
    def attributions(self) -> list[Attribution]:
        return (self.readings or [[]])[0]


def read_ann(path: Path) -> list[Attribution]:
    """The attributions of a brat file; Discuss and Discard events are left out."""
    spans: dict[str, list[list[int]]] = {}
    events: list[list[list[str]]] = []
    for line in path.read_bytes().decode("utf-8").split("\n"):
        found = re.match(r"(T\d+)\t\S+ ([\d; ]+)\t", line)
        if found:
            spans[found[1]] = sorted([int(n) for n in part.split()] for part in found[2].split(";"))
        elif re.match(r"E\d+\t", line):
            events.append([part.split(":") for part in line.split("\t")[1].split()])
    relations: list[Attribution] = []
    for event in events:
        if not event[0][0].startswith("Attribution"):
            continue
        relation: Attribution = {"source": [], "cue": [], "content": []}
        for key, mark in event[1:]:
            role = re.sub(r"\d+$", "", key).lower()
            if role in relation:
                relation[role] += [part for part in spans.get(mark, []) if part not in relation[role]]
        if relation["cue"] or relation["content"]:
            relations.append(relation)
    return relations


def polnear(root: Path, split: str) -> list[Labelled]:
    """PolNeAR `split` ("train", "dev", "annotator-training"), every annotator's file kept as a reading of its own."""
    folder = root / "polnear" / split
    readings: dict[str, list[list[Attribution]]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        readings[re.sub(r"_[0-9a-f]{4}\.ann$", "", path.name)].append(read_ann(path))
    automatic = corenlp(root / "polnear" / f"{split}.corenlp.tsv.gz")
    texts = []
    for name, found in readings.items():
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        item = Labelled(name, text, readings=found, silver=True)
        if name in automatic:
            rows = automatic[name]
            item.starts = [row[0] for row in rows if row[6]]
            item.names = merge_silver(rows)
            item.recipients = recipients(rows, found)
        texts.append(item)
    return texts


Row = tuple[int, int, str, str, int, str, bool]  # begin, end, lemma, ner, head (row index or -1), relation, first


def corenlp(path: Path) -> dict[str, list[Row]]:
    """The automatic annotation that comes with PolNeAR, article by article."""
    if not path.exists():
        return {}
    articles: dict[str, list[Row]] = {}
    rows: list[Row] = []
    base = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#doc"):
                rows = articles.setdefault(line.split(None, 1)[1].strip(), [])
            elif line.startswith("#") or not line.strip():
                continue
            else:
                f = line.rstrip("\n").split("\t")
                first = f[0] == "1"
                base = len(rows) if first else base
                head = int(f[7]) if f[7].isdigit() else 0
                rows.append((int(f[2]), int(f[3]), f[4], f[6], base + head - 1 if head else -1, f[8], first))
    return articles


def merge_silver(rows: list[Row]) -> list[tuple[int, int, str]]:
    """Runs of one automatic name type within a sentence become one name."""
    names: list[tuple[int, int, str]] = []
    last = "O"
    for start, end, _, kind, _, _, first in rows:
        if kind in SILVER_KINDS:
            if kind == last and not first:
                names[-1] = (names[-1][0], end, names[-1][2])
            else:
                names.append((start, end, SILVER_KINDS[kind]))
        last = kind
    return names


def recipients(rows: list[Row], readings: list[list[Attribution]]) -> list[Span]:
    """Silver spans of the one told: the object (with all below it) of a telling verb that is a gold cue.

    PolNeAR leaves recipients outside every role; an object that touches a gold span is not used.
    """
    cues = {i for a in readings[0] for s, e in a["cue"] for i in range(s, e)}
    taken = {i for r in readings for a in r for role in a.values() for s, e in role for i in range(s, e)}
    below: dict[int, list[int]] = defaultdict(list)
    for k, row in enumerate(rows):
        below[row[4]].append(k)

    def subtree(k: int) -> Iterator[int]:
        yield k
        for child in below[k]:
            if rows[child][5] not in ("rcmod", "vmod", "ccomp", "punct", "tmod", "appos", "dep"):
                yield from subtree(child)

    spans: list[Span] = []
    for k, (start, _, _, _, head, relation, _) in enumerate(rows):
        if relation not in ("dobj", "iobj") or head < 0:
            continue
        if rows[head][2].lower() not in TELLING or rows[head][0] not in cues or start < rows[head][0]:
            continue
        part = sorted(subtree(k))
        span = (rows[part[0]][0], rows[part[-1]][1])
        if part[-1] - part[0] < 12 and span[0] > rows[head][0] and not taken & set(range(*span)):
            spans.append(span)
    return spans
