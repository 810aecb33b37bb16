"""channels.address_fields: what an address needs, by country."""

from typing import Any

import pytest

from oms.db import call


@pytest.mark.parametrize(
    ("country", "fields"),
    [
        ("DE", ["name", "line1", "city", "postal_code", "country_code"]),
        ("AE", ["name", "line1", "country_code"]),
        ("SG", ["name", "line1", "postal_code", "country_code"]),
        ("KE", ["name", "line1", "city", "country_code"]),
        ("ZZ", None),
        ("de", None),
        ("", None),
    ],
)
def test_it_knows_what_a_country_wants(db: Any, country: str, fields: list[str] | None) -> None:
    assert call("channels.address_fields", p_country_code=country) == fields
