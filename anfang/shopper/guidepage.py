"""Is a page the guide of a step? Told by its name row, headings, title, breadcrumb, what was pressed, and its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anfang.shopper.kinds import guide_evidence
from anfang.shopper.lexicon import EXACT, Lexicon
from anfang.shopper.page import Page
from anfang.shopper.statements import all_pairs
from anfang.shopper.values import DOUBTFUL, PART, goal_match
from anfang.shopper.verdict import Sign, Verdict, weigh, weights

MOST_HEADINGS = 8
MOST_ELEMENTS = 8
CRUMB_LENGTH = 120


def judge_guide(page: Page, step: str, lexicon: Lexicon, home: Page | None, words: str = "") -> Verdict:
    """The verdict on a page as the step's guide.

    words: what was pressed to come here; it counts where the page shows it too.
    """
    return weigh(weights()["guide"], _signs(page, step, lexicon, home, words))


def is_guide(page: Page, step: str, lexicon: Lexicon, home: Page | None, words: str = "") -> bool:
    return judge_guide(page, step, lexicon, home, words).holds


def _signs(page: Page, step: str, lexicon: Lexicon, home: Page | None, words: str) -> Iterator[Sign]:
    elements = guide_evidence(page, lexicon, home)
    yield Sign("element", min(len(elements), MOST_ELEMENTS), ", ".join(sorted(elements)))
    yield Sign("missing element", max(0, weights()["guide"]["elements"] - len(elements)))
    named = _name_rows(page, lexicon)
    heads = [text for _node, text in page.headings[:MOST_HEADINGS]]
    crumb = last_crumb(page, lexicon)
    sources = {
        "name row": named,
        "heading": heads,
        "title": [page.title.split("-")[0].split("_")[0].strip()],
        "breadcrumb": [crumb] if crumb else [],
        "pressed": [words] if words and words in page.text and not named else [],
    }
    for name, texts in sources.items():
        match, text = best_match(texts, step, lexicon)
        yield Sign(name, strength(match), text)
    if named and not any(goal_match(text, step, lexicon) for text in named):
        yield Sign("another item's name row", 1, named[0])
    yield from _rivals([*named, *heads, *sources["title"]], [*named, *heads[:2]], step, lexicon)
    if word := next((found for text in (page.title, *heads, crumb) if (found := lexicon.has(text, "guide_link"))), ""):
        yield Sign("guide word", 1, word)


def _name_rows(page: Page, lexicon: Lexicon) -> list[str]:
    return [pair.value.rstrip("。.") for pair in all_pairs(page, lexicon) if pair.label.element == "name" and pair.label.strength == EXACT][:2]


def _rivals(own: list[str], theirs: list[str], step: str, lexicon: Lexicon) -> Iterator[Sign]:
    """Another step of the errand that the page names more surely than this one; a combined guide names several."""
    here = max((goal_match(text, step, lexicon) for text in own), default=0.0)
    if here >= PART:
        return
    for other in lexicon.steps:
        match, text = best_match(theirs, other, lexicon) if other != step else (0.0, "")
        if match > here:
            yield Sign("another step", 1, text)
            return


def best_match(texts: list[str], step: str, lexicon: Lexicon) -> tuple[float, str]:
    """The surest naming of a step among texts, and the text."""
    return max(((goal_match(text, step, lexicon), text) for text in texts), key=lambda one: one[0], default=(0.0, ""))


def strength(match: float) -> float:
    """How much a naming counts: a doubtful one (a title that says much more) hardly at all."""
    return weights()["guide"]["doubtful"] if 0 < match <= DOUBTFUL else match


def crumbs(page: Page, lexicon: Lexicon) -> list[str]:
    """The entries of the page's breadcrumb (当前位置：首页 > 办事指南 > …); empty where it has none."""
    for line in page.text.split("\n"):
        if len(line) <= CRUMB_LENGTH and lexicon.has(line, "crumbs"):
            plain = re.sub(r"[›»/→]|-{1,2}>|>>", ">", line.split(":", 1)[-1])
            return [part.strip() for part in plain.split(">") if part.strip()]
    return []


def last_crumb(page: Page, lexicon: Lexicon) -> str:
    """The last entry of the page's breadcrumb, or ''."""
    return next(reversed(crumbs(page, lexicon)), "")
