from __future__ import annotations

import pytest

from anfang.rounds.signature import whose


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        ({"failure": "timeout", "status": None}, "suspect"),
        ({"failure": "timeout", "status": 200, "committed": True}, "suspect"),
        ({"failure": "Page.goto: net::ERR_CONNECTION_RESET", "status": None}, "suspect"),
        ({"failure": "Page.goto: net::ERR_EMPTY_RESPONSE"}, "suspect"),
        ({"failure": "Page.goto: net::ERR_CERT_DATE_INVALID"}, "suspect"),
        ({"failure": "Page.goto: net::ERR_TOO_MANY_REDIRECTS", "status": 302}, "suspect"),
        ({"failure": "", "status": 503, "committed": True, "finished": True}, "suspect"),
        ({"failure": "Page.goto: net::ERR_ABORTED", "status": 204}, "suspect"),
        ({"failure": "Page.goto: net::ERR_ABORTED", "status": None}, "tool"),
        ({"failure": "Page.goto: net::ERR_INSUFFICIENT_RESOURCES"}, "tool"),
        ({"failure": "Page.goto: net::ERR_INTERNET_DISCONNECTED"}, "network"),
        ({"failure": "Page.goto: net::ERR_NETWORK_CHANGED"}, "network"),
        ({"failure": "refused: host not allowed"}, "policy"),
        ({"failure": "off_site:elsewhere.test", "status": 200}, "policy"),
        ({"failure": "", "refused": "off_site:elsewhere.test", "status": 200}, "policy"),
        ({"failure": "Page.goto: net::ERR_BLOCKED_BY_CLIENT"}, "policy"),
        ({}, "suspect"),
    ],
)
def test_whose_failure_a_signature_hints_at(signature: dict[str, object], expected: str) -> None:
    assert whose(signature) == expected
