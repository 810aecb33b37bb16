-- What speaks against where a completed order is to go: a store we don't know, a country we don't know, what an address there
-- lacks. What needs no delivery needs no address. Called by: channels._problems
create or replace function channels._delivery_problems(p_order jsonb) returns setof jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_address jsonb := coalesce(p_order -> 'ship_to', '{}');
    v_country text := coalesce(v_address ->> 'country_code', '');
    v_fields text[] := coalesce(channels.address_fields(v_country), array['name', 'line1', 'city', 'country_code']);
begin
    if channels.address_fields(p_order #>> '{bill_to,country_code}') is null and p_order ? 'bill_to' then
        return next jsonb_build_object('code', 'unknown_country', 'pointer', '/bill_to/country_code',
                                       'country', p_order #>> '{bill_to,country_code}');
    end if;
    if v_country <> '' and channels.address_fields(v_country) is null then
        return next jsonb_build_object('code', 'unknown_country', 'pointer', '/ship_to/country_code', 'country', v_country);
    end if;
    if p_order #>> '{delivery,method}' = 'pickup' then
        if p_order #> '{delivery,location_id}' is null then
            return next jsonb_build_object('code', 'unknown_pickup_location', 'pointer', '/delivery/location',
                                           'location', coalesce(p_order #>> '{delivery,location}', ''));
        end if;
    elsif p_order #>> '{delivery,method}' <> 'ship' then
        return next jsonb_build_object('code', 'unknown_method', 'pointer', '/delivery/method',
                                       'method', p_order #>> '{delivery,method}');
    elsif channels._is_delivered(p_order) then
        return query
            select jsonb_build_object('code', 'missing_address', 'pointer', '/ship_to/' || f.name, 'field', f.name)
            from unnest(v_fields) with ordinality as f (name, position)
            where coalesce(trim(v_address ->> f.name), '') = ''
            order by f.position;
    end if;
end
$$;
