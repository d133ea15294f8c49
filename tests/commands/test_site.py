"""A whole site on this machine through `whoseword add`: what its pages tell of themselves is in the store, with where.

The pages and what a person finds on them are in tests/site; each is fetched from a loopback server, read and kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.plain_reader import PlainReader
from tests.site.blind import STYLES_BLIND
from tests.site.gold import Field, Gold
from tests.site.pages import STYLES
from tests.site.serving import Site, served
from whoseword import pipeline
from whoseword.commands.adding import Added, Plan, add
from whoseword.fetching.fetch import Fetcher
from whoseword.fetching.guard import Guard
from whoseword.fetching.limits import Limits
from whoseword.model import Report
from whoseword.reports.read import ReadOptions
from whoseword.store import tables
from whoseword.store.keeping import ReadBy, as_it_came
from whoseword.store.opening import Store, open_store
from whoseword.store.rebuilding import report_of

NOW = datetime(2031, 9, 1, tzinfo=UTC)
# What a reader of the record relies on; the bar of the issue.
WANTED = 0.95


@pytest.fixture(params=[STYLES, STYLES_BLIND], ids=["site", "blind"])
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    with served(request.param) as running:
        yield running


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(pipeline, "_load_reader", PlainReader)
    with open_store(str(tmp_path / "desk.db"), make=True) as opened:
        yield opened


def take(store: Store, site: Site) -> list[Added]:
    """All pages of the site, fetched and kept."""
    guard = Guard(allow_private=True, resolve=lambda *_: ["127.0.0.1"])
    with Fetcher(guard, limits=Limits(pause=0), clock=NOW.timestamp) as fetcher:
        plan = Plan(ReadBy("0", "en"), NOW)
        addresses = [site.in_the_wild(path) for path in site.pages]
        return list(add(store, addresses, ReadOptions(), plan, fetcher=fetcher))


def misses(gold: Gold, report: Report) -> list[tuple[str, object, object]]:
    """The fields that differ from what a person found: (field, wanted, found), each with where it stands."""
    told = dict(report.told_by)

    def found(name: str, value: str | None) -> Field | None:
        return Field(value, told[name]).like(getattr(gold, name)) if value else None

    pairs = [
        ("title", gold.title, found("title", report.title)),
        ("dek", gold.dek, found("dek", report.dek)),
        ("outlet", gold.outlet, found("outlet", report.outlet)),
        ("byline", tuple(field.value for field in gold.byline), report.byline),
        ("day", gold.day, report.published.value),
        ("modified", gold.modified and gold.modified.value[:10], report.modified),
    ]
    places = [("byline", gold.byline), ("modified", (gold.modified,) if gold.modified else ())]
    if gold.published and gold.day == gold.published.value[:10]:
        # Else the best clue was refused, and the day is that of another.
        places.append(("published", (gold.published,)))
    for name, fields in places:
        by = ", ".join(dict.fromkeys(field.by for field in fields))
        if by and told.get(name) != by:
            pairs.append((f"{name} by", by, told.get(name)))
    return [pair for pair in pairs if pair[1] != pair[2]]


def test_a_site_is_kept_as_a_person_reads_it(site: Site, store: Store) -> None:
    """Of all fields of all pages nineteen in twenty are exact, with where they stand; what is no report is told."""
    added = take(store, site)
    with store.reading() as connection:
        rows = {row.id: report_of(row) for row in connection.execute(select(tables.reports))}
    wrong: list[tuple[object, ...]] = []
    fields = 0
    for path, style in site.pages.items():
        came = [one for one in added if one.path == site.in_the_wild(path)]
        reports = [rows[one.id] for one in came if one.id]
        fields += 6 * len(style.golds)
        if len(reports) != len(style.golds):
            wrong += [(style.name, "report", gold.title, None) for gold in style.golds for _ in range(6)]
            continue
        for gold, report in zip(style.golds, reports, strict=True):
            wrong += [(style.name, *miss) for miss in misses(gold, report)]
    assert fields > 6 * len(site.pages) * 0.8
    table = "\n".join(map(str, wrong))
    assert len(wrong) <= (1 - WANTED) * fields, f"{len(wrong)} of {fields} fields differ:\n{table}"


def test_pages_are_kept_as_they_came_and_not_fetched_twice(site: Site, store: Store) -> None:
    """The bytes in the store are those of the server; a second round asks and gets nothing new."""
    pages = {site.in_the_wild(path): style.data for path, style in site.pages.items()}
    for one in take(store, site):
        if one.key:
            with store.reading() as connection:
                assert as_it_came(connection, one.key) == pages[one.path]
    site.asked.clear()
    again = take(store, site)
    assert {one.state for one in again} <= {"known", "unread"}
    assert [status for _, path, status in site.asked if "robots" not in path].count(200) == sum(
        one.state == "unread" for one in again if not one.problems or one.problems[0].code != "not-yet-due"
    )
