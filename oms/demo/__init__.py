"""The demo shop: Halm & Hafen of Leipzig, ninety days of it, lived through by calling our own functions.

`load` fills an empty database in one transaction, so that it is there as a whole or not at all. The same seed makes
the same shop; only its days move with the calendar. What is bought, by whom and what becomes of it is in the modules
beside this one; `cases` sets up what a visitor should find.
"""

from datetime import timedelta
from random import Random
from typing import Any

from oms.db import call, now, transaction, value
from oms.demo.assortment import read
from oms.demo.baskets import Baskets
from oms.demo.cases import Cases
from oms.demo.moves import Moves
from oms.demo.promises import Promises
from oms.demo.routing import begin, lay_out
from oms.demo.rules import lay_down
from oms.demo.shop import found
from oms.demo.stock import Stock
from oms.demo.substitutes import Substitutes
from oms.demo.timeline import Timeline
from oms.demo.trade import Trade
from oms.demo.work import Work
from oms.settings import Settings

_SEED = 29045
_DAYS = 90
_RECENT = timedelta(days=2)


def is_wanted() -> bool:
    """Whether nobody has begun to use this database."""
    return not call("auth.has_people")


def load(settings: Settings) -> dict[str, Any]:
    """Fill the shop; what scripts and visitors need to get in: logins, api_token, channels."""
    with transaction():
        value("select set_config('enable_seqscan', 'off', true)")  # nobody has counted the rows yet: trust the indexes
        end = now()
        start = (end - timedelta(days=_DAYS)).replace(hour=6, minute=0, second=0, microsecond=0)
        chance = Random(_SEED)  # noqa: S311 - nothing secret comes of it
        company = found(settings)
        lay_down(company)
        products, items, kits = read()
        for product in products:
            call("catalog.save_product", p_product=product)
        timeline = Timeline(start, end, _RECENT)
        timeline.at(start, company.people["manager"], begin)
        stock = Stock(chance, company, timeline, items)
        baskets = Baskets(chance, stock, items)
        work = Work(chance, company, timeline, baskets, settings.secret_key)
        trade = Trade(chance, company, timeline, baskets, work)
        stock.plan(start, end, work.follow_waiting)
        trade.plan(start + timedelta(days=1), end, kits)
        Moves(company, timeline).plan(end)
        Cases(chance, company, timeline, trade, items).plan(end)
        Promises(company, timeline, trade).plan(end)
        Substitutes(company, timeline, trade).plan(end)
        timeline.at(end, company.people["manager"], lay_out, company)
        timeline.run()
    return {
        "logins": company.logins,
        "api_token": company.api_token,
        "channels": {
            code: {"webhook_url": f"{settings.base_url}/webhooks/shopify/{code}", "secret": secret}
            for code, secret in company.secrets.items()
        },
    }
