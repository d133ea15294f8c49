"""The guard against requests into private networks: no form of an address gets past it, and good ones do."""

from __future__ import annotations

import time

import httpcore2
import pytest

from tests.fetching.forms import GOOD, NEVER, PUBLIC, PUBLIC_6, REFUSED
from tests.fetching.serving import NOTHING_THERE, answer, leading
from whoseword.fetching.faults import StoppedError
from whoseword.fetching.fetch import Fetched, Fetcher
from whoseword.fetching.guard import Guard
from whoseword.fetching.limits import Limits
from whoseword.fetching.posting import post


def can_be_led_to(url: str) -> bool:
    """Whether a header can hold it, and it is not read as a path of the server that redirects."""
    return url.isascii() and url.isprintable() and " " not in url and url.startswith(("http://", "https://", "file:"))


class Net:
    """A network of one page for all servers, that writes down where connections go and never leaves this process."""

    def __init__(self, *answers: bytes, names: dict[str, list[list[str]]] | None = None) -> None:
        self.answers = [*answers]
        self.names = names or {}
        self.asked: list[str] = []
        self.reached: list[str] = []

    def resolve(self, host: str, *_: object) -> list[str]:
        """What the test says of a name, one answer after the other; the last one holds."""
        self.asked.append(host)
        turns = self.names.get(host, [[PUBLIC]])
        return turns.pop(0) if len(turns) > 1 else turns[0]

    def connect(self, address: str, *_: object) -> httpcore2.NetworkStream:
        self.reached.append(address)
        return httpcore2.MockStream([self.answers.pop(0) if self.answers else answer()])

    def fetch(self, url: str, *, allow_private: bool = False) -> Fetched:
        guard = Guard(allow_private=allow_private, resolve=self.resolve, connect=self.connect)
        return Fetcher(guard, sleep=lambda _: None).fetch(url)


def test_the_table_is_long_enough():
    """More than 120 forms of an address are tried, each once."""
    assert len(REFUSED) == len(set(REFUSED)) > 200


@pytest.mark.parametrize("url", REFUSED, ids=ascii)
def test_a_private_address_is_refused_in_every_form(url):
    """No form of an address leads to a private server: nothing is looked up, nothing connected to."""
    net = Net()
    fetched = net.fetch(url)
    assert [problem.code for problem in fetched.problems] == ["address-refused"]
    assert (net.asked, net.reached, fetched.given) == ([], [], None)
    assert fetched.visit.failures == 1


@pytest.mark.parametrize("url", [url for url in REFUSED if can_be_led_to(url)], ids=ascii)
def test_a_redirect_to_a_private_address_is_refused_in_every_form(url):
    """What is refused when it is asked for is not reached by a redirect either."""
    net = Net(NOTHING_THERE, leading(url))
    fetched = net.fetch("http://aldmoor.example/dam")
    assert fetched.given is None
    assert {*net.reached} == {PUBLIC}
    assert {*net.asked} == {"aldmoor.example"}


@pytest.mark.parametrize("url", REFUSED, ids=ascii)
def test_a_webhook_at_a_private_address_is_refused_in_every_form(url):
    """Notices go through the same guard."""
    net = Net()
    problem = post(url, {}, guard=Guard(resolve=net.resolve, connect=net.connect))
    assert problem is not None
    assert problem.code == "address-refused"
    assert net.reached == []


@pytest.mark.parametrize("url", NEVER, ids=ascii)
def test_allow_private_opens_private_networks_alone(url):
    """With --allow-private, odd forms and special addresses are refused as before."""
    net = Net()
    assert net.fetch(url, allow_private=True).problems[0].code == "address-refused"
    assert net.reached == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "10.0.0.1", "192.168.1.1:8080", "[fd12:3456::1]", "localhost", "desk.local"]
)
def test_allow_private_lets_private_networks_pass(host):
    """With --allow-private, this machine and its networks are asked."""
    net = Net(names={"localhost": [["127.0.0.1"]], "desk.local": [["192.168.1.9"]]})
    assert net.fetch(f"http://{host}/", allow_private=True).given is not None


@pytest.mark.parametrize(("url", "asked"), GOOD)
def test_a_good_address_passes(url, asked):
    """What people read in a browser is asked for, in the one form that servers know."""
    guard = Guard(resolve=Net().resolve)
    target = guard.target(url)
    assert target.url == asked
    assert guard.refusal(url) is None
    assert guard.addresses(target, 5)


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"],
        [PUBLIC, "127.0.0.1"],
        ["10.0.0.1", PUBLIC],
        [PUBLIC_6, "::1"],
        [PUBLIC, PUBLIC, PUBLIC, PUBLIC, PUBLIC, "192.168.1.1"],
        ["::ffff:127.0.0.1"],
        ["fe80::1%eth0"],
        ["169.254.169.254"],
        ["64:ff9b::7f00:1"],
        ["0.0.0.0"],
        ["no address"],
    ],
    ids=ascii,
)
def test_a_name_is_asked_only_where_all_its_addresses_are_public(addresses):
    """One private address among those of a name is enough to refuse it."""
    net = Net(names={"aldmoor.example": [addresses]})
    fetched = net.fetch("https://aldmoor.example/robots.txt")
    assert fetched.problems[0].code == "address-refused"
    assert net.reached == []


def test_a_name_that_changes_between_check_and_connection_gains_nothing():
    """The connection goes to the address that was checked, not to what the name leads to a moment later."""
    net = Net(names={"aldmoor.example": [[PUBLIC], ["127.0.0.1"]]})
    fetched = net.fetch("http://aldmoor.example/robots.txt")
    assert fetched.given is not None
    assert (net.asked, net.reached) == (["aldmoor.example"], [PUBLIC])


def test_a_name_that_changes_between_two_requests_is_refused():
    """Each connection looks the name up anew and checks it: robots.txt may be public and the page not."""
    net = Net(NOTHING_THERE, names={"aldmoor.example": [[PUBLIC], ["127.0.0.1"]]})
    fetched = net.fetch("http://aldmoor.example/dam")
    assert fetched.problems[0].code == "address-refused"
    assert net.reached == [PUBLIC]


def test_a_redirect_to_a_name_with_a_private_address_is_refused():
    """The name behind a redirect is looked up and checked like the first one."""
    net = Net(NOTHING_THERE, leading("http://inside.example/"), names={"inside.example": [["10.0.0.7"]]})
    fetched = net.fetch("http://aldmoor.example/dam")
    assert fetched.given is None
    assert net.reached == [PUBLIC, PUBLIC]
    assert "inside.example leads to 10.0.0.7" in fetched.problems[0].message


def test_a_robots_txt_that_leads_to_a_private_address_is_not_read_there():
    """Neither the rules nor the page are fetched then."""
    net = Net(leading("http://127.0.0.1/robots.txt"))
    fetched = net.fetch("http://aldmoor.example/dam")
    assert [problem.code for problem in fetched.problems] == ["robots-unreachable"]
    assert net.reached == [PUBLIC]


def test_a_webhook_whose_name_is_private_is_not_told():
    """The addresses of its name are checked before anything is sent."""
    net = Net(names={"hooks.example": [["127.0.0.1"]]})
    problem = post("https://hooks.example/", {}, guard=Guard(resolve=net.resolve, connect=net.connect))
    assert problem is not None
    assert problem.code == "address-refused"
    assert net.reached == []


def test_the_name_as_written_goes_to_the_server():
    """`Host` has the name, though the connection goes to a number."""
    sent: list[bytes] = []

    class Kept(httpcore2.MockStream):
        def write(self, buffer: bytes, *_: object, **__: object) -> None:
            sent.append(buffer)

    guard = Guard(resolve=lambda *_: [PUBLIC], connect=lambda *_: Kept([answer()]))
    Fetcher(guard, sleep=lambda _: None).fetch("https://Aldmoor.example:8443/robots.txt")
    assert b"Host: aldmoor.example:8443\r\n" in b"".join(sent)


def test_the_certificate_must_be_that_of_the_name():
    """TLS is begun with the name as written, and certificates are checked."""
    begun = []

    class Kept(httpcore2.MockStream):
        def start_tls(self, ssl_context, server_hostname=None, *_: object):
            begun.append((server_hostname, ssl_context.check_hostname, ssl_context.verify_mode.name))
            return self

    guard = Guard(resolve=lambda *_: [PUBLIC], connect=lambda *_: Kept([answer()]))
    Fetcher(guard, sleep=lambda _: None).fetch("https://aldmoor.example/robots.txt")
    assert begun == [("aldmoor.example", True, "CERT_REQUIRED")]


def test_proxies_of_the_environment_are_not_used(monkeypatch):
    """A proxy would look names up itself, behind the guard."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    net = Net(NOTHING_THERE)
    assert net.fetch("http://aldmoor.example/").given is not None
    assert {*net.reached} == {PUBLIC}


def test_a_page_on_a_private_server_is_refused_as_such():
    """That the name is private is told of the page, not of the robots.txt that would have been asked for first."""
    net = Net(names={"inside.example": [["10.0.0.7"]]})
    fetched = net.fetch("http://inside.example/dam")
    assert [problem.code for problem in fetched.problems] == ["address-refused"]
    assert fetched.problems[0].message.startswith("http://inside.example/dam: not asked, as inside.example leads to")


@pytest.mark.parametrize("found", [[], OSError("no such name"), UnicodeError("label too long")])
def test_a_name_that_is_not_found_is_told(found):
    """A name without an address is a problem, not an error."""

    def resolve(host: str, port: int) -> list[str]:
        if isinstance(found, Exception):
            raise found
        return [*found]

    fetched = Fetcher(Guard(resolve=resolve), sleep=lambda _: None).fetch("http://aldmoor.example/robots.txt")
    assert fetched.problems[0].code == "server-unreachable"
    assert "aldmoor.example was not found" in fetched.problems[0].message


def test_a_slow_look_up_does_not_outlast_the_time():
    """Looking a name up ends with the time of the fetch, though the system knows no limit."""
    started = time.monotonic()

    def resolve(*_: object) -> list[str]:
        time.sleep(3)
        return [PUBLIC]

    guard = Guard(resolve=resolve)
    with pytest.raises(StoppedError, match="looking it up took more"):
        guard.addresses(guard.target("http://aldmoor.example/"), 0.05)
    assert time.monotonic() - started < 2.5


def test_the_next_address_is_tried_where_one_does_not_answer():
    """A name may have an address that is out of reach from here."""
    reached = []

    def connect(address: str, port: int, seconds: float) -> httpcore2.NetworkStream:
        reached.append(address)
        if ":" in address:
            raise httpcore2.ConnectError("no route")
        return httpcore2.MockStream([answer()])

    guard = Guard(resolve=lambda *_: [PUBLIC_6, PUBLIC, PUBLIC_6], connect=connect)
    fetched = Fetcher(guard, limits=Limits(), sleep=lambda _: None).fetch("http://aldmoor.example/robots.txt")
    assert fetched.given is not None
    assert reached == [PUBLIC_6, PUBLIC]
