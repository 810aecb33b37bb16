-- Constraint trigger at commit, on lines of transfers and on their lots: where units are told apart, what is under way of lots adds up
-- to what is under way of their SKU. Raises: OM126 somebody changed the one without the other.
create or replace function inventory._on_transfer_lots_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (
        select from inventory.transfer_lines as l join catalog.variants as v on v.id = l.variant_id and v.tracking <> 'none'
        where l.transfer_id = new.transfer_id and l.variant_id = new.variant_id and l.under_way <> (
            select coalesce(sum(x.under_way), 0) from inventory.transfer_lots as x
            where x.transfer_id = l.transfer_id and x.variant_id = l.variant_id)
    ) then
        raise exception using errcode = 'OM126', message = 'which lot?', detail = (
            select jsonb_build_object('sku', v.sku)::text from catalog.variants as v where v.id = new.variant_id);
    end if;
    return null;
end
$$;
