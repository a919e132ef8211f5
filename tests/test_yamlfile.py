"""YAML that people edit: text stays text, and what cannot be meant is refused with line and mend."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anfang import yamlfile
from anfang.errors import BadInput

FILE = Path("study.yaml")


def test_scalars_keep_their_source_text() -> None:
    tree = yamlfile.parse("a: NO\nb: 010\nc: 0571\nd: 1.50\ne: '7'\nf: true\n", path=FILE)
    assert tree.data == {"a": "NO", "b": "010", "c": "0571", "d": "1.50", "e": "7", "f": "true"}


def test_null_is_not_known() -> None:
    tree = yamlfile.parse("a: ~\nb:\nc: null\nd: 'null'\n", path=FILE)
    assert tree.data == {"a": None, "b": None, "c": None, "d": "null"}


def test_numbers_on_request_are_those_of_json_only() -> None:
    tree = yamlfile.parse("a: 3\nb: -2.5\nc: true\nd: NO\ne: 010\nf: '3'\n", path=FILE, numbers=True)
    assert tree.data == {"a": 3, "b": -2.5, "c": True, "d": "NO", "e": "010", "f": "3"}
    assert type(tree.data["a"]) is int


def test_every_part_knows_its_line_and_column() -> None:
    tree = yamlfile.parse("cities:\n  - id: a\n    name: 甲\n  - id: b\n", path=FILE)
    assert tree.line("cities", 1) == 4
    assert tree.where("cities", 0, "name") == "study.yaml:3:5"
    assert tree.where("cities", 0, "not there") == "study.yaml:2:5"
    assert tree.where() == "study.yaml:1:1"


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", "3:1", "the field 'a' is there twice (first in line 1)"),
        ("a: &x 1\n", "1:4", "the anchor &x"),
        ("a: 1\nb: *x\n", "2:4", "the alias *x"),
        ("&x a: 1\n", "1:1", "the anchor &x"),
        ("a: !!str 1\n", "1:4", "the tag tag:yaml.org,2002:str"),
        ("a: !python/object {}\n", "1:4", "the tag !python/object"),
        ("a: " + "[" * 25, "1:24", "more than 20 levels of nesting"),
        ("a:\n" + "".join(" " * n + "a:\n" for n in range(1, 30)), "22:22", "more than 20 levels of nesting"),
        ("a: 1e999\n", "1:4", "the number 1e999… is too big"),
        ("a: " + "9" * 500, "1:4", "the number 99999999999999999999… is too big"),
        ("a:\n  b: 1\n\tc: 2\n", "3:1", "a tab in the indentation"),
        ("- a\n- b\n", "1:1", "the file does not begin with a field"),
        ("", "1:1", "the file is empty"),
        ("# only a comment\n", "1:1", "the file is empty"),
        ("a: 1\n---\nb: 2\n", "2:1", "a second YAML document"),
        ("a: 1\n...\nb: 2\n", "3:1", "a second YAML document"),
        ("a: b: c\n", "1:5", "not YAML: mapping values are not allowed here"),
        ("a: [b\n", "2:1", "not YAML: while parsing a flow sequence"),
        ("a: \x07\n", "1:4", "the character U+0007"),
        ("? [a]\n: b\n", "1:3", "a field's name must be text"),
    ],
)
def test_refused(text: str, where: str, message: str) -> None:
    with pytest.raises(BadInput) as bad:
        yamlfile.parse(text, path=FILE)
    assert bad.value.where == f"study.yaml:{where}"
    assert bad.value.message.startswith(message)
    assert bad.value.mend


def test_gbk_is_refused_with_the_byte(tmp_path: Path) -> None:
    file = tmp_path / "cities.yaml"
    file.write_bytes("id: bj\nname: 北京\n".encode("gbk"))
    with pytest.raises(BadInput, match=r"byte 0xB1 at offset 13") as bad:
        yamlfile.read(file)
    assert bad.value.where == f"{file}:2:7"
    assert "UTF-8" in bad.value.mend


def test_nul_is_refused_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "cities.yaml"
    file.write_bytes(b"a: 1\nb: \0\n")
    with pytest.raises(BadInput, match="a NUL character at offset 8") as bad:
        yamlfile.read(file)
    assert bad.value.where == f"{file}:2:4"


def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    file = tmp_path / "cities.yaml"
    file.write_bytes("\ufeffname: 北京\n".encode())
    assert yamlfile.read(file).data == {"name": "北京"}


def test_a_big_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "cities.yaml"
    file.write_text("a: " + "b" * 98, encoding="utf-8")
    with pytest.raises(BadInput, match="the file has 101 bytes, more than 100"):
        yamlfile.read(file, max_bytes=100)
    assert yamlfile.read(file, max_bytes=101).data["a"] == "b" * 98


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="cannot be read") as bad:
        yamlfile.read(tmp_path / name)
    assert bad.value.where == str(tmp_path / name)


SCRAPS = st.sampled_from(
    ["a", ": ", "\n", "  ", "- ", "[", "]", "{", "}", "&x", "*x", "!t", "'", '"', "#", "|", ">", "%", "1e999"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(SCRAPS | st.characters(), max_size=30).map("".join))
def test_any_text_is_a_tree_or_bad_input(text: str) -> None:
    with contextlib.suppress(BadInput):
        tree = yamlfile.parse(text, path=FILE)
        assert isinstance(tree.data, dict)
        assert all(place[0] in tree.data for place in tree.marks)
