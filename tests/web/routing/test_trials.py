"""What-if and shadows on screen, with plain requests."""

from typing import Any

import pytest

from jobs.run import run_due
from oms.db import call, value
from tests.support import trials
from tests.support.factories import line, place_order, product, stock

PAGE = "/settings/routing/what-if"


@pytest.fixture
def version(db: Any) -> int:
    """Rules by which the one order that was placed would have come from nearer."""
    near, far = trials.places()
    trials.decide_by(trials.PRIORITY)
    sku = product().sku
    stock(sku, near, 5), stock(sku, far, 5)
    trials.on(1)
    place_order(lines=[line(sku)])
    trials.on(2)
    return trials.version(trials.NEAREST)


@pytest.fixture
def manager(log_in: Any, version: int) -> Any:
    return log_in("manager", name="Mia Manager")


def ask(client: Any, version: int, path: str = PAGE, /, **given: Any) -> Any:
    return client.post(path, data={"version": version, "judged": 0, "days": 30} | given)


def test_the_past_is_decided_anew_and_compared(manager: Any, version: int) -> None:
    started = ask(manager, version)
    assert started.status_code == 303
    waiting = manager.get(started.location).text
    assert "0 of 1 decisions made anew" in waiting
    assert 'hx-trigger="every 1s"' in waiting
    run_due()
    shown = manager.get(started.location).text
    assert "1 of 1 decisions would have been different" in shown
    assert "Shipments by location" in shown
    assert "it comes later in the order" not in shown
    assert "Not chosen: it is farther away" in shown
    assert "1 of 1" in manager.get(PAGE).text


def test_the_promises_kept_stand_beside_those_that_would_have_been(manager: Any, version: int) -> None:
    late = {"released_on": "2027-03-01", "left_on": "2027-03-01", "arrived_on": "2027-03-05"}
    call("routing.score_promises", p_arrivals=[late | {"line_id": value("select line_id from routing.promises")}])
    started = ask(manager, version)
    run_due()
    shown = manager.get(started.location).text
    measure = shown.partition("Promises kept")[2].partition("</tr>")[0]
    assert [share for share in ("0%", "100%", "+100%") if f">{share}<" in measure] == ["0%", "100%", "+100%"]
    assert 'class="toned good"' in measure
    assert "Of 1 promise it is known how it ended." in shown


def test_it_is_canceled(manager: Any, version: int) -> None:
    started = ask(manager, version)
    manager.post(f"{started.location}/end")
    assert "It was canceled before the end" in manager.get(started.location).text
    run_due()
    assert value("select state from routing.simulations") == "canceled"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"days": "0"}, "Choose 1 to 365 days."),
        ({"days": "366"}, "Choose 1 to 365 days."),
        ({"days": "soon"}, "Not a valid integer value."),
        ({"version": "404"}, "Not a valid choice."),
    ],
)
def test_what_cannot_be_tried_is_said_beside_its_field(
    manager: Any, version: int, given: dict[str, str], told: str
) -> None:
    refused = ask(manager, version, **given)
    assert refused.status_code == 422
    assert told in refused.text


def test_days_without_decisions_are_said(log_in: Any, version: int) -> None:
    trials.on(9)
    refused = ask(log_in("manager"), version, days=3)
    assert refused.status_code == 422
    assert "Nothing was decided in the last 3 days" in refused.text


def test_rules_that_cannot_be_followed_are_said(manager: Any, version: int) -> None:
    refused = ask(manager, trials.version({**trials.NEAREST, "kinds": ["3pl"]}))
    assert refused.status_code == 422
    assert "Put right what is wrong" in refused.text


def test_rules_judge_new_orders_until_that_is_ended(manager: Any, version: int) -> None:
    started = ask(manager, version, "/settings/routing/shadows")
    assert "Nothing was judged yet" in manager.get(started.location).text
    place_order(at=value("select min(id) from inventory.locations"))
    call("routing.judge", p_shadow_id=value("select id from routing.shadows"), p_most=10)
    assert "Every decision would have been the same" in manager.get(started.location).text
    manager.post(f"{started.location}/end")
    assert "Ended" in manager.get(started.location).text
    assert "already" not in ask(manager, version, "/settings/routing/shadows").text


def test_the_same_rules_judge_once(manager: Any, version: int) -> None:
    ask(manager, version, "/settings/routing/shadows")
    refused = ask(manager, version, "/settings/routing/shadows")
    assert refused.status_code == 422
    assert "judge in the shadow already" in refused.text


def test_there_is_nothing_behind_other_numbers(manager: Any, version: int) -> None:
    assert manager.get(f"{PAGE}/404").status_code == 404
    assert manager.get("/settings/routing/shadows/404").status_code == 404
