-- The address to bill: in the country of the delivery where it names none; null where there is nothing to keep.
-- Called by: channels._complete
create or replace function channels._bill_to(p_order jsonb) returns jsonb
language sql immutable security definer set search_path = pg_catalog, pg_temp
as $$
    select (p_order -> 'bill_to') || jsonb_build_object('country_code', c.code)
    from (select coalesce(nullif(p_order #>> '{bill_to,country_code}', ''), nullif(p_order #>> '{ship_to,country_code}', '')) as code) as c
    where jsonb_typeof(p_order -> 'bill_to') = 'object' and c.code is not null
$$;
