"""One request -> one answer, within its bounds; whatever goes wrong on the way is a problem with a remedy.

Loaded with the first request: it needs the extra `intake`.

>>> media_of("Text/HTML; charset='UTF-8'")
('text/html', 'utf-8')
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import httpcore2

from whoseword.fetching.faults import StoppedError, shown
from whoseword.fetching.guard import Guard
from whoseword.fetching.limits import Limits
from whoseword.fetching.target import Target
from whoseword.fetching.unpacking import ACCEPTED, Unpacker, is_known
from whoseword.fetching.wire import Backend, Meter, too_large, too_slow
from whoseword.model import Problem

# Seconds to wait for bytes behind the end that was told; a server that closes, as it is asked to, costs none of them.
_BEHIND_THE_END = 0.25
_MEDIA = re.compile(r"\s*([a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,80})\s*(?:;|$)", re.ASCII)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([a-z0-9][a-z0-9._:+-]{0,40})", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,18}", re.ASCII)
_LINES = re.compile(r"[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?")


@dataclass(frozen=True, slots=True)
class Ask:
    """A request. `headers` are without those that belong to every request."""

    target: Target
    agent: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None

    def as_sent(self) -> httpcore2.Request:
        """GET, or POST where there is a body; the connection ends with the answer."""
        headers = {
            "Host": self.target.place,
            "User-Agent": self.agent,
            "Accept-Encoding": ACCEPTED,
            "Connection": "close",
            **{name: value for name, value in self.headers.items() if _LINES.fullmatch(value)},
        }
        if self.body is not None:
            headers["Content-Length"] = str(len(self.body))
        target = self.target
        return httpcore2.Request(
            "GET" if self.body is None else "POST",
            httpcore2.URL(
                scheme=target.scheme.encode(), host=target.host.encode(), port=target.port, target=target.path.encode()
            ),
            headers=[(name.encode(), value.encode()) for name, value in headers.items()],
            content=self.body,
        )


@dataclass(slots=True)
class Reply:
    """An answer whose headers are there and whose body can be read. Names of headers are in lower case."""

    url: str
    status: int
    headers: Mapping[str, str]
    _response: httpcore2.Response
    _meter: Meter
    _backend: Backend

    def read(self) -> bytes:
        """All of the body, unpacked.

        Raises:
            StoppedError: it is too large, too slow, broken, or packed in a way that nobody asked for.
        """
        told = self._told_length()
        if told is not None and told > self._meter.limits.received:
            raise too_large(self.url, self._meter.limits.received)
        with _told(self.url):
            body = bytes(self._collected(self._meter.limits.decoded))
            self._check_end(told)
        return body

    def read_start(self, most: int) -> bytes:
        """The first `most` bytes of the body, unpacked, or all of it where it has fewer."""
        with _told(self.url):
            return bytes(self._collected(most, is_enough=True))

    def _collected(self, most: int, *, is_enough: bool = False) -> bytearray:
        body = bytearray()
        for piece in self._pieces():
            body += piece
            if len(body) > most and is_enough:
                return body[:most]
            if len(body) > most:
                raise too_large(self.url, most)
        return body

    def _pieces(self) -> Iterator[bytes]:
        coding = self.headers.get("content-encoding", "").strip().lower()
        if not is_known(coding):
            message = f"{shown(self.url)}: packed as {shown(coding)}, though {ACCEPTED} were asked for; not read"
            raise StoppedError(Problem("encoding-not-asked-for", message))
        unpacker = Unpacker(coding)
        try:
            for data in self._response.iter_stream():
                self._meter.left()
                yield from unpacker.feed(data)
            yield from unpacker.finish()
        except ValueError as error:
            raise broken(self.url, str(error)) from error

    def _told_length(self) -> int | None:
        told = self.headers.get("content-length", "")
        if "transfer-encoding" in self.headers or not _NUMBER.fullmatch(told):
            return None
        return int(told)

    def _check_end(self, told: int | None) -> None:
        """More bytes than were told: the end of the page is missing from what was read."""
        if told is None:
            return
        if self._meter.in_body == told and self._backend.stream is not None:
            with suppress(httpcore2.NetworkError, httpcore2.TimeoutException):
                self._backend.stream.read(1, timeout=_BEHIND_THE_END)
        if self._meter.in_body > told:
            raise broken(self.url, f"it is longer than the {told} bytes that it told")


@contextmanager
def opened(ask: Ask, guard: Guard, limits: Limits, seconds: float) -> Iterator[tuple[Reply, Meter]]:
    """Sends a request and waits for the headers of its answer; `seconds` are for all of it.

    Raises:
        StoppedError: no answer came that can be used.
    """
    meter = Meter(ask.target.url, limits, seconds)
    backend = Backend(guard, ask.target, meter)
    request = ask.as_sent()
    connection = httpcore2.HTTPConnection(request.url.origin, network_backend=backend)
    try:
        with _told(ask.target.url):
            response = connection.handle_request(request)
        yield Reply(ask.target.url, response.status, _headers(response), response, meter, backend), meter
    finally:
        connection.close()
        if backend.stream is not None:
            backend.stream.close()


def broken(url: str, why: str) -> StoppedError:
    """The answer is not what HTTP, or what its own headers, say."""
    message = f"{shown(url)}: its answer is broken ({shown(why)}); try again later"
    return StoppedError(Problem("answer-broken", message))


def media_of(written: str) -> tuple[str | None, str | None]:
    """A `Content-Type` -> the media type and the character encoding, in lower case; None for what it does not tell."""
    lowered = written.lower()
    media, charset = _MEDIA.match(lowered), _CHARSET.search(lowered)
    return media and media[1], charset and charset[1]


def _headers(response: httpcore2.Response) -> dict[str, str]:
    """Each name once; what is told twice is joined, but the first place and the first type count alone."""
    headers: dict[str, str] = {}
    for name, value in response.headers:
        key = name.decode("latin-1").lower()
        told = _text(value)
        if key not in headers:
            headers[key] = told
        elif key not in {"location", "content-type", "etag", "last-modified", "retry-after", "content-length"}:
            headers[key] += f", {told}"
    return headers


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


@contextmanager
def _told(url: str) -> Iterator[None]:
    """What the network raises -> a problem that says what happened."""
    try:
        yield
    except httpcore2.ConnectTimeout as error:
        raise _unreachable(url, "nobody answers there") from error
    except httpcore2.TimeoutException as error:
        raise too_slow(url) from error
    except httpcore2.NetworkError as error:
        raise _cut_off(url, error) from error
    except httpcore2.ProtocolError as error:
        raise broken(url, str(error)) from error


def _cut_off(url: str, error: Exception) -> StoppedError:
    cause = error.__cause__
    if isinstance(cause, ssl.SSLError):
        why = getattr(cause, "verify_message", "") or cause.reason or "no secure connection"
        message = f"{shown(url)}: its secure connection cannot be trusted ({why}); open it in a browser and look"
        return StoppedError(Problem("tls-broken", message))
    why = getattr(cause, "strerror", None) or str(error) or "no connection"
    if isinstance(error, httpcore2.ReadError):
        return broken(url, f"it broke off: {why}")
    return _unreachable(url, why)


def _unreachable(url: str, why: str) -> StoppedError:
    message = f"{shown(url)}: its server cannot be reached ({shown(why)}); look at the address, or try again later"
    return StoppedError(Problem("server-unreachable", message))
