"""The directory of items: which categories lead to which guide, so that the planted ways are exact.

Home (0) -> hall (1) -> category (2) -> ... -> guide (way). A way of 1 is an entry on the home page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import md5

from anfang.testbed.facts import PortalFacts, StepFacts
from anfang.testbed.families.spa import decoys

LEVELS: dict[str, tuple[str, ...]] = {
    "registration": ("设立变更", "市场监督管理局", "企业登记注册", "内资企业登记", "有限责任公司"),
    "seal": ("准营准办", "公安局", "特种行业管理", "印章业管理", "单位印章"),
    "invoice": ("税收财务", "税务局", "发票管理", "发票领用与缴销", "新办纳税人"),
    "social_insurance": ("人力社保", "人力资源和社会保障局", "社会保险", "单位参保业务", "参保单位登记"),
}
_OTHER = ("其他事项", "综合窗口", "综合业务", "一般事项", "通用情形")
THEMES = ("设立变更", "准营准办", "税收财务", "人力社保", "资质认证", "安全生产")


@dataclass(slots=True)
class Category:
    """A node under the hall: categories first, then items."""

    key: str
    name: str
    children: list[Category] = field(default_factory=list["Category"])
    items: list[str] = field(default_factory=list[str])


def token(name: str) -> str:
    """The id that a platform gives to a name."""
    return md5(name.encode(), usedforsecurity=False).hexdigest()[:12]


class Directory:
    def __init__(self, facts: PortalFacts) -> None:
        self.facts = facts
        self.root = Category("", "全部")
        self._themes()
        for step in facts.steps.values():
            self._place(step)
        self.root.items += decoys.OTHER
        self.root.children = [theme for theme in self.root.children if theme.items or theme.children]

    @cached_property
    def guides(self) -> Mapping[str, StepFacts]:
        """Every guide of the portal by its token."""
        others = {name for step in self.facts.steps.values() for name in decoys.names(step)}
        others |= {*decoys.OTHER, *decoys.PERSONAL}
        items = {token(name): decoys.item(name) for name in sorted(others)}
        return items | {token(step.name): step for step in self.planted}

    @property
    def planted(self) -> tuple[StepFacts, ...]:
        """The steps that have a guide at all."""
        return tuple(step for step in self.facts.steps.values() if step.way != "absent")

    @property
    def on_home(self) -> list[str]:
        """Items that the home page links to: the steps with a way of 1 and items that lead elsewhere."""
        near = [step.name for step in self.planted if step.way == 1]
        return [*near, *(decoys.names(step)[0] for step in self.facts.steps.values())]

    def find(self, key: str) -> Category | None:
        """The category with this key; "" is the hall itself."""
        queue = [self.root]
        while queue:
            category = queue.pop()
            if category.key == key:
                return category
            queue += category.children
        return None

    def trail(self, key: str) -> list[Category]:
        """The categories above and including `key`, without the hall."""
        return [found for end in _prefixes(key) if (found := self.find(end))]

    def _themes(self) -> None:
        for theme in THEMES:
            self.root.children.append(Category(token(theme), theme))
        for theme, name in zip(self.root.children[-2:], decoys.OTHER, strict=False):
            theme.items.append(name)

    def _place(self, step: StepFacts) -> None:
        levels = LEVELS.get(step.step, _OTHER)
        depth = step.way - 2 if isinstance(step.way, int) else 1
        category = self.root
        for number in range(max(depth, 1)):
            beside = decoys.names(step)
            if number:
                category.items.append(beside[number % len(beside)])
            category = _child(category, levels[number])
        category.items += decoys.names(step)
        if isinstance(step.way, int):
            home = category if depth > 0 else self.root
            home.items.insert(len(home.items) // 2, step.name)


def _child(category: Category, name: str) -> Category:
    for child in category.children:
        if child.name == name:
            return child
    made = Category("-".join(filter(None, (category.key, token(name)))), name)
    category.children.append(made)
    return made


def _prefixes(key: str) -> list[str]:
    parts = key.split("-") if key else []
    return ["-".join(parts[: end + 1]) for end in range(len(parts))]
