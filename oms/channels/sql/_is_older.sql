-- Whether a channel says that it changed one order earlier than the other; no where either says nothing. Called by: channels.place
create or replace function channels._is_older(p_order jsonb, p_other jsonb) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select case when pg_input_is_valid(p_order ->> 'updated_at', 'timestamptz') and pg_input_is_valid(p_other ->> 'updated_at', 'timestamptz')
        then (p_order ->> 'updated_at')::timestamptz < (p_other ->> 'updated_at')::timestamptz
        else false end
$$;
