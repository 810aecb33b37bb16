from typing import Any

import pytest


@pytest.fixture
def alice(log_in: Any) -> Any:
    return log_in("manager", name="Alice Adams")


@pytest.fixture
def mug(db: Any) -> Any:
    """A product with two SKUs."""
    db.call(
        "catalog.save_product",
        p_product={
            "handle": "mug",
            "title": "Big mug",
            "category": "Tableware",
            "description": "For tea.",
            "variants": [
                {
                    "sku": "MUG-BLUE",
                    "title": "Blue",
                    "barcodes": ["4006381333931"],
                    "prices": {"EUR": 1900, "USD": 2100},
                },
                {"sku": "MUG-RED", "title": "Red", "prices": {"EUR": 2000}},
            ],
        },
    )
    return db.row("select * from catalog.products where handle = 'mug'")
