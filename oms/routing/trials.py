"""What the pages and the tasks of simulations and shadows read."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows

ON_A_PAGE = 50


def running_shadows() -> list[int]:
    return [
        shadow.id for shadow in rows("select s.id from routing.shadows as s where s.ended_at is null order by s.id")
    ]


def versions() -> list[Row[Any]]:
    """Every version whose rules can be tried, drafts first."""
    return rows(
        "select v.id, v.version, v.state, p.name from routing.profile_versions as v"
        " join routing.profiles as p on p.id = v.profile_id"
        " where not p.is_archived and v.state in ('draft', 'active', 'retired')"
        " order by v.state <> 'draft', lower(p.name), v.version desc"
    )


def deciding() -> list[Row[Any]]:
    """The profiles that have decided anything."""
    return rows(
        "select p.id, p.name from routing.profiles as p where exists ("
        " select from routing.profile_versions as v join routing.decisions as d on d.version_id = v.id where v.profile_id = p.id)"
        " order by lower(p.name)"
    )


def simulations() -> list[Row[Any]]:
    """The latest twenty."""
    return rows(_SIMULATIONS + " order by s.id desc limit 20")


def simulation(simulation_id: int) -> Row[Any] | None:
    return row(_SIMULATIONS + " where s.id = :id", id=simulation_id)


def shadows() -> list[Row[Any]]:
    """Those that still judge first, then the latest."""
    return rows(_SHADOWS + " order by s.ended_at is not null, s.id desc limit 20")


def shadow(shadow_id: int) -> Row[Any] | None:
    return row(_SHADOWS + " where s.id = :id", id=shadow_id)


def differences(page: int, *, simulation_id: int | None = None, shadow_id: int | None = None) -> list[Row[Any]]:
    """What would have been decided otherwise, the latest first: a page of it, and one more where there is another page."""
    return rows(
        """
        select r.reference, d.decided_at, d.result as was, c.result as would
        from (
            select c.decision_id, c.result from routing.simulation_choices as c
            where c.simulation_id = :simulation_id and c.differs
            union all
            select s.decision_id, s.result from routing.shadow_decisions as s where s.shadow_id = :shadow_id and s.differs
        ) as c
        join routing.decisions as d on d.id = c.decision_id
        join demand.requests as r on r.id = d.request_id
        order by d.decided_at desc, d.id desc offset :skipped limit :most""",
        simulation_id=simulation_id,
        shadow_id=shadow_id,
        skipped=(page - 1) * ON_A_PAGE,
        most=ON_A_PAGE + 1,
    )


_SIMULATIONS = """
select s.*, p.name as profile, v.version, j.name as judged
from routing.simulations as s
join routing.profile_versions as v on v.id = s.version_id
join routing.profiles as p on p.id = v.profile_id
left join routing.profiles as j on j.id = s.judged_id
"""
_SHADOWS = """
select s.*, p.name as profile, v.version, j.name as judged, n.decisions, n.differing
from routing.shadows as s
join routing.profile_versions as v on v.id = s.version_id
join routing.profiles as p on p.id = v.profile_id
left join routing.profiles as j on j.id = s.judged_id
cross join lateral (
    select count(*) as decisions, count(*) filter (where d.differs) as differing
    from routing.shadow_decisions as d where d.shadow_id = s.id
) as n
"""
