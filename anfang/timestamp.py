"""A time stamp (RFC 3161) over the head of a round's chain: an authority's signature that the head existed at a moment.

The token is kept as it came and checked with `openssl ts -verify`; here only what must hold before it is kept is checked.
"""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path

import httpx

from anfang.errors import BadInput, VerificationFailed
from anfang.exchange import write_whole
from anfang.store import Store

TOKEN, STAMPED = "timestamp.tsr", "timestamp.txt"
"""In the folder of the round: the authority's answer, and the head that it is over."""
DEADLINE = 30.0
_SHA256 = bytes.fromhex("300d06096086480165030402010500")
"""AlgorithmIdentifier of SHA-256 in DER."""


def stamp(folder: Path, authority: str) -> str:
    """Have the head of the round's chain stamped; returns it. The token replaces an earlier one.

    Raises BadInput (no such round, the authority cannot be reached or refuses), VerificationFailed (its answer is over
    something else).
    """
    with Store.open(folder) as store:
        head = store.head()
    imprint, nonce = hashlib.sha256(head.encode()).digest(), bytes([secrets.randbelow(127) + 1]) + secrets.token_bytes(7)
    answer = _asked(authority, request(imprint, nonce))
    check(answer, imprint, nonce)
    write_whole(folder / STAMPED, head.encode())
    write_whole(folder / TOKEN, answer)
    return head


def request(imprint: bytes, nonce: bytes) -> bytes:
    """A TimeStampReq in DER: version 1, SHA-256 imprint, nonce, with the authority's certificate asked for."""
    message = _der(0x30, _SHA256 + _der(0x04, imprint))
    # DER wants the shortest positive integer: the nonce's first byte is 1 to 127.
    return _der(0x30, _der(0x02, b"\x01") + message + _der(0x02, nonce) + _der(0x01, b"\xff"))


def check(answer: bytes, imprint: bytes, nonce: bytes) -> None:
    """Raises VerificationFailed for an answer that is not granted, or not over this imprint and this question."""
    granted = b"\x30" in answer[:1] and any(mark in answer[:24] for mark in (b"\x02\x01\x00", b"\x02\x01\x01"))
    if not granted:
        raise VerificationFailed("the time stamping authority did not grant the time stamp")
    if imprint not in answer or nonce not in answer:
        raise VerificationFailed("the time stamp is over something else than the head of this round's chain")


def _asked(authority: str, query: bytes) -> bytes:
    kind = {"Content-Type": "application/timestamp-query"}
    try:
        answer = httpx.post(authority, content=query, headers=kind, timeout=DEADLINE).raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as failure:
        mend = "check the address of the authority, or stamp the head later"
        raise BadInput(f"no time stamp: {failure}", where=authority, mend=mend) from failure
    return answer.content


def _der(tag: int, content: bytes) -> bytes:
    """Tag, length, content (content below 128 bytes, as all of ours is)."""
    return bytes([tag, len(content)]) + content
