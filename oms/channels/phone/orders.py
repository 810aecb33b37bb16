"""An order as it was taken by phone, in our own form (oms/channels/sql/place.sql)."""

from typing import Any

from oms.channels.customer_words import SHIPPING, in_language
from oms.channels.phone.form import ADDRESS, PhoneOrderForm
from oms.channels.reasons import sentence
from oms.db import DomainError, call, transaction


def order_of(form: PhoneOrderForm) -> dict[str, Any]:
    """What is in the form so far."""
    customer = {"name": form.name.data, "email": form.email.data, "phone": form.phone.data}
    title = in_language(form.language.data, SHIPPING)
    order = {
        "external_id": form.once.data,
        "draft": form.draft.data or 0,
        "language": form.language.data,
        "terms": form.terms.data,
        "customer": customer,
        "discount_minor": form.discount.data or 0,
        "note": form.note.data or "",
        "lines": [
            {"sku": line.sku.data, "quantity": line.quantity.data, "unit_price_minor": _price(line)}
            for line in form.lines
        ],
        "charges": [{"kind": "shipping", "title": title, "amount_minor": form.shipping.data}]
        if form.shipping.data
        else [],
    }
    if form.method.data == "pickup":
        return {**order, "delivery": {"method": "pickup", "location": form.location.data}}
    address = {name: form[name].data or "" for name in ADDRESS}
    return {**order, "ship_to": {"name": form.name.data, "phone": form.phone.data, **address}}


def _price(line: Any) -> int | str | None:
    """Nothing means: as in the catalog. What can't be read is not nothing."""
    price: int | None = line.price.data
    return price if price is not None else (line.price.raw_data or [""])[0].strip() or None


def checked(form: PhoneOrderForm) -> dict[str, Any]:
    """What the form comes to: see channels.check."""
    answer: dict[str, Any] = call("channels.check", p_channel=form.used.code, p_order=order_of(form))
    return answer


def place(form: PhoneOrderForm) -> dict[str, Any] | None:
    """Place the order: see channels.place. None, with each mistake beside its field, where it can't be placed."""
    is_well = form.validate()
    try:
        with transaction():
            reasons = checked(form)["reasons"]
            if is_well and not reasons:
                placed: dict[str, Any] = call("channels.place", p_channel=form.used.code, p_order=order_of(form))
                return placed
    except DomainError as error:
        form.refuse(error)
    else:
        for reason in reasons:
            form.blame(reason, sentence(reason))
    return None
