-- Refuse a request whose SKUs may not be sold beyond stock, or not that far, naming the first one and what is available.
-- `p_is_allowed`: what holds for a SKU without terms of its own. Where there is a limit, buyers pass one after the other.
-- Locks: terms, sorted by SKU, after the levels. Raises: OM101 not enough stock. Called by: orders.place
create or replace function demand.require_promisable(p_request_id bigint, p_is_allowed boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_line record;
    v_terms demand.backorder_terms;
    v_refused int;
begin
    for v_line in
        select l.variant_id, v.sku, r.channel, sum(l.wanted)::int as wanted, sum(l.unrouted + l.backordered)::int as waiting
        from demand.lines as l join catalog.variants as v on v.id = l.variant_id join demand.requests as r on r.id = l.request_id
        where l.request_id = p_request_id
        group by l.variant_id, v.sku, r.channel having sum(l.unrouted + l.backordered) > 0
        order by l.variant_id
    loop
        v_terms := demand._terms(v_line.variant_id, v_line.channel);
        v_refused := case when coalesce(v_terms.is_allowed, p_is_allowed) then 0 else v_line.waiting end;
        if v_refused = 0 and v_terms.most is not null then
            select t.* into v_terms from demand.backorder_terms as t
            where t.variant_id = v_terms.variant_id and t.channel = v_terms.channel for update;
            v_refused := least(demand._beyond_stock(v_terms) - v_terms.most, v_line.waiting);
        end if;
        if v_refused > 0 then
            raise exception using errcode = 'OM101', message = 'not enough stock', detail = jsonb_build_object(
                'sku', v_line.sku, 'wanted', v_line.wanted, 'available', v_line.wanted - v_refused)::text;
        end if;
    end loop;
end
$$;
