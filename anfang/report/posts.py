"""Goalposts in words: how a value becomes points, so that a reader can do it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from anfang.report.labels import label
from anfang.report.wording import Lang, field_name, word

Rule = Mapping[str, Any]
PAUSE = {"zh": "；", "en": "; "}
COMMA = {"zh": "、", "en": ", "}
SIGNS = {"<=": "≤", ">=": "≥", "!=": "≠"}


def goalposts(rule: Rule, indicator: str, lang: Lang) -> str:
    """A catalogue row's `score`, whatever its kind."""
    return PAUSE[lang].join(_parts(rule, indicator, lang))


def condition(text: str, indicator: str, lang: Lang) -> str:
    """A condition of the catalogue (scoring/conditions.py)."""
    return label("op_or", lang).join(_term(part, indicator, lang) for part in text.split(" or "))


def _parts(rule: Rule, indicator: str, lang: Lang) -> Iterator[str]:
    for case in rule.get("cases", ()):
        yield label("post_case", lang).format(when=_all(case["when"], indicator, lang), points=_plain(case["points"]))
    yield from _words(rule, indicator, lang)
    yield from _KINDS[rule["kind"]](rule, indicator, lang)
    for case in rule.get("at_most", ()):
        yield label("post_most", lang).format(when=_all(case["when"], indicator, lang), points=_plain(case["points"]))
    if rule.get("enough") and rule["kind"] in ("share", "linear", "steps"):
        yield label("post_enough", lang).format(of=field_name(rule["of"], indicator, lang), n=_plain(rule["enough"]))


def _words(rule: Rule, indicator: str, lang: Lang) -> Iterator[str]:
    """Code words with points of their own; those worth the same stand together."""
    by_points: dict[float, list[str]] = {}
    for code, points in rule.get("codes", {}).items():
        by_points.setdefault(points, []).append(word(code, indicator, rule.get("field") or "", lang))
    for points, names in by_points.items():
        yield label("post_word", lang).format(word=COMMA[lang].join(names), points=_plain(points))


def _steps(rule: Rule, indicator: str, lang: Lang) -> Iterator[str]:
    yield from (label("post_upto", lang).format(limit=_plain(limit), points=_plain(points)) for limit, points in rule["upto"])
    yield label("post_beyond", lang).format(points=_plain(rule["beyond"]))


def _linear(rule: Rule, indicator: str, lang: Lang) -> Iterator[str]:
    head = ""
    if rule.get("part"):
        names = {key: field_name(rule[key], indicator, lang) for key in ("part", "of")}
        head = label("post_of", lang).format(**names)
    posts = (label("post_at", lang).format(x=_plain(x), points=_plain(points)) for x, points in rule["through"])
    yield head + label("post_linear", lang).format(posts=COMMA[lang].join(posts))


def _share(rule: Rule, indicator: str, lang: Lang) -> Iterator[str]:
    key = "lost" if rule.get("lost") else "part"
    names = {"part": field_name(rule[key], indicator, lang), "of": field_name(rule["of"], indicator, lang)}
    yield label("post_lost" if key == "lost" else "post_share", lang).format(**names)


def _checks(rule: Rule, indicator: str, lang: Lang) -> Iterator[str]:
    of: Mapping[str, float] | Sequence[str] = rule["of"]
    if isinstance(of, Mapping):
        yield from (label("post_word", lang).format(word=_name(name, indicator, lang), points=_plain(points)) for name, points in of.items())
        return
    names = COMMA[lang].join(_member(name, indicator, lang) for name in of)
    yield label("post_checks", lang).format(n=len(of), points=_plain(100 / len(of)), names=names)


def _rules(rule: Rule, indicator: str, lang: Lang) -> Iterator[str]:
    told = (_rule(check, indicator, lang) for check in rule["rules"])
    yield label("post_rules", lang).format(rules=COMMA[lang].join(told))


def _rule(check: Rule, indicator: str, lang: Lang) -> str:
    checks = _all(check["pass"], indicator, lang)
    if not check.get("when"):
        return checks
    return label("post_rule", lang).format(when=_all(check["when"], indicator, lang), checks=checks)


def _deductions(rule: Rule, indicator: str, lang: Lang) -> Iterator[str]:
    severe: Mapping[str, float] = rule.get("severe", {})
    figures = {"each": _plain(rule["each"]), "severe": COMMA[lang].join(severe), "most": _plain(max(severe.values(), default=rule["each"]))}
    yield label("post_deductions", lang).format(**figures, n=_plain(rule.get("enough", 0)))


def _blend(rule: Rule, indicator: str, lang: Lang) -> Iterator[str]:
    whole = sum(part["weight"] for part in rule["of"])
    for part in rule["of"]:
        post = goalposts(part["score"], indicator, lang)
        yield label("post_blend", lang).format(share=f"{part['weight'] / whole:.0%}", post=post)


def _sum(rule: Rule, indicator: str, lang: Lang) -> Iterator[str]:
    yield label("post_sum", lang).format(post=goalposts(rule["score"], indicator, lang))


def _codes(rule: Rule, indicator: str, lang: Lang) -> Iterator[str]:
    return iter(())


_KINDS: Mapping[str, Callable[[Rule, str, Lang], Iterator[str]]] = {
    "codes": _codes, "steps": _steps, "linear": _linear, "share": _share, "checks": _checks,
    "rules": _rules, "deductions": _deductions, "blend": _blend, "sum_steps": _sum,
}  # fmt: skip


def _all(conditions: Sequence[str], indicator: str, lang: Lang) -> str:
    told = [condition(text, indicator, lang) for text in conditions]
    if len(told) > 1:
        told = [f"({one})" if " or " in text else one for text, one in zip(conditions, told, strict=True)]
    return label("op_and", lang).join(told)


def _term(text: str, indicator: str, lang: Lang) -> str:
    if text.startswith("not "):
        return label("op_not", lang).format(field=_name(text[4:], indicator, lang))
    name, *rest = text.split(" ", 2)
    told = _name(name, indicator, lang)
    if len(rest) == 1:
        return f"{told}{'' if lang == 'zh' else ' '}{label(f'op_{rest[0]}', lang)}"
    return f"{told} {SIGNS.get(rest[0], rest[0])} {_right(rest[1], indicator, lang)}" if rest else told


def _name(text: str, indicator: str, lang: Lang) -> str:
    """A field, or a member of a list."""
    named = field_name(text, indicator, lang)
    return named if named != text else word(text, indicator, "", lang)


def _member(text: str, indicator: str, lang: Lang) -> str:
    """A member of a list, else a field."""
    named = word(text, indicator, "", lang)
    return named if named != text else field_name(text, indicator, lang)


def _right(text: str, indicator: str, lang: Lang) -> str:
    return text if re.fullmatch(r"[\d.]+", text) else _name(text, indicator, lang)


def _plain(number: float) -> str:
    return f"{number:.4g}"
