-- Save the company's details: what stands on invoices and mails. Raises: OM404 unknown time zone.
-- Called by: the settings page, the demo shop
create or replace function db.save_shop(p_shop jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (select from pg_timezone_names where name = p_shop ->> 'time_zone') then
        raise exception using errcode = 'OM404', message = 'unknown time zone',
            detail = jsonb_build_object('what', p_shop ->> 'time_zone')::text;
    end if;
    update db.shop as s
    set (name, legal_name, line1, line2, postal_code, city, country_code, tax_id, email, phone, website,
         currency, language, time_zone, invoice_note) = (
        select n.name, n.legal_name, n.line1, n.line2, n.postal_code, n.city, n.country_code, n.tax_id, n.email, n.phone,
               n.website, n.currency, n.language, n.time_zone, n.invoice_note
        from jsonb_populate_record(s, p_shop) as n);
end
$$;
