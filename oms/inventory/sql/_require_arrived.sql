-- A serial number that has just come in somewhere is not on its way as well. Asked after it was posted: whoever sends it meanwhile
-- was waited for. Raises: OM194 it is. Called by: inventory.post_lots
create or replace function inventory._require_arrived(p_lot_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_detail text := (
        select jsonb_build_object('lot', t.code, 'transfer', f.number)::text
        from inventory.transfer_lots as x join inventory.transfers as f on f.id = x.transfer_id
        join inventory.lots as t on t.id = x.lot_id
        where x.lot_id = p_lot_id and x.under_way > 0);
begin
    if v_detail is not null then
        raise exception using errcode = 'OM194', message = 'on its way', detail = v_detail;
    end if;
end
$$;
