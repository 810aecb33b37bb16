"""What the pages and the tasks of simulations and shadows read."""

from oms.db import rows


def running_shadows() -> list[int]:
    return [
        shadow.id for shadow in rows("select s.id from routing.shadows as s where s.ended_at is null order by s.id")
    ]
