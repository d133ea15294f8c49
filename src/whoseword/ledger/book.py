"""Records of many reports -> the book of them: all that is matched, counted and followed across these reports.

In: records, and the comparisons between them where a store has made these already. Out: a `Book`. One pass, top to
bottom: units of telling -> claims -> origins of each; identities; what is owed; series of figures; changes; timeline.

>>> from whoseword.lexicon import load_lexicon
>>> open_book((), load_lexicon()).claims
()
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TypeVar

from whoseword.across import (
    Appearance,
    Changed,
    Claim,
    Happened,
    Identity,
    Judged,
    Likeness,
    Match,
    OriginCount,
    Owed,
    Ref,
    Series,
    Told,
)
from whoseword.claims.copies import Copy
from whoseword.claims.grouping import claims
from whoseword.claims.keys import keys
from whoseword.claims.match import match
from whoseword.claims.origins import Evidence, count
from whoseword.claims.passages import find_copies
from whoseword.claims.told import units
from whoseword.ledger.changes import changes
from whoseword.ledger.owed import owed
from whoseword.ledger.series import series
from whoseword.ledger.timeline import timeline
from whoseword.lexicon import Lexicon
from whoseword.model import Record
from whoseword.sources.identity import appearances, identities, likeness
from whoseword.sources.identity import keys as entity_keys

Thing = TypeVar("Thing")
# What so many share tells nothing of any two of them.
LONGEST_LIST = 400


@dataclass(frozen=True, slots=True)
class Compared:
    """All that was compared between some reports: what a store keeps, so that it need not be done again."""

    units: tuple[Told, ...]
    matches: tuple[Match, ...]
    appearances: tuple[Appearance, ...]
    likenesses: tuple[Likeness, ...]
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All views of a set of reports, in a fixed order. `counts` are the origins of `claims`, in their order."""

    records: tuple[Record, ...]
    compared: Compared
    identities: tuple[Identity, ...]
    claims: tuple[Claim, ...]
    counts: tuple[OriginCount, ...]
    owed: tuple[Owed, ...]
    series: tuple[Series, ...]
    changes: tuple[Changed, ...]
    timeline: tuple[Happened, ...]


def open_book(
    records: Sequence[Record],
    lexicon: Lexicon,
    *,
    judged: Judged | None = None,
    compared: Compared | None = None,
    as_of: str | None = None,
) -> Book:
    """The views of `records`, each report once. `as_of`: the ISO day on which what is overdue is looked at."""
    said = judged or Judged()
    given = _in_order(records)
    known = without_hidden(compared or compare(given, lexicon), said)
    who, claimed, counts = claims_of(known, said)
    promised, figures = owed(given, who, as_of=as_of, lexicon=lexicon), series(given, who, lexicon=lexicon)
    return Book(
        records=given,
        compared=known,
        identities=who,
        claims=claimed,
        counts=counts,
        owed=promised,
        series=figures,
        changes=changes(given, known.units, known.matches, promised, figures),
        timeline=timeline(given, known.units, known.matches),
    )


def claims_of(
    known: Compared, judged: Judged
) -> tuple[tuple[Identity, ...], tuple[Claim, ...], tuple[OriginCount, ...]]:
    """Who is who, what is claimed, and on how many words: all that needs no record."""
    who = identities(known.appearances, known.likenesses, judged)
    claimed = claims(known.units, known.matches, judged)
    evidence = Evidence(
        known.copies,
        {ref: identity for identity in who for ref in identity.members},
        {appearance.ref: appearance for appearance in known.appearances},
    )
    told = {unit.ref: unit for unit in known.units}
    return who, claimed, tuple(count(claim, told, evidence) for claim in claimed)


def compare(records: Sequence[Record], lexicon: Lexicon) -> Compared:
    """Compares what shares a key, and nothing else."""
    told = tuple(unit for record in records for unit in units(record, lexicon))
    seen = tuple(appearance for record in records for appearance in appearances(record))
    matches = (match(a, b, lexicon) for a, b in pairs(told, keys))
    likenesses = (likeness(a, b) for a, b in pairs(seen, entity_keys))
    return Compared(
        units=told,
        matches=tuple(each for each in matches if each.grade != "none"),
        appearances=seen,
        likenesses=tuple(each for each in likenesses if each.grade != "unknown"),
        copies=find_copies([record.report for record in records]),
    )


def pairs(
    things: Sequence[Thing], keys_of: Callable[[Thing], Iterable[Hashable]], longest: int = LONGEST_LIST
) -> list[tuple[Thing, Thing]]:
    """Pairs of things that share a key which no more than `longest` have; in the order of `things`."""
    having: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, thing in enumerate(things):
        for key in dict.fromkeys(keys_of(thing)):
            having[key].append(place)
    together = {pair for places in having.values() if len(places) <= longest for pair in combinations(places, 2)}
    return [(things[a], things[b]) for a, b in sorted(together)]


def _in_order(records: Sequence[Record]) -> tuple[Record, ...]:
    """Each report once, by day and then by id; those without a date last."""
    once = {record.report.id: record for record in records}
    days = {id_: record.report.published.value for id_, record in once.items()}
    return tuple(sorted(once.values(), key=lambda r: (days[r.report.id] is None, days[r.report.id] or "", r.report.id)))


def without_hidden(compared: Compared, judged: Judged) -> Compared:
    """The same without what people have hidden, and without anything of a hidden report."""
    if not judged.hidden:
        return compared

    def shown(*refs: Ref) -> bool:
        return not any(ref in judged.hidden or Ref(ref.report, "") in judged.hidden for ref in refs)

    return replace(
        compared,
        units=tuple(unit for unit in compared.units if shown(unit.ref)),
        matches=tuple(each for each in compared.matches if shown(each.a, each.b)),
        appearances=tuple(each for each in compared.appearances if shown(each.ref)),
        likenesses=tuple(each for each in compared.likenesses if shown(each.a, each.b)),
    )
