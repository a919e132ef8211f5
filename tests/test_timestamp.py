"""A time stamp by a local authority: OpenSSL's own, behind a server on this machine."""

from __future__ import annotations

import shutil
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from anfang.bundle import bundle
from anfang.errors import BadInput, VerificationFailed
from anfang.store import Store
from anfang.timestamp import STAMPED, TOKEN, check, request, stamp
from anfang.verify import verify
from tests.test_bundle import MORNING, folder

assert folder, "the fixture"
pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")
CONFIG = """
[tsa]
default_tsa = here
[here]
serial = {0}/serial
crypto_device = builtin
signer_cert = {0}/cert.pem
signer_key = {0}/key.pem
default_policy = 1.2.3.4.1
signer_digest = sha256
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[new]
distinguished_name = name
[name]
[stamping]
extendedKeyUsage = critical,timeStamping
"""


def openssl(*words: object) -> None:
    subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)


class Authority(BaseHTTPRequestHandler):
    place: Path

    def do_POST(self) -> None:
        query, answer = self.place / "query.tsq", self.place / "answer.tsr"
        query.write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
        openssl("ts", "-reply", "-config", self.place / "tsa.cnf", "-section", "here", "-queryfile", query, "-out", answer)
        body = answer.read_bytes()
        self.send_response(200 if self.path == "/tsr" else 503)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    place = tmp_path / "tsa"
    place.mkdir()
    (place / "serial").write_text("01\n")
    (place / "tsa.cnf").write_text(CONFIG.format(place))
    new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=Local authority"]
    openssl("req", "-x509", *new, "-config", place / "tsa.cnf", "-extensions", "stamping", "-keyout", place / "key.pem", "-out", place / "cert.pem")
    served = ThreadingHTTPServer(("127.0.0.1", 0), type("Here", (Authority,), {"place": place}))
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_address[1]}", place / "cert.pem"
    served.shutdown()
    served.server_close()


def test_a_head_is_stamped_and_anyone_can_check_it(folder: Path, tmp_path: Path, authority: tuple[str, Path]) -> None:
    address, certificate = authority
    head = stamp(folder, f"{address}/tsr")
    with Store.open(folder) as store:
        store.deviate("recorded after the stamp", at=MORNING)
    assert verify(folder, head=head).sound
    bundle(folder, "linhai", tmp_path / "linhai.zip")
    with zipfile.ZipFile(tmp_path / "linhai.zip") as packed:
        packed.extractall(tmp_path / "out")
    told = ["-in", tmp_path / "out" / TOKEN, "-data", tmp_path / "out" / STAMPED, "-CAfile", certificate]
    openssl("ts", "-verify", *told)
    (tmp_path / "out" / STAMPED).write_text("0" * 64)
    with pytest.raises(subprocess.CalledProcessError):
        openssl("ts", "-verify", *told)


def test_an_authority_that_does_not_answer_leaves_nothing(folder: Path, authority: tuple[str, Path]) -> None:
    for address in (f"{authority[0]}/busy", "http://127.0.0.1:9/tsr", "not an address"):
        with pytest.raises(BadInput, match="no time stamp"):
            stamp(folder, address)
    assert not (folder / TOKEN).exists()


def test_an_answer_over_something_else_is_refused() -> None:
    imprint, nonce = b"i" * 32, b"n" * 8
    granted = b"\x30\x10\x30\x03\x02\x01\x00" + imprint + nonce
    check(granted, imprint, nonce)
    for wrong in (b"", b"\x30\x03\x02\x01\x02" + imprint + nonce, granted.replace(b"i", b"j"), granted.replace(b"n", b"m")):
        with pytest.raises(VerificationFailed):
            check(wrong, imprint, nonce)


def test_the_request_is_what_openssl_understands(tmp_path: Path) -> None:
    (tmp_path / "q").write_bytes(request(b"i" * 32, b"\x01nonce!!"))
    told = subprocess.run(["openssl", "ts", "-query", "-in", tmp_path / "q", "-text"], check=True, capture_output=True, text=True)
    assert "Hash Algorithm: sha256" in told.stdout
    assert "Certificate required: yes" in told.stdout
