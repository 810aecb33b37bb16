-- Spread an amount over weights by largest remainder: exact in sum, in minor units, ties to the first.
-- All weights zero spreads evenly. Source of the rule: design, promise 3.
-- Called by: orders.place, invoices.issue
create or replace function db.spread(p_amount bigint, p_weights bigint[]) returns bigint[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
    with given as (
        select w.position, case when t.total = 0 then 1 else w.weight end::numeric as weight,
               case when t.total = 0 then cardinality(p_weights) else t.total end::numeric as total
        from unnest(p_weights) with ordinality as w (weight, position)
        cross join (select sum(x) as total from unnest(p_weights) as x) as t
    ), floored as (
        select position, floor(p_amount * weight / total) as share,
               p_amount * weight / total - floor(p_amount * weight / total) as remainder
        from given
    ), ranked as (
        select position, share, row_number() over (order by remainder desc, position) as place,
               p_amount - sum(share) over () as missing
        from floored
    )
    select coalesce(array_agg((share + case when place <= missing then 1 else 0 end)::bigint order by position), '{}')
    from ranked
$$;
