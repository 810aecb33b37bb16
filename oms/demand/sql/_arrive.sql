-- So many units of what an incoming line had promised are here: reserve them for those it was promised to, in order of
-- promise. What the level can't spare (safety stock, damage) is promised no more.
-- Locks: the level. Called by: demand._on_incoming_lines
create or replace function demand._arrive(p_incoming_line_id bigint, p_units int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_level inventory.levels;
    v_left int;
    v_peg record;
begin
    select v.* into v_level
    from inventory.incoming_lines as n join inventory.incoming as i on i.id = n.incoming_id
    join inventory.levels as v on v.variant_id = n.variant_id and v.location_id = i.location_id
    where n.id = p_incoming_line_id;
    v_left := least(p_units, greatest(v_level.available, 0));
    perform demand._withdraw(p_incoming_line_id, p_units - v_left);
    if v_left > 0 then
        perform inventory.reserve(jsonb_build_array(jsonb_build_object(
            'variant_id', v_level.variant_id, 'location_id', v_level.location_id, 'quantity', v_left)), p_is_soft => v_level.is_tracked);
    end if;
    for v_peg in
        select p as peg, p.quantity
        from demand.pegs as p join demand.lines as l on l.id = p.line_id join demand.requests as r on r.id = l.request_id
        where p.incoming_line_id = p_incoming_line_id and p.state = 'pegged'
        order by p.promised_on, r.wanted_at, p.line_id, p.id
    loop
        exit when v_left = 0;
        perform demand._end_peg(v_peg.peg, least(v_peg.quantity, v_left), 'arrived');
        v_left := v_left - least(v_peg.quantity, v_left);
    end loop;
end
$$;
