"""The wheel runs where there is no source tree: in a venv of its own, from an empty folder and from a study."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True)
class Installed:
    """A venv that holds the wheel and, by a .pth file, the dependencies of this one but nothing of the source tree."""

    bin: Path

    def run(self, *command: str, cwd: Path) -> str:
        program, *words = command
        done = subprocess.run(
            [self.bin / program, *words],
            cwd=cwd,
            env={"PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    building = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(building, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    venv = tmp_path_factory.mktemp("bare") / "venv"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    python = venv / "bin" / "python"
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True)
    asked = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    # Read as a plain folder: its own .pth files, the editable install's among them, are not followed.
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return Installed(venv / "bin")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def test_the_wheel_holds_the_suite_and_nothing_of_the_workshop(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    suite = "anfang/_suite"
    held = (
        "cities.yaml",
        "scenarios/business_startup.py",
        "probes/guide.py",
        "scoring/catalogue.yaml",
        "scoring/rank.py",
    )
    for file in held:
        assert f"{suite}/{file}" in names
    tops = {name.split("/")[0] for name in names if not name.split("/")[0].endswith(".dist-info")}
    assert tops == {"anfang"}
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_nothing_of_the_source_tree_is_seen(installed: Installed, empty: Path) -> None:
    told = installed.run("python", "-c", "import anfang, sys; print(anfang.__file__, *sys.path)", cwd=empty)
    assert str(installed.bin.parent) in told.split()[0]
    assert str(ROOT) not in told.replace(sysconfig.get_path("purelib"), "")


def test_it_runs_from_an_empty_folder(installed: Installed, empty: Path) -> None:
    assert "demo" in installed.run("anfang", "--help", cwd=empty)
    assert "--port" in installed.run("anfang", "testbed", "serve", "--help", cwd=empty)
    assert "36 cities;" in installed.run("anfang", "cities", "list", cwd=empty)
    script = (
        "import anfang; from scoring.catalogue import load_catalogue as load; print(len(load().indicators))"
    )
    assert installed.run("python", "-c", script, cwd=empty).strip() == "72"
    assert list(empty.iterdir()) == []


def test_it_runs_from_a_study(installed: Installed, empty: Path) -> None:
    installed.run("anfang", "init", "study", cwd=empty)
    study = empty / "study"
    assert "北京" in installed.run("anfang", "cities", "list", cwd=study)
    changed = (study / "cities.yaml").read_text(encoding="utf-8").replace("北京", "北平")
    (study / "cities.yaml").write_text(changed, encoding="utf-8")
    assert "北平" in installed.run("anfang", "cities", "list", cwd=study)


def test_a_round_is_planned_from_a_study(installed: Installed, empty: Path) -> None:
    """Scenario, probes, catalogue and weights are all found: a plan needs every one of them."""
    installed.run("anfang", "init", "--empty", "study", cwd=empty)
    study = empty / "study"
    script = (
        "from anfang.testbed.draw import draw; from anfang.testbed.server import write_cities; from pathlib import Path; "
        "write_cities(Path('lab.yaml'), draw(1, 'before')[:2], 8036)"
    )
    installed.run("python", "-c", script, cwd=study)
    words = ("--cities", "lab.yaml", "--window", "2026-03-02..2026-03-06", "--now", "2026-03-02", "--lab")
    assert "2 visits, 25 rows" in installed.run("anfang", "round", "new", "trial", *words, cwd=study)
    assert "trial is open" in installed.run(
        "anfang", "round", "open", "trial", "--now", "2026-03-02", cwd=study
    )
