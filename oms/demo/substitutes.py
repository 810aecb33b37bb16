"""A lantern that is not made any more: somebody ordered more of it than there are, and is asked for something like it."""

from datetime import datetime, timedelta

from oms.db import call, row
from oms.demo.assortment import Item
from oms.demo.shop import Company
from oms.demo.timeline import Timeline, one
from oms.demo.trade import Trade

_LAST = Item(
    sku="HH-LANT-COPP-S",
    title="Storm lantern, first edition – Copper / Small",
    category="Garden & light",
    tax_class="standard",
    prices={"EUR": 4900, "GBP": 4300, "USD": 5500},
    is_shipped=True,
    stock=2,
)
_INSTEAD = ["HH-LANT-RUST-S", "HH-LANT-RUST-L"]


class Substitutes:
    """The last two of a SKU, an order for three, and a question to its customer."""

    def __init__(self, company: Company, timeline: Timeline, trade: Trade) -> None:
        self._company = company
        self._timeline = timeline
        self._trade = trade

    def plan(self, end: datetime) -> None:
        leipzig = self._company.places["LEIPZIG"]
        self._timeline.at(end - timedelta(days=3), leipzig.staff, self._find_the_last)
        self._timeline.at(end - timedelta(hours=23), self._company.channels["shop-de"], self._order)

    def _find_the_last(self) -> None:
        variant = {
            "sku": _LAST.sku,
            "title": "Copper / Small",
            "prices": _LAST.prices,
            "barcodes": ["2904500999988"],
            "weight_grams": 810,
            "substitutes": _INSTEAD,
        }
        product = {
            "handle": "storm-lantern-first-edition",
            "title": "Storm lantern, first edition",
            "category": _LAST.category,
            "vendor": "Halm & Hafen",
            "description": "Spun copper, not made any more.",
            "picture": "demo/lantern.svg",
            "variants": [variant],
        }
        call("catalog.save_product", p_product=product)
        lantern = one("select id from catalog.variants where sku = :sku", sku=_LAST.sku)
        leipzig = self._company.places["LEIPZIG"]
        found = {"p_quantity": _LAST.stock, "p_note": "Were behind the rack"}
        call("inventory.receive", p_variant_id=lantern.id, p_location_id=leipzig.id, **found)

    def _order(self) -> None:
        buyer = self._trade.buyers.neighbor("Hamburg", "de")
        lines = [(_LAST, _LAST.stock + 1)]
        basket = self._trade.baskets.fill("shop-de", buyer, self._timeline.now, lines=lines, substitution="ask")
        order_id, _ = self._trade.place(basket, payments=[self._trade.baskets.payment("capture", basket)])
        service = self._company.people["service"]
        self._timeline.at(self._timeline.now + timedelta(hours=1), service, self._ask, order_id)

    def _ask(self, order_id: int) -> None:
        offer = row("select * from orders.offers(:order_id) where quantity > 0 limit 1", order_id=order_id)
        if offer:
            about = {"p_line_id": offer.line_id, "p_substitute_id": offer.substitute_id}
            call("orders.ask_customer", p_order_id=order_id, **about)
