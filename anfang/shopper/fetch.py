"""Documents and links asked for without the browser: bounded, one connection at a time, told by their magic bytes."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from urllib.parse import parse_qs, unquote, urlsplit

import httpx

from anfang.model import SIMULATED_SUFFIX
from anfang.shopper.limits import CURRENT
from anfang.shopper.trail import Fetched

MOST_BYTES = 5_000_000
MOST_HOPS = 6
DEADLINE = 15.0
SHORT_PAGE = 400
"""Characters of text; a longer page is no error page, whatever words it holds."""
TYPES = ("docx", "doc", "pdf", "xlsx", "xls", "wps", "rtf", "zip", "jpg", "jpeg", "png")
HTML = re.compile(
    rb"(\xef\xbb\xbf)?\s*<(!doctype html|!--|\?xml[^>]*>\s*<!doctype html|(html|head|body|script|title|meta|style|div|table|p|h[1-6]|center)\b)",
    re.I,
)
"""How pages begin, those without a doctype included."""
ALIKE: Mapping[str, frozenset[str]] = {
    "doc": frozenset({"doc", "rtf"}),
    "xls": frozenset({"doc", "xls"}),
    "wps": frozenset({"doc", "docx"}),
    "rtf": frozenset({"rtf", "doc"}),
    "jpeg": frozenset({"jpg"}),
}
"""Named type -> types whose magic bytes it may bear (old Office files share one container)."""


class LabTransport(httpx.AsyncHTTPTransport):
    """Sends *.portal.test to the loopback, with the name in the Host header, as the browser's resolver rule does."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.host.endswith(SIMULATED_SUFFIX):
            here = request.url.copy_with(host="127.0.0.1")
            request = httpx.Request(
                request.method, here, headers=request.headers, stream=request.stream, extensions=request.extensions
            )
        return await super().handle_async_request(request)


def client(*, user_agent: str, cookies: Mapping[str, str], lab: bool) -> httpx.AsyncClient:
    """A client that follows redirects one connection at a time."""
    limits = httpx.Limits(max_connections=1)
    transport = LabTransport(limits=limits) if lab else httpx.AsyncHTTPTransport(limits=limits)
    limits_of_visit = CURRENT.get()

    async def admitted(request: httpx.Request) -> None:
        reason = await limits_of_visit.admit_check(str(request.url)) if limits_of_visit else ""
        if reason:
            raise httpx.UnsupportedProtocol(f"refused: {reason}", request=request)

    return httpx.AsyncClient(
        transport=transport, timeout=DEADLINE, follow_redirects=False, cookies=dict(cookies), headers={"User-Agent": user_agent},
        event_hooks={"request": [admitted]},
    )  # fmt: skip


async def fetch(
    http: httpx.AsyncClient, url: str, allowed: Callable[[str], bool], *, most: int = MOST_BYTES, gone: tuple[str, ...] = ()
) -> Fetched:
    """Ask for an address; every hop of a redirect must be allowed. A failure is a value.

    gone: words of a page that is not there although it answers 200 (soft 404).
    """
    hop = url
    for _hop in range(MOST_HOPS):
        if not allowed(hop):
            return Fetched(url, None, failure="refused: host not allowed")
        try:
            answer, body = await _ask(http, hop, most)
        except httpx.HTTPError as failure:
            refused = str(failure).startswith("refused: ")
            return Fetched(url, None, failure=str(failure) if refused else type(failure).__name__)
        if answer.next_request is None:
            return _told(url, hop, answer, body, gone)
        hop = str(answer.next_request.url)
    return Fetched(url, None, failure="too many redirects")


async def _ask(http: httpx.AsyncClient, url: str, most: int) -> tuple[httpx.Response, bytes]:
    """The answer with its body, of which no more than `most` bytes are read."""
    body = b""
    async with http.stream("GET", url) as answer:
        async for part in answer.aiter_bytes():
            body += part
            if len(body) > most:
                break
    return answer, body


def _told(url: str, hop: str, answer: httpx.Response, body: bytes, gone: tuple[str, ...]) -> Fetched:
    named = named_type(hop, answer.headers.get("content-disposition", "")) or named_type(url, "")
    kind = detected_type(body)
    if kind == "html" and gone and soft_404(body, answer.encoding or "utf-8", gone):
        kind = "gone"
    return Fetched(url, answer.status_code, len(body), hashlib.sha256(body).hexdigest() if body else "", kind, named)


def soft_404(body: bytes, encoding: str, gone: tuple[str, ...]) -> bool:
    """A short page, or a page title, that says that the page is not there."""
    try:
        html = body.decode(encoding, "replace")
    except LookupError:
        html = body.decode("utf-8", "replace")
    title = re.search(r"<title[^>]*>(.*?)</title>", html, re.I | re.S)
    text = " ".join(re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", html, flags=re.I | re.S).split())
    said = title.group(1) if title else ""
    return any(word in said or (word in text and len(text) <= SHORT_PAGE) for word in gone)


def named_type(url: str, disposition: str) -> str:
    """The file type that the file name in the header, the path or the query names."""
    parts = urlsplit(url)
    header = re.search(r"filename\*?=(?:UTF-8'')?\"?([^\";]+)", disposition, re.I)
    asked = [value for values in parse_qs(parts.query).values() for value in values]
    names = [unquote(header.group(1)) if header else "", unquote(parts.path), *asked]
    for name in names:
        ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
        if ending in TYPES:
            return ending
    return ""


def detected_type(body: bytes) -> str:
    """The type that the first bytes tell."""
    head = body[:2048]
    if not body.strip():
        return "empty"
    if HTML.match(head):
        return "html"
    for magic, kind in ((b"%PDF", "pdf"), (b"\xd0\xcf\x11\xe0", "doc"), (b"{\\rtf", "rtf"), (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpg")):
        if head.startswith(magic):
            return kind
    return _zip_type(body) if head.startswith(b"PK") else "other"


def _zip_type(body: bytes) -> str:
    try:
        names = zipfile.ZipFile(io.BytesIO(body)).namelist()
    except zipfile.BadZipFile:
        return "other"
    if any(name.startswith("word/") for name in names):
        return "docx"
    return "xlsx" if any(name.startswith("xl/") for name in names) else "zip"


def document_works(got: Fetched) -> bool:
    """Fetched, not empty, and its magic bytes are those of the type that it is named as."""
    if got.status != 200 or got.detected in ("empty", "html", "other", ""):
        return False
    if not got.named or got.named == got.detected:
        return True
    return got.detected in ALIKE.get(got.named, frozenset())
