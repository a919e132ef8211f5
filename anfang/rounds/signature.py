"""How a home page failed to come, read as a sign of whose failure it was. One sign proves nothing: it only suspects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from anfang.model import Json

Suspicion = Literal["suspect", "network", "tool", "policy"]

_NETWORK = (
    "ERR_INTERNET_DISCONNECTED",
    "ERR_NETWORK_CHANGED",
    "ERR_NETWORK_IO_SUSPENDED",
    "ERR_NETWORK_ACCESS_DENIED",
    "ERR_PROXY_CONNECTION_FAILED",
    "ERR_ADDRESS_UNREACHABLE",
)
"""What Chromium says when this machine has no way to the net."""
_TOOL = ("ERR_INSUFFICIENT_RESOURCES", "ERR_OUT_OF_MEMORY", "ERR_FAILED", "ERR_UNEXPECTED", "ERR_CACHE_")
"""What it says when it is itself in trouble."""
_POLICY = ("refused:", "off_site:", "ERR_BLOCKED_BY_CLIENT", "ERR_TUNNEL_CONNECTION_FAILED")
"""What our own policy leaves behind: it must never look like a portal's refusal."""


def whose(signature: Mapping[str, Json]) -> Suspicion:
    """Who is to be suspected of a home page that did not come, by `failure`, `status` and `refused` of its signature.

    ERR_ABORTED without any status is a killed renderer or network process of ours; a portal's 204 and its surprise
    download say the same, but with a status.
    """
    failure = str(signature.get("failure") or "")
    if signature.get("refused") or failure.startswith(_POLICY) or any(sign in failure for sign in _POLICY[2:]):
        return "policy"
    if any(sign in failure for sign in _NETWORK):
        return "network"
    if any(sign in failure for sign in _TOOL):
        return "tool"
    if "ERR_ABORTED" in failure and signature.get("status") is None:
        return "tool"
    return "suspect"
