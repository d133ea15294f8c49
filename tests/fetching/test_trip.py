"""On the way to a page: redirects, robots.txt and pauses, with a server on the loopback address."""

from __future__ import annotations

import threading

import httpcore2
import pytest

from tests.fetching.serving import NOON, NOTHING_THERE, Clock, answer, fetcher, leading, serving
from whoseword.fetching.fetch import Fetcher
from whoseword.fetching.guard import Guard

FORBIDDEN = b"User-agent: *\nDisallow: /desk/"


def test_five_redirects_are_followed_and_no_sixth():
    """The bound holds, whatever the addresses are."""
    with serving({f"/{n}": leading(f"/{n + 1}") for n in range(1, 7)}) as server:
        server.pages["/7"] = answer()
        assert fetcher().fetch(server.url("/2")).given is not None
        fetched = fetcher().fetch(server.url("/1"))
    assert [problem.code for problem in fetched.problems] == ["redirect-broken"]
    assert fetched.problems[0].message.startswith(server.url("/1"))


@pytest.mark.parametrize("pages", [{"/1": "/1"}, {"/1": "/2", "/2": "/1"}, {"/1": "/2", "/2": "/3", "/3": "/2#x"}])
def test_a_circle_of_redirects_is_left(pages):
    """An address that comes again ends the fetch."""
    with serving({path: leading(location) for path, location in pages.items()}) as server:
        fetched = fetcher().fetch(server.url("/1"))
    assert fetched.problems[0].code == "redirect-broken"
    assert "circle" in fetched.problems[0].message
    assert len(server.came) == len(pages) + 1


@pytest.mark.parametrize("location", ["", "http://[::1", "//"])
def test_a_redirect_to_nowhere_is_told(location):
    """A redirect without an address, or with a broken one, is a problem."""
    with serving({"/1": leading(location)}) as server:
        assert fetcher().fetch(server.url("/1")).problems[0].code in {"redirect-broken", "address-refused"}


def test_a_redirect_may_have_spaces_and_letters():
    """Addresses as servers write them, against the rules, are followed."""
    with serving(
        {"/1": leading(" /the gate/größe ".encode().decode("latin-1")), "/the%20gate/gr%C3%B6%C3%9Fe": answer()}
    ) as server:
        assert fetcher().fetch(server.url("/1")).given is not None


def test_a_redirect_from_https_to_http_is_told():
    """The page is taken, with a problem: anybody on the way could have changed it."""
    answers = [NOTHING_THERE, leading("http://aldmoor.example/dam"), NOTHING_THERE, answer()]
    guard = Guard(resolve=lambda *_: ["93.184.216.34"], connect=lambda *_: httpcore2.MockStream([answers.pop(0)]))
    fetched = Fetcher(guard, sleep=lambda _: None).fetch("https://aldmoor.example/dam")
    assert fetched.given is not None
    assert [problem.code for problem in fetched.problems] == ["redirect-insecure"]
    assert fetched.given.problems == fetched.problems


# robots.txt


def test_robots_are_asked_first_and_once():
    """Before the first page of a server its robots.txt is read, and then kept."""
    with serving({"/robots.txt": answer(FORBIDDEN), "/1": answer(), "/2": answer()}) as server, fetcher() as ours:
        assert [ours.fetch(server.url(path)).given is not None for path in ("/1", "/2", "/desk/3")] == [
            True,
            True,
            False,
        ]
    assert server.paths() == ["/robots.txt", "/1", "/2"]


@pytest.mark.parametrize(
    ("robots", "code"),
    [
        (answer(FORBIDDEN), "robots-refused"),
        (answer(b"User-agent: whoseword\nDisallow: /"), "robots-refused"),
        (answer(b"User-agent: otherbot\nDisallow: /"), None),
        (answer(b"User-agent: whoseword\nAllow: /\n\nUser-agent: *\nDisallow: /"), None),
        (answer(b"<html><p>Not here.</p></html>"), None),
        (answer(b""), None),
        (answer(status="404 x"), None),
        (answer(status="403 x"), None),
        (answer(status="429 x"), "robots-unreachable"),
        (answer(status="500 x"), "robots-unreachable"),
        (answer(status="503 x"), "robots-unreachable"),
        (b"", "robots-unreachable"),
        (b"SSH-2.0-x\r\n\r\n", "robots-unreachable"),
        (leading("/rules.txt"), "robots-refused"),
        (leading("/robots.txt"), None),
        (leading("http://169.254.169.254/"), "robots-unreachable"),
        (answer(FORBIDDEN + b"\n#" * 2_000_000), "robots-refused"),
        (answer(b"\xef\xbb\xbf" + FORBIDDEN), "robots-refused"),
    ],
)
def test_robots_are_obeyed(robots, code):
    """4xx allows all, what cannot be reached forbids all, and rules count (RFC 9309)."""
    with serving({"/robots.txt": robots, "/rules.txt": answer(FORBIDDEN), "/desk/1": answer()}) as server:
        fetched = fetcher().fetch(server.url("/desk/1"))
    assert [problem.code for problem in fetched.problems] == [code] * (code is not None)
    assert (fetched.given is None) == (code is not None) == ("/desk/1" not in server.paths())


def test_robots_that_cannot_be_had_are_not_asked_for_with_every_page():
    """For ten minutes a server without readable rules is not asked again, then it is."""
    clock = Clock()
    with serving({"/robots.txt": answer(status="500 x"), "/1": answer()}) as server:
        ours = fetcher(clock=clock, sleep=clock.sleep)
        assert [ours.fetch(server.url("/1")).problems[0].code for _ in range(3)] == ["robots-unreachable"] * 3
        assert server.paths() == ["/robots.txt"]
        server.pages["/robots.txt"] = NOTHING_THERE
        clock.now += 601
        assert ours.fetch(server.url("/1")).given is not None


def test_a_server_that_is_busy_with_its_robots_is_left_alone():
    """The time that it names counts for its pages too."""
    with serving({"/robots.txt": answer(status="429 x", Retry_After="7200"), "/1": answer()}) as server:
        ours = fetcher(clock=lambda: NOON)
        visits = [ours.fetch(server.url("/1")).visit for _ in range(2)]
    assert [visit.retry for visit in visits] == ["2031-05-08T14:00:00+00:00"] * 2
    assert server.paths() == ["/robots.txt"]


def test_robots_of_the_server_that_a_redirect_leads_to_count_too():
    """Each server is asked for its own rules."""
    with serving({"/robots.txt": answer(FORBIDDEN)}) as other:
        with serving({"/1": leading(other.url("/desk/1"))}) as server:
            fetched = fetcher().fetch(server.url("/1"))
        assert (fetched.problems[0].code, other.paths()) == ("robots-refused", ["/robots.txt"])


def test_an_agent_of_ones_own_is_told_and_looked_up():
    """Whoever names the program otherwise is bound by the rules for that name."""
    robots = answer(b"User-agent: aldmoordesk\nDisallow: /")
    with serving({"/robots.txt": robots, "/1": answer()}) as server:
        assert fetcher(agent="AldmoorDesk/2 (a@b.example)").fetch(server.url("/1")).problems[0].code == "robots-refused"
    assert server.came[0].headers["user-agent"] == "AldmoorDesk/2 (a@b.example)"


# Pauses


@pytest.mark.parametrize(
    ("robots", "slept"),
    [
        (NOTHING_THERE, [1, 1]),
        (answer(b"User-agent: *\nCrawl-delay: 7"), [7, 7]),
        (answer(b"User-agent: *\nCrawl-delay: 0.1"), [1, 1]),
        (answer(b"User-agent: *\nCrawl-delay: 86400"), [30, 30]),
        (answer(b"User-agent: *\nRequest-rate: 1/10s"), [10, 10]),
        (answer(b"User-agent: otherbot\nCrawl-delay: 9"), [1, 1]),
        (answer(b"User-agent: *\nCrawl-delay: inf"), [1, 1]),
    ],
)
def test_pauses_between_requests_to_one_host(robots, slept):
    """A second, or what robots.txt asks for up to a bound, lies between two requests."""
    clock = Clock()
    with serving({"/robots.txt": robots, "/1": answer(), "/2": answer()}) as server:
        ours = fetcher(clock=clock, sleep=clock.sleep)
        ours.fetch(server.url("/1"))
        ours.fetch(server.url("/2"))
    assert clock.slept == slept


def test_other_hosts_need_no_pause():
    """The pause is that of one host; time that has gone by anyway counts."""
    clock = Clock()
    net = Guard(resolve=lambda *_: ["93.184.216.34"], connect=lambda *_: httpcore2.MockStream([answer()]))
    ours = Fetcher(net, clock=clock, sleep=clock.sleep)
    for host in ("a.example", "b.example", "a.example"):
        ours.fetch(f"http://{host}/robots.txt")
        clock.now += 0.25
    assert clock.slept == [0.5]


def test_one_request_at_a_time():
    """Threads that share a fetcher wait for each other."""
    under_way, most = [], []

    def page(connection, _) -> None:
        under_way.append(1)
        most.append(len(under_way))
        connection.sendall(answer())
        under_way.pop()

    with serving({f"/{n}": page for n in range(4)}) as server, fetcher() as ours:
        threads = [threading.Thread(target=ours.fetch, args=(server.url(f"/{n}"),)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert most == [1, 1, 1, 1]
