"""An IP address -> why no request goes there, or None where it is a public server's.

The registries of special addresses are those of IANA (RFC 6890 and what followed it). Of IPv6 only what is given out
for the public network (2000::/3) passes at all; an IPv4 address within an IPv6 one is looked at as itself.

>>> why_refused("93.184.216.34")
>>> why_refused("127.0.0.1")
'an address of this machine'
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network

# Where clouds tell their machines secrets. The one of Azure lies among public addresses.
_METADATA = frozenset({"169.254.169.254", "169.254.170.2", "100.100.100.200", "168.63.129.16", "192.0.0.192"})
_METADATA_6 = IPv6Network("fd00:ec2::/32")
_THIS_MACHINE: tuple[Network, ...] = (IPv4Network("127.0.0.0/8"), IPv6Network("::1/128"))
_PRIVATE: tuple[Network, ...] = tuple(
    ip_network(each) for each in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
)
# Some of them pass for global in some versions of the standard library: they are named here for all.
_SPECIAL: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("an address that means no machine", ("0.0.0.0/8", "::/128")),
    ("an address shared by a provider's customers", ("100.64.0.0/10",)),
    ("an address of the local link", ("169.254.0.0/16", "fe80::/10", "fec0::/10")),
    ("an address for examples and tests", ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "198.18.0.0/15")),
    ("an address for examples and tests", ("2001:db8::/32", "3fff::/20")),
    ("an address kept for protocols", ("192.0.0.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.175.48.0/24")),
    ("an address of a relay", ("192.88.99.0/24", "2002::/16", "2001::/32", "64:ff9b:1::/48", "::ffff:0:0:0/96")),
    ("an address that stands for another", ("::ffff:0:0/96", "::/96")),
    ("an address kept for protocols", ("2001::/23", "2620:4f:8000::/48", "100::/64", "5f00::/16")),
    ("an address of many machines at once", ("224.0.0.0/4", "ff00::/8")),
    ("an address that nobody has", ("240.0.0.0/4",)),
)
_TABLE = tuple((why, tuple(ip_network(each) for each in networks)) for why, networks in _SPECIAL)
_NAT64 = IPv6Network("64:ff9b::/96")
_GIVEN_OUT = IPv6Network("2000::/3")
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})


def why_refused(text: str, *, allow_private: bool = False) -> str | None:
    """Why no request goes to the address `text`; `allow_private` lets loopback and private networks pass."""
    try:
        address = ip_address(text)
    except ValueError:
        return "no IP address"
    if isinstance(address, IPv6Address) and address.scope_id is not None:
        return "an address of the local link"
    if str(address) in _METADATA or _within(address, (_METADATA_6,)):
        return "where a cloud tells its machines secrets"
    if _within(address, _THIS_MACHINE):
        return None if allow_private else "an address of this machine"
    if _within(address, _PRIVATE):
        return None if allow_private else "an address of a private network"
    return _why_special(address)


def _why_special(address: IPv4Address | IPv6Address) -> str | None:
    for why, networks in _TABLE:
        if _within(address, networks):
            return why
    if isinstance(address, IPv4Address):
        return None if address.is_global else "no public address"
    inner = _inner(address)
    if inner is not None:
        return why_refused(str(inner))
    return None if address in _GIVEN_OUT and address.is_global else "no public address"


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a network turns it into: NAT64 (RFC 6052), ISATAP (RFC 5214)."""
    low = int(address) & (2**64 - 1)
    if address in _NAT64 or low >> 32 in _ISATAP:
        return IPv4Address(low & (2**32 - 1))
    return None


def _within(address: IPv4Address | IPv6Address, networks: tuple[Network, ...]) -> bool:
    return any(address.version == each.version and address in each for each in networks)
