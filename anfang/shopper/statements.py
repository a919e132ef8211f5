"""Everything that a page states, label by label: from boxes, from window tables, from running text, from lines under heads. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from anfang.shopper.lexicon import Lexicon
from anfang.shopper.outline import lines, passages
from anfang.shopper.page import Page
from anfang.shopper.pairs import Pair, columns, pairs
from anfang.shopper.segments import segments, unnumbered


def all_pairs(page: Page, lexicon: Lexicon) -> list[Pair]:
    """The pairs by their sources: boxes, window tables, running text, lines under heads."""
    return page.once(f"pairs {lexicon.lang}", lambda: _all(page, lexicon))


def _all(page: Page, lexicon: Lexicon) -> list[Pair]:
    found = [*pairs(page, lexicon), *columns(page, lexicon)]
    parted = [part for pair in found for part in _parted(pair, lexicon)]
    return [*parted, *_in_lines(page, lexicon), *_under_heads(page, lexicon)]


def _parted(pair: Pair, lexicon: Lexicon) -> Iterator[Pair]:
    """A value in which further labels stand ends at the first of them; what they say is theirs."""
    inner = segments(pair.value, lexicon)
    if not inner:
        yield pair
        return
    value = unnumbered(pair.value[: inner[0].start].rstrip(" ;；,，【"))
    if value or inner[0].start == 0:
        yield replace(pair, value=value)
    for segment in inner:
        yield Pair(segment.label, segment.value, pair.nodes, segment.quote[:300], inline=True)


def _in_lines(page: Page, lexicon: Lexicon) -> Iterator[Pair]:
    for line in lines(page):
        for segment in segments(line.text, lexicon):
            if segment.value:
                yield Pair(segment.label, segment.value, line.nodes, segment.quote[:300], inline=True)


def _under_heads(page: Page, lexicon: Lexicon) -> Iterator[Pair]:
    for passage in passages(page, lexicon):
        nodes = tuple(node for line in passage.body for node in line.nodes)
        yield Pair(passage.label, passage.value, nodes, f"{passage.head.text} {passage.value}"[:300])
