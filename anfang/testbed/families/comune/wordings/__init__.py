"""All labels of the portals, each with three wordings or more; a portal's seed chooses."""

from __future__ import annotations

from collections.abc import Mapping

from anfang.testbed.families.comune.wordings import forms, guide, menus, notices, pages

Wordings = Mapping[str, tuple[str, ...]]

WORDINGS: Wordings = {**menus.WORDINGS, **guide.WORDINGS, **forms.WORDINGS, **pages.WORDINGS, **notices.WORDINGS}
