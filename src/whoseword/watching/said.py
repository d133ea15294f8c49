"""What new units say of a watch -> its notices "said-again" and "new-origin": one for each who says it in a report.

A unit that brings a claim an origin which it did not have is a new origin; any other says again. A report that perhaps
says it gives a notice "near". Nothing here tells whether it is true.

    for notice in said(wanted, found[wanted.watch.number], claims, news):
        print(notice.line)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whoseword.across import Origin, Told
from whoseword.across.intake import Notice, NoticeKind
from whoseword.claims.ends import folded_name
from whoseword.model import Act, hashed_id
from whoseword.watching.lines import cover, placed, quoted, speaker
from whoseword.watching.news import News
from whoseword.watching.saying import Saying
from whoseword.watching.standing import Claims
from whoseword.watching.wanted import Wanted, spoken_in

# What is told otherwise than as a plain statement that it is so.
_VERBS: dict[Act, str] = {
    "demand": "spoken of",
    "question": "asked about",
    "no-comment": "passed over without comment",
    "denial": "denied",
}


@dataclass(frozen=True, slots=True)
class _Said:
    """One who says it in one report, in one unit; `origin` is what it newly brings."""

    saying: Saying
    who: str
    origin: Origin | None
    claims: Claims

    @property
    def unit(self) -> Told:
        return self.saying.unit


def said(wanted: Wanted, found: Sequence[Saying], claims: Claims, news: News) -> list[Notice]:
    """The notices of one watch, in order of publication."""
    by_who: dict[tuple[str, str], list[_Said]] = defaultdict(list)
    for each in _in_order(found, claims, news):
        version = news.versions[each.unit.ref.report]
        by_who[version.lineage, folded_name(each.who)].append(each)
    made = [_notice(wanted, group, news) for group in by_who.values()]
    return sorted(made, key=lambda notice: (_day(notice, news), notice.report or "", notice.span or (0, 0)))


def _in_order(found: Iterable[Saying], claims: Claims, news: News) -> Iterable[_Said]:
    """Each saying with what it brings; what two reports bring is brought by the first."""
    brought: set[tuple[str, str]] = set()
    for saying in sorted(found, key=lambda each: (each.unit.day or "9999", each.unit.ref.report, each.unit.spans)):
        unit = saying.unit
        unsure = saying.contrary or saying.passing or saying.near
        origin = None if unsure else _new_origin(unit, claims, news)
        # Of a phrase one source may say many things, each in a claim of its own.
        bringing = (claims.of[unit.ref][0].id, origin.id) if origin else None
        if bringing in brought:
            origin = None
        elif bringing:
            brought.add(bringing)
        version = news.versions[unit.ref.report]
        who = speaker(unit.end, _called(unit, claims), version.text, version.outlet)
        yield _Said(saying, who, origin, claims)


def _new_origin(unit: Told, claims: Claims, news: News) -> Origin | None:
    """The origin that the claim of this unit did not have before; None where the count did not rise."""
    origin, now = claims.origin(unit.ref), claims.now(unit.ref)
    if origin is None or now is None or not all(news.is_new(ref) for ref in origin.members):
        return None
    earlier = claims.earlier(unit.ref)
    if not earlier:
        return origin
    rose = _risen([count.low for count in earlier], now.low) or _risen([count.high for count in earlier], now.high)
    return origin if rose else None


def _risen(before: Sequence[int | None], now: int | None) -> bool:
    return now is not None and now > max(count or 0 for count in before)


def _called(unit: Told, claims: Claims) -> str | None:
    source = unit.end.source if unit.end else None
    identity = claims.who.get(source.ref) if source else None
    return identity.name if identity else None


def _notice(wanted: Wanted, group: Sequence[_Said], news: News) -> Notice:
    """One notice for all that one says of it in one report: what brings most, then what says it first."""
    best = min(
        group, key=lambda each: (each.saying.passing, each.saying.contrary, each.origin is None, each.unit.spans)
    )
    unit, version = best.unit, news.versions[best.unit.ref.report]
    span = cover(unit.spans, lambda each: wanted.said_in(spoken_in((), version.text[slice(*each)])))
    words = version.text[slice(*span)]
    at = (wanted.place_in(words) if wanted.is_phrase else None) or (0, 0)
    kind: NoticeKind = "near" if best.saying.near else "said-again" if best.origin is None else "new-origin"
    by = folded_name(best.who)
    more = f" (and {len(group) - 1} more there)" if len(group) > 1 else ""
    line = f"Watch {wanted.watch.number}: {_opening(wanted, best, placed(version.outlet, version.published))}"
    return Notice(
        watch=wanted.watch.number,
        kind=kind,
        about=hashed_id(*(("near", version.lineage) if best.saying.near else ("said", version.lineage, by))),
        line=f"{line}: {quoted(words, at)}{more}{_counted(best)}",
        words=words,
        report=version.id,
        span=span,
    )


def _opening(wanted: Wanted, best: _Said, place: str) -> str:
    now, earlier = best.claims.now(best.unit.ref), best.claims.earlier(best.unit.ref)
    if best.origin is None or now is None:
        return f"{_verb(best)} by {best.who} in {place}"
    if not earlier and (wanted.is_phrase or now.first in best.origin.members):
        return f"{'said' if wanted.is_phrase else 'said, for the first time in this store,'} by {best.who} in {place}"
    surely = _risen([count.low for count in earlier], now.low) if earlier else best.origin.named
    return f"{'a new origin' if surely else 'perhaps a new origin'}, {best.who} in {place}"


def _verb(best: _Said) -> str:
    unit, now = best.unit, best.claims.now(best.unit.ref)
    if best.saying.near:
        return "perhaps said, or something near it,"
    if best.saying.passing:
        return "told in passing"
    if best.saying.contrary and unit.act != "denial":
        return "said not to be so" if unit.negated else "said to be so"
    if now and any(echo.unit == unit.ref and echo.kind == "copy" for echo in now.echoes):
        return "printed again, as said"
    if unit.act in _VERBS:
        return _VERBS[unit.act]
    return "said again" if unit.end is None or unit.end.asserts else "spoken of"


def _counted(best: _Said) -> str:
    """How many independent origins there are now, where there is a new one."""
    now = best.claims.now(best.unit.ref)
    if best.origin is None or now is None or now.low is None or now.high is None:
        return ""
    many = f"{now.low} to {now.high}" if now.low != now.high else f"{now.low}"
    alone = len(now.origins) == 1
    return "" if alone else f"; independent origins now: {many}"


def _day(notice: Notice, news: News) -> str:
    return news.versions[notice.report].published or "9999" if notice.report else ""
