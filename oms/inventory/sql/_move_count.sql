-- Take a count to a state and say so in the event log. The foreign key refuses an unlawful step; the same step twice is
-- refused here. Raises: OM143 not now, counts_transition_lawful. Called by: every function that takes a step of a count
create or replace function inventory._move_count(p_count_id bigint, p_state text, p_data jsonb default '{}') returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_count inventory.counts;
begin
    update inventory.counts as c
    set state = p_state,
        version = c.version + 1,
        approved_by = case p_state when 'approved' then db.actor_name() when 'open' then '' else c.approved_by end,
        ended_at = case when p_state in ('posted', 'canceled') then db.now() end,
        updated_at = db.now()
    where c.id = p_count_id and c.state <> p_state
    returning c.* into v_count;
    if v_count.id is null then
        raise exception using errcode = 'OM143', message = 'not now';
    end if;
    perform history.record('count', v_count.id, 'count.' || p_state,
        jsonb_build_object('number', v_count.number) || p_data, v_count.location_id);
end
$$;
