"""What stock is for, told to the pages of stock, which stand below and may not ask for it themselves."""

from oms.db import rows

Cause = tuple[str, int]


def references(asked: list[Cause]) -> dict[Cause, str]:
    """What people call the requests behind these movements, such as "1042"."""
    found = rows(
        "select 'request' as cause, r.id, r.reference from demand.requests as r where r.id = any(:requests)"
        " union all"
        " select 'allocation', a.id, r.reference from demand.allocations as a"
        " join demand.lines as l on l.id = a.line_id join demand.requests as r on r.id = l.request_id"
        " where a.id = any(:allocations)",
        requests=[number for cause, number in asked if cause == "request"],
        allocations=[number for cause, number in asked if cause == "allocation"],
    )
    return {(known.cause, known.id): known.reference for known in found}
