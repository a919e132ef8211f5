"""A service guide as an article: its elements in numbered paragraphs, run-in heads or sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from anfang.testbed import texts
from anfang.testbed.facts import StepFacts
from anfang.testbed.families.county.dice import Dice
from anfang.testbed.families.county.elements import numeral, stated
from anfang.testbed.families.county.labels import GROUPS, LABELS
from anfang.testbed.families.county.lines import Line, bracketed, opened, stopped
from anfang.testbed.families.county.lists import Piece, materials, process

_BLOCKS: Mapping[str, tuple[str, ...]] = {
    "name": ("name",),
    "basis": ("legal_basis",),
    "who": ("authority", "audience", "item_type", "handling_type"),
    "conditions": ("conditions",),
    "materials": ("materials",),
    "forms": ("forms",),
    "process": ("process",),
    "limits": ("statutory", "promised"),
    "fee": ("fee",),
    "result": ("result", "mail_out"),
    "method": ("mail_in", "depth", "trips"),
    "place": ("location", "office_hours"),
    "contact": ("phone", "complaint_phone"),
}
_ORDERS = (
    "name basis who conditions materials forms process limits fee result method place contact",
    "name who basis conditions limits materials forms process method fee result place contact",
    "name who conditions materials forms process place limits fee contact method result basis",
    "name conditions materials forms process limits fee place contact who method result basis",
)
_ONLINE = ("form", "login_item", "login_generic")


@dataclass(frozen=True, slots=True)
class Prose:
    """The writer of one guide: each guide of the site was typed by somebody else, in a manner of their own."""

    step: StepFacts
    dice: Dice

    def written(self) -> list[Line]:
        """The article's paragraphs, without attachments and questions."""
        pieces, lines, chapters = self._pieces(), list[Line](), 0
        for block, told in self._blocks(pieces):
            for chapter in self._chapters(block, told):
                chapters += 1
                lines.extend(self._chapter(chapters, *chapter))
        return lines

    def _blocks(self, pieces: Mapping[str, Piece]) -> Iterable[tuple[str, list[Piece]]]:
        """Each block with its pieces, in order; now and then where to go and whom to call are one paragraph."""
        order = self._pick("order", _ORDERS)
        joined = order.endswith("place contact") and self.dice.chance(("joined", self.step.name), 0.4)
        for block in order.split():
            elements = _BLOCKS[block]
            if joined and block in ("place", "contact"):
                elements = (*_BLOCKS["place"], *_BLOCKS["contact"]) if block == "contact" else ()
                block = "way there"
            yield block, [pieces[element] for element in elements if element in pieces]

    def _pick(self, key: str, options: tuple[str, ...]) -> str:
        return self.dice.pick((key, self.step.name), options)

    def _label(self, element: str) -> str:
        return self._pick(f"label {element}", LABELS[element])

    def _pieces(self) -> dict[str, Piece]:
        said = {e: Piece(self._label(e), text) for e, text in stated(self.step, self.dice).items()}
        longer = {
            "materials": materials(self.step, self.dice, self._label("materials")),
            "process": process(self.step, self.dice, self._label("process")),
            "forms": self._forms(),
        }
        return said | {element: piece for element, piece in longer.items() if piece}

    def _forms(self) -> Piece | None:
        """That no form is to be brought, where the guide says so."""
        blank, sample = (kind == "not_needed" for kind in (self.step.blank_form, self.step.sample_form))
        if not (blank or sample):
            return None
        online = self.step.mail_in == "electronic" or self.step.apply in _ONLINE
        which = "申请表和样表" if blank and sample else "申请表" if blank else "申请表样表"
        told = f"{which}在网上填写生成，无需下载或携带" if online else f"办理本事项无需填报或携带{which}"
        return Piece(self._pick("forms", GROUPS["forms"]), told)

    def _chapters(self, block: str, pieces: list[Piece]) -> Iterable[tuple[str, list[Piece]]]:
        """(heading over several, pieces): several in one chapter, or a chapter each."""
        if len(pieces) < 2:
            return [("", [piece]) for piece in pieces]
        if block == "way there":
            return [("", pieces)]
        neutral = block in ("who", "method")
        whole = len(pieces) == len(_BLOCKS[block])
        manner = self._pick(f"manner {block}", ("each", "together", "headed"))
        if manner == "headed" and (neutral or whole) and block in GROUPS:
            return [(self._pick(f"group {block}", GROUPS[block]), pieces)]
        return [("", pieces)] if manner == "together" else [("", [piece]) for piece in pieces]

    def _chapter(self, number: int, heading: str, pieces: list[Piece]) -> Iterable[Line]:
        scheme = self._pick("scheme", ("run_in", "run_in", "below", "bracket", "bare"))
        count = "" if scheme in ("bracket", "bare") else f"{numeral(number)}、"
        if heading:
            yield Line(bracketed(heading) if scheme == "bracket" else count + heading, "")
            yield from self._under(pieces)
            return
        first, *others = pieces
        text = "；".join([first.text, *(f"{one.label}：{one.text}" for one in others)])
        yield from opened(scheme, count, first.label, stopped(text))
        yield from (Line("", item, inner=True) for item in first.items)

    def _under(self, pieces: list[Piece]) -> Iterable[Line]:
        """Pieces below a common heading: as a sentence, or one by one."""
        if not any(self._says_nothing(one.text) for one in pieces) and self.dice.chance(("sentence", self.step.name), 0.5):
            yield Line("", "本事项的" + "，".join(f"{one.label}为{one.text}" for one in pieces) + "。")
            return
        shape = self._pick("inner count", ("（{}）", "{}．", "（{}）"))
        words = shape.startswith("（")
        for i, one in enumerate(pieces, 1):
            yield Line("", f"{shape.format(numeral(i) if words else i)}{one.label}：{one.text}", inner=True)

    def _says_nothing(self, text: str) -> bool:
        """Placeholders make no sentence; nor does what is one already, or begins with a colon's word."""
        return text in texts.pool("zh").placeholders or text.startswith(("无", "不", "收费")) or "。" in text or "；" in text
