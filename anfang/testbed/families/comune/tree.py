"""The tree of lists that leads from the home page to the services, each at its planted distance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(eq=False)
class Node:
    """A page of lists. Its depth is the number of activations from the home page."""

    key: str
    title: str
    parent: Node | None = None
    page: int = 1
    address: str = ""
    children: list[Node] = field(default_factory=list["Node"])
    services: list[str] = field(default_factory=list[str])
    """Ids of the services listed, in order."""
    next: Node | None = None
    """The second page of the same list."""

    @property
    def kind(self) -> str:
        return self.key.partition("#")[0].partition(":")[0]

    @property
    def depth(self) -> int:
        return 1 + (self.parent.depth if self.parent else 0)

    @property
    def trail(self) -> list[Node]:
        """The nodes from the top to this one; the first page of a list stands for all its pages."""
        above = self.parent.trail if self.parent else []
        return above if self.page > 1 else [*above, self]

    @property
    def base(self) -> Node:
        """The list's first page."""
        return self.parent if self.page > 1 and self.parent else self


class Tree:
    """All nodes by key."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}

    def __iter__(self) -> Iterator[Node]:
        return iter(self._nodes.values())

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def __getitem__(self, key: str) -> Node:
        return self._nodes[key]

    def of_kind(self, kind: str) -> list[Node]:
        """First pages only."""
        return [node for node in self if node.kind == kind and node.page == 1]

    def add(self, key: str, title: str, parent: Node | None) -> Node:
        """The node, made where it is not there yet. A key that ends in #2 is the second page of its parent."""
        if key in self._nodes:
            return self._nodes[key]
        node = Node(key, title, parent, page=2 if key.endswith("#2") else 1)
        self._nodes[key] = node
        if parent and node.page > 1:
            parent.next = node
        elif parent:
            parent.children.append(node)
        return node

    def fits(self, chain: tuple[str, ...]) -> bool:
        """Whether the chain can be had: what is there already has the parent that the chain gives it."""
        above: str | None = None
        for key in chain:
            if key in self._nodes:
                parent = self._nodes[key].parent
                if (parent.key if parent else None) != above:
                    return False
            above = key
        return True
