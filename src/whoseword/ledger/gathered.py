"""What the views across reports look things up in: records and units by name, and the order of their reports.

In: records, their units of telling, and the matches between those. Out: one `Gathered`, which answers who tells a unit,
on whose word, on which day, and whether it stands at the head of its report.

>>> gathered = gather(records, units, matches)
>>> gathered.teller(units[0].ref)
'the harbour guild'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whoseword.across import Match, Ref, Told
from whoseword.ledger.order import Order, order
from whoseword.ledger.said import AUTHOR, Known, on_word_of
from whoseword.model import Record, Span, Statement
from whoseword.statements.trees import Tree

UNDATED = "9999"  # sorts behind every year of a report
_PRONOUNS = frozenset({"he", "she", "they", "it", "who"})
_LEAD = 2  # paragraphs of the body that tell what a report is about


@dataclass(frozen=True, slots=True)
class Gathered:
    """Records by id, units and statements by `Ref`, and only those matches whose two units are both at hand.

    `names` are those that a report mentions, folded.
    """

    records: Mapping[str, Record]
    units: Mapping[Ref, Told]
    statements: Mapping[Ref, Statement]
    leads: Mapping[str, int]
    trees: Mapping[str, Tree]
    matches: tuple[Match, ...]
    names: Mapping[str, frozenset[str]]

    def day(self, report: str) -> str | None:
        """The day on which the report was published, to the precision known."""
        return self.records[report].report.published.value

    def order(self, a: Ref, b: Ref) -> Order:
        """How the report of `a` stands in time to that of `b`; two units of one report are of the same day."""
        return "same" if a.report == b.report else order(self.day(a.report), self.day(b.report))

    def place(self, ref: Ref) -> tuple[str, str, int, str]:
        """Where a unit stands in the order of reports, and there in its text. Undated reports come last."""
        return (self.day(ref.report) or UNDATED, ref.report, self.units[ref].spans[0][0], ref.part)

    def statement(self, ref: Ref) -> Statement | None:
        """The statement that a unit is of, None in the author's own voice."""
        unit = self.units.get(ref)
        part = unit.statement if unit is not None and unit.statement else ref.part
        return self.statements.get(Ref(ref.report, part))

    def teller(self, ref: Ref) -> str:
        """On whose word a unit stands: the known end of its chain, or the author of its report, with the outlet."""
        record = self.records[ref.report]
        said = self.statement(ref)
        who = on_word_of(record, said.id if said else None, Known.of(()))
        return f"the author, {self.outlet(ref)}" if who == AUTHOR else who

    def outlet(self, ref: Ref) -> str:
        """Who printed a unit."""
        record = self.records.get(ref.report)
        return (record.report.outlet if record else None) or "an outlet that is not given"

    def called(self, report: str) -> Mapping[Span, str]:
        """The names behind the pronouns of a report, by their spans."""
        record, found = self.records[report], dict[Span, str]()
        for entity in record.entities:
            for span in entity.mentions if entity.named and entity.name else ():
                if record.report.text[slice(*span)].casefold() in _PRONOUNS:
                    found[span] = entity.name or ""
        return found

    def is_heading(self, ref: Ref) -> bool:
        """Whether a unit stands in the title or below it, above the body."""
        return self.stands_in(ref.report, self.units[ref].spans[0]) == "heading"

    def stands_in(self, report: str, span: Span) -> str:
        """Whether a span stands in the "heading", in the "lead" (the first paragraphs of the body) or in the "body"."""
        for part in self.records[report].report.parts:
            if part.kind in {"title", "dek"} and part.span[0] <= span[0] < part.span[1]:
                return "heading"
        return "lead" if span[0] < self.leads[report] else "body"


def gather(records: Sequence[Record], units: Iterable[Told], matches: Iterable[Match]) -> Gathered:
    """Puts the parts together. Units of reports that are not among the records are left out, and so their matches."""
    by_id = {record.report.id: record for record in records}
    told = {unit.ref: unit for unit in units if unit.ref.report in by_id and unit.spans}
    return Gathered(
        records=by_id,
        units=told,
        statements={Ref(name, s.id): s for name, record in by_id.items() for s in record.statements},
        leads={name: _end_of_lead(record) for name, record in by_id.items()},
        trees={name: Tree(record.report.text, record.reading) for name, record in by_id.items()},
        matches=tuple(match for match in matches if match.a in told and match.b in told and match.a != match.b),
        names=_names(by_id, told.values()),
    )


def _names(reports: Iterable[str], units: Iterable[Told]) -> dict[str, frozenset[str]]:
    """All names that the units of each report mention."""
    found: dict[str, set[str]] = {report: set() for report in reports}
    for unit in units:
        found[unit.ref.report].update(unit.names)
    return {report: frozenset(names) for report, names in found.items()}


def _end_of_lead(record: Record) -> int:
    """Where the first paragraphs of the body end."""
    bodies = [part.span for part in record.report.parts if part.kind == "body"]
    if not bodies:
        return 0
    start, end = bodies[0]
    for _ in range(_LEAD):
        found = record.report.text.find("\n", start, end)
        if found < 0:
            return end
        start = found + len(record.report.text[found:end]) - len(record.report.text[found:end].lstrip())
    return start
