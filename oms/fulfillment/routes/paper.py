"""What is printed: pick lists, packing slips and labels."""

from itertools import groupby
from operator import attrgetter

from flask import abort, make_response, request
from werkzeug import Response

from oms import db
from oms.fulfillment import queries
from oms.fulfillment.goods import goods
from oms.fulfillment.routes.blueprint import bp, work_or_404
from oms.web import guard, page


@bp.get("/pick-list")
@guard("fulfillment.view")
def pick_list() -> Response:
    """One walk through the shelves for several fulfillment orders."""
    works = queries.works_by_id(request.args.getlist("id", type=int)[: queries.PAGE_SIZE])
    if not works:
        abort(404)
    open_lines = [line for line in queries.lines([work.id for work in works]) if line.open]
    items = [(sku, list(group)) for sku, group in groupby(open_lines, attrgetter("sku"))]
    return page("fulfillment/pick_list.html", works=works, items=items, printed_at=db.now())


@bp.get("/<number>/packing-slip")
@guard("fulfillment.view")
def packing_slip(number: str) -> Response:
    work = work_or_404(number)
    packages = queries.packages(work.id)
    lines = [line for line in queries.lines([work.id]) if line.quantity > line.short]
    return page(
        "fulfillment/packing_slip.html",
        work=work,
        lines=lines,
        kits=goods().kits_of(line.demand_line_id for line in lines),
        address=queries.address(work.id),
        tracking_number=packages[-1].tracking_number if packages else "",
    )


@bp.get("/packages/<int:package_id>/label.pdf")
@guard("fulfillment.view")
def label(package_id: int) -> Response:
    found = queries.label(package_id) or abort(404)
    response = make_response(bytes(found.label))
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{package_id}.pdf"'
    return response
