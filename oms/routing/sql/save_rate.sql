-- Write what a carrier charges for a zone, a new one where `p_id` is null: the columns of routing.rates. What was decided before had its
-- own copy. Returns its id. Raises: OM404, rates_*. Called by: the page of rates
create or replace function routing.save_rate(p_rate jsonb, p_id int default null) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_new routing.rates := jsonb_populate_record(null::routing.rates, p_rate);
begin
    if p_id is null then
        insert into routing.rates (
            carrier, zone, is_domestic, from_countries, to_countries, max_km, base_minor, per_kg_minor, transit_days)
        values (
            trim(v_new.carrier), trim(v_new.zone), coalesce(v_new.is_domestic, false), v_new.from_countries, v_new.to_countries,
            v_new.max_km, v_new.base_minor, coalesce(v_new.per_kg_minor, 0), v_new.transit_days)
        returning id into v_new.id;
    else
        update routing.rates set
            carrier = trim(v_new.carrier), zone = trim(v_new.zone), is_domestic = coalesce(v_new.is_domestic, false),
            from_countries = v_new.from_countries, to_countries = v_new.to_countries, max_km = v_new.max_km,
            base_minor = v_new.base_minor, per_kg_minor = coalesce(v_new.per_kg_minor, 0), transit_days = v_new.transit_days
        where id = p_id returning id into v_new.id;
        if not found then
            raise exception using errcode = 'OM404', message = 'no such rate', detail = jsonb_build_object('what', p_id)::text;
        end if;
    end if;
    perform history.record('rate', v_new.id, 'rate.saved', p_rate);
    return v_new.id;
end
$$;
