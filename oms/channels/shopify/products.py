"""A product of Shopify's, as catalog.save_product takes it."""

import re
from html.parser import HTMLParser
from typing import Any

from oms.channels.amounts import minor
from oms.channels.shopify.payload import Payload, items, text

_BARCODE = re.compile(r"[!-~]{4,48}")


def product_of(payload: Payload, currency: str) -> dict[str, Any] | None:
    """The product that a payload describes; None where nothing of it can be sold by SKU."""
    handle, title = text(payload, "handle"), text(payload, "title")
    names = [text(option, "name") for option in items(payload, "options")]
    is_active = text(payload, "status") != "archived"
    sold = [variant for variant in items(payload, "variants") if text(variant, "sku")]
    variants = [_variant(variant, names, currency, is_active=is_active) for variant in sold]
    if not (handle and title and variants):
        return None
    return {
        "handle": handle,
        "title": title,
        "category": text(payload, "product_type"),
        "vendor": text(payload, "vendor"),
        "description": _plain(text(payload, "body_html")),
        "variants": variants,
    }


def _variant(variant: Payload, names: list[str], currency: str, *, is_active: bool) -> dict[str, Any]:
    price, barcode = minor(variant.get("price"), currency), text(variant, "barcode")
    options = {name: text(variant, f"option{place}") for place, name in enumerate(names, 1)}
    title = text(variant, "title")
    return {
        "sku": text(variant, "sku"),
        "title": "" if title == "Default Title" else title,
        "options": {name: value for name, value in options.items() if value and name not in {"", "Title"}},
        "weight_grams": variant["grams"] if isinstance(variant.get("grams"), int) else 0,
        "requires_shipping": variant.get("requires_shipping") is not False,
        "is_active": is_active,
        "barcodes": [barcode] if _BARCODE.fullmatch(barcode) else [],
        "prices": {currency: price} if isinstance(price, int) else {},
    }


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def _plain(html: str) -> str:
    """The words of a description, without its markup."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return " ".join(" ".join(parser.said).split())
