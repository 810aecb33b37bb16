"""demand.open_request: something is wanted."""

from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories


def open_request(db: Any, **given: Any) -> int:
    wanted = {"reference": "W-1", "method": "ship", "language": "en", "wanted_at": "2026-11-21T12:00:00Z", **given}
    return int(db.call("demand.open_request", p_request=wanted))


def test_it_opens_a_request_that_is_not_released(db: Any) -> None:
    at = factories.store()
    opened = open_request(db, method="pickup", location_id=at)
    found = db.row("select * from demand.requests where id = :id", id=opened)
    assert (found.reference, found.location_id, found.is_released, found.is_canceled) == ("W-1", at, False, False)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "requests_shipping_has_address"),
        ({"method": "pickup"}, "requests_pickup_has_location"),
        ({"method": "fly"}, "requests_method_known"),
    ],
)
def test_it_refuses_what_could_not_be_delivered(db: Any, given: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError) as refused:
        open_request(db, **given)
    assert refused.value.code == code
