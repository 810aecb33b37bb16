"""What the pages of products read."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows
from oms.web import search

PAGE = 48


def products(q: str, category: str, number: int) -> list[Row[Any]]:
    """One page of products by title, one more than fits, with what they cost."""
    return rows(
        "select p.id, p.handle, p.title, p.category, p.picture, v.variants, v.is_sold, r.least, r.most, s.currency"
        " from catalog.products as p cross join db.shop as s"
        " cross join lateral (select count(*) as variants, coalesce(bool_or(is_active), false) as is_sold"
        "   from catalog.variants where product_id = p.id) as v"
        " left join lateral (select min(r.amount_minor) as least, max(r.amount_minor) as most from catalog.prices as r"
        "   join catalog.variants as x on x.id = r.variant_id"
        "   where x.product_id = p.id and x.is_active and r.currency = s.currency) as r on true"
        " where (:category = '' or p.category = :category)"
        " and (p.title ilike :part or exists (select from catalog.variants as x where x.product_id = p.id"
        "   and (x.sku ilike :part"
        "     or exists (select from catalog.barcodes as b where b.variant_id = x.id and b.code = :q))))"
        " order by p.title, p.id limit :most offset :skipped",
        q=q,
        part=search.part(q),
        category=category,
        most=PAGE + 1,
        skipped=(number - 1) * PAGE,
    )


def categories() -> list[Row[Any]]:
    """Every category, with how many products are in it."""
    return rows(
        "select category as name, count(*) as products from catalog.products where category <> '' group by category order by category"
    )


def product(handle: str) -> Row[Any] | None:
    """One product by its handle."""
    return row("select * from catalog.products where handle = :handle", handle=handle)


def variants(product_id: int) -> list[Row[Any]]:
    """The variants of a product with barcodes and prices, as they were added."""
    return rows(
        "select v.*,"
        " array(select b.code from catalog.barcodes as b where b.variant_id = v.id order by b.code) as barcodes,"
        " (select coalesce(jsonb_object_agg(r.currency, r.amount_minor), '{}')"
        "  from catalog.prices as r where r.variant_id = v.id) as prices,"
        " (select coalesce(jsonb_agg(jsonb_build_object('sku', c.sku, 'quantity', k.quantity) order by c.sku), '[]')"
        "  from catalog.kit_components as k join catalog.variants as c on c.id = k.component_id"
        "  where k.kit_id = v.id) as components,"
        " array(select c.sku from catalog.substitutes as s join catalog.variants as c on c.id = s.substitute_id"
        "  where s.variant_id = v.id order by s.position) as substitutes"
        " from catalog.variants as v where v.product_id = :product_id order by not v.is_active, v.id",
        product_id=product_id,
    )


def currencies() -> list[str]:
    """What prices are in: the shop's currency first, then every other that some price is in."""
    found = rows(
        "select currency, max(is_shops) as is_shops from ("
        " select currency, 1 as is_shops from db.shop union all select distinct currency, 0 from catalog.prices) as c"
        " group by currency order by is_shops desc, currency"
    )
    return [price.currency for price in found]


def tax_classes() -> list[str]:
    """The classes there are rates for, and those in use."""
    found = rows(
        "select tax_class from catalog.tax_rates union select tax_class from catalog.variants order by tax_class"
    )
    return [known.tax_class for known in found]


def tax_rates() -> list[Row[Any]]:
    """The rates that hold today, by country."""
    return rows(
        "select country_code, max(rate) filter (where tax_class = 'standard') as standard,"
        " max(rate) filter (where tax_class = 'reduced') as reduced, min(valid_from) as valid_from, min(source) as source"
        " from catalog.tax_rates where valid_from <= db.now()::date and (valid_to is null or valid_to >= db.now()::date)"
        " group by country_code order by country_code"
    )
