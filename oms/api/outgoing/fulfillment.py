"""The work of locations, in the API's forms."""

from collections.abc import Mapping
from typing import Any

from flask import url_for
from sqlalchemy import Row

from oms.api.outgoing import filled, order_id
from oms.api.schemas import fulfillment as forms
from oms.api.schemas.addresses import Address


def work(row: Row[Any]) -> forms.FulfillmentOrder:
    return filled(forms.FulfillmentOrder, row, **_links(row))


def addressed(row: Row[Any], ship_to: Address | None) -> forms.AddressedFulfillmentOrder:
    return filled(forms.AddressedFulfillmentOrder, row, **_links(row), ship_to=ship_to)


def handed(row: Row[Any], answer: Mapping[str, Any]) -> forms.Handed:
    """As fulfillment.short and reject tell it."""
    places = [forms.NewPlace(location=place["name"], quantity=place["quantity"]) for place in answer["places"]]
    return forms.Handed(fulfillment_order=work(row), elsewhere=places, waiting=answer["waiting"])


def _links(row: Row[Any]) -> dict[str, str | None]:
    href = url_for("api.fulfillment.show", work_number=row.number, _external=True)
    return {"order_id": row.order_uid and order_id(row.order_uid), "href": href}
