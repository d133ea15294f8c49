"""Addresses are fetched once, and that they were visited is kept only once their reports are."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.plain_reader import PlainReader
from whoseword import pipeline
from whoseword.across.intake import Visit
from whoseword.commands.adding import Added, Plan, add_given
from whoseword.commands.visiting import MOST_FETCHES, MOST_TRIES, MOST_WHEN_GONE, Address, visited, without_wait
from whoseword.fetching.fetch import Fetched
from whoseword.model import Problem
from whoseword.reports.given import Found, Given, Unchanged, Unread
from whoseword.reports.read import ReadOptions
from whoseword.store.keeping import ReadBy
from whoseword.store.opening import Store, open_store
from whoseword.store.visits import visit_of

NOW = datetime(2031, 5, 8, 10, 30, tzinfo=UTC)
DAM, FERRY = "https://courier.example/dam", "https://courier.example/ferry"
SAID = b"Ada Rook said that the dam was safe and that nobody had asked."


@dataclass
class Web:
    """Pages by address: bytes, an address to be led to, or a number as the status of a fault."""

    pages: dict[str, bytes | str | int]
    asked: Counter[str] = field(default_factory=Counter)
    when: datetime = NOW

    def fetch(self, url: str, visit: Visit | None = None) -> Fetched:
        """As the fetcher that ships would, without a network."""
        self.asked[url] += 1
        before = visit or Visit(url)
        assert before.url == url
        page = self.pages[url]
        final = page if isinstance(page, str) else url
        data = self.pages[final] if isinstance(page, str) else page
        moment = self.when.isoformat()
        if isinstance(data, int):
            fault = Problem("server-failed", f"{url}: HTTP {data}")
            retry = (self.when + timedelta(minutes=2**before.failures)).isoformat()
            after = replace(before, status=data, failures=before.failures + 1, retry=retry, fault=fault.message)
            return Fetched(after, None, unchanged=False, problems=(fault,), final_url=url)
        assert isinstance(data, bytes)
        mark = hashlib.sha256(data).hexdigest()
        good = Visit(url, etag=mark[:8], sha256=mark, status=200, fetched=moment, feed=before.feed)
        if before.etag == mark[:8]:
            return Fetched(replace(good, status=304), None, unchanged=True, problems=(), final_url=final)
        media = "application/x-ndjson" if data.startswith(b"{") else "text/plain"
        given = Given(url, data, final, url=final, media=media, captured=moment)
        return Fetched(good, given, unchanged=False, problems=(), final_url=final)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "desk.db"
    open_store(str(path), make=True).close()
    return path


@pytest.fixture
def store(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(pipeline, "_load_reader", PlainReader)
    with open_store(str(shutil.copy(template, tmp_path / "desk.db"))) as opened:
        yield opened


def plan(when: datetime = NOW) -> Plan:
    return Plan(ReadBy("0.1.0", "en-test"), when)


def add(store: Store, web: Web, *urls: str | Address, when: datetime = NOW, again: bool = False) -> list[Added]:
    web.when = when
    found = visited(store, urls, web, when=when, again=again)
    return list(found.settling(add_given(store, found, ReadOptions(), plan(when))))


def states(*arguments: object, **options: object) -> list[str]:
    return [one.state for one in add(*arguments, **options)]  # type: ignore[arg-type]


def visit(store: Store, url: str) -> Visit | None:
    with store.reading() as connection:
        return visit_of(connection, url)


def test_a_page_that_has_not_changed_is_not_read_again(store: Store) -> None:
    """The second time the server is asked for changes only, and the report is known."""
    web = Web({DAM: SAID})
    first = visited(store, [DAM], web, when=NOW)
    assert [one.state for one in first.settling(add_given(store, first, ReadOptions(), plan()))] == ["new"]
    assert list(visited(store, [DAM], web, when=NOW)) == [Unchanged(DAM, NOW.isoformat())]
    assert states(store, web, DAM) == ["known"]


def test_a_page_with_other_words_is_a_new_version(store: Store) -> None:
    """Its address is the same."""
    web = Web({DAM: SAID})
    add(store, web, DAM)
    web.pages[DAM] = SAID.replace(b"safe", b"not safe")
    assert states(store, web, DAM) == ["version"]


def test_each_address_is_fetched_once(store: Store) -> None:
    """What stands behind # names a place in the page."""
    web = Web({DAM: SAID})
    assert states(store, web, DAM, f"{DAM}#top", Address(DAM)) == ["new"]
    assert web.asked == {DAM: 1}


class KilledError(BaseException):
    """The end of the process, as far as the program can tell."""


@pytest.mark.parametrize("step", ["adding.keep", "visiting.keep_visit"])
def test_who_is_stopped_in_between_fetches_the_page_again(
    store: Store, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Before the report is kept, and between the report and the visit: no report is lost, none is there twice."""
    web = Web({DAM: SAID, FERRY: b"Tom Bell said that the ferry was late once more on Monday."})

    def stop(*_: object, **__: object) -> None:
        raise KilledError

    found = visited(store, [DAM, FERRY], web, when=NOW)
    with monkeypatch.context() as patched:
        patched.setattr(f"whoseword.commands.{step}", stop)
        with pytest.raises(KilledError):
            list(found.settling(add_given(store, found, ReadOptions(), plan())))
    assert visit(store, DAM) is None
    # The visit to a page is kept when the report of the next one is there.
    assert states(store, web, DAM, FERRY) == (["new"] if step == "adding.keep" else ["known"]) * 2
    assert states(store, web, DAM, FERRY) == ["known", "known"]
    assert [getattr(visit(store, url), "status", None) for url in (DAM, FERRY)] == [304, 304]


def test_a_caller_who_settles_nothing_gets_the_page_again(store: Store) -> None:
    """What nobody says was kept counts as not visited."""
    web = Web({DAM: SAID})
    assert len([each for each in visited(store, [DAM], web, when=NOW) if isinstance(each, Given)]) == 1
    assert len([each for each in visited(store, [DAM], web, when=NOW) if isinstance(each, Given)]) == 1


def test_a_fetch_that_failed_waits_for_its_time(store: Store) -> None:
    """Until then it is told when that is and nothing is asked; then it is tried, and the failures are counted."""
    web = Web({DAM: 500})
    (failed,) = add(store, web, DAM)
    assert (failed.state, [problem.code for problem in failed.problems]) == ("unread", ["server-failed"])
    (waiting,) = add(store, web, DAM)
    assert [problem.code for problem in waiting.problems] == ["not-yet-due"]
    assert "2031-05-08 10:31" in waiting.problems[0].message
    assert "HTTP 500" in waiting.problems[0].message
    assert web.asked == {DAM: 1}
    add(store, web, DAM, when=NOW + timedelta(minutes=1))
    assert getattr(visit(store, DAM), "failures", None) == 2
    web.pages[DAM] = SAID
    assert states(store, web, DAM, when=NOW + timedelta(hours=1)) == ["new"]
    assert getattr(visit(store, DAM), "failures", None) == 0


def test_asked_again_nothing_is_waited_for_and_all_is_fetched(store: Store) -> None:
    """What failed is tried now, what is unchanged comes with its bytes, and failures are still counted."""
    web = Web({DAM: SAID, FERRY: 500})
    add(store, web, DAM, FERRY)
    came = list(visited(store, [DAM, FERRY], web, when=NOW, again=True))
    assert [type(each) for each in came] == [Given, Unread]
    assert getattr(visit(store, FERRY), "failures", None) == 2


@pytest.mark.parametrize(
    ("page", "fault"), [(b" ", "empty"), (b"This is unreadable for the reader.", "reading stopped")]
)
def test_a_page_that_gave_no_report_is_looked_at_again(store: Store, page: bytes, fault: str) -> None:
    """It may have been put up before its text. Its marks are not kept: unchanged, it would be taken for known."""
    web = Web({DAM: page})
    assert states(store, web, DAM)[0] in {"unread", "failed"}
    kept = visit(store, DAM)
    assert kept is not None
    assert (kept.failures, kept.retry, kept.etag, kept.sha256) == (1, "2031-05-08T11:30:00+00:00", None, None)
    assert fault in (kept.fault or "")
    assert states(store, web, DAM, when=NOW + timedelta(hours=2))[0] in {"unread", "failed"}
    assert getattr(visit(store, DAM), "retry", None) == "2031-05-08T14:30:00+00:00"
    web.pages[DAM] = SAID
    assert states(store, web, DAM, when=NOW + timedelta(hours=5)) == ["new"]


@pytest.mark.parametrize(("page", "tries"), [(b" ", MOST_TRIES), (404, MOST_WHEN_GONE), (500, MOST_FETCHES)])
def test_what_fails_too_often_is_given_up(store: Store, page: bytes | int, tries: int) -> None:
    """No time is set for another try, and it says how to try all the same."""
    web, when = Web({DAM: page}), NOW
    for _ in range(tries):
        add(store, web, DAM, when=when)
        when += timedelta(days=30)
    (told,) = add(store, web, DAM, when=when)
    assert web.asked == {DAM: tries}
    assert "--again" in told.problems[0].message
    assert getattr(visit(store, DAM), "retry", "") is None


def test_where_a_page_led_to_counts_as_visited_too(store: Store) -> None:
    """An item of another feed may lead there straight; it is kept with the report, not before."""
    web = Web({"https://t.example/1": DAM, DAM: SAID})
    assert states(store, web, "https://t.example/1") == ["new"]
    assert getattr(visit(store, DAM), "status", None) == 200
    assert states(store, web, DAM) == ["known"]


def test_nothing_is_kept_where_nothing_was_asked(store: Store) -> None:
    """Without the packages for fetching no address is visited."""
    problem = Problem("needs-intake", f"{DAM}: install them")

    class Without:
        def fetch(self, url: str, visit: Visit | None = None) -> Fetched:
            return Fetched(visit or Visit(url), None, unchanged=False, problems=(problem,), final_url=url)

    assert list(visited(store, [DAM], Without(), when=NOW)) == [Unread(DAM, None, (problem,))]
    assert visit(store, DAM) is None


def test_a_page_waits_for_no_package(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What only a missing package kept from being read is fetched again as soon as somebody asks."""
    web = Web({DAM: SAID})
    lacking = Added("unread", DAM, None, problems=(Problem("needs-intake", f"{DAM}: install it"),))
    found = visited(store, [DAM], web, when=NOW)
    assert list(found.settling(lacking for _ in found)) == [lacking]
    assert visit(store, DAM) is None


def test_what_a_feed_says_of_a_page_goes_with_it(store: Store) -> None:
    """The day, for pages that tell none; and the feed, for the visit."""
    day = Found("2031-05-08", "feed")
    found = visited(store, [Address(DAM, "https://courier.example/rss", day)], Web({DAM: SAID}), when=NOW)
    (given,) = [each for each in found if isinstance(each, Given)]
    assert (given.published, given.name) == (day, DAM)
    add(store, Web({DAM: SAID}), Address(DAM, "https://courier.example/rss", day))
    add(store, Web({DAM: SAID}), DAM)
    assert getattr(visit(store, DAM), "feed", None) == "https://courier.example/rss"


def test_several_reports_of_a_page_are_settled_together(store: Store) -> None:
    """The page was visited once the last of them is kept, and one that came to nothing does not spoil it."""
    listed = "https://courier.example/all.jsonl"
    texts = ("Ada Rook said that it rained.", "", "Tom Bell said that it did not.")
    web = Web(
        {
            listed: "\n".join(json.dumps({"text": text, "url": f"{listed}?{text[:3]}"}) for text in texts).encode(),
            FERRY: SAID,
        }
    )
    found = visited(store, [listed, FERRY], web, when=NOW)
    added = found.settling(add_given(store, found, ReadOptions(), plan()))
    seen = [(one.state, visit(store, listed) is not None) for one in added]
    assert seen == [("new", False), ("unread", False), ("new", False), ("new", True)]
    assert visit(store, FERRY) is not None


def test_an_address_that_was_refused_need_not_wait(store: Store) -> None:
    """Nobody was asked; where a redirect led to the refusal, somebody was."""
    problem = Problem("address-refused", f"{DAM}: not asked, as it is an address of a private network")
    later = (NOW + timedelta(minutes=1)).isoformat()
    failed = Visit(DAM, failures=1, retry=later, fault=problem.message)
    assert without_wait(failed, [problem], NOW).retry == NOW.isoformat()
    assert without_wait(replace(failed, status=302), [problem], NOW).retry == later
    assert without_wait(failed, [Problem("server-unreachable", "…")], NOW).retry == later
