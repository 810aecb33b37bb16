-- Great-circle distance in kilometers between two points in degrees; null when either is unknown.
-- One expression without settings of its own, so that PostgreSQL puts it into the query: no call for each row.
-- Called by: routing._places, routing.pickup_availability
create or replace function routing.distance_km(
    p_latitude1 double precision, p_longitude1 double precision, p_latitude2 double precision, p_longitude2 double precision
)
returns int
language sql immutable parallel safe
as $$
    select round(6371 * atan2(
        sqrt(power(cos(radians(p_latitude2)) * sin(radians(p_longitude2 - p_longitude1)), 2)
            + power(cos(radians(p_latitude1)) * sin(radians(p_latitude2))
                - sin(radians(p_latitude1)) * cos(radians(p_latitude2)) * cos(radians(p_longitude2 - p_longitude1)), 2)),
        sin(radians(p_latitude1)) * sin(radians(p_latitude2))
            + cos(radians(p_latitude1)) * cos(radians(p_latitude2)) * cos(radians(p_longitude2 - p_longitude1))))::int
$$;
