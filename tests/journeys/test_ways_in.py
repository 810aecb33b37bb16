"""Orders come in from everywhere; what is wrong with one stops no other, and a person puts it right."""

from io import BytesIO
from typing import Any

from tests.support import shopify
from tests.support.channels import ADDRESS


def test_an_order_with_an_unknown_sku_is_repaired_and_placed(
    app: Any, company: Any, work: Any, sam: Any, dora: Any, assert_consistent: Any
) -> None:
    wrong = [shopify.line_item(sku="MUGG"), shopify.line_item(sku="BOWL", title="Bowl")]
    broken = shopify.order_payload(line_items=wrong, total_price="21.00", shipping_address=shopify.address(zip=""))
    shopify.send(app.test_client(), broken)
    shopify.send(app.test_client(), shopify.order_payload(name="#1002"))
    work()
    assert company.order().external_name == "#1002"  # the rest goes on
    sam.open("/channels").follow("1 in quarantine").follow("#1001")
    assert sam.sees("3 things are wrong", "MUGG", "21.00")
    sam.press("Save and try again", {"/lines/0/sku": "MUG"})
    assert sam.status == 422
    assert sam.sees("2 things are wrong", "The postal code is missing.")
    sam.press("Save and try again", {"/ship_to/postal_code": "10115", "/accept_total": "1"})
    work()
    order = company.order()
    assert (order.external_name, order.total_minor, order.payment_status) == ("#1001", 2100, "paid")
    assert sam.open("/orders").sees("#1001", "#1002")
    assert len(dora.mails) == 2
    assert_consistent()

    shopify.send(app.test_client(), broken)
    work()
    assert company.order().id == order.id
    assert not sam.open("/quarantine").sees("#1001")
    assert_consistent()


def test_a_file_is_looked_through_then_placed(company: Any, work: Any, sam: Any, assert_consistent: Any) -> None:
    rows = [
        shopify.export_row(Name="#1", Lineitem_quantity="2", Subtotal="30.00", Total="30.00"),
        shopify.further_row("#1", Lineitem_sku="BOWL", Lineitem_name="Bowl"),
        shopify.export_row(Name="#2", Lineitem_sku="PLATE"),
        shopify.export_row(Name="#3"),
    ]
    for has_been_here in (False, True):
        file = (BytesIO(shopify.export(rows)), "orders.csv")
        sam.open("/imports").press("Look through it", channel="files", file=file)
        work()
        assert sam.open(sam.address).sees("Looked through", "PLATE")
        if has_been_here:
            assert sam.sees("Known already 2")
        else:
            assert sam.sees("New orders 2", "For quarantine 1")
            assert not sam.open("/orders").sees("#1")
            sam.open("/imports").follow("orders.csv").press("Place 2 orders")
            work()
            assert sam.open("/orders").sees("#1", "#3")
            assert not sam.sees("#2")
        assert_consistent()
    sam.open("/quarantine").follow("#2").press("Save and try again", {"/lines/0/sku": "BOWL"})
    assert sam.open("/orders").sees("#1", "#2", "#3")
    assert_consistent()


def test_software_orders_looks_and_cancels(
    company: Any, work: Any, alice: Any, dora: Any, shop_api: Any, assert_consistent: Any
) -> None:
    body = {
        "external_id": "A-1",
        "customer": {"email": "dora@example.com", "name": "Dora Buys"},
        "ship_to": ADDRESS,
        "lines": [{"sku": "MUG", "quantity": 2}],
        "payments": [
            {
                "kind": "capture",
                "amount": {"amount": "20.00", "currency": "EUR"},
                "gateway": "stripe",
                "reference": "ch_1",
            }
        ],
    }
    placed = shop_api.post("/orders", body, key="once")
    assert placed.status_code == 201
    assert shop_api.post("/orders", body, key="once").json == placed.json
    assert shop_api.post("/orders", body).json["outcome"] == "known"
    work()
    shown = shop_api.get(f"/orders/{placed.json['id']}").json
    assert (shown["payment_status"], shown["fulfillment_status"]) == ("paid", "in_progress")
    assert alice.open("/orders").sees(placed.json["number"], "Dora Buys")
    (level,) = shop_api.get("/stock?sku=MUG&location=LEIPZIG").json["data"]
    assert (level["on_hand"], level["reserved"]) == (20, 2)
    assert_consistent()

    canceled = shop_api.post(f"/orders/{placed.json['id']}/cancellation", {"reason": "customer"})
    assert canceled.status_code == 200
    work()
    assert company.stock("MUG", company.leipzig) == (20, 0)
    assert dora.subjects[-1] == f"Your order {placed.json['number']} is canceled"
    assert_consistent()


def test_an_order_by_phone(company: Any, work: Any, sam: Any, dora: Any, assert_consistent: Any) -> None:
    sam.open("/orders").follow("New order")
    sam.press("Place order")
    assert sam.status == 422
    assert sam.sees("Who is it for?")
    sam.press("Add", q="MUG", within="/orders/new")
    sam.press("Place order", {"lines-0-quantity": "3"}, name="Dora Buys", email="dora@example.com")
    assert sam.status == 422  # no address yet, and nothing typed is lost
    address = {"line1": "Hauptstr. 1", "postal_code": "10115", "city": "Berlin", "country_code": "DE"}
    sam.press("Place order", **address, terms="invoice", shipping="4.90")
    assert sam.sees("Dora Buys", "€34.90", "is placed")
    work()
    order = company.order()
    assert (order.total_minor, order.terms) == (3490, "invoice")
    assert company.works(order)[0].state == "released"
    assert dora.follow_mail().sees("You pay by invoice")
    assert_consistent()


def test_an_order_by_phone_that_somebody_has_to_think_over(
    company: Any, work: Any, sam: Any, dora: Any, alice: Any, assert_consistent: Any
) -> None:
    sam.open("/orders").follow("New order")
    sam.press("Add", q="MUG", within="/orders/new")
    sam.press("Save as draft", {"lines-0-quantity": "20"}, name="Dora Buys")
    assert sam.sees("Draft order", "Saved as a draft.", "Stock held until")
    assert company.stock("MUG", company.leipzig) == (20, 20)
    assert_consistent()

    alice.open("/orders").follow("Drafts 1")
    alice.follow("Dora Buys").press("Save as draft", {"lines-0-quantity": "5"}, email="dora@example.com")
    address = {"line1": "Hauptstr. 1", "postal_code": "10115", "city": "Berlin", "country_code": "DE"}
    sam.press("Place order", **address, terms="invoice")
    assert sam.status == 422
    assert sam.sees("saved this draft meanwhile")
    alice.press("Place order", **address, terms="invoice")
    assert alice.sees("Dora Buys", "is placed")
    work()
    assert company.works(company.order())[0].state == "released"
    assert company.stock("MUG", company.leipzig) == (20, 5)
    assert alice.open("/orders/drafts").sees("No drafts")
    assert dora.follow_mail().sees("You pay by invoice")
    assert_consistent()
