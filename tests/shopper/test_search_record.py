from __future__ import annotations

from anfang.shopper.search_record import Choice, SearchRecord, Stop, unpack

HOME = Stop("h", "http://a.portal.test/", "首页", 0, "0" * 64, [("法人办事", 20.0, [("hub", "法人办事")])], 3)


def test_a_record_is_read_back_and_packed_alike() -> None:
    choice = Choice("h", "法人办事", "http://a.portal.test/f", 20.0, [("hub", "法人办事")], "f", sum=12.0, least=60.0, signs=[("title", 12.0, "办事")])
    record = SearchRecord("guide:seal", "found", "f", 1, {"h": HOME}, [choice])
    assert unpack(record.packed()) == record
    assert record.packed() == unpack(record.packed()).packed()
    assert not choice.accepted
