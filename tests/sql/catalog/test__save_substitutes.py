"""catalog._save_substitutes, by catalog.save_product: what goes instead, in order, never back to where it began."""

from typing import Any

import pytest

from oms.db import DomainError, rows
from tests.support.factories import product

pytestmark = pytest.mark.usefixtures("db")


def refusal(*given: Any, **more: Any) -> DomainError:
    with pytest.raises(DomainError) as refused:
        product(*given, **more)
    return refused.value


def substitutes(variant: Any) -> list[str]:
    found = rows(
        "select v.sku from catalog.substitutes as s join catalog.variants as v on v.id = s.substitute_id"
        " where s.variant_id = :id order by s.position",
        id=variant.id,
    )
    return [one.sku for one in found]


def test_it_keeps_them_in_order_until_told_otherwise():
    for sku in "AB":
        product(sku)
    made = product("C", substitutes=["B", "A"], substitute_price="own")
    product("C", title="Blue")
    assert (substitutes(made), made.substitute_price) == (["B", "A"], "own")
    product("C", substitutes=[])
    assert substitutes(made) == []


def test_it_refuses_a_cycle_naming_the_skus():
    product("C")
    product("B", substitutes=["C"])
    product("A", substitutes=["B"])
    refused = refusal("C", substitutes=["A"])
    assert (refused.code, refused.detail) == ("OM158", {"skus": "C → A → B → C"})
    assert refused.message == "That is a cycle of substitutes: C → A → B → C. Take one of them out of its list."
    assert refusal("B", substitutes=["A"]).detail == {"skus": "B → A → B"}


def test_two_ways_to_the_same_are_no_cycle():
    product("D")
    product("B", substitutes=["D"])
    product("C", substitutes=["D"])
    assert substitutes(product("A", substitutes=["B", "C", "D"])) == ["B", "C", "D"]


def test_it_refuses_what_cannot_stand_in():
    assert refusal("A", substitutes=["NOTHING"]).detail == {"sku": "NOTHING"}
    product("A")
    assert refusal("A", substitutes=["A"]).code == "substitutes_not_itself"
    product("FOOD", tax_class="reduced")
    assert refusal("A", substitutes=["FOOD"]).code == "OM157"
    assert refusal("A", substitute_price="free").code == "variants_substitute_price_known"
