"""channels.place: the one way in; every problem at once, or an order."""

from typing import Any

import pytest

from oms.channels.reasons import sentence
from oms.db import DomainError, call, row, rows, value
from tests.support.channels import ADDRESS, channel, codes, incoming, record, sold
from tests.support.factories import order_row, payment, product, store


def place(order: dict[str, Any], code: str | None = None) -> dict[str, Any]:
    answer: dict[str, Any] = call("channels.place", p_channel=code or channel(), p_order=order)
    return answer


def test_it_places_an_order(db: Any) -> None:
    answer = place(incoming())
    assert (answer["outcome"], answer["reasons"]) == ("placed", [])
    placed = order_row(answer["order_id"])
    assert (str(placed.uid), placed.number) == (answer["uid"], answer["number"])


def test_it_knows_an_order_again(db: Any) -> None:
    order = incoming()
    first, second = place(order), place({**order, "lines": []})
    assert (second["outcome"], second["order_id"]) == ("known", first["order_id"])


def test_it_completes_what_the_channel_and_the_catalog_know(db: Any) -> None:
    sku = product("MUG", title="Blue").sku
    answer = place({"external_id": "1", "ship_to": ADDRESS, "lines": [{"sku": f" {sku} ", "quantity": 2}]})
    placed = order_row(answer["order_id"])
    assert (placed.currency, placed.language, placed.is_tax_included) == ("EUR", "en", True)
    assert (placed.total_minor, placed.method, placed.terms) == (2000, "ship", "prepaid")
    [line] = rows("select sku, title, unit_price_minor from orders.lines")
    assert tuple(line) == ("MUG", "Product MUG - Blue", 1000)


def test_it_takes_the_channels_sources(db: Any) -> None:
    sku = sold()
    [place_id] = rows("select id from inventory.locations")
    code = channel(source_location_ids=[place_id.id])
    place(incoming(sku), code)
    assert value("select source_location_ids from demand.requests") == [place_id.id]


def test_it_finds_every_problem_at_once(db: Any) -> None:
    product("GONE")
    call(
        "catalog.save_product",
        p_product={"handle": "gone", "title": "Gone", "variants": [{"sku": "GONE", "is_active": False}]},
    )
    answer = place(
        {
            "external_id": "1",
            "currency": "Euro",
            "placed_at": "yesterday",
            "discount_minor": "x",
            "ship_to": {"name": "Dora", "country_code": "DE"},
            "bill_to": {"name": "Dora", "country_code": "XX"},
            "lines": [
                {"sku": "NO", "quantity": 0, "unit_price_minor": "ten"},
                {"sku": "GONE", "quantity": 1, "unit_price_minor": 1000, "discount_minor": -1},
                {
                    "title": "Made to order",
                    "quantity": 1,
                    "unit_price_minor": 1,
                    "fulfilled_quantity": 1,
                    "removed_quantity": 1,
                },
                {"quantity": 1, "requires_shipping": False, "taxes": [{"amount_minor": 1.5}]},
            ],
            "payments": [{"kind": "capture", "amount_minor": 0}],
        }
    )
    assert answer["outcome"] == "quarantined"
    assert codes(answer) == [
        ("already_fulfilled", "/lines/2/fulfilled_quantity"),
        ("bad_amount", "/discount_minor"),
        ("bad_amount", "/lines/1/discount_minor"),
        ("bad_currency", "/currency"),
        ("bad_date", "/placed_at"),
        ("bad_payment", "/payments/0/amount_minor"),
        ("bad_price", "/lines/0/unit_price_minor"),
        ("bad_quantity", "/lines/0/quantity"),
        ("bad_tax", "/lines/3/taxes/0/amount_minor"),
        ("bad_tax", "/lines/3/taxes/0/name"),
        ("bad_tax", "/lines/3/taxes/0/rate"),
        ("inactive_sku", "/lines/1/sku"),
        ("missing_address", "/ship_to/city"),
        ("missing_address", "/ship_to/line1"),
        ("missing_address", "/ship_to/postal_code"),
        ("missing_price", "/lines/3/unit_price_minor"),
        ("missing_sku", "/lines/2/sku"),
        ("missing_title", "/lines/3/title"),
        ("removed", "/lines/2/removed_quantity"),
        ("unknown_country", "/bill_to/country_code"),
        ("unknown_sku", "/lines/0/sku"),
    ]
    assert value("select count(*) from orders.orders") == 0


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"lines": []}, ("no_lines", "/lines")),
        ({"lines": "none"}, ("no_lines", "/lines")),
        ({"stated_total_minor": 999}, ("total_mismatch", "/stated_total_minor")),
        ({"discount_minor": 1001}, ("discount_too_large", "/discount_minor")),
        ({"charges": [{"kind": "adjustment", "amount_minor": -1001}]}, ("negative_total", "/stated_total_minor")),
        ({"delivery": {"method": "drone"}}, ("unknown_method", "/delivery/method")),
        ({"delivery": {"method": "pickup", "location": "NO"}}, ("unknown_pickup_location", "/delivery/location")),
        ({"ship_to": {**ADDRESS, "country_code": "ZZ"}}, ("unknown_country", "/ship_to/country_code")),
        ({"payments": [payment(1, "refund")]}, ("bad_payment", "/payments")),
        ({"payments": [payment(1, "gift")]}, ("bad_payment", "/payments")),
    ],
)
def test_it_says_what_is_wrong(db: Any, change: dict[str, Any], wrong: tuple[str, str]) -> None:
    assert wrong in codes(place(incoming(**change)))


def test_it_tells_both_totals(db: Any) -> None:
    [reason] = place(incoming(stated_total_minor=999))["reasons"]
    assert (reason["stated"], reason["computed"], reason["currency"]) == (999, 1000, "EUR")


def test_it_takes_the_channels_total_when_told_to(db: Any) -> None:
    answer = place(incoming(stated_total_minor=999, accept_total=True))
    assert order_row(answer["order_id"]).total_minor == 999
    assert tuple(row("select kind, amount_minor from orders.charges")) == ("adjustment", -1)


def test_it_wants_no_address_for_what_needs_no_delivery(db: Any) -> None:
    card = {"sku": "CARD-50", "title": "Gift card", "quantity": 1, "unit_price_minor": 5000, "requires_shipping": False}
    answer = place(incoming(lines=[card], ship_to=None))
    assert answer["outcome"] == "placed"
    assert value("select sku from orders.lines") == ""


def test_it_finds_a_place_to_pick_up_by_its_name(db: Any) -> None:
    berlin = store("BERLIN", name="Berlin Mitte")
    for told in ("berlin", "Berlin Mitte"):
        answer = place(incoming(delivery={"method": "pickup", "location": told}, ship_to=None))
        assert order_row(answer["order_id"]).pickup_location_id == berlin


def test_it_keeps_one_open_record_for_an_order(db: Any) -> None:
    code = channel()
    first = place(incoming("NO", external_id="7"), code)
    second = place(incoming("NEITHER", external_id="7"), code)
    assert second["quarantine_id"] == first["quarantine_id"]
    kept = record(first["quarantine_id"])
    assert (kept.version, kept.reasons[0]["sku"]) == (2, "NEITHER")


def test_it_resolves_the_record_when_the_order_arrives_whole(db: Any) -> None:
    code = channel()
    first = place(incoming("NO", external_id="7"), code)
    second = place(incoming(external_id="7"), code)
    kept = record(first["quarantine_id"])
    assert (kept.state, kept.order_id) == ("resolved", second["order_id"])


def test_it_keeps_the_news_when_old_news_arrives_late(db: Any) -> None:
    code = channel()
    place(incoming("NEW", external_id="7", updated_at="2026-01-02T00:00:00Z"), code)
    late = place(incoming("OLD", external_id="7", updated_at="2026-01-01T23:59:59Z"), code)
    assert [reason["sku"] for reason in late["reasons"]] == ["NEW"]


def test_it_does_not_undo_a_repair(db: Any) -> None:
    code = channel()
    broken = incoming("NO", external_id="7", stated_total_minor=5)
    first = place(broken, code)
    repaired = {**broken, "lines": [{"sku": sold(), "quantity": 1, "unit_price_minor": 1000}]}
    call("channels.retry_quarantine", p_id=first["quarantine_id"], p_payload=repaired, p_version=1)
    again = place({**broken, "payments": [payment(5)]}, code)
    assert codes(again) == [("total_mismatch", "/stated_total_minor")]
    assert record(first["quarantine_id"]).payload["payments"][0]["amount_minor"] == 5


def test_it_leaves_a_discarded_record_discarded_until_the_order_is_whole(db: Any) -> None:
    code = channel()
    first = place(incoming("NO", external_id="7"), code)
    call("channels.discard_quarantine", p_id=first["quarantine_id"], p_version=1)
    again = place(incoming("NO", external_id="7"), code)
    assert again["quarantine_id"] == first["quarantine_id"]
    assert record(first["quarantine_id"]).state == "discarded"
    assert place(incoming(external_id="7"), code)["outcome"] == "placed"


def test_it_knows_a_sku_by_the_channels_own_name_for_it(db: Any) -> None:
    code = channel()
    first = place(incoming("THEIRS", external_id="7"), code)
    ours = sold("OURS")
    payload = record(first["quarantine_id"]).payload
    payload["lines"][0]["sku"] = ours
    call(
        "channels.retry_quarantine",
        p_id=first["quarantine_id"],
        p_payload=payload,
        p_version=1,
        p_aliases={"THEIRS": ours},
    )
    answer = place(incoming("THEIRS", external_id="8"), code)
    assert value("select sku from orders.lines where order_id = :id", id=answer["order_id"]) == "OURS"


def test_it_computes_taxes_only_where_they_are_left_to_us(db: Any) -> None:
    order = incoming(charges=[{"kind": "shipping", "title": "Post", "amount_minor": 500}], discount_minor=100)
    by_phone = order_row(place({**order, "external_id": "a"}, channel("phone", "phone"))["order_id"])
    by_shop = order_row(place({**order, "external_id": "b"}, channel())["order_id"])
    assert (by_phone.tax_minor, by_phone.total_minor) == (144 + 80, 1400)  # 19 % within 9.00 and 5.00
    assert by_shop.tax_minor == 0


def test_it_adds_taxes_on_top_where_prices_are_without(db: Any) -> None:
    code = channel("api", "api", is_tax_included=False)
    placed = order_row(place(incoming(), code)["order_id"])
    assert (placed.tax_minor, placed.total_minor) == (190, 1190)


def test_it_leaves_taxes_that_are_stated(db: Any) -> None:
    tax = {"name": "VAT", "rate": "0.07", "amount_minor": 65}
    line = {"sku": sold(), "quantity": 1, "unit_price_minor": 1000, "taxes": [tax]}
    assert order_row(place(incoming(lines=[line]), channel("api", "api"))["order_id"]).tax_minor == 65


@pytest.mark.parametrize("kind", ["api", "phone"])
def test_it_refuses_what_is_not_in_stock_where_the_sender_waits(db: Any, kind: str) -> None:
    code = channel(kind, kind, stock_policy="refuse")
    with pytest.raises(DomainError) as refused:
        place(incoming(sold(quantity=1), lines=[{"sku": sold("ONE", 1), "quantity": 2}]), code)
    assert (refused.value.code, refused.value.detail["sku"]) == ("OM101", "ONE")
    assert value("select count(*) from orders.orders") == 0


def test_it_quarantines_what_is_not_in_stock_where_a_shop_has_sold_it(db: Any) -> None:
    order = incoming(lines=[{"sku": sold("ONE", 1), "quantity": 2}])
    answer = place(order, channel(stock_policy="refuse"))
    [reason] = answer["reasons"]
    assert (reason["code"], reason["sku"], reason["wanted"], reason["available"]) == ("not_enough_stock", "ONE", 2, 1)
    assert value("select reserved from inventory.levels") == 0


def test_it_follows_payments_upward_only(db: Any) -> None:
    code = channel()

    def said(**sums: int) -> str:
        facts = [
            {"kind": kind, "amount_minor": sum_, "gateway": "bank", "reference": "shop/7"}
            for kind, sum_ in sums.items()
        ]
        return str(order_row(place({**order, "payments": facts}, code)["order_id"]).payment_status)

    order = incoming(external_id="7")
    assert said(capture=400) == "partially_paid"
    assert said(capture=1000) == "paid"
    assert said(authorize=1000) == "paid"
    assert said(capture=1000, refund=200) == "partially_refunded"
    assert said(capture=400) == "partially_refunded"
    assert said(capture=1000, refund=5000, void=1000) == "refunded"
    assert value("select count(*) from payments.events") == 4


def test_it_holds_an_order_that_its_shop_has_changed(db: Any) -> None:
    code, order = channel(), incoming(stated_total_minor=1000)
    placed = place(order, code)
    place(order, code)
    assert order_row(placed["order_id"]).is_on_hold is False
    for _ in range(2):
        place({**order, "stated_total_minor": 1500}, code)
    assert order_row(placed["order_id"]).is_on_hold
    [told] = rows("select data from history.events where type = 'order.changed_on_channel'")
    assert told.data["total_minor"] == 1500


def test_it_lets_the_api_repeat_without_effect(db: Any) -> None:
    code = channel("api", "api")
    order = incoming(external_id="7")
    place(order, code)
    place({**order, "payments": [payment(1000)]}, code)
    assert value("select count(*) from payments.events") == 0


def test_it_refuses_a_channel_that_is_not_there_or_switched_off(db: Any) -> None:
    channel("off", is_active=False)
    for code, expected in (("none", "OM404"), ("off", "OM905")):
        with pytest.raises(DomainError) as refused:
            place(incoming(), code)
        assert refused.value.code == expected


def test_what_only_placing_finds_out_is_kept_with_its_reason(db: Any, owner: Any) -> None:
    """A rule that nobody thought of when the order was looked through."""
    owner("alter table orders.orders add constraint orders_name_short check (length(external_name) < 5)")
    answer = place(incoming(name="#123456"))
    assert (answer["outcome"], answer["reasons"]) == (
        "quarantined",
        [{"code": "not_placed", "pointer": "", "refusal": "orders_name_short"}],
    )
    assert value("select count(*) from orders.orders") == 0
    assert "orders_name_short" in sentence(answer["reasons"][0])
    owner("alter table orders.orders drop constraint orders_name_short")
    found = record(answer["quarantine_id"])
    again = call("channels.retry_quarantine", p_id=found.id, p_payload=found.payload, p_version=found.version)
    assert again["outcome"] == "placed"
