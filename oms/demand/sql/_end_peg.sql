-- Take a peg to another state, or that much of it: the rest stays what it is, as a peg of its own.
-- Called by: demand._unpeg, _arrive, _withdraw, _redeem_peg
create or replace function demand._end_peg(p_peg demand.pegs, p_quantity int, p_state text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if p_quantity < p_peg.quantity then
        insert into demand.pegs (line_id, incoming_line_id, variant_id, location_id, quantity, promised_on, first_promised_on,
                                 state, created_at)
        values (p_peg.line_id, p_peg.incoming_line_id, p_peg.variant_id, p_peg.location_id, p_peg.quantity - p_quantity,
                p_peg.promised_on, p_peg.first_promised_on, p_peg.state, p_peg.created_at);
    end if;
    update demand.pegs set state = p_state, quantity = p_quantity where id = p_peg.id;
end
$$;
