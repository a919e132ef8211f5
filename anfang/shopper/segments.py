"""Labels inside running text: "承诺期限：5个工作日；咨询电话：…", "【办理条件】…", "审批结果为登记证". Pure text in, segments out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from anfang.shopper.lexicon import EXACT, SENTENCE_STRENGTH, SUFFIX, Label, Lexicon
from anfang.shopper.page import fold

STOP = r"\s;；。,，、:：()（）【】\[\]!?！？<>《》“”\""
ZH = re.compile(rf"(?P<label>[^{STOP}]{{2,20}})(?P<unit>[(（][^()（）]{{1,12}}[)）])?\s*(?P<sep>[:：]|】)")
LATIN = re.compile(r"(?:^|(?<=[.;,•|]\s)|(?<=[(\[]))(?P<label>[^\W\d_][^:;.,()\[\]]{1,38}?)(?P<unit>\s?\([^()]{1,16}\))?\s*(?P<sep>:)(?!//)")
TRIM = " ;；,，"
BEFORE = re.compile(r"^(?:本|该|此)?(?:事项|业务|服务|项目)?的")


@dataclass(frozen=True, slots=True)
class Segment:
    """A label found in a text with what is said after it; `start` is where the label begins."""

    label: Label
    value: str
    quote: str
    start: int


def segments(text: str, lexicon: Lexicon) -> list[Segment]:
    """The labelled parts of a line, each up to the next one; empty where it names no element."""
    line = fold(text)
    marks = [*_with_signs(line, lexicon), *_with_copulas(line, lexicon)]
    marks.sort(key=lambda mark: mark[0])
    found: list[Segment] = []
    for at, (start, end, label) in enumerate(marks):
        if found and start < _end_of(marks, at - 1):
            continue
        stop = marks[at + 1][0] if at + 1 < len(marks) else len(line)
        value = line[end:stop].rstrip("【[(（ ").strip(TRIM)
        value = value.split("。")[0] if label.strength == SENTENCE_STRENGTH else value
        found.append(Segment(label, unnumbered(value), line[start : max(end, stop)].strip(TRIM + "【["), start))
    return found


Mark = tuple[int, int, Label]


def _end_of(marks: list[Mark], at: int) -> int:
    return marks[at][1] if at >= 0 else 0


def _with_signs(line: str, lexicon: Lexicon) -> list[Mark]:
    pattern = ZH if lexicon.lang == "zh" else LATIN
    found: list[Mark] = []
    for match in pattern.finditer(line):
        for words in _readings(match["label"]):
            label = lexicon.label(f"{words}{match['unit'] or ''}")
            if label is not None and label.strength >= SUFFIX:
                found.append((match.start(), match.end(), label))
                break
    return found


def _readings(words: str) -> list[str]:
    """What may be the label: the words, or those after "of the item" (本事项的审批结果)."""
    cut = BEFORE.match(words)
    return [words] + ([words[cut.end() :]] if cut else [])


def _with_copulas(line: str, lexicon: Lexicon) -> list[Mark]:
    """Labels that a verb follows: weaker, and up to the end of their clause."""
    words = lexicon.words("copulas")
    if not words or lexicon.lang != "zh":
        return []
    found: list[Mark] = []
    for match in re.finditer(rf"(?P<label>[^{STOP}]{{2,18}}?)(?P<sep>{'|'.join(map(re.escape, words))})", line):
        for text in _readings(match["label"]):
            label = lexicon.label(text)
            if label is not None and label.strength == EXACT:
                weak = Label(label.element, label.text, label.unit, SENTENCE_STRENGTH)
                found.append((match.start(), match.end(), weak))
                break
    return found


def unnumbered(value: str) -> str:
    """A value without the number of the next paragraph at its end (…窗口 十、)."""
    return re.sub(r"(?:^|[\s;；。])(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、])$", "", value).strip(TRIM)
