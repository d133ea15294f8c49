"""Figures that a watch looks out for -> its notices "figure-moved": from what to what, and on whose word.

for notice in moved(wanted, matter, news):
    print(notice.line)
"""

from __future__ import annotations

from collections.abc import Iterable

from whoseword.across import Point, Series
from whoseword.across.intake import Notice
from whoseword.model import hashed_id
from whoseword.watching.lines import cover, placed, quoted
from whoseword.watching.matter import Matter
from whoseword.watching.news import News
from whoseword.watching.wanted import Wanted, spoken_in


def moved(wanted: Wanted, matter: Matter, news: News) -> list[Notice]:
    """The notices of one watch, one for each new value in a report."""
    made = [notice for series in matter.series for notice in _of_series(wanted, series, matter, news)]
    return list({notice.about: notice for notice in reversed(made)}.values())[::-1]


def _of_series(wanted: Wanted, series: Series, matter: Matter, news: News) -> Iterable[Notice]:
    for place, point in enumerate(series.points):
        earlier = [each for each in series.points[:place] if each.ref.report != point.ref.report]
        version = matter.version(point.ref)
        if not news.is_new(point.ref) or not earlier or version is None:
            continue
        if (point.value, point.high) in {(each.value, each.high) for each in series.points[:place]}:
            continue
        before = earlier[-1]
        if not (_says(wanted, point, matter) or _says(wanted, before, matter)) or not _counts(wanted, series, point):
            continue
        units = matter.around(point.ref, point.span)
        span = cover(units[0].spans) if units else point.span
        span = span if span[0] <= point.span[0] and point.span[1] <= span[1] else point.span
        line = f"Watch {wanted.watch.number}: {_thing(series)} moved from {_figure(before, matter)}, to "
        yield Notice(
            watch=wanted.watch.number,
            kind="figure-moved",
            about=hashed_id("figure", version.lineage, series.of, str(point.value), str(point.high)),
            line=f"{line}{_figure(point, matter)}: {quoted(version.text[slice(*span)])}",
            words=version.text[slice(*span)],
            report=version.id,
            span=span,
        )


def _says(wanted: Wanted, point: Point, matter: Matter) -> bool:
    """Whether the words around a figure say what is watched, numbers aside."""
    return wanted.is_about(spoken_in(matter.around(point.ref, point.span)))


def _counts(wanted: Wanted, series: Series, point: Point) -> bool:
    """Whether something watched is what is counted, or where: beside it, any other figure may stand."""
    named = spoken_in((), " ".join((point.words, series.of, series.where or "", series.definition or "")))
    return any(not word.is_number and not word.stems.isdisjoint(named.stems) for word in wanted.words)


def _thing(series: Series) -> str:
    place = f" in {series.where}" if series.where else ""
    return f"{series.of}{place}{f' ({series.definition})' if series.definition else ''}"


def _figure(point: Point, matter: Matter) -> str:
    version = matter.version(point.ref)
    place = f" in {placed(version.outlet, version.published)}" if version else ""
    return f"“{point.words}”, on the word of {point.on_word_of}{place}"
