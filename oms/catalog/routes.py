"""The pages of products: the gallery, one product with its variants, and their forms."""

from typing import Any

from flask import Blueprint, abort, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Row
from werkzeug import Response

from oms.catalog import queries, words
from oms.catalog.forms import ProductForm, VariantForm, handle_for, variant_form
from oms.db import DomainError, call
from oms.web import Form, done, guard, page, search

bp = Blueprint("catalog", __name__)


@bp.get("/products")
@guard("products.view")
def index() -> Response:
    q, category = search.typed(request.args.get("q", "")), search.typed(request.args.get("category", ""))
    number = min(max(request.args.get("page", 1, type=int), 1), 10_000)
    found = queries.products(q, category, number)
    return page(
        "catalog/index.html",
        "results",
        products=found[: queries.PAGE],
        has_more=len(found) > queries.PAGE,
        number=number,
        q=q,
        category=category,
        categories=queries.categories(),
    )


@bp.get("/products/<handle>")
@guard("products.view")
def show(handle: str) -> Response:
    product = product_or_404(handle)
    return page(
        "catalog/show.html",
        product=product,
        variants=queries.variants(product.id),
        currencies=queries.currencies(),
        words=words,
    )


@bp.route("/products/new", methods=["GET", "POST"])
@guard("products.edit")
def product_create() -> Response:
    """A product without variants cannot be sold: the next page asks for the first one."""
    form = ProductForm()
    if form.sent_well():
        handle = handle_for(form.title.data)
        if _save(form, {"handle": handle, **form.words()}):
            return done(url_for("catalog.variant_create", handle=handle), _("Now its first SKU."))
    return page("catalog/edit.html", form=form, product=None, categories=queries.categories())


@bp.route("/products/<handle>/details", methods=["GET", "POST"])
@guard("products.edit")
def product_update(handle: str) -> Response:
    product = product_or_404(handle)
    form = ProductForm(obj=product)
    if form.sent_well() and _save(form, {"handle": handle, **form.words()}):
        return done(url_for("catalog.show", handle=handle), _("Saved."))
    return page("catalog/edit.html", form=form, product=product, categories=queries.categories())


@bp.route("/products/<handle>/variants/new", methods=["GET", "POST"])
@guard("products.edit")
def variant_create(handle: str) -> Response:
    product = product_or_404(handle)
    form = variant_form(updated_at=product.updated_at)
    if form.sent_well():
        if any(variant.sku == form.sku.data for variant in queries.variants(product.id)):
            form.sku.errors = [_("There is already a SKU like this.")]
        elif _save_variant(form, product, []):
            return done(url_for("catalog.show", handle=handle), _("%(sku)s is there.", sku=form.sku.data))
    return page("catalog/variant.html", form=form, product=product, variant=None)


@bp.route("/products/<handle>/variants/<int:variant_id>", methods=["GET", "POST"])
@guard("products.edit")
def variant_update(handle: str, variant_id: int) -> Response:
    product = product_or_404(handle)
    variant = next((one for one in queries.variants(product.id) if one.id == variant_id), None) or abort(404)
    form = variant_form(variant, updated_at=product.updated_at)
    form.sku.data = variant.sku  # a SKU is for good: orders and the ledger refer to it
    form.sku.validators = []
    if form.sent_well() and _save_variant(form, product, variant.barcodes):
        return done(url_for("catalog.show", handle=handle), _("Saved."))
    return page("catalog/variant.html", form=form, product=product, variant=variant)


@bp.get("/settings/taxes")
@guard("settings.manage")
def taxes() -> Response:
    return page("catalog/taxes.html", rates=queries.tax_rates())


def product_or_404(handle: str) -> Row[Any]:
    return queries.product(handle) or abort(404)


def _save_variant(form: VariantForm, product: Row[Any], barcodes: list[str]) -> bool:
    return _save(form, {"handle": product.handle, "title": product.title, "variants": [form.variant(barcodes)]})


def _save(form: Form, product: dict[str, Any]) -> bool:
    """Whether it was saved; what speaks against it is in the form."""
    seen = form["updated_at"].data or None
    try:
        call("catalog.save_product", p_product=product, p_updated_at=seen)
    except DomainError as error:
        form.refuse(error)
        return False
    return True
