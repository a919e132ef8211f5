"""A guide as the data of its view: a header, a few actions and tabs of blocks, in the layouts of several vendors."""

from __future__ import annotations

from typing import Any

from anfang.testbed.facts import Material, StepFacts
from anfang.testbed.families.spa import decoys, values, wording
from anfang.testbed.families.spa.directory import Directory, token
from anfang.testbed.families.spa.files import Files
from anfang.testbed.families.spa.routes import Entry, Routes
from anfang.testbed.families.spa.wording import Words

Block = dict[str, Any]


class Guides:
    """Writes the guides of one portal."""

    def __init__(self, directory: Directory, routes: Routes, files: Files) -> None:
        self.directory = directory
        self.routes = routes
        self.files = files
        self.words: Words = routes.words

    def page(self, key: str) -> Block | None:
        step = self.directory.guides.get(key)
        if step is None:
            return None
        pick = self.words.pick
        return {
            "title": step.name,
            "crumbs": [self.routes.anchor(self.words["hall"], "hall"), {"text": self.words["guide"]}],
            "actions": self._actions(step),
            "mode": pick("tab mode", ("lazy", "show", "lazy")),
            "tabs": [tab for tab in self._tabs(step) if tab["blocks"]],
            "related": self._related(step),
        }

    def faq(self, key: str) -> Block | None:
        """The page of questions that a guide links to."""
        step = self.directory.guides.get(key)
        if step is None or not step.faq:
            return None
        back = self.routes.anchor(step.name, "guide", key)
        return {"title": self.words["faq"], "crumbs": [back], "blocks": [_questions(step.faq)]}

    def _actions(self, step: StepFacts) -> list[Entry]:
        if step.apply == "absent":
            return []
        return [self.routes.listener(self.words["apply"], "apply", token(step.name))]

    def _related(self, step: StepFacts) -> list[Entry]:
        """Other items only: a link to a planted guide would be a shorter way to it."""
        names = [name for name in decoys.names(step) if token(name) != token(step.name)]
        return [self.routes.anchor(name, "guide", token(name)) for name in names[:3]]

    def _tabs(self, step: StepFacts) -> list[Block]:
        words = self.words
        basic: Block = {"title": words["basic"], "blocks": [self._facts(step), *self._conditions(step)]}
        window = self._window(step)
        materials = {"title": words["materials"], "blocks": self._materials(step)}
        process = {"title": words["process"], "blocks": self._process(step)}
        basis = {"title": words["legal_basis"], "blocks": _text(step.legal_basis)}
        faq = {"title": words["faq"], "blocks": self._faq(step)}
        if words.pick("window tab", (True, False)):
            return [basic, materials, process, {"title": words["window"], "blocks": window}, faq, basis]
        basic["blocks"] += window
        return [basic, basis, materials, process, faq]

    def _facts(self, step: StepFacts) -> Block:
        layout = self.words.pick("facts layout", ("cards", "dl", "rows", "strong"))
        return {"type": "facts", "layout": layout, "rows": [list(row) for row in self._rows(step)]}

    def _rows(self, step: StepFacts) -> list[tuple[str, str]]:
        words = self.words
        plain = (
            "authority",
            "audience",
            "item_type",
            "handling_type",
            "fee",
            "result",
            "phone",
            "complaint_phone",
        )
        rows = [(words["name"], step.name)]
        rows += [(words[name], text) for name in plain if (text := getattr(step, name)) is not None]
        if step.statutory:
            rows.append(values.limit(words["statutory"], step.statutory, words, "statutory"))
        if step.promised:
            rows.append(values.limit(words["promised"], step.promised, words, "promised"))
        if step.mail_in:
            rows.append((words["mail_in"], values.way_in(step.mail_in, words)))
        if step.mail_out:
            rows.append((words["mail_out"], values.way_out(step.mail_out, words)))
        if step.depth:
            rows.append((words["depth"], values.depth(step.depth, words)))
        if step.trips is not None:
            rows.append(values.trips(words["trips"], step.trips, words))
        turn = words.pick("row order", (0, 2, 4)) % len(rows)
        return [rows[0], *rows[1 + turn :], *rows[1 : 1 + turn]]

    def _conditions(self, step: StepFacts) -> list[Block]:
        if step.conditions is None:
            return []
        return [{"type": "text", "label": self.words["conditions"], "text": step.conditions}]

    def _window(self, step: StepFacts) -> list[Block]:
        names = ("location", "office_hours")
        rows = [[self.words[name], text] for name in names if (text := getattr(step, name)) is not None]
        return [{"type": "window", "rows": rows}] if rows else []

    def _process(self, step: StepFacts) -> list[Block]:
        layout = self.words.pick("process layout", ("numbers", "ol", "prose"))
        return [{"type": "process", "layout": layout, "items": list(step.process)}] if step.process else []

    def _faq(self, step: StepFacts) -> list[Block]:
        if not step.faq:
            return []
        if not self.words.pick("faq linked", (False, True, False)):
            return [_questions(step.faq)]
        link = self.routes.anchor(f"{self.words['faq']}（共{step.faq}条）", "faq", token(step.name))
        return [{"type": "links", "label": "", "entries": [link]}]

    def _materials(self, step: StepFacts) -> list[Block]:
        downloads = self._downloads(step)
        if step.materials is None:
            return downloads
        if step.materials == "none_needed":
            said = self.words.pick("none needed", wording.NONE_NEEDED)
            return [{"type": "text", "label": "", "text": said}, *downloads]
        return [self._table(step.materials), *downloads]

    def _table(self, materials: tuple[Material, ...]) -> Block:
        labels = [self.words[name] for name in ("material_name", "source", "form", "copies", "required")]
        layout = self.words.pick("materials layout", ("table", "expand", "table"))
        rows = [self._cells(material) for material in materials]
        return {
            "type": "materials",
            "layout": layout,
            "labels": labels,
            "rows": rows,
            "unfold": self.words["unfold"],
        }

    def _cells(self, material: Material) -> list[str]:
        need = values.required(material.required, self.words)
        return [material.name, material.source, material.form, str(material.copies), need]

    def _downloads(self, step: StepFacts) -> list[Block]:
        rows = [row for row in (self._blank(step), self._sample(step)) if row]
        return [{"type": "downloads", "label": self.words["downloads"], "rows": rows}] if rows else []

    def _blank(self, step: StepFacts) -> Block | None:
        if step.blank_form == "absent":
            return None
        if step.blank_form == "not_needed":
            return {"label": self.words["blank_form"], "text": self.words.pick("no blank", wording.NO_BLANK)}
        return {"label": self.words["blank_form"], "entry": self.files.entry(step, "blank")}

    def _sample(self, step: StepFacts) -> Block | None:
        if step.sample_form == "absent":
            return None
        if step.sample_form == "not_needed":
            return {
                "label": self.words["sample_form"],
                "text": self.words.pick("no sample", wording.NO_SAMPLE),
            }
        return {"label": self.words["sample_form"], "entry": self.files.entry(step, "sample")}


def _text(text: str | None) -> list[Block]:
    return [{"type": "text", "label": "", "text": text}] if text is not None else []


def _questions(count: int) -> Block:
    """`count` different questions with short answers that state none of the guide's facts."""
    known = decoys.QUESTIONS
    rounds = [known[number % len(known)] for number in range(count)]
    items = [
        {"q": question if number < len(known) else f"（补充{number // len(known)}）{question}", "a": answer}
        for number, (question, answer) in enumerate(rounds)
    ]
    return {"type": "faq", "items": items}
