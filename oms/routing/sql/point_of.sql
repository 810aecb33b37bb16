-- Where a place is, as far as we know it: the middle of our locations and of known addresses that have this postal code or,
-- without one or with an unknown one, this city. Raises: OM240 it is not known.
-- Called by: the API's pickup availability
create or replace function routing.point_of(
    p_country_code text, p_postal_code text, p_city text, out latitude double precision, out longitude double precision
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
    with known as (
        select o.latitude, o.longitude, o.country_code, o.postal_code, o.city from inventory.locations as o where o.latitude is not null
        union all
        select a.latitude, a.longitude, a.country_code, a.postal_code, a.city from customers.addresses as a
        where a.latitude is not null and (a.postal_code = p_postal_code or lower(a.city) = lower(p_city))
    ), found as (
        select k.*, k.postal_code = p_postal_code as is_postal from known as k
        where (k.country_code = p_country_code) is not false
            and (k.postal_code = p_postal_code and p_postal_code <> '' or lower(k.city) = lower(p_city) and p_city <> '')
    )
    select avg(f.latitude), avg(f.longitude) into latitude, longitude
    from found as f where coalesce(f.is_postal, false) = (select coalesce(bool_or(n.is_postal), false) from found as n);
    if latitude is null then
        raise exception using errcode = 'OM240', message = 'place not found';
    end if;
end
$$;
