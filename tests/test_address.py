"""Which addresses a mystery shopper may be sent to: public ones always, this machine only in the lab."""

from __future__ import annotations

import pytest

from anfang.address import fault

LOCAL = [
    "http://localhost/",
    "http://LOCALHOST:8000/",
    "http://portal.localhost/",
    "http://127.0.0.1:8000/",
    "http://127.1/",
    "http://2130706433/",
    "http://0177.0.0.1/",
    "http://0x7f.0.0.1/",
    "http://0x7f000001/",
    "http://127.0.0.1./",
    "http://１２７.0.0.1/",
    "http://0.0.0.0/",
    "http://10.0.0.8/",
    "http://172.16.4.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:8.8.8.8]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[fd00::1]/",
    "http://[fe80::1]/",
    "http://beijing.portal.test:8443/",
]

WRONG = [
    ("file:///etc/passwd", "the scheme 'file'"),
    ("javascript:alert(1)", "the scheme 'javascript'"),
    ("data:text/html,x", "the scheme 'data'"),
    ("ftp://zwfw.example.cn/", "the scheme 'ftp'"),
    ("zwfw.example.cn", "the scheme 'is missing'"),
    ("https://", "the address has no host"),
    ("https://admin:secret@zwfw.example.cn/", "a user name"),
    ("https://zwfw.example.cn\\@evil.example/", "a user name, password or backslash"),
    ("https://zwfw。example。cn/", "full-width 。"),
    ("https://zwfw．example.cn/", "full-width ．"),
    ("https：//zwfw.example.cn/", "full-width ："),
    ("https://zwfw.example.cn /", "white space"),
    ("https://zwfw.example.cn/\u200b", "white space or a control"),
    ("https://zwfw.example.cn:99999/", "not an address"),
    ("https://[::1/", "not an address"),
    ("https://zwfw/", "'zwfw' is no public host name"),
    ("https://zw fw.example.cn/", "white space"),
    ("https://-a.example.cn/", "'-a.example.cn' is no public host name"),
    ("https://a..example.cn/", "'a..example.cn' is no public host name"),
    ("https://127%2e0.example/", "'127%2e0.example' is no public host name"),
]


@pytest.mark.parametrize(
    "url",
    [
        "https://zwfw.example.gov.cn/",
        "http://www.example.gov.cn:8080/col/index.html?region=110000",
        "https://政务.example.cn/",
        "http://8.8.8.8/",
        "https://zwfw.example.cn./",
    ],
)
def test_public_addresses_are_good(url: str) -> None:
    assert fault(url) is None


@pytest.mark.parametrize("url", LOCAL)
def test_addresses_that_are_not_public_are_for_the_lab(url: str) -> None:
    assert fault(url) is not None
    assert fault(url, lab=True) is None


@pytest.mark.parametrize(("url", "message"), WRONG)
@pytest.mark.parametrize("lab", [False, True])
def test_wrong_everywhere(url: str, message: str, lab: bool) -> None:
    found = fault(url, lab=lab)
    assert found is not None
    assert found[0].startswith(message)
    assert found[1]
