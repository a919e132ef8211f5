"""Make a study folder: cities, scenarios and scoring's YAML of the suite, ready to be changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from anfang import suite
from anfang.errors import BadInput

TEMPLATE = Path(__file__).resolve().parent / "templates" / "study"
COPIED = ("scenarios/*.py", "scoring/*.yaml", "scoring/weights/*.yaml")
"""Of the shipped suite. Never scoring's Python: its rules are the instrument, the YAML is the study's."""


def make_study(folder: Path, *, empty: bool = False) -> tuple[Path, ...]:
    """Fill a new or empty folder and return its files, sorted; `empty`: one example city, not the shipped 36.

    Raises BadInput where the folder holds anything: nothing is ever overwritten.
    """
    _refuse_full(folder)
    try:
        shutil.copytree(TEMPLATE, folder, dirs_exist_ok=True)
        (folder / "gitignore").rename(folder / ".gitignore")
        _copy_suite(folder)
        if not empty:
            shutil.copyfile(suite.shipped() / "cities.yaml", folder / "cities.yaml")
    except OSError as bad:
        raise BadInput(
            f"cannot be written: {bad.strerror}", where=str(folder), mend="name a folder of your own"
        ) from bad
    return tuple(sorted(path for path in folder.rglob("*") if path.is_file()))


def _refuse_full(folder: Path) -> None:
    if folder.is_file():
        raise BadInput("is a file", where=str(folder), mend="name a new folder")
    if folder.is_dir() and any(folder.iterdir()):
        raise BadInput(
            "the folder is not empty", where=str(folder), mend="name a new folder; nothing is overwritten"
        )


def _copy_suite(folder: Path) -> None:
    root = suite.shipped()
    for pattern in COPIED:
        for source in sorted(root.glob(pattern)):
            target = folder / source.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
