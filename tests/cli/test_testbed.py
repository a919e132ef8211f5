from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from anfang.cities import load_cities


@pytest.fixture
def lab(tmp_path: Path) -> Path:
    return tmp_path / "lab.yaml"


@pytest.fixture
def serving(lab: Path) -> Iterator[subprocess.Popen[str]]:
    """`anfang testbed serve` on a free port."""
    command = [sys.executable, "-m", "anfang", "testbed", "serve", "--round", "during", "--port", "0"]
    command += ["--cities", str(lab)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.wait()


def test_serve_lists_the_addresses_answers_and_stops_cleanly(
    serving: subprocess.Popen[str], lab: Path
) -> None:
    assert serving.stdout is not None
    lines: list[str] = []
    while not lines or "Ctrl-C" not in lines[-1]:
        lines.append(serving.stdout.readline())
    assert "SIMULATED" in lines[0]
    assert "round during" in lines[0]
    addresses = [found for line in lines for found in re.findall(r"http://(\w+)\.portal\.test:(\d+)/", line)]
    assert len(addresses) == 36 + 1  # every city's, and the first one's in the line that tells how to browse
    assert any('--host-resolver-rules="MAP *.portal.test 127.0.0.1"' in line for line in lines)
    host, port = addresses[0]
    assert load_cities(lab, lab=True)[0].portals["portal"] == f"http://{host}.portal.test:{port}/"
    home = httpx.get(f"http://127.0.0.1:{port}/", headers={"host": f"{host}.portal.test"}, trust_env=False)
    assert home.status_code == 200
    serving.send_signal(signal.SIGINT)
    rest, failure = serving.communicate(timeout=10)
    assert (serving.returncode, rest.strip(), failure) == (0, "stopped", "")


def test_generated_portals_are_written_and_served(tmp_path: Path) -> None:
    facts = tmp_path / "planted.json"
    made = anfang("testbed", "generate", "--cities", "3", "--seed", "7", "--family", "spa", "-o", str(facts))
    assert (made.returncode, "3 portals (spa)" in made.stdout) == (0, True)
    command = [sys.executable, "-m", "anfang", "testbed", "serve", "--facts", str(facts), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(4)]
        process.send_signal(signal.SIGINT)
    assert [line.split()[2] for line in lines[1:]] == ["spa"] * 3


def test_a_family_that_does_not_exist_is_named(tmp_path: Path) -> None:
    made = anfang("testbed", "generate", "--family", "spx", "-o", str(tmp_path / "x.json"))
    assert made.returncode == 2
    assert "no family spx" in made.stderr


def anfang(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "anfang", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)
