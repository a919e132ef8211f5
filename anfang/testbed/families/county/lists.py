"""A guide's materials and the steps of its process, as prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from anfang.testbed.facts import Material, StepFacts
from anfang.testbed.families.county.dice import Dice
from anfang.testbed.families.county.elements import numeral


@dataclass(frozen=True, slots=True)
class Piece:
    """One element: its label, a text behind it, and perhaps paragraphs below it."""

    label: str
    text: str
    items: tuple[str, ...] = ()


_COUNTS = ("（{}）", "{}．", "{}、", "（{}）")
_NONE_NEEDED = ("无需提交申请材料", "本事项不需要申请人提交任何材料", "免提交材料")
_SHAPES = ("{name}（{form}{copies}份，{source}）", "{name}（{form}，{copies}份）", "{name}，{form}{copies}份", "{name}（{source}，{form}{copies}份）")
_OPTIONAL = ("{}（非必要）", "{}（可不提交）", "{}（如有请提供）")


def materials(step: StepFacts, dice: Dice, label: str) -> Piece | None:
    """What is to be handed in, in one paragraph or in one each."""
    if step.materials is None:
        return None
    if step.materials == "none_needed":
        return Piece(label, dice.pick(("none needed", step.name), _NONE_NEEDED))
    told = [_material(one, dice, step.name) for one in step.materials]
    count = dice.pick(("material count", step.name), _COUNTS)
    if dice.chance(("materials in a row", step.name), 0.35):
        return Piece(label, "；".join(_counted(told, "（{}）")))
    return Piece(label, "", tuple(f"{text}{'。' if i == len(told) else '；'}" for i, text in enumerate(_counted(told, count), 1)))


def _material(material: Material, dice: Dice, name: str) -> str:
    if not material.form:
        return material.name
    shape = dice.pick(("material", name), _SHAPES)
    told = shape.format(name=material.name, form=material.form, copies=material.copies, source=material.source)
    return told if material.required else dice.pick(("optional", name), _OPTIONAL).format(told)


def process(step: StepFacts, dice: Dice, label: str) -> Piece | None:
    """The steps, as a chain, a sentence or a list."""
    if not step.process:
        return None
    named, kind = step.process, dice.pick(("process", step.name), ("arrows", "sentence", "steps", "list", "arrows"))
    if kind == "arrows":
        return Piece(label, dice.pick(("arrow", step.name), ("→", " → ", "—>", "⇒")).join(named))
    if kind == "sentence":
        return Piece(label, f"依次为{'、'.join(named)}{numeral(len(named))}个环节")
    if kind == "steps":
        return Piece(label, "；".join(_counted(named, "第{}步：", words=True)))
    return Piece(label, "", tuple(_counted(named, dice.pick(("process count", step.name), _COUNTS))))


def _counted(texts: Sequence[str], shape: str, *, words: bool = False) -> list[str]:
    return [shape.format(numeral(i) if words else i) + text for i, text in enumerate(texts, 1)]
