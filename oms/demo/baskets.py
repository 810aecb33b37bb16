"""What people order in the demo shop: baskets, put into the form orders.place takes."""

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from itertools import count
from random import Random
from typing import Any

from oms.db import rows
from oms.demo.assortment import Item
from oms.demo.customers import Buyer
from oms.demo.places import Place
from oms.demo.stock import Stock

_EU = frozenset({"AT", "DE", "ES", "FR", "IT", "NL", "PL", "PT"})
_SALES_TAX = {"NJ": "0.06625", "NY": "0.08875", "MA": "0.0625", "CA": "0.08625", "IL": "0.1025"}
_SHIPPING = {"DE": ("DHL Standard", 490), "US": ("UPS Ground", 795), "GB": ("Tracked 48", 595)}
_SHIPPING_EU = ("DHL Europe", 990)
_SHIPPING_WORLD = ("DHL Worldwide", 2900)
_FREE_FROM = 9000
_GATEWAYS = {
    "shop-de": ("shopify_payments", "shopify_payments", "paypal", "klarna"),
    "shop-us": ("shopify_payments", "shopify_payments", "paypal"),
    "shop-uk": ("stripe", "paypal"),
    "market": ("tradewinds",),
    "phone": ("bank_transfer",),
}
_WITH_SUPPLIERS = frozenset({"shop-de", "phone"})
_SETS = {"Tableware": (1, 2, 4, 6), "Pantry": (1, 2, 3), "Camp kitchen": (1, 1, 2)}  # quantities people like there


@dataclass(frozen=True)
class Basket:
    """An order that is about to be placed."""

    given: dict[str, Any]
    total_minor: int
    gateway: str


class Baskets:
    """Fills baskets; a few things sell much, most sell little."""

    def __init__(self, chance: Random, stock: Stock, items: list[Item]) -> None:
        self._chance = chance
        self._stock = stock
        self._items = items
        self._weights = [1 / (place + 4) for place in chance.sample(range(len(items)), len(items))]
        self._rates = {
            (rate.country_code, rate.tax_class): (rate.name, rate.rate)
            for rate in rows("select country_code, tax_class, name, rate from catalog.tax_rates where valid_to is null")
        }
        self._numbers = {
            code: count(first)
            for code, first in (("shop-de", 20417), ("shop-us", 4102), ("market", 770213), ("shop-uk", 1881))
        }
        self.references = count(1)

    def fill(self, channel: str, buyer: Buyer, moment: datetime, pickup_at: Place | None = None, **more: Any) -> Basket:
        """A basket of somebody in a channel; `lines` as [(item, quantity)] where it matters what is in it."""
        chosen = more.pop("lines", None) or self._choose(self._where(channel, pickup_at))
        saves = self._chance.random() < 0.12  # noqa: PLR2004 - a newsletter's ten percent
        lines = [self._line(buyer, item, units, 10 if saves else 0) for item, units in chosen]
        is_shipped = not pickup_at and any(item.is_shipped for item, _ in chosen)
        given = {
            "channel": channel,
            **self._names(channel),
            "placed_at": moment.isoformat(),
            "currency": _currency(buyer),
            "tax_included": buyer.country != "US",
            "language": buyer.language,
            "customer": buyer.customer,
            "ship_to": buyer.address,
            "delivery": _delivery(buyer, pickup_at),
            "tags": ["WELCOME10"] if saves else [],
            "fields": {"coupon": "WELCOME10"} if saves else {},
            "lines": [{"external_id": str(number)} | line for number, line in enumerate(lines, 1)],
            "charges": [self._shipping(_goods(lines), buyer)] if is_shipped else [],
            **more,
        }
        return Basket(given, _total(given), self._chance.choice(_GATEWAYS[channel]))

    def payment(self, kind: str, basket: Basket, amount_minor: int | None = None) -> dict[str, Any]:
        """A payment fact for a basket."""
        return {
            "kind": kind,
            "amount_minor": basket.total_minor if amount_minor is None else amount_minor,
            "gateway": basket.gateway,
            "reference": f"{basket.gateway[:2]}_{29045000 + next(self.references)}",
        }

    def _where(self, channel: str, pickup_at: Place | None) -> set[str]:
        """The SKUs on offer: a store's own for its pickups, in America only what is there, a supplier's only from us."""
        if pickup_at or channel == "shop-us":
            return self._stock.skus(pickup_at.code if pickup_at else "NEWARK")
        return {item.sku for item in self._items if channel in _WITH_SUPPLIERS or not item.supplier}

    def _choose(self, on_offer: set[str]) -> list[tuple[Item, int]]:
        kinds = self._chance.choices((1, 2, 3, 4, 6), (46, 28, 14, 8, 4))[0]
        weights = [weight * (item.sku in on_offer) for item, weight in zip(self._items, self._weights, strict=True)]
        found = dict.fromkeys(self._chance.choices(self._items, weights, k=kinds))
        return [(item, self._chance.choice(_SETS.get(item.category, (1, 1, 1, 1, 2)))) for item in found]

    def _line(self, buyer: Buyer, item: Item, units: int, percent_off: int) -> dict[str, Any]:
        price = item.prices[_currency(buyer)]
        discount = price * units * percent_off // 100 if item.is_shipped else 0
        return {
            "sku": item.sku,
            "title": item.title,
            "quantity": units,
            "unit_price_minor": price,
            "discount_minor": discount,
            "taxes": self._taxes(price * units - discount, item.tax_class, buyer),
        }

    def _taxes(self, amount: int, tax_class: str, buyer: Buyer) -> list[dict[str, Any]]:
        """America's come on top, everywhere else they are included; exports and gift cards have none."""
        if tax_class == "exempt" or amount == 0:
            return []
        if buyer.country == "US":
            region = buyer.address["region"]
            name, rate = f"{region} sales tax", Decimal(_SALES_TAX[region])
            share = rate
        elif (buyer.country, tax_class) in self._rates:
            name, rate = self._rates[buyer.country, tax_class]
            share = rate / (1 + rate)
        else:
            return []
        tax = int((amount * share).quantize(Decimal(1), ROUND_HALF_UP))
        return [{"name": name, "rate": str(rate), "amount_minor": tax}]

    def _shipping(self, goods: int, buyer: Buyer) -> dict[str, Any]:
        title, price = _service(buyer)
        if goods >= _FREE_FROM and price < _SHIPPING_WORLD[1]:
            price = 0
        taxes = [] if buyer.country == "US" else self._taxes(price, "standard", buyer)
        return {"kind": "shipping", "title": title, "amount_minor": price, "taxes": taxes}

    def _names(self, channel: str) -> dict[str, str]:
        """What the order is called where it comes from."""
        if channel not in self._numbers:
            return {}
        number = next(self._numbers[channel])
        name = {
            "shop-de": f"#DE{number}",
            "shop-us": f"#US{number}",
            "market": f"TW-{number}",
            "shop-uk": f"UK-{number}",
        }[channel]
        return {"external_id": str(number + 5_870_000_000_000) if name.startswith("#") else name, "name": name}


def _currency(buyer: Buyer) -> str:
    return {"US": "USD", "GB": "GBP"}.get(buyer.country, "EUR")


def _delivery(buyer: Buyer, pickup_at: Place | None) -> dict[str, Any]:
    if pickup_at:
        return {"method": "pickup", "location_id": pickup_at.id, "title": f"Pick up in {pickup_at.code.title()}"}
    return {"method": "ship", "title": _service(buyer)[0]}


def _service(buyer: Buyer) -> tuple[str, int]:
    return _SHIPPING.get(buyer.country) or (_SHIPPING_EU if buyer.country in _EU else _SHIPPING_WORLD)


def _goods(lines: list[dict[str, Any]]) -> int:
    return sum(line["quantity"] * line["unit_price_minor"] - line["discount_minor"] for line in lines)


def _total(given: dict[str, Any]) -> int:
    charges = sum(charge["amount_minor"] for charge in given["charges"])
    taxes = sum(tax["amount_minor"] for part in given["lines"] + given["charges"] for tax in part["taxes"])
    return _goods(given["lines"]) + charges + (0 if given["tax_included"] else taxes)
