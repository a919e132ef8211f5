"""The pane of materials: a table, grouped by who issues them, with the forms beside the first."""

from __future__ import annotations

from typing import Any

from anfang.testbed.facts import Material
from anfang.testbed.families.facets import files
from anfang.testbed.families.facets.matters import Matter
from anfang.testbed.families.facets.portal import Portal

Group = dict[str, Any]
COLUMNS = ("no", "material", "source", "form", "copies", "required")


def papers(portal: Portal, matter: Matter) -> list[dict[str, Any]]:
    """The blocks of the pane; none where the guide says nothing about materials."""
    materials = matter.guide.materials
    if materials is None:
        return []
    if materials == "none_needed":
        return [{"kind": "note", "text": portal.words["none_needed"]}]
    groups = _groups(portal, materials)
    beside = files.in_table(portal, matter)
    if beside:
        groups[0]["rows"][0]["forms"] = beside
    columns = [*COLUMNS, *(["forms"] if beside else [])]
    head = [portal.words[f"col_{column}"] for column in columns]
    closed = portal.taste["materials"] == "tree" and not beside
    return [{"kind": "table", "columns": columns, "head": head, "groups": groups, "closed": closed}]


def _groups(portal: Portal, materials: tuple[Material, ...]) -> list[Group]:
    """Materials by source, each group under a heading row; or a flat table, which is one group without a heading."""
    if portal.taste["materials"] == "flat":
        return [_group(portal, "", materials, 1)]
    groups: list[Group] = []
    first = 1
    for source in dict.fromkeys(material.source for material in materials):
        held = tuple(material for material in materials if material.source == source)
        groups.append(_group(portal, _heading(portal, source, len(held)), held, first))
        first += len(held)
    return groups


def _group(portal: Portal, title: str, materials: tuple[Material, ...], first: int) -> Group:
    return {"title": title, "rows": [_row(portal, n, material) for n, material in enumerate(materials, first)]}


def _heading(portal: Portal, source: str, number: int) -> str:
    words = portal.words
    name = words["group_of"].format(source=source) if source else words["group_rest"]
    return name + words["group_n"].format(n=number)


def _row(portal: Portal, number: int, material: Material) -> dict[str, Any]:
    words = portal.words
    return {
        "no": str(number),
        "material": material.name,
        "source": material.source,
        "form": material.form,
        "copies": "" if material.catch_all else words["copies"].format(n=material.copies),
        "required": words["needed" if material.required else "optional"],
    }
