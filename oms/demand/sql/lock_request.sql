-- Lock a request: the first lock of everything that changes demand or fulfillment. Returns it. Raises: OM404.
-- Called by: routing, fulfillment, pickup, orders
create or replace function demand.lock_request(p_request_id bigint) returns demand.requests
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_request demand.requests;
begin
    select r.* into v_request from demand.requests as r where r.id = p_request_id for update;
    if v_request.id is null then
        raise exception using errcode = 'OM404', message = 'no such request';
    end if;
    return v_request;
end
$$;
