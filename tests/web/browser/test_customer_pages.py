"""The customer's page as a phone and an accessibility checker see it, without a script of ours."""

from typing import Any

import pytest

from oms.pickup import codes
from oms.tracking import links
from tests.support import factories
from tests.support.browser import faults_of
from tests.support.server import SECRET_KEY

pytestmark = pytest.mark.browser

HOURS = {day: ["09:00", "18:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}


def parcel() -> Any:
    order = factories.place_order()
    factories.deliver(factories.ship(factories.works(order.id)[0].id))
    return order


def pickup(db: Any) -> Any:
    store = factories.store(name="Mitte", hours=HOURS, line1="Rosenthaler Str. 40", city="Berlin", phone="+49 30 1234")
    order = factories.place_pickup(store)
    work = factories.works(order.id)[0]
    factories.pick(work.id)
    db.call("pickup.save_shelf", p_location_id=store, p_code="A1")
    nonce = codes.new_nonce()
    given = {"p_nonce": nonce, "p_code_hash": codes.hash_of(nonce, codes.code_of(SECRET_KEY, nonce))}
    db.call("pickup.stage", p_order_id=work.id, p_shelf="A1", **given)
    return order


@pytest.fixture
def addresses(live_server: str, committed_db: Any) -> list[str]:
    """A parcel that has arrived, a pickup that waits, and an order that may be canceled."""
    orders = [parcel(), pickup(committed_db), factories.place_order(payments=[])]
    pages = [f"{live_server}/t/{links.token_for(order.id, SECRET_KEY)}" for order in orders]
    return [*pages, f"{pages[-1]}/cancellation", f"{live_server}/t/nothing"]


@pytest.mark.parametrize(
    ("width", "theme", "language"), [(320, "light", "de"), (390, "dark", "ar"), (1440, "light", "en")]
)
def test_it_is_accessible_and_fits(browser: Any, addresses: list[str], width: int, theme: str, language: str) -> None:
    faults = []
    window = {"viewport": {"width": width, "height": 800}, "color_scheme": theme, "reduced_motion": "reduce"}
    with browser.new_context(bypass_csp=True, **window) as context:
        tab = context.new_page()
        for address in addresses:
            tab.goto(f"{address}?lang={language}")
            faults += faults_of(tab)
    assert faults == []


def test_it_breaks_no_policy(page: Any, addresses: list[str]) -> None:
    """The tab fails the test when the browser complains."""
    for address in addresses[:4]:
        page.goto(address)
        assert page.locator("h1").is_visible()
