"""orders.totals: what an order adds up to."""

from typing import Any

import pytest

from oms.db import call

ORDER = {
    "discount_minor": 100,
    "lines": [
        {"quantity": 2, "unit_price_minor": 1500, "taxes": [{"amount_minor": 551}]},
        {
            "quantity": 1,
            "unit_price_minor": 1000,
            "discount_minor": 200,
            "taxes": [{"amount_minor": 100}, {"amount_minor": 52}],
        },
    ],
    "charges": [{"amount_minor": 490, "taxes": [{"amount_minor": 93}]}, {"kind": "adjustment", "amount_minor": -90}],
}


@pytest.mark.parametrize(("tax_included", "total"), [(False, 4896), (True, 4100)])
def test_it_adds_up(db: Any, tax_included: bool, total: int) -> None:  # noqa: FBT001
    found = call("orders.totals", p_order={**ORDER, "tax_included": tax_included})
    assert tuple(found) == (4000, 300, 400, 796, total)


def test_it_is_zero_for_nothing(db: Any) -> None:
    assert tuple(call("orders.totals", p_order={"currency": "EUR"})) == (0, 0, 0, 0, 0)
