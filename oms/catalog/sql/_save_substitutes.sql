-- Say what may be sent instead of a variant: SKUs in order of preference, in place of those before. Substitutes change one at a
-- time, so that no two together lead back to where they began.
-- Locks: substitutes. Raises: OM156 unknown SKU, OM157 taxed differently, OM158 a cycle, substitutes_not_itself.
-- Called by: catalog._save_variant
create or replace function catalog._save_substitutes(p_variant_id bigint, p_skus jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_given record;
begin
    perform pg_advisory_xact_lock(hashtextextended('catalog.substitutes', 0));
    delete from catalog.substitutes as s where s.variant_id = p_variant_id;
    for v_given in
        select g.sku, min(g.position)::int as position, o.sku as ordered, o.tax_class as ordered_class, v.id, v.tax_class
        from jsonb_array_elements_text(p_skus) with ordinality as g (sku, position)
        join catalog.variants as o on o.id = p_variant_id
        left join catalog.variants as v on v.sku = g.sku
        group by g.sku, o.id, v.id order by 2
    loop
        if v_given.id is null then
            raise exception using errcode = 'OM156', message = 'unknown substitute',
                detail = jsonb_build_object('sku', v_given.sku)::text;
        elsif v_given.tax_class <> v_given.ordered_class then
            raise exception using errcode = 'OM157', message = 'taxed differently',
                detail = jsonb_build_object('sku', v_given.ordered, 'substitute', v_given.sku)::text;
        end if;
        insert into catalog.substitutes (variant_id, substitute_id, position) values (p_variant_id, v_given.id, v_given.position);
    end loop;
    perform catalog._refuse_cycle(p_variant_id);
end
$$;
