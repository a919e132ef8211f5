"""The home page, what stands before it, and the page for those whom the portal takes for a telephone."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from anfang.testbed.families import pause
from anfang.testbed.families.platform.answers import page
from anfang.testbed.families.platform.frame import Frame
from anfang.testbed.families.platform.links import PROVINCE, Link
from anfang.testbed.families.platform.placing import Tree
from anfang.testbed.families.platform.site import Site
from anfang.testbed.places import PLACES

TREES: tuple[Tree, ...] = ("theme", "life", "dept")


@dataclass(frozen=True, slots=True)
class Pane:
    """A pane of the directories' box: the groups of a tree, or one link to its page."""

    title: str
    tiles: list[Link]
    whole: Link | None


class Home:
    """What the home page shows besides its frame."""

    def __init__(self, site: Site) -> None:
        self._site, self._pick, self._at = site, site.pick, site.at
        self.panes = [*(self._pane(tree) for tree in self._pick.mixed("panes", TREES)), self._persons()]
        self.script_errors = _script_errors(site)
        self.sniff = sniffing(site)
        self.chooser = self._pick.chance("chooser", 0.25)
        """A layer that asks for the district lies over the page until it is closed."""
        self.news_search = site.facts.search == "absent" and self._pick.chance("news search", 0.5)

    @property
    def popular(self) -> list[Link]:
        guides = [guide.step for guide in self._site.guides.values() if guide.step.way == 1]
        here = [(step.name, self._site.directory.guide_id(step)) for step in guides]
        others = [(service.name, service.id) for service in self._site.catalogue.popular()]
        return [Link(name, self._at["guide"].url(id)) for name, id in self._pick.mixed("popular list", here + others)]

    @property
    def hot(self) -> Link:
        return Link(self._pick.word("hot"), self._at["shelf"].url(self._site.directory.roots["hot"].id))

    @property
    def publicity(self) -> list[tuple[str, str]]:
        """Recent cases, as text."""
        return [(service.name, f"06-{20 - n:02d}") for n, service in enumerate(self._pick.mixed("cases", self._site.catalogue.all)[:6])]

    @property
    def cities(self) -> list[Link]:
        """Other cities, each on a host of its own."""
        others = [place for place in PLACES if place.name != self._site.facts.name]
        return [Link(f"{place.name}市", f"{PROVINCE}/{place.id}/") for place in self._pick.mixed("cities", others)[:8]]

    def _pane(self, tree: Tree) -> Pane:
        root, title = self._site.directory.roots[tree], self._pick.word(f"by_{tree}")
        if self._site.directory.inline == tree:
            return Pane(title, [Link(kid.title, self._at["shelf"].url(kid.id)) for kid in root.kids], None)
        return Pane(title, [], Link(f"{title} · {self._pick.word('enter')}", self._at["shelf"].url(root.id)))

    def _persons(self) -> Pane:
        """What persons need is the province's."""
        tiles = [Link(title, f"{PROVINCE}/grfw/{n}/") for n, title in enumerate(self._pick.mixed("persons", _PERSONAL))]
        return Pane(self._pick.word("for_persons"), tiles, None)


_PERSONAL = ("生育收养", "户籍办理", "民族宗教", "教育科研", "入伍服役", "就业创业", "婚姻登记", "优待抚恤", "交通出行", "死亡殡葬")
_WIDGETS = ("weather", "visitCount", "floatAd", "marquee", "datePicker", "calendar", "hotWord", "player")


def _script_errors(site: Site) -> list[str]:
    """Names of functions that the page calls and nobody has defined."""
    names = site.pick.mixed("widgets", _WIDGETS)
    return [f"{names[n % len(names)]}Init{n // len(names) or ''}" for n in range(site.facts.script_errors)]


def html(site: Site) -> str:
    return site.render("home.html", frame=Frame(site), home=Home(site))


def sniffing(site: Site) -> str:
    """Who is taken for a telephone: by the server, by a script that asks for the platform, or nobody."""
    return site.pick.one("sniff", ("server", "server", "script", "none"))


def _telephone(site: Site, request: Request) -> bool:
    agent = request.headers.get("user-agent", "")
    return sniffing(site) == "server" and any(word in agent for word in ("Linux", "Android", "iPhone", "Mobile"))


def routes(site: Site) -> list[Route]:
    mobile = site.at["mobile"].url()

    async def home(request: Request) -> Response:
        if _telephone(site, request):
            return RedirectResponse(mobile, 302)
        await pause(site.facts)
        return HTMLResponse(html(site))

    async def root(request: Request) -> Response:
        if _telephone(site, request):
            return RedirectResponse(mobile, 302)
        manner = site.pick.one("root", ("script", "meta", "splash"))
        return HTMLResponse(site.render("root.html", manner=manner, sniff=sniffing(site), cities=Home(site).cities))

    async def telephone(request: Request) -> Response:
        return page(site, "mobile.html")

    first = [] if site.at.direct else [Route("/", root)]
    return [*first, Route(site.at["home"].path, home), Route(mobile, telephone)]
