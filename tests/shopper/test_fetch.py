from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from anfang.shopper.fetch import client, detected_type, document_works, fetch, named_type, soft_404
from anfang.shopper.lexicon import load
from anfang.shopper.trail import Fetched
from tests.portals.site import FILES, Site

GONE = load("zh").words("gone")


async def ask(site: Site, path: str, host: str = "qinghe", most: int = 5_000_000) -> Fetched:
    async with client(user_agent="test", cookies={}, lab=True) as http:
        return await fetch(http, site.url(path, host), lambda url: httpx.URL(url).host == "qinghe.portal.test", gone=GONE, most=most)


@pytest.mark.parametrize(
    ("path", "named", "detected", "works"),
    [
        ("files/form.docx", "docx", "docx", True),
        ("files/old.doc", "doc", "doc", True),
        ("files/paper.pdf", "pdf", "pdf", True),
        ("files/page.docx", "docx", "html", False),
        ("files/empty.docx", "docx", "empty", False),
        ("nowhere.docx", "docx", "gone", False),
    ],
)
async def test_documents_are_what_their_magic_bytes_say(site: Site, path: str, named: str, detected: str, works: bool) -> None:
    got = await ask(site, path)
    assert (got.named, got.detected, document_works(got)) == (named, detected, works)


async def test_a_document_behind_a_redirect_is_named_by_where_it_is(site: Site) -> None:
    got = await ask(site, "moved.docx")
    assert (got.status, got.detected, got.bytes) == (200, "docx", len(FILES["/files/form.docx"]))


async def test_a_page_that_says_that_it_is_gone_is_gone_though_it_answers_200(site: Site) -> None:
    assert ((await ask(site, "gone")).status, (await ask(site, "gone")).detected) == (200, "gone")
    assert (await ask(site, "guide_table")).detected == "html"


async def test_other_hosts_are_refused_at_every_hop(site: Site) -> None:
    before = len(site.asked)
    assert (await ask(site, "landing", host="elsewhere")).failure == "refused: host not allowed"
    assert (await ask(site, "off")).failure == "refused: host not allowed"
    assert ("elsewhere.portal.test", "/landing") not in site.asked[before:]


async def test_failures_are_values(site: Site) -> None:
    assert ((await ask(site, "error")).status, (await ask(site, "nowhere")).status) == (500, 404)
    broken = await ask(site, "hang-up")
    assert (broken.status, broken.failure) == (None, "RemoteProtocolError")
    endless = await ask(site, "loop")
    assert (endless.status, endless.failure) == (None, "too many redirects")


async def test_no_more_is_read_than_allowed(site: Site) -> None:
    got = await ask(site, "guide_table", most=100)
    assert got.bytes > 100
    assert got.status == 200


@pytest.mark.parametrize(
    ("url", "disposition", "named"),
    [
        ("http://a.test/x.docx", "", "docx"),
        ("http://a.test/down?file=%E8%A1%A8.xls", "", "xls"),
        ("http://a.test/servlet/DownFileServlet/12", "attachment; filename=\"form.pdf\"", "pdf"),
        ("http://a.test/servlet/12", "attachment; filename*=UTF-8''%E8%A1%A8.doc", "doc"),
        ("http://a.test/page.html", "", ""),
        ("http://a.test/", "", ""),
    ],
)
def test_the_type_that_a_name_promises(url: str, disposition: str, named: str) -> None:
    assert named_type(url, disposition) == named


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "empty"), (b" \n", "empty"), (b"<!DOCTYPE html><p>", "html"), (b"\n<HTML>", "html"), (b"{\\rtf1", "rtf"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "html"), (b"<title>404</title>", "html"), (b"<!-- gone --><div>", "html"),
        (b"\x89PNG\r\n", "png"), (b"\xff\xd8\xff\xe0", "jpg"), (b"PK\x03\x04 cut off", "other"), (b"plain", "other"),
    ],
)  # fmt: skip
def test_magic_bytes(body: bytes, kind: str) -> None:
    assert detected_type(body) == kind


def test_a_long_page_that_mentions_404_is_not_gone() -> None:
    body = f"<title>办事指南</title><p>{'说明' * 300} 404".encode()
    assert not soft_404(body, "utf-8", GONE)
    assert soft_404(b"<title>404</title>", "no-such-charset", GONE)


def test_old_office_names_may_hide_one_another() -> None:
    got = Fetched("http://a.test/x.wps", 200, 10, "", "doc", "wps")
    assert document_works(got)
    assert not document_works(replace(got, named="pdf"))
