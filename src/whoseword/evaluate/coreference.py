"""Two ways to put the same mentions into clusters -> how well they agree, by the measures of coreference.

MUC counts links (Vilain et al., MUC-6, 1995), B³ looks at each mention (Bagga and Baldwin, LREC 1998), CEAF-e pairs
cluster with cluster (Luo, HLT/EMNLP 2005, with φ4), and CoNLL is the mean of the three F1 (Pradhan et al., CoNLL 2012).
Clusters of one mention count in B³ and CEAF-e; in MUC they have no link to be right or wrong.

>>> scores([[1, 2, 3]], [[1, 2], [3]]).muc.recall
0.5
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from whoseword.evaluate.assignment import heaviest
from whoseword.evaluate.scores import Count

# Mentions go by number.
Clusters = Sequence[Collection[int]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall, each a sum over what it is a mean of; 0 where that is empty."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class CoreferenceScores:
    """The three measures."""

    muc: Agreement
    b3: Agreement
    ceafe: Agreement

    @property
    def conll(self) -> float:
        """The mean of the three F1."""
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3


def scores(marked: Clusters, found: Clusters) -> CoreferenceScores:
    """What people marked and what was found, over the same mentions.

    Raises:
        ValueError: the mentions are not the same, or one stands in two clusters.
    """
    if _once_each(marked) != _once_each(found):
        raise ValueError("both sides must put the same mentions into clusters")
    return CoreferenceScores(muc(marked, found), b_cubed(marked, found), ceaf_e(marked, found))


def muc(marked: Clusters, found: Clusters) -> Agreement:
    """Vilain et al. 1995: of the links that hold each cluster together, the share that the other side keeps."""
    return Agreement(precision=_links_kept(found, marked), recall=_links_kept(marked, found))


def b_cubed(marked: Clusters, found: Clusters) -> Agreement:
    """Bagga and Baldwin 1998: for each mention, the share of its cluster that is with it on the other side as well."""
    return Agreement(precision=_company_kept(found, marked), recall=_company_kept(marked, found))


def ceaf_e(marked: Clusters, found: Clusters) -> Agreement:
    """Luo 2005, entity-based: clusters are paired one to one, so that their likeness is greatest.

    It is φ4, 2 |both| / (|a| + |b|). Precision is the sum over the number of
    clusters found, recall that over the number of clusters marked.
    """
    weights = {
        (m, f): 2 * shared / (len(marked[m]) + len(found[f])) for (m, f), shared in _shared(marked, found).items()
    }
    total = sum(weights[pair] for pair in heaviest(weights))
    return Agreement(total / len(found) if found else 0.0, total / len(marked) if marked else 0.0)


def pairwise(marked: Iterable[tuple[int, int]], found: Iterable[tuple[int, int]]) -> Count:
    """Pairs of mentions said to be the same, each given once, in the same order on both sides."""
    of_marked, of_found = set(marked), set(found)
    return Count(len(of_marked & of_found), len(of_found), len(of_marked))


def clusters_of(names: Mapping[int, object]) -> list[list[int]]:
    """Mention -> name of its cluster; the clusters in the order in which they come."""
    found = defaultdict[object, list[int]](list)
    for mention, name in names.items():
        found[name].append(mention)
    return list(found.values())


def _once_each(clusters: Clusters) -> frozenset[int]:
    held = [mention for cluster in clusters for mention in cluster]
    if len(held) != len(set(held)):
        raise ValueError("a mention stands in two clusters")
    return frozenset(held)


def _shared(one: Clusters, other: Clusters) -> Counter[tuple[int, int]]:
    """How many mentions each pair of clusters has in common, where any."""
    place = {mention: n for n, cluster in enumerate(other) for mention in cluster}
    return Counter((k, place[mention]) for k, cluster in enumerate(one) for mention in cluster)


def _links_kept(clusters: Clusters, other: Clusters) -> float:
    pieces = Counter(k for k, _ in _shared(clusters, other))
    kept = sum(len(cluster) - pieces[k] for k, cluster in enumerate(clusters))
    links = sum(len(cluster) - 1 for cluster in clusters)
    return kept / links if links else 0.0


def _company_kept(clusters: Clusters, other: Clusters) -> float:
    mentions = sum(map(len, clusters))
    kept = sum(Fraction(shared**2, len(clusters[k])) for (k, _), shared in _shared(clusters, other).items())
    return float(kept / mentions) if mentions else 0.0
