"""A folder of ECB+ -> what `whoseword evaluate ecb` prints: in each scope, each way to find the same, side by side.

>>> read_mentions(Path("ecbplus"), "val", load_reader(), load_lexicon())[0].deed.lemma
'rope'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from whoseword.evaluate.coreference import Agreement
from whoseword.evaluate.ecb import read_ecb
from whoseword.evaluate.ecb_matching import METHODS, Mention, Outcome, Scope, measure, mentions_of
from whoseword.lexicon import Lexicon
from whoseword.pipeline import ReadsText, read_report

Measured = dict[tuple[Scope, str], Outcome]
_JOINED = {
    "subtopic": "inside the reports of one happening",
    "topic": "inside the reports of two happenings of one kind",
    "corpus": "among all reports",
}


def read_mentions(folder: Path, part: str, reader: ReadsText, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The marked mentions of a part, each document read once. Raises what `read_ecb` raises."""
    documents = read_ecb(folder, part)
    records = (read_report(document.report, reader, lexicon) for document in documents)
    found = zip(documents, records, strict=True)
    return tuple(mention for document, record in found for mention in mentions_of(document, record, lexicon))


def measured(mentions: Sequence[Mention]) -> Measured:
    """Every method in every scope."""
    scopes: tuple[Scope, ...] = get_args(Scope)
    return {(scope, method.name): measure(mentions, scope, method) for scope in scopes for method in METHODS}


def row_of(part: str, name: tuple[str, str], outcome: Outcome) -> dict[str, object]:
    """For programs: from 0 to 1, not rounded."""
    found = outcome.clusters
    full = {"muc": found.muc, "b3": found.b3, "ceafe": found.ceafe}
    return {
        "part": part,
        "scope": name[0],
        "method": name[1],
        **{measure: _full(agreement) for measure, agreement in full.items()},
        "conll": found.conll,
        "pairs": {"precision": outcome.pairs.precision, "recall": outcome.pairs.recall, "f1": outcome.pairs.f1},
    }


def lines(outcomes: Measured, mentions: Sequence[Mention]) -> Iterator[str]:
    """For people, in per cent; F1 where no letter says otherwise."""
    documents = len({mention.document.name for mention in mentions})
    clusters = len({mention.cluster for mention in mentions})
    yield f"{len(mentions)} mentions in {clusters} clusters, {documents} documents with mentions"
    yield "clusters of one mention count as others do"
    for scope in get_args(Scope):
        rows = {name: outcome for (where, name), outcome in outcomes.items() if where == scope}
        yield ""
        yield f"{scope + ', ' + _JOINED[scope]:52} pairs across documents"
        yield f"{'':18} {'MUC':>6} {'B³':>6} {'CEAF-e':>7} {'CoNLL':>6}     {'P':>6} {'R':>6} {'F1':>6}"
        yield from (_line(name, outcome) for name, outcome in rows.items())
        first, *others = rows.items()
        for name, outcome in others:
            conll = 100 * (outcome.clusters.conll - first[1].clusters.conll)
            pairs = 100 * (outcome.pairs.f1 - first[1].pairs.f1)
            yield f"{name} against {first[0]}: {conll:+.1f} CoNLL, {pairs:+.1f} F1 of pairs"


def _line(name: str, outcome: Outcome) -> str:
    found, pairs = outcome.clusters, outcome.pairs
    four = (found.muc.f1, found.b3.f1, found.ceafe.f1, found.conll)
    muc, b3, ceafe, conll, *three = (f"{100 * score:.1f}" for score in (*four, pairs.precision, pairs.recall, pairs.f1))
    return f"{name:18} {muc:>6} {b3:>6} {ceafe:>7} {conll:>6}     {three[0]:>6} {three[1]:>6} {three[2]:>6}"


def _full(agreement: Agreement) -> dict[str, float]:
    return {"precision": agreement.precision, "recall": agreement.recall, "f1": agreement.f1}
