-- A carrier no longer serves a zone. Plans without any rate cost nothing for shipping and arrive when they leave.
-- Raises: OM404. Called by: the page of rates
create or replace function routing.remove_rate(p_id int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_rate routing.rates;
begin
    delete from routing.rates where id = p_id returning * into v_rate;
    if not found then
        raise exception using errcode = 'OM404', message = 'no such rate', detail = jsonb_build_object('what', p_id)::text;
    end if;
    perform history.record('rate', p_id, 'rate.removed', to_jsonb(v_rate));
end
$$;
