"""`anfang weights`: the weights at hand, what a file of them does, and weights made of experts' answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from anfang.cli.app import app, out
from anfang.errors import BadInput
from anfang.report.wording import Lang

if TYPE_CHECKING:
    from scoring.experts import Answers

weights_app = typer.Typer(help="Weights: at hand, checked, made of experts' answers.", no_args_is_help=True)
app.add_typer(weights_app, name="weights")

Language = Annotated[Lang, typer.Option("--lang", help="Language of the tables.")]
Output = Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The file to write.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the file.")]


@weights_app.command("list")
def list_weights(lang: Language = "zh") -> None:
    """The sets of weights that `--weights NAME` knows: the study's own and the shipped ones.

    \b
    anfang weights list
    """
    from anfang.report.weighing import listed
    from scoring.catalogue import load_catalogue
    from scoring.weights import find_weights, weight_names

    catalogue = load_catalogue()
    out.print(listed([find_weights(name, catalogue) for name in weight_names()], catalogue, lang))


@weights_app.command()
def check(
    file: Annotated[str, typer.Argument(metavar="FILE|NAME", help="A YAML file of weights, or the name of a set.")],
    lang: Language = "zh",
) -> None:
    """Is a file of weights whole, what does it do, and could the published study have been scored with it?

    The study printed means of guide, interaction and the headline; some weights could not have given them with any points
    up to 100. Such a file may still be a good one; it is not the study's.

    \b
    anfang weights check my-weights.yaml
    anfang weights check equal --lang en
    """
    from anfang.report.weighing import checked
    from scoring.catalogue import load_catalogue
    from scoring.study import load_study
    from scoring.weightcheck import weight_check
    from scoring.weights import find_weights

    catalogue, study = load_catalogue(), load_study()
    usual = find_weights("default", catalogue)
    found, beside = (weight_check(one, catalogue, usual, study) for one in (find_weights(file, catalogue), usual))
    out.print(*checked(found, beside, catalogue, lang), sep="\n")


@weights_app.command()
def sheet(
    output: Output,
    experts: Annotated[int, typer.Option("--experts", min=1, max=50, help="Columns to fill in.")] = 5,
    pairs: Annotated[
        list[str] | None,
        typer.Option("--pairs", metavar="PART", help="Parts compared two at a time (default: headline); repeat it."),
    ] = None,
    part: Annotated[
        list[str] | None, typer.Option("--part", metavar="PART", help="Ask of these parts only; repeat it.")
    ] = None,
    force: Force = False,
) -> None:
    """Write a sheet on which experts weigh the indicators: a row per question, a column per expert.

    Parts are the headline and the dimensions. A part is compared in pairs (1 alike, 9 far more, 1/9 far less) or shares out
    100 points. What is not asked keeps the catalogue's weights.

    \b
    anfang weights sheet -o experts.xlsx --experts 7
    anfang weights sheet -o experts.xlsx --part headline --part guide --pairs headline --pairs guide
    """
    from anfang.exchange import write_whole
    from anfang.weightsheet import sheet as made
    from scoring.catalogue import load_catalogue
    from scoring.tree import ROOT

    _free(output, ".xlsx", force=force)
    write_whole(output, made(load_catalogue(), experts, pairs=pairs or [ROOT], only=part or []))
    out.print(str(output), soft_wrap=True, markup=False, highlight=False)


@weights_app.command("from-sheet")
def from_sheet(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The sheet, filled in: .xlsx, .csv or .json.")],
    output: Output,
    source: Annotated[str | None, typer.Option("--source", help="Whose weights they are, for the file.")] = None,
    inconsistent: Annotated[
        Literal["refuse", "drop", "keep"],
        typer.Option("--inconsistent", help="Experts whose pairs contradict each other (consistency ratio above 0.10)."),
    ] = "refuse",
    lang: Language = "zh",
    force: Force = False,
) -> None:
    """Make a file of weights of the experts' answers.

    Pairs are joined by their geometric mean (analytic hierarchy process), points by their mean. Printed for every part: the
    consistency ratio, and Kendall's W, which says how far the experts agree.

    \b
    anfang weights from-sheet experts.xlsx -o my-weights.yaml
    anfang weights from-sheet experts.xlsx -o my-weights.yaml --inconsistent drop --source "panel of 2026"
    """
    from anfang.exchange import write_whole
    from anfang.report.weighing import opinions as told
    from anfang.weightfile import written
    from anfang.weightsheet import experts_of, parts, read_sheet
    from scoring.catalogue import load_catalogue
    from scoring.experts import opinions
    from scoring.weights import load_weights

    _free(output, ".yaml", force=force)
    catalogue = load_catalogue()
    answers = _consistent(read_sheet(file, catalogue), parts(catalogue), inconsistent, lang)
    found = opinions(answers, parts(catalogue))
    out.print(*told(found, catalogue, lang), sep="\n")
    name = source or f"{len(experts_of(answers))} experts, {file.name}"
    write_whole(output, written(found, catalogue, source=name).encode())
    load_weights(output, catalogue)
    out.print(str(output), soft_wrap=True, markup=False, highlight=False)


def _consistent(
    answers: tuple[Answers, ...], below: Mapping[str, Sequence[str]], inconsistent: str, lang: Lang
) -> tuple[Answers, ...]:
    """The answers that may count; raises BadInput that names every contradiction where they are refused."""
    from anfang.report.weighing import doubt, names_of
    from scoring.catalogue import load_catalogue
    from scoring.experts import opinions

    names = names_of(load_catalogue(), lang)
    doubted = [(view, one) for one in opinions(answers, below) for view in one.doubtful]
    if not doubted or inconsistent == "keep":
        return answers
    if inconsistent == "refuse":
        told = "\n".join(doubt(view, one, names, lang) for view, one in doubted)
        raise BadInput(told, mend="let them answer again, or add --inconsistent drop or --inconsistent keep")
    gone = {(view.expert, one.node) for view, one in doubted}
    kept = tuple(one for one in answers if (one.expert, one.node) not in gone)
    if not kept:
        raise BadInput("no answers are left", mend="let the experts answer again")
    return kept


def _free(path: Path, suffix: str, *, force: bool) -> None:
    if path.suffix != suffix:
        raise BadInput(f"not a {suffix} file", where=str(path), mend=f"end the name in {suffix}")
    if path.exists() and not force:
        raise BadInput("the file is there already", where=str(path), mend="add --force to overwrite it")
