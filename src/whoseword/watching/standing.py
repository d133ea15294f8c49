"""Units that say what is watched -> the claims that they belong to, counted with the new reports and without them.

A phrase stands in many claims, and each is counted by itself. A claim that is watched is one claim, all that says it
together, and is counted as one.

    claims = around(connection, refs, news, lexicon).of_watch(wanted, refs)
    claims.origin(ref)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from whoseword.across import Claim, Identity, Origin, OriginCount, Ref
from whoseword.claims.origins import Evidence, count
from whoseword.ledger.book import Compared, claims_of
from whoseword.lexicon import Lexicon
from whoseword.model import hashed_id
from whoseword.store import around as stored
from whoseword.store.judged import judged
from whoseword.watching.news import News
from whoseword.watching.wanted import Wanted

Pairs = Mapping[Ref, tuple[Claim, OriginCount]]
NOTHING = Compared((), (), (), (), ())


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a watch: which a unit belongs to, how they count now, and how before the new reports."""

    of: Pairs
    before: Pairs
    who: Mapping[Ref, Identity]

    def origin(self, ref: Ref) -> Origin | None:
        """The origin on which a unit rests; None where it only speaks of the claim."""
        pair = self.of.get(ref)
        return next((origin for origin in pair[1].origins if ref in origin.members), None) if pair else None

    def now(self, ref: Ref) -> OriginCount | None:
        """How the claim of this unit counts with the new reports."""
        pair = self.of.get(ref)
        return pair[1] if pair else None

    def earlier(self, ref: Ref) -> tuple[OriginCount, ...]:
        """How the claim of this unit counted before, in all the claims that it comes from."""
        pair = self.of.get(ref)
        came = [self.before[each] for each in pair[0].members if each in self.before] if pair else []
        return tuple({claim.id: count for claim, count in came}.values())


@dataclass(frozen=True, slots=True)
class Around:
    """What was compared around some units, the claims made of it with new reports and without, and who is who."""

    known: Compared
    news: News
    of: Pairs
    before: Pairs
    who: Mapping[Ref, Identity]

    def of_watch(self, wanted: Wanted, saying: Collection[Ref]) -> Claims:
        """The claims of one watch; `saying` are the units that say it, which bring the others of their claims."""
        if wanted.is_phrase:
            return Claims(self.of, self.before, self.who)
        members = set(saying) | {ref for each in saying if each in self.of for ref in self.of[each][0].members}
        return Claims(self._one(members), self._one({ref for ref in members if not self.news.is_new(ref)}), self.who)

    def _one(self, members: Collection[Ref]) -> Pairs:
        told = {unit.ref: unit for unit in self.known.units if unit.ref in members}
        if not told:
            return {}
        made = Claim(hashed_id("watched", *sorted(map(str, told))), "", tuple(sorted(told)))
        evidence = Evidence(
            self.known.copies, self.who, {appearance.ref: appearance for appearance in self.known.appearances}
        )
        return dict.fromkeys(told, (made, count(made, told, evidence)))


def around(connection: Connection, refs: Iterable[Ref], news: News, lexicon: Lexicon) -> Around:
    """All that was compared around these units."""
    asked = set(refs)
    if not asked:
        return Around(NOTHING, news, {}, {}, {})
    known, said = stored.around(connection, asked, lexicon), judged(connection)
    who, claims, counts = claims_of(known, said)
    _, earlier, before = claims_of(_without(known, news), said)
    return Around(
        known,
        news,
        {ref: pair for pair in zip(claims, counts, strict=True) for ref in pair[0].members},
        {ref: pair for pair in zip(earlier, before, strict=True) for ref in pair[0].members},
        {ref: identity for identity in who for ref in identity.members},
    )


def _without(known: Compared, news: News) -> Compared:
    return replace(
        known,
        units=tuple(unit for unit in known.units if not news.is_new(unit.ref)),
        matches=tuple(each for each in known.matches if not (news.is_new(each.a) or news.is_new(each.b))),
        copies=tuple(copy for copy in known.copies if not {copy.a, copy.b} & news.versions.keys()),
    )
