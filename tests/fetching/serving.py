"""A server on the loopback address for tests: it sends exactly the bytes that it is given, however wrong they are."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field

from whoseword.fetching.fetch import Fetcher
from whoseword.fetching.guard import Guard
from whoseword.fetching.limits import Limits

Sends = Callable[[socket.socket, "Came"], object]
NOTHING_THERE = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
PAGE = b"<p>The gate at Aldmoor opened on Monday.</p>"


NOON = 1_936_008_000.0  # 2031-05-08T12:00:00+00:00


class Clock:
    """A clock that goes on only while somebody sleeps, and writes down how long."""

    def __init__(self) -> None:
        self.now = NOON
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@dataclass(frozen=True)
class Came:
    """A request as it came in; names of headers in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Server:
    """`pages` maps a path to what is sent: bytes, or a function that writes to the connection."""

    pages: dict[str, bytes | Sends]
    port: int = 0
    came: list[Came] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [each.path for each in self.came]


def answer(body: bytes = PAGE, *, status: str = "200 OK", length: int | None = None, **headers: str) -> bytes:
    """A whole answer; `_` in the name of a header stands for a hyphen."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def leading(location: str, status: str = "302 Found") -> bytes:
    return answer(b"", status=status, Location=location)


def drip(connection: socket.socket, pieces: Iterator[bytes], server: Server, seconds: float = 0.0) -> None:
    """Sends piece after piece until there are no more, the other side has enough, or the server stops."""
    with suppress(OSError):
        for piece in pieces:
            if server.stopping.wait(seconds):
                return
            connection.sendall(piece)


@contextmanager
def serving(pages: Mapping[str, bytes | Sends] | None = None) -> Iterator[Server]:
    """A server as long as the test needs it; every connection has one answer."""
    server = Server({**(pages or {})})
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        listening.settimeout(0.01)
        server.port = listening.getsockname()[1]
        accepting = threading.Thread(target=_accept, args=(listening, server))
        accepting.start()
        try:
            yield server
        finally:
            server.stopping.set()
            accepting.join()


def _accept(listening: socket.socket, server: Server) -> None:
    threads = []
    while not server.stopping.is_set():
        with suppress(TimeoutError):
            connection, _ = listening.accept()
            threads.append(threading.Thread(target=_answer, args=(connection, server)))
            threads[-1].start()
    for thread in threads:
        thread.join()


def _answer(connection: socket.socket, server: Server) -> None:
    with connection, suppress(OSError):
        connection.settimeout(5)
        came = _read(connection)
        if came is None:
            return
        server.came.append(came)
        page = server.pages.get(came.path, NOTHING_THERE)
        if isinstance(page, bytes):
            connection.sendall(page)
        else:
            page(connection, came)


def _read(connection: socket.socket) -> Came | None:
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            return None
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers.get("content-length", 0)):
        body += connection.recv(65536)
    method, path, _ = first.split(" ")
    return Came(method, path, headers, body)


def fetcher(limits: Limits | None = None, **options: object) -> Fetcher:
    """One that may ask this machine and does not wait."""
    chosen = {"sleep": lambda _: None, **options}
    return Fetcher(Guard(allow_private=True), limits=limits or Limits(seconds=20), **chosen)  # type: ignore[arg-type]
