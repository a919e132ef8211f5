"""Make .venv with the locked dependencies and this package. Needs nothing but Python and its standard library.

python3 bootstrap.py
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from anfang import apt

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)


def main() -> None:
    _check_version()
    python = ROOT / ".venv" / "bin" / "python"
    if not _works(python):
        _make_venv()
    print("installing the locked dependencies (a minute or two the first time)", flush=True)
    _pip(python, "--require-hashes", "-r", "requirements.lock")
    _pip(python, "--no-deps", "--no-build-isolation", "-e", ".")


def _check_version() -> None:
    if sys.version_info < OLDEST:
        here = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"Anfang needs Python 3.11 or newer, this one is {here}: run `make setup PYTHON=python3.12`")


def _works(python: Path) -> bool:
    """Whether .venv holds a Python that is new enough, with pip; else it is made anew."""
    asked = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    return python.is_file() and _run(str(python), "-c", asked).returncode == 0


def _make_venv() -> None:
    # Debian keeps half of the venv module in a package of its own, and says so only when a venv is made.
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    making = (sys.executable, "-m", "venv", "--clear", str(ROOT / ".venv"))
    made = _run(*making)
    if made.returncode and apt.install(package):
        made = _run(*making)
    if made.returncode:
        sys.exit(
            f"{made.stdout}{made.stderr}no venv could be made; on Debian and Ubuntu run: {apt.line(package)}"
        )


def _pip(python: Path, *what: str) -> None:
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what]
    if subprocess.run(command, check=False, cwd=ROOT).returncode:
        sys.exit(f"pip could not install {' '.join(what)}; what it says is above")


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, check=False, capture_output=True, text=True)


if __name__ == "__main__":
    main()
