"""robots.txt: fetched once per host and visit, obeyed, and kept as evidence of what was obeyed."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from anfang.evidence import EvidenceStore

AGENT = "Anfang"
_FORBIDDEN = (401, 403)
_ALL, _NONE = ("User-agent: *", "Disallow:"), ("User-agent: *", "Disallow: /")


@dataclass(slots=True)
class Robots:
    """`kept` holds the hash of every robots.txt by origin, '' where there was none."""

    http: httpx.AsyncClient
    evidence: EvidenceStore
    kept: dict[str, str] = field(default_factory=dict[str, str])
    _rules: dict[str, RobotFileParser] = field(default_factory=dict[str, RobotFileParser])

    async def allows(self, url: str) -> bool:
        """Whether the rules of the address's host let us load it (RFC 9309: none readable means yes, forbidden means no)."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = await self._read(origin)
        return self._rules[origin].can_fetch(AGENT, url)

    async def _read(self, origin: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            answer = await self.http.get(f"{origin}/robots.txt")
        except httpx.HTTPError:
            # The home page will tell whether the host is dead; no rules are known until then.
            rules.parse(_ALL)
            return rules
        found = answer.status_code == 200
        self.kept[origin] = self.evidence.put(answer.content, "txt") if found else ""
        rules.parse(answer.text.splitlines() if found else _NONE if answer.status_code in _FORBIDDEN else _ALL)
        return rules
