"""JSON that others wrote."""

import pytest

from oms.channels.shopify.payload import parse


@pytest.mark.parametrize("body", ["", "{", "[1,]", '{"a": NaN}', "[" * 100_000, '{"a": ' * 50_000, "nul"])
def test_it_refuses_what_is_no_json(body: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse(body)


def test_it_drops_what_cannot_be_stored() -> None:
    assert parse('{"a\\u0000": ["\\ud800x", {"b": "\\u0000"}]}') == {"a": ["x", {"b": ""}]}


def test_it_keeps_numbers_exact() -> None:
    assert [str(number) for number in parse("[820982911946154509, 0.1000]")] == ["820982911946154509", "0.1000"]
