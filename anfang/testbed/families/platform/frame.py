"""What stands around every page: the menu, the sign-in entry and the search box."""

from __future__ import annotations

from anfang.testbed.families.platform.links import PROVINCE, Link, channel_link, link
from anfang.testbed.families.platform.placing import Tree
from anfang.testbed.families.platform.site import Site
from anfang.testbed.families.platform.trades import OTHER_TRADES


class Frame:
    """The head of a page. Some menu entries lead to the province's platform, whatever the city itself has."""

    def __init__(self, site: Site) -> None:
        self._site, self._pick, self._at = site, site.pick, site.at
        self.migrated = self._pick.chance("migrated", 0.4)

    @property
    def menu(self) -> list[Link]:
        home = Link(self._pick.word("home"), self._at["home"].url())
        personal = Link(self._pick.word("personal"), f"{PROVINCE}/grfw/")
        entries = [self._directory("theme"), self._directory("dept"), self._life(), self.interact, self._open()]
        return [home, personal, *(entry for entry in entries if entry)]

    @property
    def login(self) -> Link | None:
        """The sign-in entry. A broken one goes by script, so that it is none of the dead links that are planted."""
        code = self._site.facts.login
        if code == "absent":
            return None
        scripted = code == "broken" or self._pick.chance("scripted:login", 0.4)
        return link(self._pick.word("login"), self._at["login"].url(), scripted=scripted)

    @property
    def register(self) -> Link | None:
        return Link(self._pick.word("register"), f"{PROVINCE}/uc/register") if self.login else None

    @property
    def status(self) -> Link | None:
        if self._site.facts.status == "absent":
            return None
        scripted = self._pick.chance("scripted:status", 0.2)
        return link(self._pick.word("status"), self._at["status"].url(), scripted=scripted)

    @property
    def enquiries(self) -> list[Link]:
        facts, at = self._site.facts, self._at
        found = (
            channel_link(self._pick, "consult", facts.consult, at["consult"].url()),
            channel_link(self._pick, "complaint", facts.complaint, at["complaint"].url()),
        )
        return [entry for entry in found if entry]

    @property
    def interact(self) -> Link | None:
        """A page between for the enquiries; on other portals they stand on the home page."""
        if not self.enquiries or not self._pick.chance("interact", 0.5):
            return None
        return Link(self._pick.word("interact"), self._at["interact"].url())

    @property
    def scenario(self) -> Link | None:
        absent = self._site.facts.scenario == "absent"
        return None if absent else Link(self._pick.word("scenario"), self._at["scenario"].url())

    @property
    def hot_words(self) -> list[Link]:
        """Words under a search box that works; they ask for other errands."""
        short = [name for trade in OTHER_TRADES for name in trade.services if len(name) < 9]
        names = self._pick.mixed("hot words", short)[:3]
        return [Link(name, self._at["search"].url(kw=name)) for name in names]

    def _directory(self, tree: Tree) -> Link:
        directory = self._site.directory
        if self.migrated or directory.inline == tree:
            return Link(self._pick.word(tree), f"{PROVINCE}/{tree}/")
        return Link(self._pick.word(tree), self._at["shelf"].url(directory.roots[tree].id))

    def _life(self) -> Link | None:
        directory = self._site.directory
        if directory.inline == "life" or not self._pick.chance("life in the menu", 0.5):
            return None
        return Link(self._pick.word("life"), self._at["shelf"].url(directory.roots["life"].id))

    def _open(self) -> Link:
        return Link(self._pick.one("open", ("政务公开", "阳光政务", "公共服务")), f"{PROVINCE}/zwgk/")
