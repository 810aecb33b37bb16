"""Work for demand: promises are looked at again when what is expected changes, or the day from which a SKU may be sent.

Each order in a transaction of its own, in order of promise: they lock each other's incoming lines.
"""

from typing import Any

from jobs.run import finishing
from oms.db import call
from oms.inventory.incoming import variant_ids


def promise(args: dict[str, Any]) -> None:
    """Promise out of an expected delivery what waits for its SKUs."""
    for request_id in call("demand.waiting", p_variant_ids=variant_ids(args["incoming_id"])):
        call("demand.peg", p_request_id=request_id)
    with finishing():
        pass


def release_date(args: dict[str, Any]) -> None:
    """What waits for a SKU follows its release date."""
    for request_id in call("demand.waiting", p_variant_ids=[args["variant_id"]]):
        call("demand.follow_release_date", p_request_id=request_id, p_variant_id=args["variant_id"])
    with finishing():
        pass
