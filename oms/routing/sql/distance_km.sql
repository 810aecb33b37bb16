-- Great-circle distance in kilometers between two points in degrees; null when either is unknown.
-- Called by: routing._inputs
create or replace function routing.distance_km(
    p_latitude1 double precision, p_longitude1 double precision, p_latitude2 double precision, p_longitude2 double precision
)
returns int
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp
as $$
    select round(6371 * 2 * asin(least(1, sqrt(
        power(sin(radians(p_latitude2 - p_latitude1) / 2), 2)
        + cos(radians(p_latitude1)) * cos(radians(p_latitude2)) * power(sin(radians(p_longitude2 - p_longitude1) / 2), 2)))))::int
$$;
