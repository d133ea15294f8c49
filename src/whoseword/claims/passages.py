"""Reports -> the pairs that share passages: wire copies, rewrites, long quotations, furniture, versions of one report.

By passage, not by document: a wire text inside an outlet's own frame is often less than half of what it prints. Pairs
worth comparing come from `candidates.py`, the shared passages from `alignment.py` (the same words) and `rewording.py`
(other words), what kind they are from `kinds.py`. No reader is needed.

>>> find_copies([])
()
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from whoseword.claims.alignment import Aligned, align
from whoseword.claims.candidates import candidates, frequent, frequent_words, reworded_candidates
from whoseword.claims.copies import Copy, Passage
from whoseword.claims.differences import differences
from whoseword.claims.furniture import credits_agency, furniture
from whoseword.claims.kinds import Kind, kind_of, kind_of_reworded
from whoseword.claims.pairs import Pair, Side, mostly, publisher, weigh
from whoseword.claims.rewording import reworded
from whoseword.claims.sentences import Sentence, sentences
from whoseword.claims.shingles import Vocabulary, Words
from whoseword.claims.speech import covered, spoken
from whoseword.model import Report

# Ten words are the shortest passage worth showing; a decision needs more (`kinds.py`).
LEAST_WORDS = 10
# Sentences with fewer telling words are not counted ("That was all.").
TELLING = 5


def find_copies(reports: Sequence[Report]) -> tuple[Copy, ...]:
    """Every pair of `reports` that shares a passage of some length, in their order. A report given twice counts once.

    What one outlet puts into eight or more of its reports is its furniture and not looked for among them.
    """
    given = list({report.id: report for report in reports}.values())
    vocabulary = Vocabulary()
    texts = [vocabulary.words(report.text) for report in given]
    told = [sentences(report.text, words) for report, words in zip(given, texts, strict=True)]
    outlets = [publisher(report) for report in given]
    often = frequent(texts, outlets)
    sides: dict[int, Side] = {}
    found: list[Copy] = []
    for pair in sorted({*candidates(texts, outlets, often), *reworded_candidates(told)}):
        for place in pair:
            if place not in sides:
                sides[place] = side(given[place], texts[place], told[place], often.get(outlets[place] or "", ()))
        copy = compare(sides[pair[0]], sides[pair[1]])
        if copy is not None:
            found.append(copy)
    return tuple(found)


def side(report: Report, words: Words, told: Sequence[Sentence], often: Collection[int]) -> Side:
    """A report ready to be compared; `often` are the shingles that its outlet puts into many of its reports."""
    speech = np.array(covered(spoken(report.text), words.spans), dtype=bool)
    fittings = np.array(covered(furniture(report.text, report.parts), words.spans), dtype=bool)
    frequent_here = frequent_words(words, often)
    others = speech | fittings | frequent_here
    return Side(
        report=report,
        words=words,
        sentences=tuple(told),
        spoken=speech,
        furniture=fittings,
        often=frequent_here,
        credited=credits_agency(report.text),
        telling=sum(len(each.distinct) >= TELLING and not mostly(others, each.places) for each in told),
    )


def compare(a: Side, b: Side) -> Copy | None:
    """What two reports share; None where that is nothing of some length."""
    shared = tuple(aligned for aligned in align(a.words, b.words) if weigh(aligned, a.words) >= LEAST_WORDS)
    kind: Kind | None = kind_of(Pair(a, b, shared)) if shared else None
    if kind is None or kind[1] in {"copies:both-quote", "copies:furniture"}:
        # A rewrite keeps its quotations, so two reports that quote the same may be one text all the same.
        alike = Pair(a, b, reworded((a.words, a.sentences), (b.words, b.sentences)))
        if (other := kind_of_reworded(alike)) is not None:
            kind, shared = other, _together(shared, alike.shared)
    return None if kind is None else _made(Pair(a, b, shared), kind)


def _together(shared: Sequence[Aligned], alike: Sequence[Aligned]) -> tuple[Aligned, ...]:
    """Sentences in other words, and what is shared word for word outside of them."""
    rest = [s for s in shared if not any(s.a[0] < o.a[1] and o.a[0] < s.a[1] for o in alike)]
    rest = [s for s in rest if not any(s.b[0] < o.b[1] and o.b[0] < s.b[1] for o in alike)]
    return tuple(sorted([*alike, *rest], key=lambda aligned: aligned.a))


def _made(pair: Pair, kind: Kind) -> Copy:
    shorter = min(len(pair.a.words), len(pair.b.words))
    containment = min(1.0, sum(aligned.shared for aligned in pair.shared) / shorter)
    passages = tuple(
        Passage(pair.a.place(aligned.a), pair.b.place(aligned.b), differences(aligned, pair)) for aligned in pair.shared
    )
    return Copy(pair.a.report.id, pair.b.report.id, kind[0], round(containment, 3), passages, rule=kind[1])
