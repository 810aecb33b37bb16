-- Promise the lines of a decision that have all got their place: the day the last of it arrives or, for a pickup, is ready. Where
-- a promise stands already it stays, and only what is expected now changes: stock has failed it. Called by: routing._record
create or replace function routing._promise(p_decision_id bigint, p_inputs jsonb, p_result jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    with arrival as (
        select a.line_id, o.value as place,
               (o.value ->> case p_inputs ->> 'method' when 'pickup' then 'leaves_on' else 'arrives_on' end)::date as day
        from jsonb_to_recordset(p_result -> 'allocations') as a (line_id bigint, location_id int)
        join jsonb_array_elements(p_inputs -> 'locations') as o on (o.value ->> 'id')::int = a.location_id
    ), last as (
        select distinct on (a.line_id) a.* from arrival as a
        join demand.lines as l on l.id = a.line_id and l.unrouted + l.backordered = 0
        order by a.line_id, a.day desc nulls first, a.place -> 'id'
    ), failed as (
        update routing.promises as p
        set expected_on = case when last.day is not null then greatest(p.expected_on, last.day) end, cause = coalesce(p.cause, 'stock')
        from jsonb_to_recordset(p_inputs -> 'lines') as l (line bigint) left join last on last.line_id = l.line
        where p.line_id = l.line and p.state = 'open'
    )
    insert into routing.promises (line_id, decision_id, location_id, promised_on, expected_on, made_at, parts)
    select n.line_id, p_decision_id, (n.place ->> 'id')::int, n.day, n.day, db.now(), (
        select jsonb_object_agg(f.key, f.value) from jsonb_each(n.place) as f
        where f.key in ('is_in_time', 'starts_on', 'leaves_on', 'arrives_on', 'carrier', 'zone'))
    from last as n where n.day is not null
    on conflict (line_id) do nothing
$$;
