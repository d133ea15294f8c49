"""The network as one request sees it: connects only to what the guard let pass, and counts bytes and seconds.

Loaded with the first request: it needs the extra `intake`.

>>> Meter("http://aldmoor.example/", Limits(headers=10), 5.0).count(b"HTTP/1.1 200 OK")
Traceback (most recent call last):
whoseword.fetching.faults.StoppedError: http://aldmoor.example/: its headers have more than 10 bytes; nothing was read
"""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import httpcore2

from whoseword.fetching.faults import StoppedError, shown
from whoseword.fetching.guard import Guard
from whoseword.fetching.limits import Limits
from whoseword.fetching.target import Target
from whoseword.model import Problem

# Written in pieces, so that a server that takes them one by one does not outlast the time.
_PIECE = 16 * 2**10
_END_OF_HEAD = re.compile(rb"\n\r?\n")
# An answer before the answer, of which a server may send as many as it likes (RFC 9110, 15.2); 101 is none.
_INTERIM = re.compile(rb"HTTP/1\.[0-9] 1(?!01)[0-9]{2}\b")


@dataclass(slots=True)
class Meter:
    """What one request may still take: `seconds` on the clock of the machine, and bytes as `limits` has them."""

    url: str
    limits: Limits
    seconds: float
    received: int = 0
    in_body: int = 0
    _started: float = field(default_factory=time.monotonic)
    _head: bytearray = field(default_factory=bytearray)
    _in_heads: int = 0
    _has_head: bool = False

    def left(self) -> float:
        """Seconds that are left; StoppedError where there are none."""
        left = self.seconds - self.spent
        if left <= 0:
            raise too_slow(self.url)
        return left

    @property
    def spent(self) -> float:
        """Seconds since the request began."""
        return time.monotonic() - self._started

    def count(self, data: bytes) -> None:
        """Bytes that have come in, whichever part of the answer they are."""
        self.received += len(data)
        if self.received > self.limits.received:
            raise too_large(self.url, self.limits.received)
        if self._has_head:
            self.in_body += len(data)
        else:
            self._look_for_body(data)

    def _look_for_body(self, data: bytes) -> None:
        start = max(0, len(self._head) - 3)
        self._head += data
        while found := _END_OF_HEAD.search(self._head, start):
            head, self._head, start = self._head[: found.end()], self._head[found.end() :], 0
            self._in_heads += len(head)
            if not _INTERIM.match(head):
                self._has_head = True
                self.in_body, self._head = len(self._head), bytearray()
                break
        if self._in_heads + len(self._head) > self.limits.headers:
            message = f"{shown(self.url)}: its headers have more than {self.limits.headers} bytes; nothing was read"
            raise StoppedError(Problem("answer-too-large", message))


def too_large(url: str, most: int) -> StoppedError:
    """The answer has more bytes than are taken."""
    message = (
        f"{shown(url)}: larger than {_size(most)}; nothing of it was read; save what is needed of it and add the file"
    )
    return StoppedError(Problem("answer-too-large", message))


def too_slow(url: str) -> StoppedError:
    """The time is over and the answer is not complete."""
    message = f"{shown(url)}: its answer takes too long; nothing of it was kept; try again later"
    return StoppedError(Problem("answer-too-slow", message))


def _size(count: int) -> str:
    return f"{count / 2**20:g} MiB" if count >= 2**20 else f"{count} bytes"


class Stream(httpcore2.NetworkStream):
    """A connection whose reading and writing end when the time is over or the bytes are."""

    def __init__(self, stream: httpcore2.NetworkStream, meter: Meter) -> None:
        self._stream = stream
        self._meter = meter

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What comes next, at most `max_bytes`; no longer than `timeout` and than what is left of the time."""
        left = self._meter.left()
        data = self._stream.read(max_bytes, timeout=left if timeout is None else min(left, timeout))
        self._meter.count(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002  (ours is the deadline)
        """Sends all of `buffer`."""
        for start in range(0, len(buffer), _PIECE):
            self._stream.write(buffer[start : start + _PIECE], timeout=self._meter.left())

    def close(self) -> None:
        """Ends the connection; twice is no fault."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """Goes on encrypted; the certificate must be that of the name as written."""
        left = self._meter.left()
        within = left if timeout is None else min(left, timeout)
        self._stream = self._stream.start_tls(ssl_context, server_hostname, within)
        return self

    def get_extra_info(self, info: str) -> Any:
        """What is known of the connection."""
        return self._stream.get_extra_info(info)


class Backend(httpcore2.NetworkBackend):
    """Connects to one target, by the addresses that the guard let pass a moment before."""

    def __init__(self, guard: Guard, target: Target, meter: Meter) -> None:
        self._guard = guard
        self._target = target
        self._meter = meter
        self.stream: Stream | None = None

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002  (ours is the deadline)
        local_address: str | None = None,  # noqa: ARG002  (part of the interface)
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,  # noqa: ARG002  (the same)
    ) -> httpcore2.NetworkStream:
        """The first of the addresses that answers."""
        if (host, port) != (self._target.host, self._target.port):
            raise httpcore2.ConnectError("not the server that was checked")
        connect = self._guard.connect or _by_tcp
        failed: Exception = httpcore2.ConnectError("no address")
        for address in self._guard.addresses(self._target, self._meter.left()):
            try:
                stream = connect(address, port, min(self._meter.limits.connecting, self._meter.left()))
            except (httpcore2.NetworkError, httpcore2.TimeoutException) as error:
                failed = error
                continue
            self.stream = Stream(stream, self._meter)
            return self.stream
        raise failed


def _by_tcp(address: str, port: int, seconds: float) -> httpcore2.NetworkStream:
    return httpcore2.SyncBackend().connect_tcp(address, port, timeout=seconds)
