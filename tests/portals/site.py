"""The little site that these pages make: served on loopback, every request remembered."""

from __future__ import annotations

import io
import json
import threading
import time
import zipfile
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from urllib.parse import parse_qs, urlsplit

FOLDER = Path(__file__).parent
SLOW_SECONDS = 0.5


def docx() -> bytes:
    """The least that is told as a Word document."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("word/document.xml", "<document/>")
    return file.getvalue()


FILES = {
    "/files/form.docx": docx(),
    "/files/sample.docx": docx(),
    "/files/page.docx": "<!DOCTYPE html><title>登录</title>".encode(),
    "/files/empty.docx": b"",
    "/files/old.doc": b"\xd0\xcf\x11\xe0" + bytes(64),
    "/files/paper.pdf": b"%PDF-1.7\n",
}
REDIRECTS = {
    "/moved": "/guide_table",
    "/moved.docx": "/files/form.docx",
    "/off": "http://elsewhere.portal.test:{port}/landing",
    "/loop": "/loop",
}
RESULTS = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>搜索结果</title><h2>{q} 的搜索结果，共找到三条与您的提问有关的内容</h2>
<ul class="results"><li><a href="/news">我市{q}改革圆满结束，企业满意度提升</a></li><li><a href="/guide_change">企业变更登记</a></li>
<li><a href="/guide_table">{q}</a></li></ul>"""


class Site:
    """Serves the pages on 127.0.0.1 under any host name for the length of a block; `asked` holds (host, path) of every request."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Answer", (_Answer,), {"site": self}))
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def counted(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(asked == path for _host, asked in self.asked)

    def url(self, path: str = "", host: str = "qinghe") -> str:
        return f"http://{host}.portal.test:{self.port}/{path}"

    def __enter__(self) -> Site:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Answer(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.site.asked.append((self.headers["Host"].partition(":")[0], parts.path))
        if parts.path in REDIRECTS:
            self._send(302, b"", Location=REDIRECTS[parts.path].format(port=self.site.port))
        elif parts.path in FILES:
            self._send(200, FILES[parts.path], "application/octet-stream", Content_Disposition="attachment")
        elif parts.path == "/slow.json":
            time.sleep(SLOW_SECONDS)
            self._send(200, json.dumps(["公司登记申请书", "公司章程"]).encode(), "application/json")
        elif parts.path == "/search":
            self._send(200, RESULTS.format(q=escape(parse_qs(parts.query).get("q", [""])[0])).encode())
        elif parts.path == "/busy" and self.site.counted("/busy") < 3:
            self._send(503, "<h1>503</h1>系统繁忙".encode())
        elif parts.path == "/busy":
            self._page("/guide_heads")
        elif parts.path == "/robots.txt" and self.headers["Host"].startswith("robots."):
            self._send(200, b"User-agent: *\nDisallow: /guide_table\n", "text/plain")
        elif parts.path == "/error":
            self._send(500, "<title>错误</title>系统异常".encode())
        elif parts.path == "/hang-up":
            self.close_connection = True
        else:
            self._page(parts.path)

    def _page(self, path: str) -> None:
        file = FOLDER / f"{path.strip('/').replace('/', '_') or 'home'}.html"
        if file.is_file():
            self._send(200, file.read_text("utf-8").replace("%PORT%", str(self.site.port)).encode())
        else:
            self._send(404, "<title>404</title>页面不存在".encode())

    def _send(self, status: int, body: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: `asked` is the log."""
