"""orders.set_fields: values of this shop's own fields, each of its kind."""

from typing import Any

import pytest

from oms.db import DomainError, call, value
from tests.support.factories import field, order_row, place_order

KINDS = [
    ("text", " Happy birthday ", "Happy birthday"),
    ("number", "12.50", 12.5),
    ("number", 3, 3),
    ("date", "2026-02-28", "2026-02-28"),
    ("boolean", "true", True),
    ("boolean", False, False),
    ("choice", "red", "red"),
    ("text", "x" * 500, "x" * 500),
    ("link", "https://".ljust(500, "x"), "https://".ljust(500, "x")),
    ("link", "https://example.com/a?b=c", "https://example.com/a?b=c"),
]
WRONG = [
    ("text", "a\nb"),
    ("text", "x" * 501),
    ("text", ["a"]),
    ("number", "12,5"),
    ("date", "2026-02-30"),
    ("boolean", "yes"),
    ("choice", "green"),
    ("link", "javascript:alert(1)"),
]


@pytest.mark.parametrize(("kind", "given", "kept"), KINDS)
def test_it_keeps_each_kind_as_what_it_is(db: Any, kind: str, given: Any, kept: Any) -> None:
    field("mine", kind)
    placed = place_order()
    call("orders.set_fields", p_order_id=placed.id, p_fields={"mine": given})
    assert order_row(placed.id).fields == {"mine": kept}


@pytest.mark.parametrize(("kind", "given"), WRONG)
def test_it_refuses_what_is_not_of_the_kind(db: Any, kind: str, given: Any) -> None:
    field("mine", kind, label="Mine")
    placed = place_order()
    with pytest.raises(DomainError) as refused:
        call("orders.set_fields", p_order_id=placed.id, p_fields={"mine": given})
    assert (refused.value.code, refused.value.detail["label"]) == ("OM345", "Mine")


def test_it_leaves_the_others_and_tells_what_was_there(db: Any) -> None:
    field("one", "text", label="One")
    field("two", "text")
    placed = place_order(fields={"one": "a", "two": "b"})
    call("orders.set_fields", p_order_id=placed.id, p_fields={"one": ""})
    call("orders.set_fields", p_order_id=placed.id, p_fields={"one": None})
    assert order_row(placed.id).fields == {"two": "b"}
    assert order_row(placed.id).version == placed.version + 1
    told = value("select data from history.events where type = 'order.fields_set'")
    assert told == {"changes": [{"key": "one", "label": "One", "from": "a", "to": None}]}


def test_it_knows_only_fields_of_this_shop(db: Any) -> None:
    field("old", "text", is_archived=True)
    placed = place_order()
    for key in ("old", "never"):
        with pytest.raises(DomainError) as refused:
            call("orders.set_fields", p_order_id=placed.id, p_fields={key: "x"})
        assert refused.value.code == "OM344"


def test_it_does_not_clear_what_is_required(db: Any) -> None:
    field("must", "text", label="Must", is_required=True)
    placed = place_order(fields={"must": "x"})
    for empty in ("", " ", None):
        with pytest.raises(DomainError) as refused:
            call("orders.set_fields", p_order_id=placed.id, p_fields={"must": empty})
        assert refused.value.code == "OM346"


def test_it_names_what_is_required_first(db: Any) -> None:
    for place, key in enumerate(("last", "first")):
        field(key, is_required=True, position=9 - place)
    placed = place_order(fields={"last": "x", "first": "x"})
    with pytest.raises(DomainError) as refused:
        call("orders.set_fields", p_order_id=placed.id, p_fields={"last": "", "first": ""})
    assert refused.value.detail["label"] == "First"


def test_it_tells_changes_in_the_order_of_the_fields(db: Any) -> None:
    for place, key in enumerate("abc"):
        field(key, position=9 - place)
    placed = place_order()
    call("orders.set_fields", p_order_id=placed.id, p_fields=dict.fromkeys("abc", "x"))
    told = value("select data -> 'changes' from history.events where type = 'order.fields_set'")
    assert [change["key"] for change in told] == list("cba")


def test_an_order_is_found_by_what_is_written_there(db: Any) -> None:
    field("engraving", "text")
    placed = place_order(fields={"engraving": "Lorelei forever"})
    assert value("select array(select orders.search('lorelei'))") == [placed.id]
    call("orders.set_fields", p_order_id=placed.id, p_fields={"engraving": "Undine"})
    assert value("select array(select orders.search('lorelei'))") == []
    assert value("select array(select orders.search('undine dora'))") == [placed.id]
