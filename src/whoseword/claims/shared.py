"""The units of a claim -> those that share an origin, each group with the reason.

In: the units in order of telling, and the `Evidence` about them. Out: `Groups`, of places in the units. Joined are
chains that end in the same source, passages that were copied, quotations relayed through the same outlet, an outlet's
word with what came through it, and an author's sentence with the source that the same report gives for it.

>>> Groups((), Evidence()).found()
[]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from whoseword.across import Appearance, EchoKind, End, Identity, Party, Ref, Told
from whoseword.claims.copies import Copy
from whoseword.claims.ends import folded_name
from whoseword.model import Span
from whoseword.reports.folding import words as folded_words

# Only of these is one report the text of another.
_ONE_TEXT = frozenset({"wire", "rewrite", "same-outlet"})
# So much of a unit lies in a passage if it belongs to it.
INSIDE = 0.5
# Quotations of so many words that are the same were said once.
QUOTED_WORDS = 6


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known around the units: copied passages, who is who, and how unnamed sources appear in their reports."""

    copies: Sequence[Copy] = ()
    identities: Mapping[Ref, Identity] = field(default_factory=dict)
    appearances: Mapping[Ref, Appearance] = field(default_factory=dict)

    def key(self, party: Party) -> str:
        """The same for the same one. For the unnamed, and where no identity was found, of one report alone."""
        identity = self.identities.get(party.ref)
        if party.named and identity is not None and identity.named:
            return f"known:{identity.id}"
        if party.named and party.kind == "outlet":
            return f"outlet:{folded_name(party.called)}"
        return f"in:{party.ref}"

    def called(self, party: Party) -> str:
        """What it is called: across reports, where it is known there."""
        identity = self.identities.get(party.ref)
        return identity.name if party.named and identity is not None and identity.name else party.called


class Groups:
    """Units that share an origin. `why` tells for a place what joined it."""

    def __init__(self, units: Sequence[Told], evidence: Evidence) -> None:
        """Takes units that have their ends, in order of telling."""
        self.units = units
        self.ends = [unit.end or End("author") for unit in units]
        self.evidence = evidence
        self.why: dict[int, tuple[EchoKind, str]] = {}
        self._to = list(range(len(units)))
        self._outer: set[int] = set()
        self._join_same()
        self._join_nested()
        self._join_copied()
        self._join_relayed()
        self._join_unsourced()

    def found(self) -> list[list[int]]:
        """The groups. In each, the one that best shows who it is comes first: named, told at all, earliest."""
        together: dict[int, list[int]] = {}
        for place in range(len(self.units)):
            together.setdefault(self._root(place), []).append(place)
        return [sorted(group, key=lambda place: (*self._weight(place), place)) for group in together.values()]

    def key(self, place: int) -> str:
        """The same for ends that are one source, one author or one outlet."""
        end, report = self.ends[place], self.units[place].ref.report
        if end.source is not None:
            return self.evidence.key(end.source)
        if end.kind == "unknown":
            return f"unknown:{report}"
        return f"author:{end.author or self._publisher(place) or report}"

    def who(self, place: int) -> str:
        """What stands behind this unit is called."""
        end = self.ends[place]
        if end.source is not None:
            return self.evidence.called(end.source)
        if end.kind == "unknown":
            return "a source that is not told"
        return f"{' and '.join(end.byline) or end.outlet or 'the report'}, without a source"

    def _publisher(self, place: int) -> str | None:
        end = self.ends[place]
        if end.publisher is not None:
            return self.evidence.key(end.publisher)
        return f"outlet:{folded_name(end.outlet)}" if end.outlet else None

    def _relays(self, place: int) -> dict[str, str]:
        return {self.evidence.key(party): self.evidence.called(party) for party in self.ends[place].relays}

    def _weight(self, place: int) -> tuple[bool, bool, bool]:
        end = self.ends[place]
        return end.kind != "source", end.source is None or not end.source.named, place in self._outer

    def _root(self, place: int) -> int:
        while self._to[place] != place:
            place = self._to[place]
        return place

    def _join(self, one: int, other: int, kind: EchoKind, why: str) -> None:
        a, b = sorted((self._root(one), self._root(other)))
        self._to[b] = a
        for place in (one, other):
            self.why.setdefault(place, (kind, why))

    def _join_same(self) -> None:
        """Chains that end in the same source."""
        first: dict[str, int] = {}
        for place, unit in enumerate(self.units):
            earlier = first.setdefault(self.key(place), place)
            if earlier == place:
                continue
            if unit.ref.report == self.units[earlier].ref.report:
                self._join(earlier, place, "inside-report", f"{self.who(place)} again, in the same report")
            elif self.ends[place].kind == "author":
                self._join(earlier, place, "same-author", "the same author or outlet again, without a source")
            else:
                self._join(earlier, place, "same-source", f"its chain ends in {self.who(place)} as well")

    def _join_copied(self) -> None:
        """Units in a passage that both reports print, and quotations relayed through one outlet."""
        by_pair = {(copy.a, copy.b): copy for copy in self.evidence.copies if copy.kind in _ONE_TEXT}
        for one, other in combinations(range(len(self.units)), 2):
            a, b = self.units[one], self.units[other]
            if a.ref.report == b.ref.report:
                continue
            if _is_copied(a, b, by_pair):
                self._join(one, other, "copy", "both reports print the same passage")
            elif _is_same_quotation(a, b) and (why := self._once_said(one, other)):
                self._join(one, other, "copy", why)

    def _once_said(self, one: int, other: int) -> str | None:
        """Why two reports have the same quotation from one mouth; None where each names another one."""
        a, b = self.ends[one], self.ends[other]
        both = self._relays(one).keys() & self._relays(other).keys()
        if both:
            return f"the same quotation, relayed from {self._relays(one)[min(both)]}"
        if not a.kind == b.kind == "source":
            return "the same quotation; not both reports tell who said it"
        parties = [end.source.called.casefold().split() for end in (a, b) if end.source and end.source.named]
        if len(parties) == 2 and parties[0][-1] == parties[1][-1]:
            return "the same quotation, of one family name"
        return None

    def _join_nested(self) -> None:
        """Who tells that somebody said something stands on what that one said."""
        told = {(unit.ref.report, unit.statement or unit.ref.part): place for place, unit in enumerate(self.units)}
        for place, unit in enumerate(self.units):
            outer = told.get((unit.ref.report, self.ends[place].inside or ""))
            if outer is not None and outer != place and self.ends[place].source is not None:
                self._outer.add(outer)
                self._join(place, outer, "inside-report", f"tells what {self.who(place)} said")

    def _join_relayed(self) -> None:
        """What ends in an outlet repeats what others have from that outlet, where there is one such origin."""
        for place, end in enumerate(self.ends):
            if end.kind != "outlet":
                continue
            key, own = self.key(place), self._root(place)
            through = {
                self._root(other)
                for other in range(len(self.units))
                if (key in self._relays(other) or key == self._publisher(other)) and self.ends[other].kind != "unknown"
            } - {own}
            if len(through) == 1:
                why = f"told on the word of {self.who(place)}, which has it from there"
                self._join(through.pop(), place, "same-outlet", why)

    def _join_unsourced(self) -> None:
        """What an author tells without a source comes from the source that the same report gives for it."""
        for place, end in enumerate(self.ends):
            if end.kind not in {"author", "unknown"}:
                continue
            report = self.units[place].ref.report
            cited = (p for p, unit in enumerate(self.units) if unit.ref.report == report and self.ends[p].source)
            if (source := next(cited, None)) is not None:
                self._join(source, place, "inside-report", "told again in a report that gives the source")


def _is_copied(a: Told, b: Told, by_pair: Mapping[tuple[str, str], Copy]) -> bool:
    copy = by_pair.get((a.ref.report, b.ref.report)) or by_pair.get((b.ref.report, a.ref.report))
    if copy is None:
        return False
    first, second = (a, b) if copy.a == a.ref.report else (b, a)
    return any(
        _share(first.spans, passage.a) >= INSIDE and _share(second.spans, passage.b) >= INSIDE
        for passage in copy.passages
    )


def _share(spans: Sequence[Span], passage: Span) -> float:
    """How much of `spans` lies in `passage`."""
    whole = sum(end - start for start, end in spans)
    inside = sum(max(0, min(end, passage[1]) - max(start, passage[0])) for start, end in spans)
    return inside / whole if whole else 0.0


def _is_same_quotation(a: Told, b: Told) -> bool:
    if any(unit.end is None or unit.end.quote != "direct" for unit in (a, b)):
        return False
    short, long = sorted((folded_words(a.words), folded_words(b.words)), key=len)
    return len(short) >= QUOTED_WORDS and f" {' '.join(short)} " in f" {' '.join(long)} "
