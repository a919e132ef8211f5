"""Addresses of portals: which of them a mystery shopper may be sent to."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

from anfang.model import SIMULATED_SUFFIX

FULL_WIDTH = "。．｡：／＃？＠"
"""Dots and signs that an input method writes in place of the ASCII ones."""
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+", re.IGNORECASE)
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?", re.IGNORECASE)


def fault(url: str, *, lab: bool = False) -> tuple[str, str] | None:
    """What is wrong with the address of a portal and its mend; None where it is good.

    `lab` also allows the hosts of the testbed and addresses that are not public. The odd forms of an IPv4 address
    (decimal, octal, hex) are those of the WHATWG URL standard: the last label is a number.
    """
    if wide := sorted(set(url) & set(FULL_WIDTH)):
        return f"full-width {' '.join(wide)} in the address", "type the address with ASCII signs"
    if any(sign.isspace() or not sign.isprintable() for sign in url):
        return "white space or a control character in the address", "delete it"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as bad:
        return f"not an address: {bad}", "write it as https://host/path"
    if parts.scheme not in ("http", "https"):
        return (
            f"the scheme {parts.scheme or 'is missing'!r} is not http or https",
            "write it as https://host/path",
        )
    return _host_fault(parts, host or "", lab)


def _host_fault(parts: SplitResult, host: str, lab: bool) -> tuple[str, str] | None:
    if not host:
        return "the address has no host", "write it as https://host/path"
    if "@" in parts.netloc or "\\" in parts.netloc:
        return (
            "a user name, password or backslash before the path",
            "leave out what stands before the '@' or '\\'",
        )
    name = _ascii(host)
    local = _local_fault(name)
    if local:
        return None if lab else (f"{host} {local}", "give the portal's public address")
    if _is_address(name):
        return None
    labels = name.split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        return f"{host!r} is no public host name", "give the full name, e.g. zwfw.example.gov.cn"
    return None


def _ascii(host: str) -> str:
    """The host as it goes on the wire: look-alike digits and letters folded (IDNA), no dot at the end."""
    try:
        return host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""


def _local_fault(name: str) -> str:
    """Why a host must not be visited in live field work; '' for a public one."""
    if name == "localhost" or name.endswith(".localhost"):
        return "is this machine"
    if name.endswith(SIMULATED_SUFFIX):
        return "is a host of the testbed"
    if _is_address(name):
        return _address_fault(ipaddress.ip_address(name))
    if _NUMBER.fullmatch(name.split(".")[-1]):
        return "is an odd form of an IP address"
    return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _address_fault(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> str:
    if isinstance(address, ipaddress.IPv6Address) and (inner := _inside(address)):
        return f"hides {inner}"
    if address.is_loopback:
        return "is this machine"
    if not address.is_global or address.is_multicast:
        return "is a private or reserved address"
    return ""


def _inside(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a mapped, 6to4 or NAT64 (RFC 6052) address stands for."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
