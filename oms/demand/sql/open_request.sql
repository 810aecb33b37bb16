-- Open a request; returns its id. Shape: the columns of demand.requests. Called by: orders.place
create or replace function demand.open_request(p_request jsonb) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into demand.requests (reference, channel, customer_id, ship_to_id, method, location_id, service, language,
                                 source_location_ids, wanted_at, created_at)
    select r.reference, coalesce(r.channel, ''), r.customer_id, r.ship_to_id, r.method, r.location_id, coalesce(r.service, ''),
           r.language, r.source_location_ids, r.wanted_at, db.now()
    from jsonb_populate_record(null::demand.requests, p_request) as r
    returning id
$$;
