"""Every request and answer pass here: whose host is asked for, how large it is, whose form it is, what may run.

In: an ASGI application and the names that it may be called by. Out: the same, that answers nobody else (a page of the
network that makes its own name lead to this machine would have that name in `Host`), and whose pages run and load
nothing but the two files of `static/`.

>>> policy("127.0.0.1:8765")[:18]
"default-src 'none'"
"""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "whoseword"
# Bytes of one request: what a newsroom prints in a year.
LARGEST = 256 * 2**20
SCRIPT, STYLE = "/static/pages.js", "/static/pages.css"
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::[0-9]{1,5})?", re.IGNORECASE)
_PLAIN = re.compile(r"[a-z0-9.-]+(:[0-9]+)?", re.IGNORECASE)
_SESSION = re.compile(r"[A-Za-z0-9_-]{22}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Hosts:
    """The names by which the pages may be asked for. `given` is what --host said, None where it was not given."""

    given: str | None = None

    def has(self, host: str) -> bool:
        """Whether this `Host` header is one of them."""
        found = _HOST.fullmatch(host)
        if found is None:
            return False
        name = found["name"].lower()
        return name in _LOOPBACK or (self.given is not None and (name == self._given or self._is_address(name)))

    @property
    def _given(self) -> str:
        given = (self.given or "").lower()
        return f"[{given}]" if ":" in given else given

    def _is_address(self, name: str) -> bool:
        """Who listens on all addresses may be asked for by any; a name cannot be made to lead to an address."""
        if self.given not in {"0.0.0.0", "::"}:  # noqa: S104  (compared, not listened on)
            return False
        try:
            return bool(ip_address(name.strip("[]")))
        except ValueError:
            return False


def policy(host: str) -> str:
    """What a page may load and run: our script and our style, by their whole address."""
    # An address in brackets has no place in the grammar of a policy.
    own = {each: f"{host}{each}" if _PLAIN.fullmatch(host) else "'self'" for each in (SCRIPT, STYLE)}
    return (
        f"default-src 'none'; script-src {own[SCRIPT]}; style-src {own[STYLE]}; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


@dataclass(frozen=True, slots=True)
class Guard:
    """The outermost application. `secret` makes the tokens of forms; it is new with every start."""

    app: ASGIApp
    hosts: Hosts
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        session, is_new = _session(headers)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                _protect(out, host if self.hosts.has(host) else "")
                if is_new and out.get("content-type", "").startswith("text/html"):
                    out.append("set-cookie", f"{COOKIE}={session}; Path=/; HttpOnly; SameSite=Strict")
            await send(message)

        refused = self._refused(scope, headers)
        if refused:
            await refused(scope, receive, guarded)
            return
        scope.setdefault("state", {})["token"] = self._token(session)
        await self.app(scope, receive, guarded)

    def _token(self, session: str) -> str:
        return hmac.new(self.secret, session.encode("ascii"), sha256).hexdigest()

    def _refused(self, scope: Scope, headers: Mapping[str, str]) -> PlainTextResponse | None:
        host = headers.get("host", "")
        if not self.hosts.has(host):
            words = "whoseword does not answer under this name; open the address that whoseword serve printed.\n"
            return PlainTextResponse(words, 421)
        if int(headers.get("content-length") or 0) > LARGEST:
            return PlainTextResponse(f"This is more than {LARGEST // 2**20} MiB; use whoseword add.\n", 413)
        if scope["method"] not in {"GET", "HEAD"} and not is_own(scope, headers):
            return PlainTextResponse("This form comes from another page and was not taken.\n", 403)
        return None


def is_own(scope: Scope, headers: Mapping[str, str]) -> bool:
    """Whether a form was sent by a page of ours, as the browser says; the token in it is looked at besides."""
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or origin == f"{scope['scheme']}://{headers.get('host', '')}"


def _session(headers: Headers) -> tuple[str, bool]:
    for pair in headers.get("cookie", "").split(";"):
        name, _, value = pair.strip().partition("=")
        if name == COOKIE and _SESSION.fullmatch(value):
            return value, False
    return secrets.token_urlsafe(16), True


def _protect(headers: MutableHeaders, host: str) -> None:
    headers["content-security-policy"] = policy(host)
    headers["x-content-type-options"] = "nosniff"
    headers["x-frame-options"] = "DENY"
    # Not "no-referrer": a browser then says of our own forms, too, that they come from nowhere.
    headers["referrer-policy"] = "same-origin"
    headers["cross-origin-opener-policy"] = "same-origin"
    headers["cross-origin-resource-policy"] = "same-origin"
    headers["permissions-policy"] = "camera=(), geolocation=(), microphone=()"
    if "cache-control" not in headers:
        headers["cache-control"] = "no-store"
