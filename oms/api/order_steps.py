"""What is done with a placed order besides changing what is in it: kept back, routed again, taken up again."""

from flask import Blueprint

from oms.api import named, outgoing
from oms.api.operations import Operation
from oms.api.schemas import order_steps as forms
from oms.api.schemas.orders import OrderSummary
from oms.db import call
from oms.orders.queries import holds as holds_of
from oms.web import token_guard

bp = Blueprint("order_steps", __name__)


@bp.get("/orders/<order_id>/holds")
@token_guard("orders:read")
@Operation(summary="List what keeps an order back", gives={200: forms.OrderHoldList})
def holds(order_id: str) -> forms.OrderHoldList:
    found = holds_of(named.order(order_id).id)
    return forms.OrderHoldList(data=[outgoing.filled(forms.OrderHold, hold) for hold in found])


@bp.post("/orders/<order_id>/holds")
@token_guard("orders:write")
@Operation(
    summary="Put an order on hold",
    body=forms.NewOrderHold,
    gives={200: OrderSummary},
    problems=("OM303",),
    once=True,
)
def hold(order_id: str, body: forms.NewOrderHold) -> tuple[int, OrderSummary]:
    call("orders.hold", p_order_id=named.order(order_id).id, p_reason=body.reason, p_note=body.note)
    return 200, outgoing.order_summary(named.order(order_id))


@bp.delete("/orders/<order_id>/holds/<reason>")
@token_guard("orders:write")
@Operation(summary="Take a hold off an order", gives={200: OrderSummary}, problems=("OM304",))
def unhold(order_id: str, reason: str) -> OrderSummary:
    call("orders.unhold", p_order_id=named.order(order_id).id, p_reason=reason)
    return outgoing.order_summary(named.order(order_id))


@bp.post("/orders/<order_id>/routing")
@token_guard("orders:write")
@Operation(
    summary="Look for stock again for what waits of an order",
    gives={200: forms.Routed},
    problems=("OM303",),
    once=True,
    everywhere=True,
)
def reroute(order_id: str) -> tuple[int, forms.Routed]:
    order = named.order(order_id)
    return 200, forms.Routed(id=order_id, number=order.number, waiting=call("orders.reroute", p_order_id=order.id))


@bp.post("/orders/<order_id>/routing/profile")
@token_guard("orders:write")
@Operation(
    summary="Route what nobody has begun of an order by another profile",
    body=forms.ByProfile,
    gives={200: forms.Routed},
    problems=("OM222", "OM303"),
    once=True,
    everywhere=True,
)
def route_with(order_id: str, body: forms.ByProfile) -> tuple[int, forms.Routed]:
    order, profile_id = named.order(order_id), named.profile_id(body.profile, "/profile")
    waiting = call("orders.route_with", p_order_id=order.id, p_profile_id=profile_id)
    return 200, forms.Routed(id=order_id, number=order.number, waiting=waiting)


@bp.post("/orders/<order_id>/reopening")
@token_guard("orders:write")
@Operation(
    summary="Take a canceled order up again",
    body=forms.Reopening,
    gives={200: OrderSummary},
    problems=("OM320", "OM321", "OM409"),
    once=True,
    everywhere=True,
)
def reopen(order_id: str, body: forms.Reopening) -> tuple[int, OrderSummary]:
    about = {"p_reason": body.reason, "p_version": body.version}
    call("orders.reopen", p_order_id=named.order(order_id).id, **about)
    return 200, outgoing.order_summary(named.order(order_id))
