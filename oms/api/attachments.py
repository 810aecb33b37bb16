"""Files of orders: attached, listed, downloaded, removed."""

from typing import Any

from flask import Blueprint, Response, abort, url_for
from sqlalchemy import Row
from werkzeug.datastructures import FileStorage

from oms.api import named, outgoing
from oms.api.operations import Operation
from oms.api.problems import invalid
from oms.api.schemas import File
from oms.api.schemas import timeline as forms
from oms.api.schemas.orders import OrderSummary
from oms.db import call
from oms.orders import files, queries
from oms.web import token_guard

bp = Blueprint("attachments", __name__)


@bp.get("/orders/<order_id>/attachments")
@token_guard("orders:read")
@Operation(summary="List the files of an order", gives={200: forms.AttachmentList})
def index(order_id: str) -> forms.AttachmentList:
    found = queries.attachments(named.order(order_id).id)
    return forms.AttachmentList(
        data=[outgoing.filled(forms.Attachment, file, href=_href(order_id, file)) for file in found]
    )


@bp.post("/orders/<order_id>/attachments")
@token_guard("orders:write")
@Operation(
    summary="Attach a file to an order",
    upload=True,
    gives={201: forms.Attached},
    problems=("OM347", "attachments_once_per_order"),
    once=True,
)
def create(order_id: str, file: FileStorage) -> tuple[int, forms.Attached]:
    order = named.order(order_id)
    try:
        attachment_id = files.attach(order.id, file)
    except files.RefusedError as refused:
        raise invalid({"pointer": "/file", "code": "unfit_file", "message": str(refused)}) from None
    kept = next(each for each in queries.attachments(order.id) if each.id == attachment_id)
    return 201, outgoing.filled(forms.Attached, kept, href=_href(order_id, kept))


@bp.get("/orders/<order_id>/attachments/<int:attachment_id>")
@token_guard("orders:read")
@Operation(summary="Download a file of an order", gives={200: File})
def show(order_id: str, attachment_id: int) -> Response:
    order = named.order(order_id)
    return files.download(queries.attachment(order.id, named.number(attachment_id)) or abort(404))


@bp.delete("/orders/<order_id>/attachments/<int:attachment_id>")
@token_guard("orders:write")
@Operation(summary="Remove a file of an order: it stays in the records", gives={200: OrderSummary})
def remove(order_id: str, attachment_id: int) -> OrderSummary:
    call("orders.detach", p_order_id=named.order(order_id).id, p_attachment_id=named.number(attachment_id))
    return outgoing.order_summary(named.order(order_id))


def _href(order_id: str, file: Row[Any]) -> str:
    return url_for("api.attachments.show", order_id=order_id, attachment_id=file.id, _external=True)
