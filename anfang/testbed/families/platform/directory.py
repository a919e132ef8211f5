"""The directories of the portal: popular items, themes, stages of a company's life, departments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anfang.testbed.facts import StepFacts
from anfang.testbed.families.platform.catalogue import Catalogue
from anfang.testbed.families.platform.choices import Choices
from anfang.testbed.families.platform.placing import Placement, Tree, place
from anfang.testbed.families.platform.shelves import Entry, Shelf, fill
from anfang.testbed.families.platform.trades import STEP_TRADES, TITLES, TRADES, Trade

_HALL = "行政审批局"


class Directory:
    """All shelves, by id; `roots` by tree. The tree named `inline` has no page of its own: the home page shows its groups."""

    def __init__(self, guides: Sequence[StepFacts], catalogue: Catalogue, pick: Choices, city: str) -> None:
        self._pick = pick
        self._dept = pick.one("department", ("{}", "市{}", f"{city}市{{}}"))
        inline: Sequence[Tree | None] = (None, "theme", "life")
        self.inline: Tree | None = pick.one("inline", inline)
        self.roots: dict[Tree, Shelf] = {tree: self._root(tree) for tree in ("hot", "theme", "life", "dept")}
        for guide in guides:
            for one in place(guide, pick, self.inline):
                self._put(guide, one)
        self._add_kinds()
        self.by_id = {shelf.id: shelf for root in self.roots.values() for shelf in _within(root)}
        self._fill(catalogue)

    def guide_id(self, guide: StepFacts) -> str:
        return self._pick.guid("guide", guide.step, guide.name)

    def _root(self, tree: Tree) -> Shelf:
        root = Shelf(self._pick.guid("root", tree), self._pick.word(tree))
        if tree == "hot":
            root.trades = TRADES
        else:
            titles = self._pick.mixed(f"groups:{tree}", dict.fromkeys(getattr(trade, tree) for trade in TRADES))
            root.kids = [root.child(self._pick, self._title(tree, title), _trades(tree, title)) for title in titles]
        return root

    def _put(self, guide: StepFacts, placement: Placement) -> None:
        """Set the guide where its placement leads, making the classes and main items on the way."""
        trade = STEP_TRADES[guide.step]
        shelf = self._group(guide, placement.tree)
        if trade not in shelf.trades:
            shelf.trades = (trade, *shelf.trades)
        if "kind" in placement.turns:
            shelf = self._kind(shelf, trade.kinds[0], (trade,))
        entry = Entry(guide.name, "guide", self.guide_id(guide))
        if "main" in placement.turns:
            entry = self._in_main(shelf, trade, entry)
        (shelf.second if "page" in placement.turns else shelf.first).append(entry)

    def _group(self, guide: StepFacts, tree: Tree) -> Shelf:
        root = self.roots[tree]
        if tree == "hot":
            return root
        title: str = getattr(STEP_TRADES[guide.step], tree)
        if tree == "dept" and "审批" in (guide.authority or ""):
            title = _HALL
        return next(kid for kid in root.kids if kid.title == self._title(tree, title))

    def _title(self, tree: Tree, title: str) -> str:
        """The portal's own title of a group."""
        return self._dept.format(title) if tree == "dept" else self._called(title)

    def _called(self, title: str) -> str:
        return self._pick.one(f"title:{title}", TITLES.get(title, (title,)))

    def _kind(self, group: Shelf, title: str, trades: tuple[Trade, ...]) -> Shelf:
        title = self._called(title)
        found = next((kid for kid in group.kids if kid.title == title), None)
        if found is None:
            found = group.child(self._pick, title, trades)
            group.kids.append(found)
        return found

    def _in_main(self, shelf: Shelf, trade: Trade, entry: Entry) -> Entry:
        main = shelf.child(self._pick, self._called(trade.main), (trade,))
        main.first.append(entry)
        shelf.mains.append(main)
        return Entry(main.title, "shelf", main.id)

    def _add_kinds(self) -> None:
        """Classes for every group that needs one, and for some others: a class is not always where something is hidden."""
        for tree in ("theme", "dept"):
            for group in self.roots[tree].kids:
                if group.kids or self._pick.chance(f"kinds:{group.id}", 0.4):
                    for trade in group.trades:
                        for title in trade.kinds:
                            self._kind(group, title, (trade,))
                group.kids = self._pick.mixed(f"order:{group.id}", group.kids)

    def _fill(self, catalogue: Catalogue) -> None:
        size = self._pick.one("page size", (6, 7, 8))
        for tree, root in self.roots.items():
            for shelf in _within(root):
                if shelf is not root or tree == "hot":
                    fill(shelf, catalogue, self._pick, size + 4 if shelf is root else size)


def _trades(tree: Tree, title: str) -> tuple[Trade, ...]:
    return tuple(trade for trade in TRADES if getattr(trade, tree) == title)


def _within(shelf: Shelf) -> Iterator[Shelf]:
    yield shelf
    for kid in (*shelf.kids, *shelf.mains):
        yield from _within(kid)
