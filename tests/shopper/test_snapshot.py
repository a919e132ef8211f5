from __future__ import annotations

import gzip
import json

import pytest

from anfang.shopper.page import Page
from anfang.shopper.snapshot import LONGEST_ATTRIBUTE, Snapshot, unpack
from tests.conftest import See

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", ["home", "guide_table", "framed", "hostile"])
async def test_a_stored_snapshot_is_read_back_and_stored_again_byte_for_byte(see: See, name: str) -> None:
    page = await see(name)
    stored = page.snapshot.packed(page.text)
    again = Page(unpack(stored))
    assert again.text == page.text
    assert again.snapshot.packed(again.text) == stored
    assert [link.text for link in again.links] == [link.text for link in page.links]


def test_a_lone_surrogate_does_not_stop_the_storing() -> None:
    rows = ([-1, "html", "", {}, [0, 0, 9, 9], 1, 1, 14], [0, "#text", "坏\ud800字", {}, [0, 0, 9, 9], 1, 2, 14])
    stored = Snapshot("http://qinghe.portal.test/", "", rows).packed("坏\ud800字")
    assert unpack(stored).rows[1][2] == "坏?字"


async def test_frames_and_closed_shadow_roots_are_in_it_and_scripts_are_not(see: See) -> None:
    page = await see("framed")
    assert "框架里的文字" in page.text
    assert "影子里的文字" in page.text
    assert "attachShadow" not in json.dumps(page.snapshot.rows)


async def test_parents_come_before_their_children(see: See) -> None:
    page = await see("guide_table")
    assert all(row[0] < index for index, row in enumerate(page.snapshot.rows))


async def test_what_is_not_shown_is_kept_but_not_visible(see: See) -> None:
    page = await see("framed")
    kept = " ".join(row[2] for row in page.snapshot.rows)
    for hidden in ("隐藏的文字", "透明的文字", "折叠的文字"):
        assert hidden in kept
        assert hidden not in page.text


async def test_a_field_holds_what_was_typed_not_what_stood_there(see: See) -> None:
    page = await see("framed")
    assert [node.attributes["value"] for node in page.fields] == ["张三"]


async def test_links_of_a_frame_and_of_a_base_are_resolved_against_their_own_address(see: See) -> None:
    framed = await see("framed")
    assert next(link.href for link in framed.links if link.text == "框架里的指南").endswith("/inner/guide")
    based = await see('<base href="http://qinghe.portal.test/deep/"><a href="guide?id=1">指南</a> <a href="#">无处</a>')
    assert [link.href for link in based.links] == ["http://qinghe.portal.test/deep/guide?id=1", ""]


async def test_long_attributes_are_cut_and_unknown_ones_dropped(see: See) -> None:
    page = await see(f'<p title="{"长" * 600}" data-secret="1">字</p>')
    paragraph = next(node for node in page.nodes if node.tag == "p")
    assert paragraph.attributes == {"title": "长" * LONGEST_ATTRIBUTE}


async def test_the_stored_form_says_its_format(see: See) -> None:
    page = await see("home")
    body = json.loads(gzip.decompress(page.snapshot.packed(page.text)))
    assert (body["format"], body["url"], body["title"]) == (1, page.url, "清河市政务服务网")
