"""What the demo shop sells: assortment.toml, spread out into variants with SKUs, barcodes and prices."""

import itertools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("assortment.toml")
_SHORT = {"Regular": "R", "Long": "L", "Small": "S", "Medium": "M", "Large": "L"}
# What one euro's worth costs elsewhere, rounded to prices people would print.
_RATES = {"EUR": 1.0, "GBP": 0.88, "USD": 1.12}


@dataclass(frozen=True, eq=False)
class Item:
    """One variant, as the rest of the demo needs it."""

    sku: str
    title: str
    category: str
    tax_class: str
    prices: dict[str, int]
    is_shipped: bool
    stock: int
    supplier: str = ""  # the code of who ships it for us; nobody else has it


def read() -> tuple[list[dict[str, Any]], list[Item], list[Item]]:
    """The products in the form catalog.save_product takes; every variant of them, and apart from these every kit."""
    given = tomllib.loads(_FILE.read_text())
    numbers = itertools.count(1)
    products: list[dict[str, Any]] = []
    items: list[Item] = []
    for product in given["products"] + given["kits"]:
        sizes = product.get("sizes", [""])
        sizes = given["sizes"][sizes] if isinstance(sizes, str) else sizes
        variants = list(_variants(product, sizes, numbers))
        products.append(_product(product, variants))
        items += [_item(product, variant) for variant in variants]
    return products, items[: -len(given["kits"])], items[-len(given["kits"]) :]


def _product(product: dict[str, Any], variants: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "handle": re.sub(r"[^a-z0-9]+", "-", product["title"].lower().replace("ä", "ae").replace("ö", "oe")).strip("-"),
        "title": product["title"],
        "category": product["category"],
        "vendor": product.get("vendor", "Halm & Hafen"),
        "description": product["description"],
        "picture": f"demo/{product['picture']}.svg",
        "variants": variants,
    }


def _variants(product: dict[str, Any], sizes: list[str], numbers: Iterator[int]) -> Iterator[dict[str, Any]]:
    price = product["price"]
    for color in product.get("colors", [""]):
        for place, size in enumerate(sizes):
            options = {name: text for name, text in (("Color", color), ("Size", size)) if text}
            yield {
                "sku": "-".join(["HH", product["code"], *map(_abbreviated, options.values())]),
                "title": " / ".join(options.values()),
                "options": options,
                "tax_class": product.get("tax_class", "standard"),
                "weight_grams": round(product["weight"] * (1 + 0.15 * place)),
                "requires_shipping": product.get("requires_shipping", True),
                "barcodes": [_ean13(next(numbers))],
                "prices": _prices(price[place] if isinstance(price, list) else price),
                "components": [{"sku": sku, "quantity": many} for sku, many in product.get("parts", {}).items()],
            }


def _item(product: dict[str, Any], variant: dict[str, Any]) -> Item:
    return Item(
        sku=variant["sku"],
        title=f"{product['title']} – {variant['title']}" if variant["title"] else product["title"],
        category=product["category"],
        tax_class=variant["tax_class"],
        prices=variant["prices"],
        is_shipped=variant["requires_shipping"],
        stock=product.get("stock", 0),
        supplier=product.get("supplier", ""),
    )


def _abbreviated(option: str) -> str:
    """Shorten: Grey felt to GREY, 0.5 l to 05L, 135 x 200 to 135X200, Large to L."""
    if option in _SHORT:
        return _SHORT[option]
    words = option.split() if option[0].isalpha() else [option]
    return re.sub(r"[^A-Z0-9]", "", words[0].upper())[: 4 if option[0].isalpha() else 8]


def _ean13(number: int) -> str:
    """A barcode from the range that is free for use within a company: 29 to 29."""
    digits = f"2904500{number:05d}"
    odd, even = sum(map(int, digits[::2])), sum(map(int, digits[1::2]))
    return f"{digits}{-(odd + 3 * even) % 10}"


def _prices(euros: float) -> dict[str, int]:
    step = 50 if euros < 20 else 100  # noqa: PLR2004 - small prices in steps of half a unit
    return {currency: round(euros * 100 * rate / step) * step for currency, rate in _RATES.items()}
