"""The rows of one order, in our own form (oms/channels/sql/place.sql)."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Any

from babel import Locale

from oms.channels.amounts import known, minor
from oms.channels.shopify.payments import sums
from oms.channels.shopify.taxes import Taxable, rate_of, shared
from oms.channels.shopify_csv.numbers import decimal_text, moment_text
from oms.channels.shopify_csv.reading import Record

REQUIRED = ["Name", "Lineitem quantity", "Lineitem name", "Lineitem price"]
_NO = {"false", "no", "0", "falsch", "nein", "faux", "non", "falso"}

Order = dict[str, Any]


def orders_in(records: Iterable[Record]) -> Iterator[list[Record]]:
    """The rows that belong together: those of one name, one below the other."""
    for _name, rows in groupby(records, key=lambda record: record.text("name") or record.number):
        yield list(rows)


def order_of(rows: list[Record], channel: Any) -> Order:
    """The order that some rows describe."""
    first = rows[0]
    currency = first.text("currency") or channel.currency
    lines = [_line(row, currency) for row in rows if row.text("lineitem name", "lineitem sku", "lineitem quantity")]
    external_id = first.text("id") or first.text("name")
    amounts = _Amounts(first, channel, currency, lines)
    order = {
        "external_id": external_id,
        "name": first.text("name"),
        "placed_at": moment_text(first.text("created at")),
        "currency": currency,
        "tax_included": amounts.is_tax_included,
        "terms": "invoice" if first.text("payment terms name") else "prepaid",
        "customer": {
            "email": first.text("email"),
            "name": first.text("billing name", "shipping name"),
            "phone": first.text("phone", "billing phone", "shipping phone"),
        },
        "ship_to": _address(first, "shipping"),
        "bill_to": _address(first, "billing"),
        "delivery": {"method": "ship", "title": first.text("shipping method")},
        "discount_minor": amounts.order_discount(),
        "note": "\n".join(filter(None, (first.text("notes"), first.text("note attributes")))),
        "tags": [tag.strip() for tag in first.text("tags").split(",") if tag.strip()],
        "lines": lines,
        "charges": amounts.charges(),
        "stated_total_minor": amounts.stated("total"),
        "payments": _payments(first, amounts, f"{channel.code}/{external_id}"),
    }
    _put_taxes(first, amounts, order)
    return {name: given for name, given in order.items() if given not in (None, "")}


def is_sent(first: Record) -> bool:
    """Shopify says that all of it has gone out."""
    return first.text("fulfillment status").lower() == "fulfilled"


def is_canceled(first: Record) -> bool:
    return bool(first.text("cancelled at"))


class _Amounts:
    """The sums on an order's first row, and what they tell together.

    Whether prices include the tax, and what was paid for shipping, Shopify does not write: there is one way in which
    all of it adds up.
    """

    def __init__(self, first: Record, channel: Any, currency: str, lines: list[Order]) -> None:
        self._first, self._currency = first, currency
        self._gross = sum(_gross(line) for line in lines)
        self._on_lines = known(*(line["discount_minor"] for line in lines))
        self.is_tax_included, self._shipping_off = self._solve(default=channel.is_tax_included)

    def stated(self, column: str) -> int | str | None:
        return _amount(self._first, column, self._currency)

    def sum(self, column: str) -> int:
        return known(self.stated(column))

    def order_discount(self) -> int:
        """What is off the order as a whole: all discounts, without those on a line or on shipping."""
        return max(self._off() - self._on_lines, 0)

    def charges(self) -> list[Order]:
        shipping, duties = self.stated("shipping"), self.stated("duties")
        paid = shipping - self._shipping_off if isinstance(shipping, int) else shipping
        title = self._first.text("shipping method") or "Shipping"
        found: list[Order] = (
            [{"kind": "shipping", "title": title, "amount_minor": paid, "taxes": []}] if shipping else []
        )
        return found + ([{"kind": "fee", "title": "Duties", "amount_minor": duties, "taxes": []}] if duties else [])

    def _off(self) -> int:
        """What is off the lines altogether."""
        return (
            self._gross - self.sum("subtotal") if self.stated("subtotal") is not None else self.sum("discount amount")
        )

    def _solve(self, *, default: bool) -> tuple[bool, int]:
        spare = min(max(self.sum("discount amount") - self._off(), 0), self.sum("shipping"))
        before_tax = self._gross - max(self._off(), self._on_lines) + self.sum("shipping") + self.sum("duties")
        for is_included in (default, not default):
            for shipping_off in (0, spare):
                tax = 0 if is_included else self.sum("taxes")
                if before_tax - shipping_off + tax == self.sum("total"):
                    return is_included, shipping_off
        return default, 0


def _line(row: Record, currency: str) -> Order:
    quantity = row.text("lineitem quantity")
    is_sent = row.text("lineitem fulfillment status").lower() == "fulfilled"
    price = _amount(row, "lineitem price", currency)
    return {
        "sku": row.text("lineitem sku"),
        "title": row.text("lineitem name"),
        "quantity": int(quantity) if quantity.isdecimal() else quantity,
        **({} if price is None else {"unit_price_minor": price}),
        "discount_minor": _amount(row, "lineitem discount", currency) or 0,
        "requires_shipping": row.text("lineitem requires shipping").lower() not in _NO,
        "fulfilled_quantity": quantity if is_sent else 0,
        "is_taxable": row.text("lineitem taxable").lower() not in _NO,
    }


def _gross(line: Order) -> int:
    quantity, price = line["quantity"], line.get("unit_price_minor")
    return quantity * price if isinstance(quantity, int) and isinstance(price, int) else 0


def _amount(row: Record, column: str, currency: str) -> int | str | None:
    text = row.text(column)
    return minor(decimal_text(text, currency), currency) if text else None


def _put_taxes(first: Record, amounts: _Amounts, order: Order) -> None:
    """The order's taxes stand on its first row only; here they are spread over its lines and shipping."""
    lines, charges = order["lines"], order["charges"]
    things = [Taxable(_gross(line) - known(line["discount_minor"]), line.pop("is_taxable")) for line in lines]
    things += [Taxable(known(charge["amount_minor"]), charge["kind"] == "shipping") for charge in charges]
    total = amounts.sum("taxes")
    if things and total:
        taxed = sum(thing.net for thing in things if thing.is_taxable) - order["discount_minor"]
        whole = _taxes(first, amounts, taxed - total if amounts.is_tax_included else taxed)
        for thing, taxes in zip([*lines, *charges], shared(whole, total, things) or [], strict=False):
            thing["taxes"] = taxes


def _taxes(first: Record, amounts: _Amounts, base: int) -> list[Order]:
    found = []
    for number in range(1, 6):
        name, amount = first.text(f"tax {number} name") or "Tax", amounts.sum(f"tax {number} value")
        if amount:
            found.append({"name": name, "rate": rate_of(name, amount, base), "amount_minor": amount})
    return found


def _payments(first: Record, amounts: _Amounts, reference: str) -> list[Order]:
    status = first.text("financial status").lower().replace(" ", "_")
    so_far = sums(status, amounts.sum("total"), amounts.sum("outstanding balance"), amounts.sum("refunded amount"))
    return [
        {
            "kind": kind,
            "amount_minor": amount,
            "gateway": first.text("payment method") or "shopify",
            "reference": reference,
            "occurred_at": moment_text(first.text("paid at", "created at")) or None,
        }
        for kind, amount in so_far.items()
    ]


def _address(first: Record, kind: str) -> Order | None:
    """The shipping or the billing address; none where all of it is empty."""
    country = first.text(f"{kind} country")
    address = {
        "name": first.text(f"{kind} name"),
        "company": first.text(f"{kind} company"),
        "line1": first.text(f"{kind} address1", f"{kind} street"),
        "line2": first.text(f"{kind} address2"),
        "city": first.text(f"{kind} city"),
        "region": first.text(f"{kind} province"),
        "postal_code": first.text(f"{kind} zip").removeprefix("'"),
        "country_code": _countries().get(country.lower(), country),
        "phone": first.text(f"{kind} phone").removeprefix("'"),
    }
    return address if any(address.values()) else None


@cache
def _countries() -> dict[str, str]:
    """Codes by name, for files that name countries."""
    return {name.lower(): code for code, name in Locale("en").territories.items() if len(code) == len("DE")}
