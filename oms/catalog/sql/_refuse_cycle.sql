-- Following substitutes never leads back. Only one variant's have changed, so a cycle goes through it.
-- Raises: OM158 naming the SKUs on the way. Called by: catalog._save_substitutes
create or replace function catalog._refuse_cycle(p_variant_id bigint) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_path bigint[];
begin
    with recursive way as (
        select s.substitute_id as id, array[s.variant_id, s.substitute_id] as path
        from catalog.substitutes as s where s.variant_id = p_variant_id
        union all
        select s.substitute_id, w.path || s.substitute_id
        from way as w join catalog.substitutes as s on s.variant_id = w.id
        where w.id <> p_variant_id
    )
    select w.path into v_path from way as w where w.id = p_variant_id order by cardinality(w.path) limit 1;
    if v_path is not null then
        raise exception using errcode = 'OM158', message = 'a cycle of substitutes', detail = jsonb_build_object('skus', (
            select string_agg(v.sku, ' → ' order by p.place)
            from unnest(v_path) with ordinality as p (id, place) join catalog.variants as v on v.id = p.id))::text;
    end if;
end
$$;
