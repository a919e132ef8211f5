from __future__ import annotations

import httpx
import pytest

from anfang.errors import BadInput
from anfang.testbed.facts import PortalFacts
from anfang.testbed.server import Testbed


def portal(name: str, home: str) -> PortalFacts:
    return PortalFacts(
        id=name, name="松澜", region="东北", family="table", seed=1, steps={}, search="absent", scenario="absent",
        login="absent", status="absent", consult="absent", complaint="absent", home=home,  # type: ignore[arg-type]
    )  # fmt: skip


def get(testbed: Testbed, host: str, path: str = "/") -> httpx.Response:
    return httpx.get(f"http://127.0.0.1:{testbed.port}{path}", headers={"host": host}, trust_env=False)


async def test_the_host_header_chooses_the_portal() -> None:
    async with Testbed([portal("songlan", "bare")]) as testbed:
        home = get(testbed, f"songlan.portal.test:{testbed.port}")
        assert (home.status_code, "松澜" in home.text) == (200, True)
        assert get(testbed, "songlan.portal.test", "/guide").status_code == 404
        assert get(testbed, "elsewhere.portal.test").status_code == 404
        assert testbed.url("songlan") == f"http://songlan.portal.test:{testbed.port}/"


async def test_a_dead_portal_hangs_up_without_a_byte() -> None:
    async with Testbed([portal("dead", "dead"), portal("songlan", "bare")]) as testbed:
        with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
            get(testbed, "dead.portal.test")
        assert get(testbed, "songlan.portal.test").status_code == 200


async def test_the_port_is_free_again_afterwards() -> None:
    async with Testbed([]) as first:
        with pytest.raises(BadInput, match=f"port {first.port} is taken"):
            Testbed([], port=first.port)
    async with Testbed([], port=first.port) as second:
        assert get(second, "x.portal.test").status_code == 404
