-- Refuse an order that stock does not cover, naming the first SKU that is short and what is available.
-- Raises: OM101 not enough stock. Called by: orders.place, under the policy refuse
create or replace function orders._require_filled(p_request_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_line record;
begin
    select v.sku, l.wanted, l.wanted - l.unrouted - l.backordered as available into v_line
    from demand.lines as l join catalog.variants as v on v.id = l.variant_id
    where l.request_id = p_request_id and l.unrouted + l.backordered > 0
    order by l.id limit 1;
    if found then
        raise exception using errcode = 'OM101', message = 'not enough stock', detail = jsonb_build_object(
            'sku', v_line.sku, 'wanted', v_line.wanted, 'available', v_line.available)::text;
    end if;
end
$$;
