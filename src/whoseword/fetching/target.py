"""An address as written -> the server and the page that it names, or why it names none that may be asked.

Stricter than a browser: what two programs could read in two ways is refused, so that nothing hides behind the reading
of one of them. Only the host decides where a request goes, and it is taken from here alone.

>>> read_target("https://Aldmoor.example/dam?day=3#gate").url
'https://aldmoor.example/dam?day=3'
>>> read_target("http://127.1/")
'it writes a numeric address in an unusual way; write it as four numbers with dots'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote

LONGEST = 8192
_PORTS = {"http": 80, "https": 443}
_SHAPE = re.compile(
    r"(?P<scheme>https?)://(?P<authority>[^/?#]*)(?P<path>[^?#]*)(?P<query>\?[^#]*)?(?:#.*)?", re.IGNORECASE
)
_PLACE = re.compile(r"(?P<host>\[[^\[\]]*\]|[^\[\]:]*)(?P<port>:[0-9]{0,5})?", re.ASCII)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.ASCII)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.ASCII)
# Dots of other scripts, which some programs take for dots.
_OTHER_DOTS = frozenset("。．｡․")
# As they stand in a path or a query (RFC 3986); whatever else there is, is written with percent signs.
_PLAIN = "/?:@!$&'()*+,;=-._~%[]"
# Names that are no public server's, by RFC 6761, 6762, 7686, 8375 and the list of ICANN.
_LOCAL = ("localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa")
_NOWHERE = ("onion", "invalid", "alt")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes. `host` is a name or an IP address without brackets, `path` has the query with it."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def place(self) -> str:
        """Host and port as they stand in an address and in the header `Host`."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def root(self) -> str:
        """The address of the server, without a path."""
        return f"{self.scheme}://{self.place}"

    @property
    def url(self) -> str:
        """The whole address, in ASCII and without the part behind "#"."""
        return f"{self.root}{self.path}"

    @property
    def is_numeric(self) -> bool:
        """Whether the host is an IP address, so that no name is looked up."""
        return ":" in self.host or _is_number(self.host)

    @property
    def is_local(self) -> bool:
        """Whether the name is one of this machine or of a private network."""
        if self.is_numeric:
            return False
        return "." not in self.host or _ends_with(self.host, _LOCAL)


def read_target(url: str) -> Target | str:
    """The parts of an address; a sentence that says what is wrong with it where it cannot be asked."""
    if len(url) > LONGEST:
        return f"it has more than {LONGEST} characters"
    if any(_is_hidden(each) for each in url):
        return "it has a space, a backslash or a character that nobody sees; write it without"
    shape = _SHAPE.fullmatch(url)
    if shape is None:
        return "it does not begin with http:// or https://, as addresses of the web do"
    place = _place(shape["authority"])
    if isinstance(place, str):
        return place
    host, port = place
    scheme = shape["scheme"].lower()
    path = quote((shape["path"] or "/") + (shape["query"] or ""), safe=_PLAIN)
    return Target(scheme, host, port if port is not None else _PORTS[scheme], path)


def _is_hidden(character: str) -> bool:
    """Spaces of every kind, controls, halves of characters, and the backslash that browsers take for a slash."""
    return character <= " " or character == "\\" or character.isspace() or not _is_seen(character)


def _is_seen(character: str) -> bool:
    return character.isprintable() or "\ue000" <= character <= "\uf8ff"


def _place(authority: str) -> tuple[str, int | None] | str:
    if "@" in authority:
        return "it has a name or a password before the host; leave that out"
    place = _PLACE.fullmatch(authority)
    if place is None:
        return "its host or its port cannot be read"
    port = int(place["port"][1:]) if place["port"] and len(place["port"]) > 1 else None
    if port is not None and not 1 <= port <= 65535:
        return "its port is none; ports go from 1 to 65535"
    host, fault = _host(place["host"])
    return fault or (host, port)


def _host(written: str) -> tuple[str, str]:
    """The host as it is asked for, and what is wrong with it."""
    if written.startswith("["):
        return _of_ipv6(written[1:-1])
    name, fault = (written.lower(), "") if written.isascii() else _in_ascii(written)
    if fault:
        return "", fault
    if not name:
        return "", "it names no host"
    if name.endswith("."):
        return "", "its host ends in a dot; leave that out"
    if _is_number(name.rpartition(".")[2]):
        return _of_ipv4(name)
    return _of_name(name)


def _of_name(name: str) -> tuple[str, str]:
    fits = len(name) <= 253 and all(_LABEL.fullmatch(label) for label in name.split("."))
    if not fits:
        return "", "its host is no name of a server"
    return name, "its host is on no public network" if _ends_with(name, _NOWHERE) else ""


def _of_ipv4(name: str) -> tuple[str, str]:
    """Only the plain form: 127.1, 0177.0.0.1 and 2130706433 are one address to some programs and none to others."""
    try:
        return str(IPv4Address(name)), ""
    except ValueError:
        return "", "it writes a numeric address in an unusual way; write it as four numbers with dots"


def _of_ipv6(text: str) -> tuple[str, str]:
    if "%" in text:
        return "", "its address names a network card; leave that out"
    try:
        return str(IPv6Address(text)), ""
    except ValueError:
        return "", "what stands in brackets is no IPv6 address"


def _in_ascii(written: str) -> tuple[str, str]:
    """A name with letters beyond ASCII, as the registries write it (IDNA 2008, RFC 5891)."""
    try:
        from idna import IDNAError, encode  # noqa: PLC0415  (only with the extra, and only for such names)
    except ImportError:
        return "", "its host has letters beyond ASCII; reading them needs pip install 'whoseword[intake]'"
    if len(written) > 253 or _OTHER_DOTS & {*written}:
        return "", "its host is written with other dots, or too long"
    try:
        return encode(written.lower()).decode("ascii"), ""
    except (IDNAError, UnicodeError):
        return "", "its host has characters that no name of a server has"


def _is_number(text: str) -> bool:
    """Whether some program takes a name with this last part for a numeric address (WHATWG URL, "ends in a number")."""
    return _NUMBER.fullmatch(text.rpartition(".")[2]) is not None


def _ends_with(name: str, ends: tuple[str, ...]) -> bool:
    return any(name == each or name.endswith(f".{each}") for each in ends)
