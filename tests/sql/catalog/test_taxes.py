"""catalog.taxes: the taxes on an amount; tests/sql/channels/test_place.py has them on whole orders."""

from typing import Any

import pytest

from oms.db import call, value


@pytest.mark.parametrize(("is_included", "amount"), [(True, 319), (False, 380)])
def test_it_is_in_the_amount_or_comes_on_top(db: Any, *, is_included: bool, amount: int) -> None:
    (tax,) = call(
        "catalog.taxes",
        p_amount_minor=2000,
        p_tax_class="standard",
        p_country_code="DE",
        p_on=value("select date '2026-01-01'"),
        p_is_included=is_included,
    )
    assert (tax["rate"], tax["amount_minor"]) == (0.19, amount)


def test_it_is_none_where_no_rate_is_known(db: Any) -> None:
    given = {"p_tax_class": "standard", "p_country_code": "AQ", "p_on": value("select current_date")}
    assert call("catalog.taxes", p_amount_minor=2000, p_is_included=True, **given) == []
