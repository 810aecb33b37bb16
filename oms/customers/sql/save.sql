-- Find the customer by e-mail, or make one; fills what was empty, never overwrites a name. Returns the id, or null
-- when nothing is known. Shape: {email, name, phone, language}. Called by: orders.place
create or replace function customers.save(p_customer jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
    v_email text := nullif(lower(trim(p_customer ->> 'email')), '');
begin
    if v_email is null and coalesce(p_customer ->> 'name', p_customer ->> 'phone') is null then
        return null;
    end if;
    select c.id into v_id from customers.customers as c where c.email = v_email;
    if v_id is not null then
        update customers.customers as c
        set name = coalesce(p_customer ->> 'name', ''), phone = coalesce(nullif(c.phone, ''), p_customer ->> 'phone', '')
        where c.id = v_id and c.name = '' and coalesce(p_customer ->> 'name', '') <> '';
        return v_id;
    end if;
    insert into customers.customers as c (email, name, phone, language)
    values (v_email, coalesce(p_customer ->> 'name', ''), coalesce(p_customer ->> 'phone', ''),
            coalesce(nullif(p_customer ->> 'language', ''), 'en'))
    on conflict (email) do nothing
    returning c.id into v_id;
    return coalesce(v_id, (select c.id from customers.customers as c where c.email = v_email));  -- another session just made it
end
$$;
