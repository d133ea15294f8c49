"""Mentions of events that people marked -> clusters across reports, by our own matching and by the lemma; their scores.

All ways put exactly the same mentions into clusters, inside the same scopes. The lemma of the head word is the baseline
of the literature on ECB+ (Cybulska and Vossen 2014; Barhom et al. 2019).

>>> [method.name for method in METHODS]
['same lemma', 'deeds', 'deeds and reports']
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np

from whoseword.across import Deed, Told
from whoseword.claims.deeds import deed
from whoseword.claims.features import predicate
from whoseword.claims.kinship import kinship
from whoseword.claims.onedeed import match_deeds
from whoseword.claims.sketches import Sketch, sketch
from whoseword.claims.telling import Telling
from whoseword.claims.told import sentence_at
from whoseword.evaluate.clustering import average_link, same_name
from whoseword.evaluate.coreference import CoreferenceScores, clusters_of, pairwise, scores
from whoseword.evaluate.ecb import MarkedDocument
from whoseword.evaluate.scores import Count
from whoseword.lexicon import Lexicon
from whoseword.model import Record, Span
from whoseword.statements.trees import Tree

# Inside what mentions may be joined: the reports of one happening, those of two happenings of one kind, or all.
Scope = Literal["subtopic", "topic", "corpus"]
# From this likelihood on two mentions are linked. How alike two clusters are is by so much the share of linked pairs,
# the rest the mean likelihood; down to the last value they are joined. The best CoNLL F1 on the training topics, where
# 0.2 to 0.5, 0 to 1 and 0.1 to 0.5 were tried: a few clear links hold more than many faint ones.
LINKED, BY_LINKS, LEAST = 0.35, 0.7, 0.15
# What the kinship of two reports adds to the log odds that two of their deeds are one, and from where on it speaks for
# it. Set on the training topics: of true pairs across reports three quarters lie above, of other happenings' below.
KINSHIP, KIN = 4.0, 0.3
_HEADS = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A marked mention as it was read: the deed at its head word, the sentence around it, and its marked cluster."""

    document: MarkedDocument
    sketch: Sketch
    deed: Deed
    sentence: Told
    cluster: str

    def place(self, scope: Scope) -> str:
        """The part of the corpus that it may find its like in."""
        return {"subtopic": self.document.subtopic, "topic": self.document.topic, "corpus": ""}[scope]


@dataclass(frozen=True, slots=True)
class Method:
    """A way to put the mentions of one part into clusters: for each mention, the number of the first in its cluster."""

    name: str
    names: Callable[[Sequence[Mention]], list[int]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How well clusters agree with people's, and pairs of mentions of different documents with theirs."""

    clusters: CoreferenceScores
    pairs: Count


def mentions_of(document: MarkedDocument, record: Record, lexicon: Lexicon) -> Iterator[Mention]:
    """The mentions of one document, which has been read as any report is."""
    telling, drawn = Telling(record, lexicon), sketch(record, lexicon)
    for marked in document.mentions:
        head = head_of(telling.tree, marked.spans)
        yield Mention(document, drawn, deed(telling, head), sentence_at(telling, head), marked.cluster)


def head_of(tree: Tree, spans: Sequence[Span]) -> int:
    """The head word of a mention: the first verb, noun or adjective of it that hangs on no other word of it.

    Raises:
        ValueError: no word that was read touches the mention.
    """
    held = [k for k, word in enumerate(tree.words) if any(word.span[0] < e and s < word.span[1] for s, e in spans)]
    if not held:
        raise ValueError(f"no word was read at {spans}")
    tops = [k for k in held if tree.words[k].head not in held]
    telling = [k for k in tops if tree.words[k].upos in _HEADS]
    return (telling or tops or held)[0]


def by_lemma(mentions: Sequence[Mention]) -> list[int]:
    """The baseline: a cluster for each lemma of a head word."""
    return same_name([mention.deed.lemma for mention in mentions])


def by_deed(mentions: Sequence[Mention]) -> list[int]:
    """By how likely two deeds are one (`claims/match.py`), with average linkage."""
    return _linked(mentions, _no_odds)


def by_deed_and_report(mentions: Sequence[Mention]) -> list[int]:
    """The same, where reports that are near to one another (`claims/kinship.py`) tell of one deed more likely."""
    known: dict[tuple[str, str], float] = {}

    def odds(a: Mention, b: Mention) -> float:
        pair = (a.document.name, b.document.name)
        if pair[0] == pair[1]:
            return 0.0
        if pair not in known:
            known[pair] = KINSHIP * (kinship(a.sketch, b.sketch).score - KIN)
        return known[pair]

    return _linked(mentions, odds)


METHODS = (Method("same lemma", by_lemma), Method("deeds", by_deed), Method("deeds and reports", by_deed_and_report))


def measure(mentions: Sequence[Mention], scope: Scope, method: Method) -> Outcome:
    """The scores of a method that joins mentions inside each part of `scope`.

    What people marked stays whole: a cluster of theirs that reaches beyond its part can be found in pieces only.
    """
    parts = defaultdict[str, list[int]](list)
    for number, mention in enumerate(mentions):
        parts[mention.place(scope)].append(number)
    found: dict[int, tuple[str, int]] = {}
    for part, numbers in parts.items():
        names = method.names([mentions[number] for number in numbers])
        found.update({number: (part, name) for number, name in zip(numbers, names, strict=True)})
    marked = {number: mention.cluster for number, mention in enumerate(mentions)}
    return Outcome(
        scores(clusters_of(marked), clusters_of(found)),
        pairwise(_pairs(mentions, marked), _pairs(mentions, found)),
    )


def _no_odds(_a: Mention, _b: Mention) -> float:
    return 0.0


def _linked(mentions: Sequence[Mention], odds: Callable[[Mention, Mention], float]) -> list[int]:
    likeness = np.zeros((len(mentions), len(mentions)))
    for a, b in combinations(range(len(mentions)), 2):
        likeness[a, b] = likeness[b, a] = _likeness(mentions[a], mentions[b], odds)
    return average_link(likeness, LEAST)


def _likeness(a: Mention, b: Mention, odds: Callable[[Mention, Mention], float]) -> float:
    """0..1; of deeds whose predicates have nothing in common 0, which is what matching makes of nearly all of them."""
    if predicate(a.deed, b.deed).score <= 0:
        return 0.0
    score = min(max(match_deeds(a.deed, b.deed, a.sentence, b.sentence)[0], 1e-6), 1 - 1e-6)
    likely = 1 / (1 + math.exp(-odds(a, b)) * (1 - score) / score)
    return BY_LINKS * (likely >= LINKED) + (1 - BY_LINKS) * likely


def _pairs(mentions: Sequence[Mention], names: Mapping[int, object]) -> Iterable[tuple[int, int]]:
    """The pairs of different documents that stand in one cluster."""
    for cluster in clusters_of(names):
        for a, b in combinations(sorted(cluster), 2):
            if mentions[a].document != mentions[b].document:
                yield a, b
