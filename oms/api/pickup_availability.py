"""Which stores near a place have something ready for pickup, for the product page of a shop."""

from flask import Blueprint
from werkzeug import Response

from oms.api import named
from oms.api.operations import Operation
from oms.api.queries.pickup import pickup_stores
from oms.api.schemas import pickup as forms
from oms.db import call, transaction
from oms.web import token_guard

bp = Blueprint("pickup_availability", __name__)

_FRESH_SECONDS = 30


@bp.get("/pickup-availability")
@token_guard("stock:read")
@Operation(
    summary="Find stores that have it ready for pickup",
    query=forms.PickupQuery,
    gives={200: forms.PickupAvailability},
    problems=("OM240",),
)
def show(query: forms.PickupQuery) -> forms.PickupAvailability:
    lines = [
        {"variant_id": named.variant_id(sku, "sku"), "quantity": quantity}
        for sku, quantity in zip(query.sku, query.quantities, strict=True)
    ]
    with transaction():
        point = _point(query)
        stores = pickup_stores(lines, point, query.limit, only_available=query.available)
    skus = dict(zip((line["variant_id"] for line in lines), query.sku, strict=True))
    return forms.PickupAvailability(data=[forms.PickupStore.of(store, skus) for store in stores])


@bp.after_request
def _keep_for_a_moment(response: Response) -> Response:
    """Stock moves, but a page that is looked at often need not ask each time."""
    if response.status_code in {200, 304}:
        response.headers["Cache-Control"] = f"private, max-age={_FRESH_SECONDS}"
    return response


def _point(query: forms.PickupQuery) -> tuple[float, float]:
    if query.latitude is not None and query.longitude is not None:
        return query.latitude, query.longitude
    found = call("routing.point_of", p_country_code=query.country, p_postal_code=query.postal_code, p_city=query.city)
    return found.latitude, found.longitude
