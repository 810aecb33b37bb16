-- The requests that wait for one of these SKUs, in order of promise: the day promised, when it was ordered, which came first.
-- Called by: the promise and release_date tasks
create or replace function demand.waiting(p_variant_ids bigint[]) returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(w.id order by w.promised_on nulls last, w.wanted_at, w.id), '{}')
    from (
        select r.id, r.wanted_at, min(demand.promised_on(l.id)) as promised_on
        from demand.lines as l join demand.requests as r on r.id = l.request_id
        where l.unrouted + l.backordered > 0 and l.variant_id = any (p_variant_ids) and not r.is_canceled
        group by r.id
    ) as w
$$;
