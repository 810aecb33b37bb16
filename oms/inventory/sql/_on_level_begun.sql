-- Trigger before a level is made: it knows whether its units are told apart. The share lock waits for whoever changes that.
create or replace function inventory._on_level_begun() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    select v.tracking <> 'none' into new.is_tracked from catalog.variants as v where v.id = new.variant_id for share;
    return new;
end
$$;
