"""A book -> rows of JSON values, one kind for each question: what `whoseword show`, `origins`, `ledger` … print.

Every row leads to the words: a place has the report, its outlet and day, the spans (code points) and the words there.

>>> Answers({}, {}).claims()
[]
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from whoseword.across import (
    Changed,
    Claim,
    Happened,
    Identity,
    Origin,
    OriginCount,
    Owed,
    Ref,
    Series,
    Step,
    Story,
    Told,
)
from whoseword.ledger.book import Book
from whoseword.model import Record, Report, Span

Row = dict[str, object]
# What is asked of a story, in the order in which it is shown.
KINDS = ("claims", "ledger", "figures", "changes", "timeline", "sources")


@dataclass(frozen=True, slots=True)
class Answers:
    """The rows of one book, or of some units of telling; `reports` and `units` by their ids."""

    reports: Mapping[str, Report]
    units: Mapping[Ref, Told]
    book: Book | None = None

    @classmethod
    def of(cls, book: Book) -> Answers:
        """The rows of a book."""
        reports = {record.report.id: record.report for record in book.records}
        return cls(reports, {unit.ref: unit for unit in book.compared.units}, book)

    def place(self, ref: Ref, spans: Sequence[Span] = ()) -> Row:
        """Where something is told, with the exact words."""
        report = self.reports[ref.report]
        unit = self.units.get(ref)
        found = spans or (unit.spans if unit else ())
        return {
            "report": ref.report,
            "part": ref.part or None,
            "outlet": report.outlet,
            "published": report.published.value,
            "title": report.title,
            "spans": [list(span) for span in found],
            "words": " … ".join(" ".join(report.text[slice(*span)].split()) for span in found),
        }

    def rows(self, kind: str) -> list[Row]:
        """All rows of one of `KINDS`."""
        if self.book is None:
            return []
        book = self.book
        made: dict[str, Callable[[], list[Row]]] = {
            "claims": self.claims,
            # What moved stands first.
            "ledger": lambda: [self.owed(each) for each in sorted(book.owed, key=_stillness)],
            "figures": lambda: [
                row for each in sorted(book.series, key=lambda one: -len(one.points)) for row in self.figures(each)
            ],
            "changes": lambda: [self.changed(each) for each in book.changes],
            "timeline": lambda: [self.happened(each) for each in book.timeline],
            "sources": self.sources,
        }
        return made[kind]()

    def sources(self) -> list[Row]:
        """Who said something, those with the most statements first."""
        records = {record.report.id: record for record in self.book.records} if self.book else {}
        rows = [self.identity(each, records) for each in self.book.identities] if self.book else []
        return sorted((row for row in rows if row["statements"]), key=lambda row: -int(str(row["statements"])))

    def story(self, story: Story) -> Row:
        """A story and what it holds."""
        return {
            "story": story.id,
            "title": story.title,
            "reports": list(story.reports),
            "names": list(story.names),
            "begin": story.begin,
            "end": story.end,
        }

    def claims(self) -> list[Row]:
        """Every claim with its count of origins; those of most origins and reports first."""
        if self.book is None:
            return []
        both = zip(self.book.claims, self.book.counts, strict=True)
        return [self.claim(claim, count) for claim, count in sorted(both, key=lambda pair: _weight(*pair))]

    def claim(self, claim: Claim, count: OriginCount) -> Row:
        """One claim: how many independent origins it has, which, and where it is told."""
        return {
            "claim": claim.id,
            "words": claim.words,
            "low": count.low,
            "high": count.high,
            "unmeasured": list(count.unmeasured),
            "notes": list(count.notes),
            "reports": len({ref.report for ref in claim.members}),
            "first": self.place(count.first) if count.first else None,
            "origins": [self.origin(origin) for origin in count.origins],
            "echoes": [{**self.unit(e.unit), "of": e.of, "kind": e.kind, "why": e.why} for e in count.echoes],
            "related": list(claim.related),
        }

    def origin(self, origin: Origin) -> Row:
        """One who stands behind a claim."""
        return {
            "origin": origin.id,
            "who": origin.who,
            "named": origin.named,
            "on_record": origin.on_record,
            "via": list(origin.via),
            "links": list(origin.links),
            "possibly": [{"origin": other, "why": why} for other, why in origin.possibly],
            "first": self.place(origin.first),
            "units": [self.unit(ref) for ref in origin.members],
        }

    def unit(self, ref: Ref) -> Row:
        """Where a unit of telling stands, whether it is a statement or the author's, and through whom it came.

        The chain begins with the publisher; `link` says of each step how it is known, None of the publisher.
        """
        unit = self.units.get(ref)
        end = unit.end if unit else None
        chain: list[Row] = []
        if end:
            parties = (*end.relays, *((end.source,) if end.source else ()))
            links = (*end.links, *[None] * len(parties))
            chain = [{"who": end.outlet, "named": True, "link": None}]
            chain += [{"who": p.called, "named": p.named, "link": k} for p, k in zip(parties, links, strict=False)]
        kind = {"voice": unit.voice if unit else None, "end": end.kind if end else None}
        return {**self.place(ref), **kind, "chain": chain}

    def owed(self, owed: Owed) -> Row:
        """A commitment with its history."""
        return {
            "commitment": owed.id,
            "who": list(owed.who),
            "to_whom": list(owed.to_whom),
            "words": owed.words,
            "status": owed.status,
            "due": {"state": owed.due, "value": owed.due_value},
            "overdue": owed.overdue,
            "steps": [self._step(step) for step in owed.steps],
        }

    def _step(self, step: Step) -> Row:
        moved = {"status": step.status, "due": {"state": step.due, "value": step.due_value}, "moved": step.moved}
        return {**self.place(step.ref, (step.span,)), **moved, "on_word_of": step.on_word_of}

    def figures(self, series: Series) -> list[Row]:
        """A row for each figure of a series."""
        what = {"series": series.id, "of": series.of, "where": series.where, "unit": series.unit}
        return [
            {
                **what,
                "definition": series.definition,
                "value": point.value,
                "high": point.high,
                "bound": point.bound,
                "of_day": point.of_day,
                "on_word_of": point.on_word_of,
                **self.place(point.ref, (point.span,)),
            }
            for point in series.points
        ]

    def changed(self, changed: Changed) -> Row:
        """What a later report changed."""
        sides = {side: self.place(ref) if (ref := getattr(changed, side)) else None for side in ("before", "after")}
        told = {name: getattr(changed, name) for name in ("kind", "grade", "what", "day", "why")}
        words = {"before_words": changed.before_words, "after_words": changed.after_words}
        units = {f"{side}_units": [self.place(ref) for ref in getattr(changed, f"{side}_units")] for side in sides}
        return {**told, **words, **sides, **units}

    def happened(self, happened: Happened) -> Row:
        """An entry of the timeline."""
        return {
            "event": happened.id,
            "words": happened.words,
            "begin": happened.begin,
            "end": happened.end,
            "printed": happened.printed,
            "mode": happened.mode,
            "sources": list(happened.sources),
            "weight": happened.weight,
            "units": [self.place(ref, (span,)) for ref, span in zip(happened.units, happened.spans, strict=True)],
            "differences": [asdict(each) for each in happened.differences],
        }

    def identity(self, identity: Identity, records: Mapping[str, Record]) -> Row:
        """A source across reports: how often it is cited, and where it is first spoken of in each."""
        places = [self.place(ref, _mentions(records, ref)) for ref in identity.members]
        return {
            "source": identity.id,
            "name": identity.name,
            "description": identity.description,
            "kind": identity.kind,
            "named": identity.named,
            "reports": len({ref.report for ref in identity.members}),
            "statements": sum(_statements(records, ref) for ref in identity.members),
            "possibly": list(identity.possibly),
            "places": places,
        }


def _weight(claim: Claim, count: OriginCount) -> tuple[int, int, str]:
    return -(count.high or 0), -len({ref.report for ref in claim.members}), claim.id


def _stillness(owed: Owed) -> int:
    return -sum(step.moved for step in owed.steps)


def _mentions(records: Mapping[str, Record], ref: Ref) -> tuple[Span, ...]:
    return next((e.mentions[:1] for e in records[ref.report].entities if e.id == ref.part), ())


def _statements(records: Mapping[str, Record], ref: Ref) -> int:
    return sum(statement.entity == ref.part for statement in records[ref.report].statements)
