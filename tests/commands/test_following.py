"""`whoseword follow` as it is typed, against a site on the loopback address that the test makes."""

from __future__ import annotations

import hashlib
import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from tests.fetching.serving import Came, Server, answer, fetcher, leading, serving
from tests.plain_reader import PlainReader
from whoseword import cli, pipeline
from whoseword.across.intake import Visit
from whoseword.commands import following
from whoseword.errors import UsageError
from whoseword.fetching.fetch import Fetched, Fetcher
from whoseword.fetching.guard import Guard
from whoseword.model import Published
from whoseword.store.asking import reports_of
from whoseword.store.opening import open_store

START = datetime(2031, 5, 8, 10, 30, tzinfo=UTC)
NAMES = "dam ferry bridge mill quarry".split()
app = typer.Typer(cls=cli._Commands)
app.add_typer(following.following)
app.callback()(lambda: None)


@dataclass
class Clock:
    """The time that everything goes by: it moves when somebody waits, and ends the work after so many waits."""

    now: datetime = START
    waited: list[float] = field(default_factory=list)
    most: int = 99

    def seconds(self) -> float:
        return self.now.timestamp()

    def sleep(self, seconds: float) -> None:
        if len(self.waited) >= self.most:
            raise KeyboardInterrupt
        self.waited.append(seconds)
        self.now += timedelta(seconds=seconds)


@dataclass
class Site:
    """A site with a feed; pages are plain texts. What is sent has a mark, and unchanged it is not sent again."""

    server: Server

    def put(self, path: str, body: str, media: str = "text/plain") -> None:
        mark = f'"{hashlib.sha256(body.encode()).hexdigest()[:8]}"'
        whole = answer(body.encode(), Content_Type=f"{media}; charset=utf-8", ETag=mark)

        def send(connection: socket.socket, came: Came) -> None:
            same = came.headers.get("if-none-match") == mark
            connection.sendall(answer(b"", status="304 Not Modified", ETag=mark) if same else whole)

        self.server.pages[path] = send

    def feed(self, *names: str, path: str = "/rss", title: str = "Aldmoor Courier") -> None:
        """The feed, with these items, the newest first; a name with a slash is the address itself."""
        items = "".join(
            f"<item><title>{name}</title><link>{name if '/' in name else f'/{name}'}</link>"
            f"<pubDate>Thu, 08 May 2031 09:00:00 GMT</pubDate></item>"
            for name in names
        )
        text = f"<rss version='2.0'><channel><title>{title}</title><link>/</link>{items}</channel></rss>"
        self.put(path, text, "application/rss+xml")

    def pages(self, *names: str) -> None:
        for name in names:
            self.put(f"/{name}", f"Ada Rook said that the {name} of Aldmoor was shut on Monday for the {name} feast.")

    def url(self, path: str = "/rss") -> str:
        return self.server.url(path)

    def asked(self) -> list[str]:
        """The paths that were asked for since the last time."""
        paths = [path for path in self.server.paths() if path != "/robots.txt"]
        self.server.came.clear()
        return paths


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as server:
        found = Site(server)
        found.pages(*NAMES)
        found.feed("dam", "ferry")
        yield found


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Clock:
    """No model, no pauses, a clock of the test's own, and a folder for the store."""
    made = Clock()
    monkeypatch.setattr(pipeline, "_load_reader", PlainReader)
    monkeypatch.setattr(following, "now", lambda: made.now)
    monkeypatch.setattr(following, "sleep", made.sleep)
    monkeypatch.setattr("whoseword.fetching.fetch.Fetcher", lambda _: fetcher(clock=made.seconds))
    monkeypatch.chdir(tmp_path)
    return made


def run(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(app, ["follow", *arguments])
    assert result.exit_code == code, result.output
    return result


def rows(*arguments: str, code: int = 0) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(*arguments, "--format", "jsonl", code=code).stdout.splitlines()]


def came(*arguments: str) -> tuple[list[object], list[object]]:
    """The states of the feeds and of the reports of a round."""
    found = rows(*arguments)
    feeds = [row["state"] for row in found if row.get("kind") == "feed"]
    return feeds, [row["state"] for row in found if "kind" not in row]


def test_new_items_come_in_once(site: Site) -> None:
    """The first time all is new; then the feed is unchanged; then what is new in it is fetched and nothing else."""
    assert came(site.url()) == (["read"], ["new", "new"])
    assert site.asked() == ["/rss", "/dam", "/ferry"]
    assert came() == (["unchanged"], [])
    site.feed("bridge", "dam", "ferry")
    assert came() == (["read"], ["new"])
    assert site.asked() == ["/rss", "/rss", "/bridge"]


def test_a_round_is_summed_up_and_names_what_failed(site: Site) -> None:
    """Feeds and reports by what became of them, and each failure with its reason."""
    site.feed("dam", "gone", "ferry")
    result = run(site.url(), site.url("/none"))
    assert f"feed read       {site.url()} (Aldmoor Courier): 3 items, 3 new" in result.stdout
    assert "Feeds: 1 read. Reports: 2 new, 1 not read. The store is whoseword.db" in result.stdout
    assert f"{site.url('/gone')}: there is no such page any more" in result.stderr
    assert f"{site.url('/none')}: there is no such page any more" in result.stderr


def test_feeds_are_taken_in_turn(site: Site) -> None:
    """So that no server is asked twice in a row where there are several."""
    site.feed("bridge", "mill", path="/atom", title="Bell")
    run(site.url(), site.url("/atom"))
    assert site.asked() == ["/rss", "/atom", "/dam", "/bridge", "/ferry", "/mill"]


def test_an_item_of_two_feeds_is_fetched_once(site: Site) -> None:
    """The same address, in two feeds or twice in one."""
    site.feed("dam", "ferry", "dam", path="/atom")
    assert came(site.url(), site.url("/atom")) == (["read", "read"], ["new", "new"])
    assert site.asked() == ["/rss", "/atom", "/dam", "/ferry"]


def test_an_item_that_leads_on_is_one_report(site: Site) -> None:
    """Through a counter and straight: the page is fetched once."""
    site.server.pages["/count"] = leading(site.url("/dam"))
    site.feed("count")
    assert came(site.url()) == (["read"], ["new"])
    site.feed("dam", "count")
    assert came() == (["read"], [])


def test_an_item_that_failed_is_tried_again_when_its_time_comes(site: Site, clock: Clock) -> None:
    """Not before; and even where the feed has lost it since."""
    site.server.pages["/ferry"] = answer(b"", status="500 Oops")
    assert came(site.url()) == (["read"], ["new", "unread"])
    site.feed("dam")
    assert came() == (["read"], [])
    assert came() == (["unchanged"], [])
    clock.now += timedelta(hours=1)
    site.pages("ferry")
    assert came() == (["read"], ["new"])
    assert came() == (["unchanged"], [])


def test_a_feed_that_failed_is_tried_again_when_its_time_comes(site: Site, clock: Clock) -> None:
    """With twice the wait each time; what is wrong is told each time, and shown in the list."""
    run(site.url())
    site.server.pages["/rss"] = answer(b"", status="500 Oops")
    assert [row["state"] for row in rows(code=1)] == ["failed"]
    site.asked()
    waiting = run(code=1)
    assert "feed not due" in waiting.stdout
    assert "2031-05-08 10:31" in waiting.stderr
    assert site.asked() == []
    assert "failed 2031-05-08 10:30 UTC: its server has a fault" in run("--list").stdout
    clock.now += timedelta(minutes=1)
    assert [row["state"] for row in rows(code=1)] == ["failed"]
    clock.now += timedelta(minutes=2)
    site.feed("bridge")
    assert came() == (["read"], ["new"])
    assert "failed" not in run("--list").stdout


def test_a_page_that_its_feed_says_was_changed_is_fetched_again(site: Site, clock: Clock) -> None:
    """Where the moment is after the last visit and is that of this entry alone; a page that stayed is known."""
    entry = "<entry><link href='/{}'/><id>{}</id><updated>{}</updated></entry>"
    day, later, future = "2031-05-08T09:00:00Z", "2031-05-08T11:00:00Z", "2032-01-01T00:00:00Z"

    def put(**moments: str) -> None:
        entries = "".join(entry.format(name, name, moment) for name, moment in moments.items())
        site.put("/rss", f"<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title>{entries}</feed>")

    put(dam=day, ferry=day, bridge=day)
    assert came(site.url()) == (["read"], ["new"] * 3)
    clock.now += timedelta(hours=1)
    put(dam=later, ferry=future, bridge=day)
    site.put("/dam", "Ada Rook said that the dam of Aldmoor was open on Monday for the dam feast.")
    site.asked()
    assert came() == (["read"], ["version"])
    assert site.asked() == ["/rss", "/dam"]
    put(dam="2031-05-08T11:10:00Z", ferry="2031-05-08T11:10:00Z", bridge="2031-05-08T11:10:00Z")
    clock.now += timedelta(hours=1)
    assert came() == (["read"], [])


def test_the_rest_comes_in_the_next_rounds(site: Site) -> None:
    """--limit bounds the new items of a feed in a round; a feed with some left is read whole again."""
    site.feed(*NAMES)
    first = run(site.url(), "--limit", "2")
    assert "5 items, 2 new, 3 later" in first.stdout
    assert "3 left for the next round" in first.stdout
    assert came("--limit", "2") == (["read"], ["new", "new"])
    assert came("--limit", "2") == (["read"], ["new"])
    assert came("--limit", "2") == (["unchanged"], [])


@pytest.mark.parametrize("broken", ["/dam", "/ferry", "/rss"])
def test_who_is_stopped_goes_on_where_it_ended(site: Site, broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while a feed or a page is fetched: exit code 130, a summary, a good store, and then the rest."""
    fetch = Fetcher.fetch

    def stopping(self: Fetcher, url: str, visit: Visit | None = None) -> Fetched:
        if url.endswith(broken):
            raise KeyboardInterrupt
        return fetch(self, url, visit)

    with monkeypatch.context() as patched:
        patched.setattr(Fetcher, "fetch", stopping)
        stopped = run(site.url(), code=130)
    assert "goes on where this one ended" in stopped.stderr
    # The page before the stop is fetched once more: what became of it was told, but nobody came for the next one.
    assert came(site.url()) == (["read"], ["known" if broken == "/ferry" else "new", "new"])
    assert came() == (["unchanged"], [])


def test_round_after_round_until_somebody_stops_it(site: Site, clock: Clock) -> None:
    """--every waits from the beginning of one round to that of the next; ctrl-C while it waits ends with a summary."""
    clock.most = 2
    result = run(site.url(), "--every", "15m", code=130)
    assert clock.waited == [900.0, 900.0]
    assert result.stdout.count("The store is") == 3
    assert "All rounds. Feeds: 1 read, 2 unchanged. Reports: 2 new." in result.stdout
    assert "Stopped" in result.stderr


@pytest.mark.parametrize(("words", "seconds"), [("15m", 900), ("2h", 7_200), ("90s", 90), (" 1 D ", 86_400)])
def test_times_are_read(words: str, seconds: int) -> None:
    """Seconds, minutes, hours, days."""
    assert following.seconds_of(words) == seconds


@pytest.mark.parametrize("words", ["15", "m", "59s", "0m", "-5m", "1.5h", "1w", "31d", "", "٣m"])
def test_times_that_make_no_sense_are_refused(words: str) -> None:
    """Nobody is asked more than once a minute."""
    with pytest.raises(UsageError, match="--every"):
        following.seconds_of(words)


@pytest.mark.parametrize(
    "options",
    [
        ("--list", "--export", "a.opml"),
        ("--list", "https://a.example/"),
        ("--discover",),
        ("--discover", "https://a.example/", "--every", "15m"),
        ("--list", "--sitemap"),
        ("--forget", "https://a.example/", "--every", "15m"),
        ("https://a.example/", "--limit", "0"),
        ("https://a.example/", "--every", "soon"),
        ("https://a.example/", "--jobs", "0"),
    ],
)
def test_options_that_make_no_sense_together_are_refused(options: tuple[str, ...]) -> None:
    """Before anything is fetched, and no store is made."""
    run(*options, code=2)
    assert list(Path().iterdir()) == []


def test_what_an_option_excludes_is_named() -> None:
    """Each of the others, so that one look is enough."""
    told = run("--list", "https://a.example/", "--every", "15m", code=2).stderr
    assert told == "whoseword: --list is used alone, not with --every and FEED\n"


def test_a_refused_feed_is_asked_as_soon_as_it_may_be(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --allow-private nobody was asked, so that nobody has to be left alone."""
    run(site.url())
    with monkeypatch.context() as strict:
        strict.setattr("whoseword.fetching.fetch.Fetcher", lambda _: Fetcher(Guard()))
        assert "--allow-private lets it pass" in run(code=1).stderr
    assert came() == (["unchanged"], [])


# Sites


def page(*links: str) -> str:
    head = "".join(f'<link rel="alternate" type="application/rss+xml" title="{each}" href="{each}">' for each in links)
    return f"<!doctype html><html><head><title>Courier</title>{head}</head><body><p>News</p></body></html>"


def test_a_site_with_one_feed_leads_to_it(site: Site) -> None:
    """The feed is followed, not the page."""
    site.put("/", page("/rss"), "text/html")
    assert came(site.url("/")) == (["read"], ["new", "new"])
    assert [row["url"] for row in rows("--list")] == [site.url()]


def test_a_site_with_several_feeds_says_what_to_type(site: Site) -> None:
    """None is chosen, nothing is followed."""
    site.put("/", page("/rss", "/sport"), "text/html")
    result = run(site.url("/"), code=1)
    assert f"whoseword follow '{site.url()}'   # /rss" in result.stdout
    assert f"whoseword follow '{site.url('/sport')}'" in result.stdout
    assert rows("--list") == []


def test_a_site_without_a_feed_shows_its_sitemaps(site: Site) -> None:
    """Where it has neither, the remedy is told."""
    site.put("/", page(), "text/html")
    assert "[no-feed-found]" in run(site.url("/"), code=1).stderr
    site.put("/sitemap.xml", f"<urlset><url><loc>{site.url('/dam')}</loc></url></urlset>", "application/xml")
    assert f"whoseword follow '{site.url('/sitemap.xml')}'   # a sitemap" in run(site.url("/"), code=1).stdout


def test_what_a_site_has_is_listed_without_following(site: Site) -> None:
    """--discover needs no store and makes none."""
    site.put("/", page("/rss"), "text/html")
    site.put("/sitemap.xml", f"<urlset><url><loc>{site.url('/dam')}</loc></url></urlset>", "application/xml")
    found = rows("--discover", site.url("/"))
    assert [(row["what"], row["url"]) for row in found] == [("feed", site.url()), ("sitemap", site.url("/sitemap.xml"))]
    assert list(Path().iterdir()) == []


def test_a_sitemap_is_followed_like_a_feed(site: Site) -> None:
    """The news in an index of sitemaps come in once; a part is asked for changes only."""
    site.put("/", page("/rss"), "text/html")
    url = "<url><loc>{}</loc><news><publication_date>2031-05-07</publication_date></news></url>"
    site.put("/new.xml", f"<urlset>{url.format(site.url('/dam'))}</urlset>", "application/xml")
    index = f"<sitemapindex><sitemap><loc>{site.url('/new.xml')}</loc></sitemap></sitemapindex>"
    site.put("/sitemap.xml", index, "application/xml")
    assert came("--sitemap", site.url("/")) == (["read"], ["new"])
    assert came() == (["read"], [])
    site.put("/new.xml", f"<urlset>{url.format(site.url('/mill'))}</urlset>", "application/xml")
    assert came() == (["read"], ["new"])


def test_what_cannot_be_followed_is_told(site: Site) -> None:
    """A feed that is none, an address that is none, a file that is not there; the others are followed."""
    site.put("/bad", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel/></rss>", "application/rss+xml")
    result = run(site.url(), site.url("/bad"), "feeds.opml", "https:///x")
    assert "[no-feed-found]" in result.stderr
    assert result.stderr.count("[not-found]") == 2
    assert "Reports: 2 new" in result.stdout
    assert [row["url"] for row in rows("--list")] == [site.url()]


def test_a_feed_that_becomes_hostile_is_told(site: Site) -> None:
    """It stays followed and is tried again."""
    run(site.url())
    site.put("/rss", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel/></rss>", "application/rss+xml")
    assert "[xml-refused]" in run(code=1).stderr


def test_this_machine_is_not_fetched_from_unless_allowed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --allow-private the guard of the fetcher stands."""
    monkeypatch.setattr("whoseword.fetching.fetch.Fetcher", Fetcher)
    assert "[address-refused]" in run(site.url(), code=1).stderr


# The feeds that are followed


def test_lists_of_feeds_come_in_and_go_out(site: Site) -> None:
    """All feeds of a file are followed; written out, they are the same, with their titles."""
    site.feed("mill", path="/atom", title="Bell")
    Path("in.opml").write_text(
        f"<opml><body><outline text='News'><outline text='B' xmlUrl='{site.url('/atom')}'/>"
        f"<outline text='C' xmlUrl='{site.url()}'/></outline></body></opml>",
        "utf-8",
    )
    assert came("in.opml") == (["read", "read"], ["new", "new", "new"])
    assert "out.opml lists 2 feeds" in run("--export", "out.opml").stdout
    assert run("--export", "-").stdout_bytes == Path("out.opml").read_bytes()
    assert 'title="Bell"' in Path("out.opml").read_text("utf-8")
    run("out.opml", "--store", "other.db")
    assert [row["url"] for row in rows("--list", "--store", "other.db")] == sorted([site.url(), site.url("/atom")])


def test_a_feed_is_forgotten(site: Site) -> None:
    """Its reports stay; forgotten twice is a fault; without a feed there is nothing to follow."""
    run(site.url())
    assert "is followed no longer" in run("--forget", site.url()).stdout
    assert "is not followed" in run("--forget", site.url(), code=1).stderr
    assert "No feed is followed" in run("--list").stdout
    assert "follows no feed yet" in run(code=2).stderr
    assert "nothing to write" in run("--export", "a.opml", code=1).stderr
    assert came(site.url()) == (["read"], [])


def test_without_a_store_there_is_nothing_to_look_at() -> None:
    """A store is made where feeds are given, and nowhere else."""
    assert "there is no store" in run("--list", code=1).stderr
    assert "there is no store" in run(code=1).stderr
    assert list(Path().iterdir()) == []


def test_what_failed_is_counted_in_the_list(site: Site) -> None:
    """When a feed was read, and how many of its items gave no report."""
    site.feed("dam", "gone")
    run(site.url())
    line = run("--list").stdout
    assert line == f"{site.url()} (Aldmoor Courier): read 2031-05-08 10:30 UTC; 1 page of it gave no report\n"


def test_pages_of_the_web_are_read_with_the_day_that_their_feed_tells(site: Site) -> None:
    """Where the page tells none. Its outlet is never taken from the title of the feed."""
    said = [
        "Ada Rook said that the mill of Aldmoor was shut on Monday, and that it would stay so for the whole summer.",
        "A miller said that nobody had asked him, and that the wheel had turned without a fault since it was mended.",
        "The council meets again in June. Until then the grain of the valley is taken to the mill at Orsel by barge.",
    ]
    body = "".join(f"<p>{each}</p>" for each in said)
    site.put("/mill", f"<!doctype html><html lang=en><body><article><h1>Mill shut</h1>{body}</article>", "text/html")
    site.feed("mill")
    assert came(site.url()) == (["read"], ["new"])
    with open_store("whoseword.db") as store, store.reading() as connection:
        (report,) = reports_of(connection)
    assert (report.outlet, report.url) == (None, site.url("/mill"))
    assert report.published == Published("2031-05-08", "metadata")
    assert dict(report.told_by)["published"] == "feed"
