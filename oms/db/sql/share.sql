-- The part of an amount that belongs to the units after `p_before` of `p_of`: a difference of cumulative rounded shares,
-- so that all parts sum to the amount exactly. Called by: orders._waived, invoices._delivered
create or replace function db.share(p_amount bigint, p_before int, p_quantity int, p_of int) returns bigint
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
    select (round(p_amount::numeric * (p_before + p_quantity) / p_of) - round(p_amount::numeric * p_before / p_of))::bigint
$$;
