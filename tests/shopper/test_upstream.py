from __future__ import annotations

import pytest

from anfang.shopper.upstream import NotPublic, connect
from tests.portals.site import Site


async def test_the_lab_reaches_this_machine_and_nothing_else(site: Site) -> None:
    reader, writer = await connect(site.url("home", host="any"), lab=True)
    writer.write(b"GET /home HTTP/1.0\r\nHost: any\r\n\r\n")
    assert (await reader.read()).startswith(b"HTTP/1.")
    writer.close()
    with pytest.raises(NotPublic, match=r"192\.0\.2\.1 leads to"):
        await connect("http://192.0.2.1/", lab=True)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://10.0.0.1/", "http://169.254.169.254/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://localhost/"]
)  # fmt: skip
async def test_live_field_work_reaches_no_private_address(address: str) -> None:
    with pytest.raises(NotPublic):
        await connect(address, lab=False)
