"""Visits are kept and found again in both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from whoseword.across.intake import Visit
from whoseword.store.visits import failed_for, forget_visit, is_due, keep_visit, moment, unmarked, visit_of, visits_of

NOW = datetime(2031, 5, 8, 10, 30, tzinfo=UTC)
FEED = "https://courier.example/rss"
# Longer than an index of PostgreSQL takes.
URL = f"https://courier.example/dam?{'x' * 9_000}"
FULL = Visit(
    url=URL,
    etag='W/"7"',
    last_modified="Thu, 08 May 2031 10:00:00 GMT",
    sha256="a" * 64,
    status=500,
    fetched="2031-05-08T10:30:00+00:00",
    failures=2,
    retry="2031-05-08T10:45:00+00:00",
    fault="a fault with NUL \0 and \ud83d",
    feed=FEED,
)


def test_a_visit_comes_back_as_it_was_kept(store):
    """Every field, whatever its characters; an address that was not visited gives nothing."""
    with store.writing() as connection:
        keep_visit(connection, FULL)
        keep_visit(connection, Visit("https://courier.example/bare"))
    with store.reading() as connection:
        assert visit_of(connection, URL) == FULL
        assert visit_of(connection, "https://courier.example/bare") == Visit("https://courier.example/bare")
        assert visit_of(connection, "https://courier.example/none") is None
        assert visits_of(connection, [URL, "https://courier.example/none"]) == {URL: FULL}


def test_the_last_visit_counts(store):
    """One row an address: what was told before and not now is gone."""
    with store.writing() as connection:
        keep_visit(connection, FULL)
        keep_visit(connection, Visit(URL, status=200))
        assert visit_of(connection, URL) == Visit(URL, status=200)
        forget_visit(connection, URL)
        assert visit_of(connection, URL) is None


def test_moments_of_any_zone_are_kept_as_the_same_moment(store):
    """They come back in UTC."""
    with store.writing() as connection:
        keep_visit(connection, Visit(URL, fetched="2031-05-08T06:30:00-04:00"))
        found = visit_of(connection, URL)
    assert found is not None
    assert found.fetched == "2031-05-08T10:30:00+00:00"


@pytest.mark.parametrize("value", ["2031-05-08T10:30:00", "soon"])
def test_what_is_no_moment_is_refused(value):
    """A moment without a zone could be any of 26."""
    with pytest.raises(ValueError, match=r"31-05-08|soon"):
        moment(value)


def test_failed_visits_are_found_by_their_feed(store):
    """Those of one feed that failed, in the order of their addresses."""
    with store.writing() as connection:
        for name, failures, feed in (("b", 1, FEED), ("a", 3, FEED), ("c", 0, FEED), ("d", 1, "https://bell.example/")):
            keep_visit(connection, Visit(f"https://courier.example/{name}", failures=failures, feed=feed))
    with store.reading() as connection:
        assert [visit.url[-1] for visit in failed_for(connection, FEED)] == ["a", "b"]


@pytest.mark.parametrize(
    ("visit", "due"),
    [
        (replace(FULL, retry=NOW.isoformat()), True),
        (replace(FULL, retry=(NOW + timedelta(seconds=1)).isoformat()), False),
        (replace(FULL, retry=None), False),
        (replace(FULL, failures=0), False),
    ],
)
def test_a_visit_is_due_when_it_failed_and_its_time_has_come(visit, due):
    """One that went well, or was given up, never is."""
    assert is_due(visit, NOW) is due


def test_without_its_marks_a_visit_asks_for_everything():
    """The failures are still counted."""
    assert unmarked(FULL) == replace(FULL, etag=None, last_modified=None, sha256=None)
