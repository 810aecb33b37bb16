-- Give a promise up, in whole or in part: the units are free again for others. Locks: the incoming line or the level, then the peg.
-- Called by: demand._peg_line, _on_lines_settled, redeem_pegs
create or replace function demand._unpeg(p_peg_id bigint, p_quantity int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_peg demand.pegs;
begin
    select p.* into v_peg from demand.pegs as p where p.id = p_peg_id;
    if v_peg.state = 'pegged' then
        perform inventory.peg_incoming(v_peg.incoming_line_id, -p_quantity);
    else
        perform inventory.unreserve(jsonb_build_array(jsonb_build_object(
            'variant_id', v_peg.variant_id, 'location_id', v_peg.location_id, 'quantity', p_quantity)),
            p_is_soft => (select v.tracking <> 'none' from catalog.variants as v where v.id = v_peg.variant_id));
    end if;
    perform demand._end_peg(v_peg, p_quantity, 'released');
end
$$;
