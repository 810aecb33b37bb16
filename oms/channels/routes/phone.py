"""The phone-order form. Everything that changes it is one request with the whole form, so it works without a script."""

from typing import Any

from flask import abort, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.channels.phone import drafts, queries
from oms.channels.phone.form import PhoneOrderForm
from oms.channels.phone.orders import checked, place
from oms.channels.routes.blueprint import bp
from oms.orders import drafts as kept
from oms.web import done, guard, page
from oms.web.htmx import tell


@bp.get("/orders/new")
@guard("orders.edit")
def phone_order_new() -> Response:
    channels = queries.channels()
    if not channels:
        return page("channels/phone/closed.html")
    if draft_id := request.args.get("draft", type=int):
        return _shown(drafts.opened(channels, kept.draft(draft_id) or abort(404)))
    form = PhoneOrderForm(channels)
    if number := request.args.get("copy"):
        form.copy(queries.ordered(number) or abort(404))
    return _shown(form)


@bp.post("/orders/new")
@guard("orders.edit")
def phone_order_create() -> Response:
    form = PhoneOrderForm(queries.channels() or abort(404))
    if "save" in request.form:
        draft_id = drafts.save(form)
        return _saved(draft_id) if draft_id else _shown(form)
    if "place" in request.form:
        placed = place(form)
        return _placed(**placed) if placed else _shown(form)
    found = _change(form)
    return tell(_shown(form), trigger={"clear": found}) if found else _shown(form)


@bp.post("/orders/new/summary")
@guard("orders.edit")
def phone_order_summary() -> Response:
    """What it comes to, while the form is being filled in."""
    form = PhoneOrderForm(queries.channels() or abort(404))
    return page("channels/phone/_summary.html", **_sums(form))


@bp.get("/orders/new/products")
@guard("orders.edit")
def phone_order_products() -> Response:
    return page(
        "channels/phone/_products.html", **_product_hits(request.args.get("q", ""), request.args.get("currency", ""))
    )


@bp.get("/orders/new/customers")
@guard("orders.edit")
def phone_order_customers() -> Response:
    text = request.args.get("customer_q", "").strip()
    return page("channels/phone/_customers.html", text=text, customers=queries.customers(text) if text else [])


def _saved(draft_id: int) -> Response:
    return done(url_for("channels.phone_order_new", draft=draft_id), _("Saved as a draft."))


def _placed(outcome: str, number: str, **_more: Any) -> Response:
    is_new = outcome == "placed"
    message = _("Order %(number)s is placed.") if is_new else _("This was placed already: it is order %(number)s.")
    return done(url_for("orders.show", number=number), message % {"number": number})


def _change(form: PhoneOrderForm) -> str | None:
    """Do what a button of the form asks for; returns the search field that has found what it was for."""
    if customer_id := request.form.get("customer", type=int):
        form.fill_in(queries.customer(customer_id) or abort(404))
        return "#customer-search"
    if removed := request.form.get("remove"):
        form.remove(removed)
    sku = request.form.get("add") or queries.exact_sku(_searched_product())
    if sku:
        form.add(sku)
        return "#product-search"
    return None


def _searched_product() -> str:
    """What was scanned, or typed to find a product."""
    return request.form.get("scanned", "").strip() or _searched("product", "q")


def _searched(what: str, field: str) -> str:
    """What was typed to find something, if that is what was asked for."""
    return request.form.get(field, "").strip() if request.form.get("find") == what else ""


def _shown(form: PhoneOrderForm) -> Response:
    product_text, customer_text = _searched_product(), _searched("customer", "customer_q")
    if queries.exact_sku(product_text):
        product_text = ""
    return page(
        "channels/phone/new.html",
        "order_form",
        form=form,
        draft=kept.of_key(form.once.data) if form.draft.data else None,
        **{**_sums(form), **_product_hits(product_text, form.used.currency)},
        customer_text=customer_text,
        customers=queries.customers(customer_text) if customer_text else [],
        several_channels=len(form.channel.choices) > 1,
    )


def _sums(form: PhoneOrderForm) -> dict[str, Any]:
    answer = checked(form)
    held = kept.held(form.once.data) if form.draft.data else {}
    products = queries.by_sku([line.sku.data for line in form.lines], form.used.currency)
    return {
        "currency": form.used.currency,
        "totals": answer["totals"],
        "order": answer["order"],
        "products": products,
        "short": [line for line in form.lines if _is_short(line, products.get(line.sku.data), held)],
        "stock_policy": form.used.stock_policy,
    }


def _is_short(line: Any, product: Any, held: dict[str, int]) -> bool:
    """Whether there is not enough of it, with what is held for this very draft."""
    available = sum(max(place["available"], 0) for place in product.stock) if product else 0
    return (line.quantity.data or 0) > available + held.get(line.sku.data, 0)


def _product_hits(text: str, currency: str) -> dict[str, Any]:
    return {"text": text, "hits": queries.products(text, currency) if text else [], "currency": currency}
