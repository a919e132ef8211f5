"""Windows of the hall where an item is handled: a small table for each."""

from __future__ import annotations

from anfang.testbed.families.platform.choices import Choices
from anfang.testbed.families.platform.phrases import Pair
from anfang.testbed.texts import pool

_NAMES = ("综合受理窗口", "企业服务窗口", "综合服务窗口")
_TRAFFIC = (
    "乘坐3路、15路公交车至市民中心站下车",
    "乘坐公交12路、26路、K1路到政务中心站",
    "地铁一号线市民广场站2号口出，步行可达",
)


def has_windows(told: dict[str, Pair]) -> bool:
    """Windows are shown where the guide says where they are: their names and the way there tell a place."""
    return "location" in told and told["location"][1] not in pool("zh").placeholders


def windows(told: dict[str, Pair], elements: tuple[str, ...], pick: Choices, id: str) -> list[list[Pair]]:
    """Lines of each window: at times two windows stand side by side, with the same hours, address and number."""
    lines = [told[element] for element in elements if element in told]
    if pick.chance("traffic", 0.7):
        lines.append((pick.word("traffic"), pick.one(f"traffic:{id}", _TRAFFIC)))
    name, number = pick.one("window name", _NAMES), 2 if pick.chance(f"two windows:{id}", 0.4) else 1
    names = [name] if number == 1 else [f"{name}（一）", f"{name}（二）"]
    return [[(pick.word("window"), one), *lines] for one in names]
