-- Take one of the day's shipments at each location that a request is now sent from and that ships only so many.
-- `p_inputs` say when each would start. Locks: capacity rows by location, after the levels.
-- Raises: OM202 its capacity is used up. Called by: routing.route
create or replace function routing._claim_capacity(p_request_id bigint, p_inputs jsonb, p_allocations jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_place record;
begin
    if p_inputs ->> 'method' <> 'ship' then
        return;
    end if;
    for v_place in
        select o.id, o.name, o.daily_shipments, i.starts_on
        from jsonb_to_recordset(p_inputs -> 'locations') as i (id int, starts_on date)
        join inventory.locations as o on o.id = i.id and o.daily_shipments is not null
        where exists (select from jsonb_to_recordset(p_allocations) as a (location_id int) where a.location_id = o.id)
            and not exists (select from routing.capacity_claims as c where c.request_id = p_request_id and c.location_id = o.id)
        order by o.id
    loop
        insert into routing.capacity_days as d (location_id, day, used) values (v_place.id, v_place.starts_on, 1)
        on conflict (location_id, day) do update set used = d.used + 1 where d.used < v_place.daily_shipments;
        if not found then
            raise exception using errcode = 'OM202', message = 'capacity is used up', detail = jsonb_build_object(
                'location_id', v_place.id, 'location', v_place.name, 'count', v_place.daily_shipments)::text;
        end if;
        insert into routing.capacity_claims (request_id, location_id, day) values (p_request_id, v_place.id, v_place.starts_on);
    end loop;
end
$$;
