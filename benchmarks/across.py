"""How much of what joins the two seed reports is found: `python -m benchmarks.across`.

In: the two reports and what a person marked across them (`gold.json`, "cross_report"). Out: a line for each link, found
or missed, and wrong joins. A place of ours stands for one of the gold's where their words overlap. A link counts as

- same event, same quantity, same claim: some pair of the gold's places is joined by ours (a claim: more than half of
  its pairs of statements in one claim of ours). Events that the gold calls one matter or successors must not be one.
- origin: an origin of ours has the words of its name, and as named or not as the gold has it.
- independence: of two units, one of each origin, ours counts two, a range, or one as the gold does.
- change: ours has both sides (of what is new or dropped, the one side).
- conflict: ours sets the two sides against each other, and grades it below a conflict, as the gold does.

Wrong joins are claims of ours with units of both reports that the gold does not have as the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.gate import SHARED
from whoseword.across import Changed, Claim, Match, Origin, Ref
from whoseword.claims.origins import Evidence, count
from whoseword.ledger.book import Book, open_book
from whoseword.lexicon import load_lexicon
from whoseword.model import Record, Span
from whoseword.pipeline import read_paths

Place = tuple[str, Span]
# Words of a name that do not tell one origin from another.
_IDLE = frozenset("a an the of or and more two statement document without source author".split())


@dataclass(frozen=True, slots=True)
class Gold:
    """The hand-made record: what joins the reports, and where its items stand (report id of ours, span)."""

    links: dict[str, Any]
    places: dict[str, tuple[Place, ...]]


def main() -> None:
    """Measure and print."""
    seeds = SHARED / "seeds"
    if not (seeds / "gold.json").is_file():
        print("SKIPPED: the seeds are not beside this checkout; what joins them was not measured.")
        return
    book = seeds_book(seeds)
    found = list(measured(book, read_gold(seeds / "gold.json", book)))
    for name, hit, told in found:
        print(f"{'found ' if hit else 'MISSED'}  {name:8} {told}")
    wrong = wrong_joins(book, read_gold(seeds / "gold.json", book))
    for line in wrong:
        print(f"WRONG   {line}")
    hits = sum(hit for _, hit, _ in found)
    print(f"\n{hits} of {len(found)} links found: {100 * hits / len(found):.1f} %; {len(wrong)} wrong joins")


def seeds_book(seeds: Path) -> Book:
    """The book of the two reports."""
    records = [each for each in read_paths([str(seeds / "reports.jsonl")]) if isinstance(each, Record)]
    return open_book(records, load_lexicon(), as_of="2021-08-01")


def read_gold(path: Path, book: Book) -> Gold:
    """The gold with its files' names turned into our ids."""
    marked = json.loads(path.read_text("utf-8"))
    ids = {record.report.published.value: record.report.id for record in book.records}
    called = {entry["report"]: ids[entry["date"]] for entry in marked["cross_report"]["order"]}
    places: dict[str, tuple[Place, ...]] = {}
    for file, report in marked["reports"].items():
        for kind in ("sentences", "statements", "quantities", "commitments", "events", "modality"):
            for item in report[kind]:
                places[item["id"]] = tuple((called[file], span) for span in _spans(item))
    return Gold(marked["cross_report"], places)


def _spans(item: dict[str, Any]) -> Iterator[Span]:
    """The words of an item: its content, its own spans, or itself."""
    for name in ("content", "spans", "trigger", "mentions", "span"):
        listed = item.get(name)
        for each in [listed] if isinstance(listed, dict) else listed or []:
            yield each["start"], each["end"]
    if "start" in item:
        yield item["start"], item["end"]


def measured(book: Book, gold: Gold) -> Iterator[tuple[str, bool, str]]:
    """Every link of the gold: its id, whether it is found, what it is."""
    links = gold.links
    at = _At(book)
    for link in links["same_event"]:
        if link.get("assert", True):
            yield link["id"], _same_event(at, gold, link), link["what"]
    for link in links["same_quantity"]:
        pair = [gold.places[link[side]["id"]] for side in "ab"]
        yield link["id"], at.in_one_series(*pair), f"{link['value']} in both reports"
    for link in links["same_claim"]:
        yield link["id"], _same_claim(at, gold, link), link["claim"]
    for link in links["origins"]:
        yield link["id"], _origin(book, link), f"{link['who']} via {link['via']}"
    for link in links["independence"]:
        yield "-".join(link["pair"]), _independent(at, gold, link), f"independent: {link['independent']}"
    for link in links["what_changed"]:
        yield link["id"], _changed(at, gold, link), f"{link['what']}: {link['change'][:80]}"
    for link in links["conflicts"]:
        yield link["id"], _conflict(at, gold, link), link["what"][:100]


class _At:
    """What ours has at a place of the gold."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.units = {unit.ref: unit for unit in book.compared.units}

    def refs(self, places: Sequence[Place]) -> list[Ref]:
        """The units that overlap with one of these places."""
        return [
            unit.ref
            for unit in self.units.values()
            if any(unit.ref.report == report and _meet(unit.spans, span) for report, span in places)
        ]

    def matches(self, one: Sequence[Place], other: Sequence[Place]) -> list[Match]:
        """What joins a unit of one with a unit of the other."""
        a, b = set(self.refs(one)), set(self.refs(other))
        return [m for m in self.book.compared.matches if (m.a in a and m.b in b) or (m.a in b and m.b in a)]

    def spans(self, ref: Ref) -> Sequence[Span]:
        """The words of a unit, of a commitment or of an event."""
        if ref in self.units:
            return self.units[ref].spans
        record = next(record for record in self.book.records if record.report.id == ref.report)
        spans = [each.what for each in record.commitments if each.id == ref.part]
        spans += [each.predicate for each in record.events if each.id == ref.part]
        return spans or [span for each in record.statements if each.id == ref.part for span in each.content]

    def claim(self, ref: Ref) -> Claim | None:
        return next((claim for claim in self.book.claims if ref in claim.members), None)

    def in_one_series(self, one: Sequence[Place], other: Sequence[Place]) -> bool:
        """Whether a series has a figure at both."""
        for series in self.book.series:
            at = [(point.ref.report, point.span) for point in series.points]
            if all(any(r == report and _meet((s,), span) for r, s in at for report, span in p) for p in (one, other)):
                return True
        return False


def _meet(spans: Sequence[Span], other: Span) -> bool:
    return any(start < other[1] and other[0] < end for start, end in spans)


def _places(gold: Gold, listed: Sequence[dict[str, Any]]) -> tuple[Place, ...]:
    return tuple(place for each in listed for place in gold.places[each["id"]])


def _same_event(at: _At, gold: Gold, link: dict[str, Any]) -> bool:
    matches = at.matches(*(gold.places[link[side]["id"]] for side in "ab"))
    grades = {match.grade for match in matches}
    apart = "same_or_successor" in link
    return "matter" in grades and "same" not in grades if apart else bool(grades - {"none"})


def _same_claim(at: _At, gold: Gold, link: dict[str, Any]) -> bool:
    members = [_places(gold, [each]) for each in (*link["statements"], *link.get("sentences", []))]
    claims = [{claim.id for ref in at.refs(places) if (claim := at.claim(ref))} for places in members]
    pairs = list(combinations(claims, 2))
    return sum(bool(one & other) for one, other in pairs) * 2 > len(pairs)


def _name(words: str) -> set[str]:
    bare = "".join(letter if letter.isalnum() else " " for letter in words.casefold())
    return set(bare.replace("unnamed", " ").split()) - _IDLE


def _origin(book: Book, link: dict[str, Any]) -> bool:
    return any(_is_origin(origin, link) for each in book.counts for origin in each.origins)


def _is_origin(origin: Origin, wanted: dict[str, Any]) -> bool:
    if wanted["who"].startswith("the author"):
        return origin.who.endswith("without a source")
    names = _name(wanted["who"]) | _name(wanted["via"] if wanted["via"] not in {None, "not stated"} else "")
    return names <= _name(" ".join((origin.who, *origin.via))) and origin.named == wanted["named"]


def _independent(at: _At, gold: Gold, link: dict[str, Any]) -> bool:
    origins = {each["id"]: each for each in gold.links["origins"]}
    who = [
        [origins[name]] if name != "*" else [o for o in origins.values() if o["id"] != "O5"] for name in link["pair"]
    ]
    verdicts = {_verdict(at, one, other) for one in who[0] for other in who[1]}
    return verdicts <= {link["independent"]} and bool(verdicts)


def _verdict(at: _At, one: dict[str, Any], other: dict[str, Any]) -> bool | str | None:
    """What ours says of two origins: independent, not, or not established; None where one of them is not found."""
    sides = [_unit_of(at, each) for each in (one, other)]
    if one is other:
        authors = [unit.ref for unit in at.units.values() if unit.voice == "author"]
        sides = [authors[0], next(ref for ref in authors if ref.report != authors[0].report)]
    if sides[0] is None or sides[1] is None:
        return None
    evidence = Evidence(
        at.book.compared.copies,
        {ref: identity for identity in at.book.identities for ref in identity.members},
        {appearance.ref: appearance for appearance in at.book.compared.appearances},
    )
    counted = count(Claim("", "", (sides[0], sides[1])), at.units, evidence)
    if (counted.low, counted.high) == (1, 1):
        return False
    return True if counted.low == 2 and not counted.notes else "not established"


def _unit_of(at: _At, wanted: dict[str, Any]) -> Ref | None:
    origins = (origin for counted in at.book.counts for origin in counted.origins)
    return next((origin.first for origin in origins if _is_origin(origin, wanted)), None)


def _changed(at: _At, gold: Gold, link: dict[str, Any]) -> bool:
    before, after = (_places(gold, link.get(side, [])) for side in ("earlier", "later"))
    return any(_covers(at, one, before) and _covers(at, other, after) for one, other in map(_sides, at.book.changes))


def _sides(change: Changed) -> tuple[tuple[Ref, ...], tuple[Ref, ...]]:
    """All places of both sides of a change of ours."""
    one, other = ((ref,) if ref else () for ref in (change.before, change.after))
    return (*one, *change.before_units), (*other, *change.after_units)


def _covers(at: _At, refs: Sequence[Ref], places: Sequence[Place]) -> bool:
    """Whether a side of ours has a place of a side of the gold's, or both have none."""
    if not refs or not places:
        return not refs and not places
    return any(ref.report == report and _meet(at.spans(ref), span) for ref in refs for report, span in places)


def _conflict(at: _At, gold: Gold, link: dict[str, Any]) -> bool:
    a, b = (_places(gold, link.get(side, [])) for side in "ab")
    if not a or not b:
        # Both sides stand in one list.
        listed = link.get("a") or link["b"]
        half = (len(listed) + 1) // 2
        a, b = _places(gold, listed[:half]), _places(gold, listed[half:])
    for change in at.book.changes:
        sides = _sides(change)
        if change.grade != "conflict" and any(
            _covers(at, one, a) and _covers(at, other, b) for one, other in (sides, sides[::-1])
        ):
            return True
    return False


def wrong_joins(book: Book, gold: Gold) -> list[str]:
    """Claims of ours with units of both reports where no same event, quantity or claim of the gold has both."""
    at = _At(book)
    groups = [_both(gold, link) for link in gold.links["same_event"] if "same_or_successor" not in link]
    groups += [_places(gold, [*link["statements"], *link.get("sentences", [])]) for link in gold.links["same_claim"]]
    right = [set(at.refs(places)) for places in groups]
    wrong = []
    for claim in book.claims:
        for one, other in combinations(claim.members, 2):
            if one.report != other.report and not any({one, other} <= refs for refs in right):
                wrong.append(f"“{at.units[one].words[:70]}” = “{at.units[other].words[:70]}”")
    return wrong


def _both(gold: Gold, link: dict[str, Any]) -> tuple[Place, ...]:
    return (*gold.places[link["a"]["id"]], *gold.places[link["b"]["id"]])


if __name__ == "__main__":
    main()
