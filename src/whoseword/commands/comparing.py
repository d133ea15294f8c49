"""Two reports -> what both tell, side by side, in the order of the first; what one tells alone stands in its place.

In: a connection and two ids. Out: rows. Each unit of telling stands in one row: with the one that it matches best, or
alone. `grade` is "same" where both claim the same, "matter" where it is the same matter and not the same claim.

    for row in side_by_side(connection, lexicon, "3f2a90aa17c2", "77b0e4c1f2d9"):
        print(row["grade"], row["a"], row["b"])
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from whoseword.across import Match, Ref, Told
from whoseword.dossier.answers import Answers
from whoseword.lexicon import Lexicon
from whoseword.store import asking

Row = dict[str, Any]


def side_by_side(connection: Connection, lexicon: Lexicon, a: str, b: str) -> list[Row]:
    """What the reports with the ids `a` and `b` tell."""
    known = asking.compared(connection, [a, b], lexicon)
    reports = {report.id: report for report in asking.reports_of(connection, [a, b])}
    units = {unit.ref: unit for unit in known.units}
    answers = Answers(reports, units)
    both = _paired(known.matches)
    rows = [_both(answers, match, a) for match in both.values()]
    taken = {ref for match in both.values() for ref in (match.a, match.b)}
    rows += [_alone(answers, unit, a) for unit in known.units if unit.ref not in taken]
    return _in_order(rows)


def _paired(matches: Sequence[Match]) -> dict[Ref, Match]:
    """The best match of each unit, each unit once: what claims the same before what is on the same matter."""
    found: dict[Ref, Match] = {}
    taken: set[Ref] = set()
    for match in sorted(matches, key=lambda match: (match.grade != "same", -match.score, match.a, match.b)):
        if match.a.report != match.b.report and taken.isdisjoint((match.a, match.b)):
            found[match.a] = match
            taken |= {match.a, match.b}
    return found


def _both(answers: Answers, match: Match, first: str) -> Row:
    turned = match.a.report != first
    sides = (match.b, match.a) if turned else (match.a, match.b)
    differences = [
        {
            "kind": each.kind,
            "a": each.after if turned else each.before,
            "b": each.before if turned else each.after,
            "spans": list(reversed(each.spans)) if turned else list(each.spans),
        }
        for each in match.differences
    ]
    told = {"grade": match.grade, "score": match.score, "differences": differences}
    return {**told, "a": answers.unit(sides[0]), "b": answers.unit(sides[1])}


def _alone(answers: Answers, unit: Told, first: str) -> Row:
    side = "a" if unit.ref.report == first else "b"
    row: Row = {"grade": "alone", "score": None, "differences": [], "a": None, "b": None}
    return {**row, side: answers.unit(unit.ref)}


def _in_order(rows: list[Row]) -> list[Row]:
    """By the place in the first report; what the second tells alone comes behind what stands before it there."""
    placed = [row for row in rows if row["a"]]
    placed.sort(key=lambda row: (_start(row["a"]), row["a"]["part"]))
    alone = sorted((row for row in rows if not row["a"]), key=lambda row: (_start(row["b"]), row["b"]["part"]))
    for row in alone:
        before = [at for at, each in enumerate(placed) if each["b"] and _start(each["b"]) <= _start(row["b"])]
        nearest = max(before, key=lambda at: _start(placed[at]["b"]), default=-1)
        placed.insert(nearest + 1, row)
    return placed


def _start(place: Row) -> int:
    return place["spans"][0][0] if place["spans"] else 0
