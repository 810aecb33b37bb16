"""An order with its customer's link."""

from typing import Any

import pytest

from oms.tracking import links
from tests.support import factories


@pytest.fixture
def link(app: Any) -> Any:
    """The address of an order's page."""

    def make(order: Any) -> str:
        return f"/t/{links.token_for(order.id, app.config['SECRET_KEY'])}"

    return make


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests ask more often than customers."""
    from oms.tracking import limits, routes

    monkeypatch.setattr(routes, "_views", limits.Limit(1000))
    monkeypatch.setattr(routes, "_guesses", limits.Limit(1000))


@pytest.fixture
def ship(db: Any) -> Any:
    """Ship an order's first part; the package's id."""

    def make(order: Any, expected_on: str | None = None) -> int:
        work = factories.works(order.id)[0]
        factories.pick(work.id)
        package_id: int = db.call("fulfillment.pack", p_order_id=work.id)
        label = {
            "p_carrier": "DHL",
            "p_service": "",
            "p_tracking_number": "T-1",
            "p_tracking_url": "javascript:alert(1)",
        }
        db.call("fulfillment.add_label", p_package_id=package_id, p_expected_on=expected_on, **label)
        db.call("fulfillment.ship", p_order_id=work.id)
        return package_id

    return make
