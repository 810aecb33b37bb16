"""Stock: read, receive, adjust, set aside, put back, say how it is kept."""

from flask import Blueprint

from oms.api import outgoing, paging, queries
from oms.api.operations import Operation
from oms.api.problems import invalid
from oms.api.schemas import stock as forms
from oms.db import call
from oms.web import token_guard

bp = Blueprint("stock", __name__)


@bp.get("/stock")
@token_guard("stock:read")
@Operation(summary="List stock levels", query=forms.StockQuery, gives={200: forms.StockList})
def index(query: forms.StockQuery) -> forms.StockList:
    found = queries.stock(
        paging.start(query, paging.number, paging.number), query.limit, query.sku, query.location, query.as_of
    )
    return paging.listed(forms.StockList, query, found, outgoing.stock_level, ("variant_id", "location_id"))


@bp.get("/stock/kits")
@token_guard("stock:read")
@Operation(summary="List what kits are available", query=forms.KitQuery, gives={200: forms.KitList})
def kits(query: forms.KitQuery) -> forms.KitList:
    found = queries.kits(paging.start(query, paging.number), query.limit, query.sku)
    return paging.listed(forms.KitList, query, found, outgoing.kit, ("id",))


@bp.post("/stock/adjustments")
@token_guard("stock:write")
@Operation(
    summary="Adjust what is on hand",
    body=forms.Adjustment,
    gives={200: forms.StockLevel},
    problems=("OM109", "OM154", "OM403", "levels_reserved_within_on_hand", "movements_quantity_not_zero"),
    once=True,
)
def adjust(body: forms.Adjustment) -> tuple[int, forms.StockLevel]:
    change = {
        "p_quantity": body.quantity,
        "p_reason": body.reason,
        "p_note": body.note,
        "p_expected": body.expected_on_hand,
    }
    level = _level_of(body)
    if body.lot is None:
        call("inventory.adjust", **level, **change)
    else:
        call("inventory.adjust_lot", p_lot_id=_lot_id(body), p_location_id=level["p_location_id"], **change)
    return _answer(body)


@bp.post("/stock/set-asides")
@token_guard("stock:write")
@Operation(
    summary="Set stock aside",
    body=forms.SetAside,
    gives={200: forms.StockLevel},
    problems=("OM120", "OM403"),
    once=True,
)
def set_aside(body: forms.SetAside) -> tuple[int, forms.StockLevel]:
    call(
        "inventory.set_aside",
        **_level_of(body),
        p_quantity=body.quantity,
        p_reason=body.reason,
        p_note=body.note,
        p_lot_id=_lot_id(body),
    )
    return _answer(body)


@bp.post("/stock/put-backs")
@token_guard("stock:write")
@Operation(
    summary="Put back what was set aside",
    body=forms.PutBack,
    gives={200: forms.StockLevel},
    problems=("OM121", "OM403"),
    once=True,
)
def put_back(body: forms.PutBack) -> tuple[int, forms.StockLevel]:
    call("inventory.put_back", **_level_of(body), p_quantity=body.quantity, p_note=body.note, p_lot_id=_lot_id(body))
    return _answer(body)


@bp.post("/stock/receipts")
@token_guard("stock:write")
@Operation(
    summary="Receive stock",
    body=forms.StockReceipt,
    gives={200: forms.StockLevel},
    problems=(
        "OM123",
        "OM124",
        "OM125",
        "OM126",
        "OM127",
        "OM403",
        "lot_levels_serial_is_one",
        "lot_levels_serial_once",
    ),
    once=True,
)
def receive(body: forms.StockReceipt) -> tuple[int, forms.StockLevel]:
    lots = [lot.model_dump(mode="json") for lot in body.lots] if body.lots else None
    call("inventory.receive", **_level_of(body), p_quantity=body.quantity, p_note=body.note, p_lots=lots)
    return _answer(body)


@bp.put("/stock/terms")
@token_guard("stock:write")
@Operation(
    summary="Set the safety stock and the bin of a SKU at a location",
    body=forms.StockTerms,
    gives={200: forms.StockLevel},
    problems=("OM154", "OM403"),
)
def set_terms(body: forms.StockTerms) -> forms.StockLevel:
    call("inventory.set_terms", **_level_of(body), p_safety=body.safety, p_bin=body.bin)
    return _answer(body)[1]


def _lot_id(body: forms.AtLot) -> int | None:
    """The lot that a body names, if it names one."""
    if body.lot is None:
        return None
    found = queries.lot_id(body.sku, body.lot)
    if found is None:
        raise invalid({"pointer": "/lot", "code": "unknown_lot", "message": "There is no such lot of this SKU."})
    return found


def _level_of(body: forms.AtLevel | forms.StockTerms) -> dict[str, int | None]:
    """The SKU and the location that a body names, as functions of stock take them."""
    found = {"sku": queries.variant_id(body.sku), "location": queries.location_id(body.location)}
    mistakes = [
        {"pointer": f"/{name}", "code": f"unknown_{name}", "message": f"There is no such {name}."}
        for name, known in found.items()
        if known is None
    ]
    if mistakes:
        raise invalid(*mistakes)
    return {"p_variant_id": found["sku"], "p_location_id": found["location"]}


def _answer(body: forms.AtLevel | forms.StockTerms) -> tuple[int, forms.StockLevel]:
    (level,) = queries.stock(None, 1, body.sku, body.location)
    return 200, outgoing.stock_level(level)
