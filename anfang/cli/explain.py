"""`anfang explain`: why an observation of a round is what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from anfang.cli.app import SIMULATED, Results, app, out, results_root
from anfang.errors import BadInput
from anfang.report.labels import label, reason
from anfang.report.wording import Lang, readable, words

if TYPE_CHECKING:
    from anfang.model import Observation, RoundResults
    from anfang.report.search_story import Move, Scene, Story

LONGEST = 160


@app.command()
def explain(
    round: Annotated[str, typer.Argument(metavar="ROUND", help="The round's name.")],
    city: Annotated[str, typer.Argument(metavar="CITY", help="Id of the city.")],
    what: Annotated[
        str, typer.Argument(metavar="[STEP|INDICATOR]", help="What to explain; everything searched for, where left out.")
    ] = "",
    score: Annotated[bool, typer.Option("--score", help="The whole sum of the score instead, from the values to the headline.")] = False,
    weights: Annotated[str | None, typer.Option("--weights", metavar="NAME|FILE", help="Of the score (default: the plan's).")] = None,
    lang: Annotated[Lang, typer.Option("--lang", help="Language of the words.")] = "zh",
    results: Results = None,
) -> None:
    """Show how the shopper came to an observation: the pages it stood on, each choice and retreat with its reasons.

    With --score: every value with its points, how steps are joined, and the sums from the rows to the headline, each of which
    can be reckoned again by hand.

    A candidate's figure is what its words and its place add up to; a page's is the sum of the signs for and against its
    being what was looked for. The weights are those of the instrument.

    \b
    anfang explain demo-during muyan
    anfang explain demo-during muyan seal
    anfang explain demo-during muyan int_complaint_channel --lang en
    anfang explain demo-during muyan --score
    """
    from anfang import results as rounds
    from anfang.explain import account
    from anfang.report.search_story import tell

    root = results_root(results)
    loaded = rounds.load(round, root, weights=weights)
    if city not in {one.id for one in loaded.cities}:
        raise BadInput(f"no city {city} in this round", where=round, mend="see `anfang round status`")
    if score:
        _score(loaded, city, what, lang)
        return
    records = rounds.searches(round, root)[city]
    found = account(what, (one for one in loaded.observations if one.city == city), records, loaded.catalogue)
    if loaded.simulated:
        out.print(SIMULATED, style="bold yellow")
    for one in found.observations:
        out.print(*_observation(one, loaded, lang), sep="\n")
    for record in found.searches:
        out.print(_tree(tell(record, loaded.catalogue, lang), lang))
    if not found.observations and not found.searches:
        out.print(label("no_search", lang))


def _score(loaded: RoundResults, city: str, what: str, lang: Lang) -> None:
    from anfang.report import console
    from anfang.report.reckoned import reckoned
    from scoring.ledger import ledger

    if what:
        raise BadInput(f"{what!r} beside --score", mend="leave it out: --score tells the whole sum")
    out.print(*console.marks([loaded]), *reckoned(ledger(loaded, city), loaded.catalogue, lang), sep="\n")


def _observation(one: Observation, loaded: RoundResults, lang: Lang) -> Iterator[RenderableType]:
    row = loaded.catalogue[one.indicator]
    step = next((getattr(step, lang) for step in loaded.catalogue.steps if step.id == one.step), "")
    points = loaded.points.get((one.city, one.step, one.indicator))
    head = f"{getattr(row, lang)}{f' · {step}' if step else ''}"
    yield Text.assemble((head, "bold"), f"  {_value(one, loaded, lang)}", f"  {points:g}" if points is not None else "")
    for proof in one.evidence[:3]:
        yield Text("  " + "  ".join(filter(None, (f"“{proof.quote[:LONGEST]}”" if proof.quote else "", proof.url, proof.note[:LONGEST]))))


def _value(one: Observation, loaded: RoundResults, lang: Lang) -> str:
    why = (reason(one.reason, lang) or one.reason) if one.reason else ""
    if one.status == "observed":
        return readable(one.value, one.indicator, lang, loaded.catalogue) + (f" ({why})" if why else "")
    return label(f"status_{one.status}", lang) + (f": {why}" if why else "")


def _tree(story: Story, lang: Lang) -> Tree:
    style = "green" if story.found else "red"
    tree = Tree(Text.assemble((story.goal, "bold"), " — ", (story.ending, style), f"  {story.clicks}"))
    for scene in story.scenes:
        _branch(tree, scene, lang)
    return tree


def _branch(tree: Tree, scene: Scene, lang: Lang) -> None:
    branch = tree.add(Text.assemble((scene.title, "bold"), f"  {scene.url}  {scene.clicks}"))
    for move in scene.moves:
        branch.add(_move(move))
    if scene.others:
        told = "; ".join(scene.others) + (f"; {scene.weaker}" if scene.weaker else "")
        branch.add(Text(f"{words('searches')['choices']['candidates'][lang]}: {told}", style="dim"))


def _move(move: Move) -> Text:
    text = Text.assemble(("> ", "bold"), (move.words, "bold"), f"  {move.score}  {move.why}\n")
    text.append(move.ending, style="green" if move.accepted else "yellow")
    text.append(f"  {move.page}  {move.url}" if move.page else f"  {move.url}")
    if move.judged:
        text.append(f"\n{move.judged}", style="dim")
    return text
