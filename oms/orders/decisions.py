"""What the pages of an order read of the decisions behind it. Who is confined to locations reads of those only."""

from typing import Any

from sqlalchemy import Row

from oms.db import call, row, rows


def decisions(request_id: int) -> list[Row[Any]]:
    """Why which locations were chosen, each time anew."""
    return rows(
        """
        select d.id, d.decided_at, d.result ->> 'unfilled' as unfilled, (
            select coalesce(jsonb_agg(c.value order by c.ordinality), '[]')
            from jsonb_array_elements(d.result -> 'considered') with ordinality as c
            where db.sees_all() or (c.value ->> 'id')::int = any(db.locations())) as considered
        from routing.decisions as d where d.request_id = :request_id order by d.id""",
        request_id=request_id,
    )


def decision(request_id: int, decision_id: int) -> Row[Any] | None:
    """A decision with the profile that made it; `places` has what was known and what was thought of each location."""
    return row(
        """
        select d.id, d.decided_at, d.hash, d.planner = routing.planner() as is_present, d.inputs, d.result, d.inputs ->> 'method' as method,
            (d.result ->> 'unfilled')::int as unfilled, d.result -> 'measures' as measures, p.id as profile_id, p.name as profile,
            v.id as version_id, v.version, (
                select coalesce(jsonb_agg(o.value || c.value order by c.ordinality), '[]')
                from jsonb_array_elements(d.result -> 'considered') with ordinality as c
                join jsonb_array_elements(d.inputs -> 'locations') as o on o.value -> 'id' = c.value -> 'id'
                where db.sees_all() or (c.value ->> 'id')::int = any(db.locations())) as places
        from routing.decisions as d
        join routing.profile_versions as v on v.id = d.version_id join routing.profiles as p on p.id = v.profile_id
        where d.request_id = :request_id and d.id = :id""",
        request_id=request_id,
        id=decision_id,
    )


def alternatives(decision: Row[Any]) -> dict[int, dict[str, Any]]:
    """By location: what would have to change so that it is chosen, and what came of it alone."""
    ids = [place["id"] for place in decision.places]
    found = call("routing.alternatives", p_inputs=decision.inputs, p_result=decision.result, p_location_ids=ids)
    return {alternative["id"]: alternative for alternative in found}


def without_stock(decision: Row[Any]) -> list[str]:
    """The locations that were not even thought of, as they had nothing of it."""
    found = rows(
        """
        select o.name from inventory.locations as o
        where o.is_active and not (o.id = any(:known)) and (db.sees_all() or o.id = any(db.locations()))
        order by o.name""",
        known=[place["id"] for place in decision.inputs["locations"]],
    )
    return [location.name for location in found]
