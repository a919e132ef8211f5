from __future__ import annotations

import socket

from anfang.rounds.controls import Controls
from tests.portals.site import Site


def nobody() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"


async def test_one_control_host_that_answers_is_enough_and_none_is_needed_in_the_lab(site: Site) -> None:
    answering = f"http://127.0.0.1:{site.port}/error"
    assert await Controls().fine()
    assert await Controls((nobody(), answering)).fine(), "whatever its status"
    assert not await Controls((nobody(),)).fine()
