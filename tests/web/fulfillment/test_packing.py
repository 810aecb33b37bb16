"""From the full tote to the carrier."""

import pytest

from oms.fulfillment.carriers import CarrierError
from tests.support import factories


def package(bench):
    return bench.db.row("select * from fulfillment.packages order by id desc limit 1")


def test_the_box_is_weighed(bob, bench):
    factories.pick(bench.id)
    assert 'value="300"' in bob.get(bench.url).text
    answer = bob.post(f"{bench.url}/package", data={"weight_grams": "420"}, htmx=True)
    assert "Which label?" in answer.text
    assert package(bench).weight_grams == 420


@pytest.mark.parametrize("weight", ["", "0", "-5", "heavy", "2000000"])
def test_a_box_has_a_weight(bob, bench, weight):
    factories.pick(bench.id)
    answer = bob.post(f"{bench.url}/package", data={"weight_grams": weight}, htmx=True)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert bench.work.state == "picked"


def test_it_offers_what_carriers_can_do(bob, bench):
    bench.packed()
    page = bob.get(bench.url).text
    assert "OMS Post Parcel" in page
    assert "€4.89" in page


def test_it_preselects_what_the_customer_chose(bob, bench, owner):
    owner("update demand.requests set service = 'Express'")
    bench.packed()
    assert 'value="simulator/express" checked' in bob.get(bench.url).text


def test_a_label_is_bought_printed_and_handed_over(bob, bench):
    bench.packed()
    bob.post(f"{bench.url}/label", data={"service": "simulator/standard"})
    bought = package(bench)
    assert (bought.state, bought.carrier, bought.tracking_number[:2]) == ("label_purchased", "simulator", "OD")
    pdf = bob.get(f"/fulfillment/packages/{bought.id}/label.pdf")
    assert (pdf.mimetype, pdf.data) == ("application/pdf", b"%PDF-label")
    answer = bob.post(f"{bench.url}/shipment", htmx=True)
    assert "On its way" in answer.text
    assert bench.work.state == "shipped"


def test_two_taps_buy_one_label(bob, bench):
    bench.packed()
    bob.post(f"{bench.url}/label", data={"service": "simulator/standard"})
    first = package(bench).tracking_number
    answer = bob.post(f"{bench.url}/label", data={"service": "simulator/standard"}, htmx=True)
    assert answer.status_code == 409
    assert package(bench).tracking_number == first


@pytest.mark.parametrize("service", ["", "simulator/teleport", "nobody/standard", "x" * 80])
def test_only_what_is_offered_can_be_bought(bob, bench, service):
    bench.packed()
    assert bob.post(f"{bench.url}/label", data={"service": service}, htmx=True).status_code in {422, 502}
    assert package(bench).state == "draft"


def test_a_carrier_that_does_not_answer_is_told(bob, bench, app, monkeypatch):
    bench.packed()

    def fail(*_):
        raise CarrierError("OMS Post is closed for lunch.")

    monkeypatch.setattr(app.extensions["carriers"]["simulator"], "buy_label", fail)
    answer = bob.post(f"{bench.url}/label", data={"service": "simulator/standard"}, htmx=True)
    assert "closed for lunch" in answer.text
    assert package(bench).state == "draft"


def test_a_label_of_somebody_who_was_too_late_is_given_back(bob, bench, app, monkeypatch):
    bench.packed()
    post, voided = app.extensions["carriers"]["simulator"], []
    buy = post.buy_label

    def slowly(*args):
        bench.db.call("fulfillment.reopen", p_order_id=bench.id, p_reason="meanwhile")
        return buy(*args)

    monkeypatch.setattr(post, "buy_label", slowly)
    monkeypatch.setattr(post, "void", voided.append)
    assert bob.post(f"{bench.url}/label", data={"service": "simulator/standard"}, htmx=True).status_code == 409
    assert len(voided) == 1


def test_a_number_can_be_typed(bob, bench):
    bench.packed()
    bob.post(f"{bench.url}/tracking-number", data={"carrier": "DHL", "tracking_number": " 00340 434/1 "})
    kept = package(bench)
    assert (kept.carrier, kept.tracking_number) == ("DHL", "00340 434/1")
    assert kept.tracking_url == "https://www.dhl.com/de-en/home/tracking.html?tracking-id=00340%20434%2F1"


def test_a_typed_number_is_not_empty(bob, bench):
    bench.packed()
    answer = bob.post(f"{bench.url}/tracking-number", data={"carrier": "DHL", "tracking_number": ""}, htmx=True)
    assert answer.status_code == 422
    assert "Give the tracking number." in answer.text
    assert package(bench).state == "draft"


def test_shipping_without_a_label_is_told(bob, bench):
    bench.packed()
    answer = bob.post(f"{bench.url}/shipment", htmx=True)
    assert answer.status_code == 409
    assert "needs a label" in answer.text
    assert bench.work.state == "packed"


def test_one_step_back_needs_a_reason(bob, bench):
    bench.packed()
    assert bob.post(f"{bench.url}/reopening", htmx=True).status_code == 422
    bob.post(f"{bench.url}/reopening", data={"reason": "wrong box"})
    assert bench.work.state == "picked"


def test_what_is_on_hold_does_not_leave(bob, bench):
    bench.packed()
    bob.post(f"{bench.url}/tracking-number", data={"carrier": "DHL", "tracking_number": "12345"})
    bench.db.call("orders.hold", p_order_id=bench.order.id, p_reason="fraud")
    answer = bob.post(f"{bench.url}/shipment", htmx=True)
    assert answer.status_code == 409
    assert "is on hold" in answer.text


def test_somebody_knows_that_it_has_arrived(bob, bench):
    bench.packed()
    bob.post(f"{bench.url}/tracking-number", data={"carrier": "DHL", "tracking_number": "12345"})
    bob.post(f"{bench.url}/shipment")
    assert "It has arrived" in bob.get(bench.url).text
    bob.post(f"{bench.url}/delivery")
    assert bench.work.state == "delivered"


def test_a_label_is_only_for_those_of_its_location(charlie, bob, bench):
    bench.packed()
    bob.post(f"{bench.url}/label", data={"service": "simulator/standard"})
    assert charlie.get(f"/fulfillment/packages/{package(bench).id}/label.pdf").status_code == 404
    assert bob.get("/fulfillment/packages/404/label.pdf").status_code == 404


def test_the_packing_slip_says_what_is_in_the_box(bob, charlie, bench):
    page = bob.get(f"{bench.url}/packing-slip").text
    assert "Hauptstr. 1" in page
    assert "Product MUG" in page
    assert charlie.get(f"{bench.url}/packing-slip").status_code == 404
