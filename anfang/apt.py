"""Install Debian packages where this user may, without ever asking for a password. Standard library only."""

from __future__ import annotations

import os
import shutil
import subprocess


def line(*packages: str) -> str:
    """What a person types to install the packages."""
    return f"sudo apt-get install -y {' '.join(packages)}"


def install(*packages: str) -> bool:
    """Install the packages; False where there is no apt-get, where this user may not, or where it fails."""
    rights = _rights()
    if rights is None or shutil.which("apt-get") is None:
        return False
    print(f"installing {' '.join(packages)} with apt-get", flush=True)
    # The lists of a fresh image are empty or old; a mirror that fails here shows in the installation itself.
    _run([*rights, "apt-get", "update", "-qq"])
    return _run([*rights, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages])


def _rights() -> list[str] | None:
    """What to put before a command so that it runs as root; None where this user cannot without a password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _run(["sudo", "-n", "true"], quiet=True):
        return ["sudo", "-n"]
    return None


def _run(command: list[str], *, quiet: bool = False) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    told = subprocess.DEVNULL if quiet else None
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=told,
        check=False,
    )
    return done.returncode == 0
