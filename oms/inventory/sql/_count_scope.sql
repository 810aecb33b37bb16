-- The SKUs that a count is of: all that should be there; or `p_given` {skus}, {from, to} of bins, or {most} of those that were
-- not counted for longest, or that moved most often in ninety days. Called by: inventory.start_count
create or replace function inventory._count_scope(p_location_id int, p_scope text, p_given jsonb) returns setof bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select found.variant_id from (
        select l.variant_id, row_number() over (order by case p_scope
            when 'oldest' then (
                select extract(epoch from max(x.counted_at)) from inventory.count_lines as x
                join inventory.counts as c on c.id = x.count_id and c.state = 'posted'
                where x.variant_id = l.variant_id and c.location_id = p_location_id)
            when 'busiest' then (
                select -count(*) from inventory.movements as m
                where m.variant_id = l.variant_id and m.location_id = p_location_id and m.moved_at > db.now() - interval '90 days')
            end nulls first, l.variant_id) as place
        from inventory.levels as l
        join catalog.variants as v on v.id = l.variant_id
        where l.location_id = p_location_id and case p_scope
            when 'skus' then upper(v.sku) in (select upper(given.sku) from jsonb_array_elements_text(p_given -> 'skus') as given (sku))
            when 'bins' then l.on_hand <> 0 and l.bin >= coalesce(p_given ->> 'from', '') and l.bin <= coalesce(p_given ->> 'to', '')
            else l.on_hand <> 0 end
    ) as found
    where p_scope not in ('oldest', 'busiest') or found.place <= coalesce((p_given ->> 'most')::int, 20)
$$;
