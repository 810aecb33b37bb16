-- The tax that holds for a class in a country on a day: name and rate; no row where none is known (taxed at zero).
-- Called by: channels, when an order comes without taxes of its own
create or replace function catalog.tax_rate(p_tax_class text, p_country_code text, p_on date)
returns table (name text, rate numeric)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select t.name, t.rate
    from catalog.tax_rates as t
    where t.tax_class = p_tax_class and t.country_code = p_country_code
        and t.valid_from <= p_on and (t.valid_to is null or p_on <= t.valid_to)
    order by t.valid_from desc
    limit 1
$$;
