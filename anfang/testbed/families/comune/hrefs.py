"""The links that a page holds. The portal's scripts add none, so that what is sent is what stands in the browser."""

from __future__ import annotations

from html.parser import HTMLParser


def hrefs(page: str) -> list[str]:
    """Addresses of this host in `href` of `a` and `area`, in document order, without fragments."""
    parser = _Links()
    parser.feed(page)
    return parser.found


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href") or ""
        if tag in ("a", "area") and address.startswith("/"):
            self.found.append(address)
