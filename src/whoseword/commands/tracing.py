"""Words, or a claim -> the claims in the store that say so, with who stands behind each.

In: a connection and what was typed. Out: rows, as `dossier/answers.py` makes them. Nothing is read but what is near, so
that it takes as long in a large store as in a small one.

    for row in trace(connection, lexicon, "the ferry to Orsel was stopped", limit=10):
        print(row["words"], row["low"], row["high"])
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from whoseword.across import Claim, OriginCount, Ref
from whoseword.commands.scope import Scope
from whoseword.dossier.answers import Answers
from whoseword.errors import StoreError
from whoseword.ledger.book import claims_of
from whoseword.lexicon import Lexicon
from whoseword.store.around import around, claim_units
from whoseword.store.asking import reports_of
from whoseword.store.judged import judged
from whoseword.store.tracing import traced

Row = dict[str, Any]
# Units looked at for each claim that is asked for: many units tell one claim.
UNITS_A_CLAIM = 6
# What has less than this share of the best one's score is about something else.
LEAST_OF_BEST = 0.5


def trace(connection: Connection, lexicon: Lexicon, words: str, *, limit: int, scope: Scope | None = None) -> list[Row]:
    """The claims that say most of `words`, at most `limit`, the best first; `score` is 0 to 1.

    Only units of reports that `scope` looks at count.

    Raises:
        UsageError: there is no word in what was typed.
    """
    found = traced(connection, words, lexicon, limit * UNITS_A_CLAIM)
    scores = {unit.ref: score for unit, score in found if isinstance(score, float)}
    best: list[tuple[float, Row]] = []
    for claim, row in _claims(connection, scores, scope or Scope()):
        score = max((scores.get(ref, 0.0) for ref in claim.members), default=0.0)
        if score:
            best.append((score, {"score": score, **row}))
    best.sort(key=lambda each: (-each[0], -each[1]["reports"], each[1]["claim"]))
    return [row for score, row in best[:limit] if score >= LEAST_OF_BEST * best[0][0]]


def origins(connection: Connection, claim: str, *, scope: Scope | None = None) -> Row:
    """One claim by its id, or by the beginning of it, as far as it stood in the reports that `scope` looks at.

    Raises:
        StoreError: no claim, or more than one, is called so.
    """
    units = claim_units(connection, claim)
    if len(units) != 1:
        which = "no claim" if not units else "more than one claim"
        raise StoreError(f"{which} has an id that begins with {claim!r}; whoseword trace and claims print the ids")
    rows = (row for made, row in _claims(connection, units, scope or Scope()) if units[0] in made.members)
    if (row := next(rows, None)) is None:
        raise StoreError(f"claim {claim} was first told after that day; leave out --as-of, or name a later day")
    return row


def _claims(connection: Connection, refs: Collection[Ref], scope: Scope) -> list[tuple[Claim, Row]]:
    known = around(connection, refs)
    shown = {unit.ref for unit in known.units if scope.has(unit.day)}
    known = replace(
        known,
        units=tuple(unit for unit in known.units if unit.ref in shown),
        matches=tuple(match for match in known.matches if match.a in shown and match.b in shown),
    )
    _, claims, counts = claims_of(known, judged(connection))
    wanted = [pair for pair in zip(claims, counts, strict=True) if not set(refs).isdisjoint(pair[0].members)]
    answers = _answers(connection, wanted, {unit.ref: unit for unit in known.units})
    return [(claim, answers.claim(claim, count)) for claim, count in wanted]


def _answers(connection: Connection, wanted: Collection[tuple[Claim, OriginCount]], units: Any) -> Answers:
    reports = reports_of(connection, {ref.report for claim, _ in wanted for ref in claim.members})
    return Answers({report.id: report for report in reports}, units)
