"""A version that was added -> the copied passages between it and the reports in the store.

Each report keeps the hashes of its passages (`claims/candidates.py`) as keys; who shares some with the new one is
compared with it, by the same rules as `whoseword copies`. What an outlet puts into eight of its reports is its
furniture: the count is that of the stored hashes, and with the eighth the other seven are compared anew.

    find(connection, key, record.report)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection, delete, insert, or_, select

from whoseword.claims.candidates import (
    FURNITURE_REPORTS,
    HUBS,
    LEAST_PAIRS,
    LEAST_SHARED,
    LONGEST_LIST,
    LONGEST_PAIR_LIST,
    frequent,
    neighbour_hashes,
    passage_hashes,
)
from whoseword.claims.pairs import publisher
from whoseword.claims.passages import compare, side
from whoseword.claims.sentences import Sentence, sentences
from whoseword.claims.shingles import Hashes, Vocabulary, Words
from whoseword.model import Report
from whoseword.store.nearby import near
from whoseword.store.numbering import next_row
from whoseword.store.rebuilding import report_of
from whoseword.store.shape import dumped
from whoseword.store.tables import reports
from whoseword.store.unpacking import portions
from whoseword.store.view_tables import copies, passage_keys, passages

# So many reports are compared with a new one, those that share most first. A text in more reports is found through
# those that are.
MOST_COMPARED = 60
# So many reports of an outlet are looked at for its furniture.
MOST_OF_OUTLET = 2 * FURNITURE_REPORTS


@dataclass(frozen=True, slots=True)
class _Text:
    """A report with what it is compared by."""

    report: Report
    words: Words
    told: tuple[Sentence, ...]
    outlet: str | None

    def shingled(self) -> list[int]:
        """The keys of its passages."""
        return _signed(passage_hashes(self.words))

    def neighbours(self) -> list[int]:
        """The keys of its telling words that stand together."""
        return _signed(neighbour_hashes(self.told, {}))


def find(connection: Connection, key: str, report: Report) -> None:
    """Stores the keys of a report and the copies between it and those that are there."""
    text = _text(report, Vocabulary())
    row = next_row(connection, passages)
    item = {"row": row, "report": key, "position": 0, "part": "", "publisher": text.outlet}
    connection.execute(insert(passages).values(item))
    keys = sorted({*text.shingled(), *text.neighbours()})
    if keys:
        connection.execute(insert(passage_keys), [{"key": each, "item": row} for each in keys])
    for other in _compare(connection, row, text):
        rows = passages.join(reports, reports.c.key == passages.c.report)
        found = connection.execute(select(reports).select_from(rows).where(passages.c.row == other)).one()
        connection.execute(delete(copies).where(or_(copies.c.a == other, copies.c.b == other)))
        _compare(connection, other, _text(report_of(found), Vocabulary()))


def _compare(connection: Connection, row: int, text: _Text) -> list[int]:
    """Stores the copies of one report; gives the rows of those that have the same furniture since this one came."""
    holders = near(connection, passage_keys, text.shingled(), LONGEST_LIST)
    neighbours = near(connection, passage_keys, text.neighbours(), LONGEST_PAIR_LIST + 1)
    outlets = _outlets(connection, {row for rows in (*holders.values(), *neighbours.values()) for row in rows})
    often = _often(holders, outlets)
    found = _candidates(holders, neighbours, outlets, row, often.get(text.outlet or "", set()))
    vocabulary = Vocabulary()
    others = _texts(connection, found, vocabulary)
    compared = {text.outlet or "", *(there.outlet or "" for there in others.values())} if others else set()
    fittings = {
        outlet: _furniture(connection, outlet, holders, outlets, often[outlet])
        for outlet in sorted(compared & often.keys())
    }
    own = side(text.report, text.words, text.told, fittings.get(text.outlet or "", ()))
    kept = []
    for other, there in others.items():
        pair = (own, side(there.report, there.words, there.told, fittings.get(there.outlet or "", ())))
        first, second = ((0, row), (1, other)) if text.report.id <= there.report.id else ((1, other), (0, row))
        copy = compare(pair[first[0]], pair[second[0]])
        if copy is not None:
            made = {"a": first[1], "b": second[1], "grade": copy.kind, "score": copy.containment}
            kept.append({**made, "exact": dumped(copy)})
    if kept:
        connection.execute(insert(copies), kept)
    return _now_furnished(holders, outlets, row, often.get(text.outlet or "", set()))


def _candidates(
    holders: Mapping[int, Sequence[int]],
    neighbours: Mapping[int, Sequence[int]],
    outlets: Mapping[int, str | None],
    row: int,
    often: Collection[int],
) -> list[int]:
    """The rows worth comparing, by the rules of `claims/candidates.py`."""
    shared: Counter[int] = Counter()
    for key, rows in holders.items():
        chosen = rows if len(rows) < LONGEST_LIST else [each for each in rows if each != row][:HUBS]
        shared.update(each for each in chosen if key not in often or outlets[each] != outlets[row])
    near_by: Counter[int] = Counter()
    for rows in neighbours.values():
        near_by.update(rows if len(rows) <= LONGEST_PAIR_LIST else ())
    found = {each: -count for each, count in shared.items() if count >= LEAST_SHARED}
    found |= {each: -shared[each] for each, count in near_by.items() if count >= LEAST_PAIRS}
    return sorted(found.keys() - {row}, key=lambda each: (found[each], -near_by[each], -each))[:MOST_COMPARED]


def _often(holders: Mapping[int, Sequence[int]], outlets: Mapping[int, str | None]) -> dict[str, set[int]]:
    """By outlet, the keys that many of its reports have."""
    found: dict[str, set[int]] = {}
    for key, rows in holders.items():
        for outlet, count in Counter(outlets[each] for each in rows).items():
            if outlet is not None and count >= FURNITURE_REPORTS:
                found.setdefault(outlet, set()).add(key)
    return found


def _now_furnished(
    holders: Mapping[int, Sequence[int]], outlets: Mapping[int, str | None], row: int, often: Collection[int]
) -> list[int]:
    """The others of the outlet that share a key which has just come into as many reports as furniture needs."""
    alike = [[each for each in holders[key] if outlets[each] == outlets[row]] for key in often]
    crossed = [rows for rows in alike if len(rows) == FURNITURE_REPORTS and max(rows) == row]
    return sorted({each for rows in crossed for each in rows} - {row})


def _furniture(
    connection: Connection,
    outlet: str,
    holders: Mapping[int, Sequence[int]],
    outlets: Mapping[int, str | None],
    often: Iterable[int],
) -> set[int]:
    """All shingles of an outlet's furniture, of which a part is stored, from some of the reports that have it."""
    rows = sorted({each for key in often for each in holders[key] if outlets[each] == outlet}, reverse=True)
    texts = _texts(connection, rows[:MOST_OF_OUTLET], Vocabulary())
    return frequent([each.words for each in texts.values()], [outlet] * len(texts)).get(outlet, set())


def _outlets(connection: Connection, rows: Collection[int]) -> dict[int, str | None]:
    chosen = select(passages.c.row, passages.c.publisher)
    found = (connection.execute(chosen.where(passages.c.row.in_(some))) for some in portions(rows))
    return {row.row: row.publisher for listed in found for row in listed}


def _texts(connection: Connection, rows: Collection[int], vocabulary: Vocabulary) -> dict[int, _Text]:
    chosen = select(passages.c.row, reports).join(reports, reports.c.key == passages.c.report)
    found = connection.execute(chosen.where(passages.c.row.in_(rows)).order_by(passages.c.row))
    return {row.row: _text(report_of(row), vocabulary) for row in found}


def _text(report: Report, vocabulary: Vocabulary) -> _Text:
    words = vocabulary.words(report.text)
    return _Text(report, words, sentences(report.text, words), publisher(report))


def _signed(hashes: Hashes) -> list[int]:
    """As both databases take them: numbers of 64 bits with a sign."""
    found: list[int] = np.unique(hashes).view(np.int64).tolist()
    return found
