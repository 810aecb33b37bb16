"""What Shopify sends, made small: payloads of the shape of its webhooks and rows of its export."""

import csv
import io
import json
from itertools import count
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from oms.channels.shopify.webhooks import signature
from tests.support.channels import SECRET

_ids = count(820982911946154508)


def line_item(**given: Any) -> dict[str, Any]:
    return {
        "id": next(_ids),
        "sku": "MUG",
        "title": "Mug",
        "name": "Mug - Blue",
        "quantity": 1,
        "price": "10.00",
        "requires_shipping": True,
        "taxable": True,
        "tax_lines": [],
        **given,
    }


def address(**given: Any) -> dict[str, Any]:
    return {
        "first_name": "Dora",
        "last_name": "Buys",
        "name": "Dora Buys",
        "address1": "Hauptstr. 1",
        "address2": None,
        "city": "Berlin",
        "zip": "10115",
        "province_code": "BE",
        "country_code": "DE",
        "phone": "+49 30 1",
        **given,
    }


def order_payload(**given: Any) -> dict[str, Any]:
    """One mug for ten euros, paid."""
    return {
        "id": next(_ids),
        "name": "#1001",
        "email": "dora@example.com",
        "created_at": "2026-01-02T10:00:00+01:00",
        "updated_at": "2026-01-02T10:00:01+01:00",
        "currency": "EUR",
        "financial_status": "paid",
        "fulfillment_status": None,
        "cancelled_at": None,
        "taxes_included": True,
        "total_price": "10.00",
        "total_discounts": "0.00",
        "customer": {"first_name": "Dora", "last_name": "Buys", "email": "dora@example.com"},
        "customer_locale": "de-DE",
        "shipping_address": address(),
        "billing_address": address(),
        "line_items": [line_item()],
        "shipping_lines": [],
        "tax_lines": [],
        **given,
    }


def send(client: FlaskClient, payload: Any, topic: str = "orders/create", **headers: str) -> TestResponse:
    """A delivery to the channel `shop`, signed."""
    body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    signed = {"X-Shopify-Hmac-Sha256": signature(SECRET, body), "X-Shopify-Topic": topic, **headers}
    return client.post("/webhooks/shopify/shop", data=body, headers=signed, content_type="application/json")


def export_row(**given: str) -> dict[str, str]:
    """A row of an order with one line, as its first row stands in an export."""
    return {
        "Name": "#1001",
        "Email": "dora@example.com",
        "Financial Status": "paid",
        "Fulfillment Status": "unfulfilled",
        "Currency": "EUR",
        "Subtotal": "10.00",
        "Shipping": "0.00",
        "Taxes": "0.00",
        "Total": "10.00",
        "Discount Amount": "0.00",
        "Shipping Method": "Post",
        "Created at": "2026-01-02 10:00:00 +0100",
        "Lineitem quantity": "1",
        "Lineitem name": "Mug - Blue",
        "Lineitem price": "10.00",
        "Lineitem sku": "MUG",
        "Lineitem requires shipping": "true",
        "Lineitem taxable": "true",
        "Lineitem fulfillment status": "pending",
        "Shipping Name": "Dora Buys",
        "Shipping Address1": "Hauptstr. 1",
        "Shipping City": "Berlin",
        "Shipping Zip": "'10115",
        "Shipping Country": "DE",
        "Id": "",
        **{name.replace("_", " "): value for name, value in given.items()},
    }


def further_row(name: str = "#1001", **given: str) -> dict[str, str]:
    """A row below the first: only its line, and whose it is."""
    kept = {key: value for key, value in export_row().items() if key.startswith("Lineitem")}
    return {"Name": name, **kept, **{key.replace("_", " "): value for key, value in given.items()}}


def export(rows: list[dict[str, str]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """A file of these rows."""
    file = io.StringIO()
    columns = list(dict.fromkeys(name for row in [export_row(), *rows] for name in row))
    writer = csv.DictWriter(file, columns, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode(encoding)
