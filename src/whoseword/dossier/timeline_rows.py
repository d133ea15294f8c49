"""The entries of a timeline and their layout in; the stretches as sections of rows out, one row for an entry.

A row has a strip with its marks under the axis of its stretch, and beside it, in words, all that the marks say.

>>> rows((), lay_out_timeline(()), (), "timeline", ({}, where))
Markup('')
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from markupsafe import Markup

from whoseword.across import Happened, Ref
from whoseword.dossier.columns import Column, column_of, spoken_days
from whoseword.dossier.svg import cut, number, plain
from whoseword.dossier.timeline_axis import axis, breaks
from whoseword.dossier.timeline_layout import STRETCH, Stretch, TimelineLayout, is_dated
from whoseword.model import Report

Known = tuple[Mapping[str, Report], Callable[[Ref], str | None]]

_HALF = 9  # above and below the middle of a strip
_WORDS = 200  # letters of an entry, of a source's name, and how many sources a row names
_NAME = 60
_MOST_SOURCES = 3
_MOST_DIFFERENCES = 2
_NOT_STATED = "not stated"
_MODES = {"planned": "planned", "negated": "said not to have happened", "hypothetical": "possible"}


def rows(entries: Sequence[Happened], layout: TimelineLayout, names: Sequence[str], at: str, known: Known) -> Markup:
    """All stretches, in order, each a section with a heading; then what has no day at all."""
    parts = [
        _section(entries, stretch, (place, names[place - 1]), at, known)
        for place, stretch in enumerate(layout.stretches, start=1)
    ]
    if layout.nowhere:
        told = Markup("").join(_row((one, entries[one]), None, at, known) for one in layout.nowhere)
        parts.append(
            Markup(
                '<section class="stretch-of-time" id="{0}.none" tabindex="-1" aria-labelledby="{0}.none-h">'
                '<h3 id="{0}.none-h">Neither a date nor a day of print</h3><ol role="list">{1}</ol></section>'
            ).format(at, told)
        )
    return Markup("").join(parts)


def _section(entries: Sequence[Happened], stretch: Stretch, called: tuple[int, str], at: str, known: Known) -> Markup:
    place, name = called
    here = f"{at}.{place}"
    told = Markup("").join(_row((one, entries[one]), (stretch, f"{here}.grid"), at, known) for one in stretch.entries)
    count = len(stretch.entries)
    two = any(len(stack.column.label) > 1 for stack in stretch.stacks)
    high = 56 if two else 46
    return Markup(
        '<section class="stretch-of-time" id="{here}" tabindex="-1" aria-labelledby="{here}.h">'
        '<h3 id="{here}.h">{name} <span class="tally">{count}</span></h3>'
        '<div class="axis-of-time" aria-hidden="true"><svg class="drawing timeline strip" viewBox="0 0 {wide} {high}">'
        '<defs><path id="{here}.grid" class="grid" d="{grid}"/></defs><g class="axis">{base}{axis}</g></svg></div>'
        '<ol role="list">{told}</ol></section>'
    ).format(
        here=here,
        name=name,
        count=f"{count} {'entry' if count == 1 else 'entries'}",
        wide=number(STRETCH),
        high=high,
        grid="".join(f"M{round(stack.middle)} -{_HALF}V{_HALF}" for stack in stretch.stacks),
        base=breaks(stretch.stacks, 15),
        axis=axis(stretch.stacks, 15),
        told=told,
    )


def _row(numbered: tuple[int, Happened], drawn: tuple[Stretch, str] | None, at: str, known: Known) -> Markup:
    place, entry = numbered
    return Markup('<li id="{}-{}">{}<div>{}{}{}</div></li>').format(
        at,
        plain(entry.id),
        _strip(entry, *drawn, at) if drawn else "",
        _when(entry, place + 1),
        _what(entry, known[1]),
        _whose(entry, known),
    )


# The strip


def _strip(entry: Happened, stretch: Stretch, grid: str, at: str) -> Markup:
    own, printed = (_x(column_of(*days), stretch) for days in ((entry.begin, entry.end), (entry.printed, None)))
    uses = [Markup('<use href="#{}"/>').format(grid), *_marks(entry, own, printed, at)]
    return Markup('<svg class="strip" viewBox="0 -{} {} {}" aria-hidden="true">{}</svg>').format(
        _HALF, number(STRETCH), 2 * _HALF, Markup("").join(uses)
    )


def _x(told: Column | None, stretch: Stretch) -> float | None:
    """Where a date stands: in the finest column that holds it; at the very edge where it is outside of the stretch."""
    if told is None:
        return None
    holding = [s for s in stretch.stacks if s.column.begin <= told.begin and told.last <= s.column.last]
    if holding:
        return round(min(holding, key=lambda stack: -stack.column.minus_days).middle)
    after = [stack for stack in stretch.stacks if stack.column.begin > told.begin]
    before = [stack for stack in stretch.stacks if stack.column.last < told.begin]
    if not after:
        return STRETCH
    return round((before[-1].left + before[-1].width + after[0].left) / 2) if before else 0.0


def _marks(entry: Happened, own: float | None, printed: float | None, at: str) -> Iterator[Markup]:
    use = Markup('<use href="#{}-{}" x="{}"/>')
    mode = plain(entry.mode)
    if own is None:
        if printed is not None:
            yield use.format(at, f"{mode}-in", number(printed))
        return
    if printed is not None and printed != own:
        # Where the day of print lies outside of the stretch, an arrow stands instead of its mark.
        arrow = {0.0: "l6 -4v8l-6 -4", STRETCH: "l-6 -4v8l6 -4"}.get(printed, "")
        yield Markup('<path d="M{} 0H{}{}"/>').format(number(own), number(printed), arrow)
        if not arrow:
            yield use.format(at, "printed", number(printed))
    yield use.format(at, mode, number(own))


# The words


def _when(entry: Happened, number: int) -> Markup:
    told = spoken_days(entry.begin, entry.end)
    printed = spoken_days(entry.printed, None)
    mode = _MODES.get(entry.mode, "" if entry.mode == "actual" else plain(entry.mode))
    when = [Markup("<b>{}</b>").format(told if told and is_dated(entry) else "no date told")]
    when += [Markup("<i>{}</i>").format(mode)] if mode else []
    when += [Markup("printed {}").format(printed or "on a day not known")] if printed != told else []
    sign = Markup("<small>T{}</small> ").format(number)
    return Markup("<p>{}{}</p>").format(sign, Markup(" · ").join(when))


def _what(entry: Happened, where: Callable[[Ref], str | None]) -> Markup:
    href = next((href for ref in entry.units if (href := where(ref))), None)
    return Markup("<p>{}</p>").format(_linked(cut(entry.words, _WORDS), href))


def _linked(words: str, href: str | None) -> Markup:
    return (
        Markup('<a href="{}" dir="auto">{}</a>').format(href, words) if href else Markup("<bdi>{}</bdi>").format(words)
    )


def _whose(entry: Happened, known: Known) -> Markup:
    """On whose word, by whom it is told besides, and where those differ."""
    told = [name for name in entry.sources if not name.startswith(_NOT_STATED)]
    names = Markup("; ").join(Markup("<bdi>{}</bdi>").format(cut(name, _NAME)) for name in told[:_MOST_SOURCES])
    more = f"; and {len(told) - _MOST_SOURCES} more" if len(told) > _MOST_SOURCES else ""
    parts = [Markup("on the word of {}{}").format(names, more)] if told else []
    parts += [Markup("source <bdi>{}</bdi>").format(cut(s, _NAME)) for s in entry.sources if s not in told][:1]
    parts += [*_tellers(entry, known)]
    for difference in entry.differences[:_MOST_DIFFERENCES]:
        parts.append(
            Markup("{}: “<bdi>{}</bdi>” or “<bdi>{}</bdi>”").format(
                difference.kind, cut(difference.before, _NAME), cut(difference.after, _NAME)
            )
        )
    return Markup("<p>{}</p>").format(Markup(" · ").join(parts)) if parts else Markup()


def _tellers(entry: Happened, known: Known) -> Iterator[Markup]:
    """The outlets of several reports that tell it, each leading to its words."""
    reports, where = known
    first: dict[str, Ref] = {}
    for ref in entry.units:
        first.setdefault(ref.report, ref)
    if len(first) < 2:
        return
    outlets: dict[str, Ref] = {}
    for one, ref in first.items():
        outlets.setdefault((reports[one].outlet if one in reports else None) or "outlet not known", ref)
    shown = list(outlets.items())[:_MOST_SOURCES]
    names = Markup(", ").join(_linked(cut(outlet, _NAME), where(ref)) for outlet, ref in shown)
    more = f" and {len(outlets) - len(shown)} more" if len(outlets) > len(shown) else ""
    yield Markup("told in {} reports, by {}{}").format(len(first), names, more)
