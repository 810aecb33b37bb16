-- What a count has found: units more and fewer than the ledger had, their value at price in the shop's currency (up and down
-- together), and whether that is more than the location lets pass without approval. Raises: OM403.
-- Called by: the count page, inventory.post_count
create or replace function inventory.count_differences(
    p_count_id bigint, out p_more int, out p_fewer int, out p_value_minor bigint, out p_needs_approval boolean
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_place inventory.locations;
begin
    select o.* into v_place from inventory.counts as c join inventory.locations as o on o.id = c.location_id where c.id = p_count_id;
    perform db.require_location(v_place.id);
    select coalesce(sum(greatest(l.variance, 0)), 0), coalesce(sum(greatest(-l.variance, 0)), 0),
        coalesce(sum(abs(l.variance) * p.amount_minor), 0)
    into p_more, p_fewer, p_value_minor
    from inventory.count_lines as l
    left join catalog.prices as p on p.variant_id = l.variant_id and p.currency = (select s.currency from db.shop as s)
    where l.count_id = p_count_id;
    p_needs_approval := p_more + p_fewer > v_place.count_limit_units or p_value_minor > v_place.count_limit_minor;
end
$$;
