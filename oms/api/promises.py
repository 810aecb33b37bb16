"""What can be promised when, and on which terms beyond stock."""

from flask import Blueprint

from oms.api import named
from oms.api.operations import Operation
from oms.api.schemas import incoming as forms
from oms.db import call
from oms.demand.queries import atp, backorder_terms
from oms.web import token_guard

bp = Blueprint("promises", __name__)


@bp.get("/stock/atp")
@token_guard("stock:read")
@Operation(summary="Say what can be promised when", query=forms.AtpQuery, gives={200: forms.Atp})
def show(query: forms.AtpQuery) -> forms.Atp:
    location_id = named.location_id(query.location, "location") if query.location else None
    steps = atp(named.variant_id(query.sku, "sku"), location_id)
    return forms.Atp(
        sku=query.sku,
        location=query.location,
        steps=[forms.AtpStep(date=step.day, quantity=step.quantity) for step in steps],
    )


@bp.get("/backorder-terms")
@token_guard("products:read")
@Operation(
    summary="List the terms on which a SKU is sold beyond its stock",
    query=forms.TermsQuery,
    gives={200: forms.TermsList},
)
def index(query: forms.TermsQuery) -> forms.TermsList:
    return _terms(query.sku, named.variant_id(query.sku, "sku"))


@bp.put("/backorder-terms")
@token_guard("products:write")
@Operation(
    summary="Say whether and how far a SKU is sold beyond its stock", body=forms.Terms, gives={200: forms.TermsList}
)
def save(body: forms.Terms) -> forms.TermsList:
    variant_id = named.variant_id(body.sku, "/sku")
    call(
        "demand.set_backorder_terms",
        p_variant_id=variant_id,
        p_channel=body.channel,
        p_is_allowed=body.allowed,
        p_most=body.most,
        p_release_on=body.release_on,
    )
    return _terms(body.sku, variant_id)


def _terms(sku: str, variant_id: int) -> forms.TermsList:
    return forms.TermsList(
        data=[
            forms.Terms(
                sku=sku,
                channel=terms.channel,
                allowed=terms.is_allowed,
                most=terms.most,
                release_on=terms.release_on,
            )
            for terms in backorder_terms(variant_id)
        ]
    )
