"""Visit pages that nobody here wrote: the stock pages of the GOV.UK Prototype Kit and its common templates.

    python bench/third_party.py

Installs the kit with npm into a temporary folder, serves it with its own server on loopback, visits it in English and
prints the record. The kit offers no service of the scenario, so anything that is said to be there was invented: exit 1.
Skips (exit 0) where npm is missing or cannot install.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

KIT = "13.20.3"
TEMPLATES = "node_modules/@govuk-prototype-kit/common-templates"
READY = "is now running at"
MEASURED = ("tech_load", "tech_links", "tech_errors")
"""Rows that any page has a value for."""
NOTHING: tuple[Any, ...] = (
    "absent",
    "no_guide",
    "none",
    0,
    {"form": "absent", "sent": None},
    {"declared": None, "derived": None, "used": 2},
)
FRONT = """<!doctype html><html lang="en"><title>City services</title><h1>City services</h1><ul>
<li><a href="/start">Company registration</a><li><a href="/mainstream-guide">Company seal</a>
<li><a href="/content">VAT registration</a><li><a href="/task-list">Register as an employer</a>
<li><a href="/question">Contact us</a><li><a href="/check-answers">Make a complaint</a>
<li><a href="/blank-govuk">Sign in</a><li><a href="/confirmation">Track your application</a>
<li><a href="/task-list">Start a business</a></ul>"""
"""Promising words that lead to stock pages: what stands there must be judged, not what the link says."""


def main() -> int:
    if not (shutil.which("npm") and shutil.which("npx")):
        print("skipped: npm is not installed")
        return 0
    with tempfile.TemporaryDirectory(prefix="anfang-kit-") as folder:
        kit = Path(folder) / "prototype"
        if not install(kit):
            print("skipped: npm could not install the kit")
            return 0
        with served(kit) as address:
            wrong = [line for page in ("", "front") for line in report(address + page)]
    print("\n".join(wrong) if wrong else "nothing was invented")
    return 1 if wrong else 0


def install(kit: Path) -> bool:
    """Create a prototype as the kit's own command does, with every common template as a page."""
    words = ["create", str(kit), "--version", KIT, "--no-version-control", "--suppress-node-version-warning"]
    made = subprocess.run(
        ["npx", "--yes", f"govuk-prototype-kit@{KIT}", *words], capture_output=True, text=True
    )
    templates = sorted((kit / TEMPLATES / "templates").glob("*.html"))
    if made.returncode or not templates:
        print(made.stderr[-2000:], file=sys.stderr)
        return False
    for template in templates:
        shutil.copy(template, kit / "app/views")
    (kit / "app/views/front.html").write_text(FRONT, encoding="utf-8")
    print(f"govuk-prototype-kit {KIT}, stock pages: {', '.join(page.stem for page in templates)}")
    return True


@contextmanager
def served(kit: Path) -> Iterator[str]:
    """The kit's own server on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        ["npx", "govuk-prototype-kit", "serve", "--suppress-node-version-warning"],
        cwd=kit, env={**os.environ, "PORT": str(port), "NODE_ENV": "development"},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        if not any(READY in line for line in server.stdout):
            raise SystemExit("the kit's server ended before it was ready")
        yield f"http://127.0.0.1:{port}/"
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=20)


def report(address: str) -> Iterator[str]:
    """Visit, print the record, yield what is wrong with it."""
    command = [sys.executable, "-m", "anfang", "visit", address, "--lab", "--lang", "en", "--json"]
    ended = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if ended.returncode:
        yield f"{address}: the visit ended with {ended.returncode}"
        return
    record = json.loads(ended.stdout)
    print(f"\n{address} {record['outcome']}, {record['page_loads']} page loads, {record['seconds']} s")
    for one in record["observations"]:
        said = (
            json.dumps(one["value"]) if one["status"] == "observed" else f"{one['status']}: {one['reason']}"
        )
        print(f"  {one['indicator']:24}{one['step']:18}{said}")
        if one["status"] == "error" or (one["status"] == "observed" and not empty(one)):
            yield f"{address}: {one['indicator']} {one['step']} {said}"


def empty(one: dict[str, Any]) -> bool:
    return one["indicator"] in MEASURED or one["value"] in NOTHING


if __name__ == "__main__":
    sys.exit(main())
