-- The ids of the newest `p_most` orders in the actor's scope that hold every word of a text in their number, names, e-mail,
-- phone or SKUs, or one of whose packages has it as tracking number. Words of one or two letters count only beside longer
-- ones. It is a function because row-level security keeps the planner from the trigram index (like is not leakproof).
-- Planned anew each time: which index is right depends on the words. Called by: the list of orders, the API
create or replace function orders.search(p_text text, p_most int default 10000) returns setof bigint
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
declare
    v_words text[] := array(
        select '%' || regexp_replace(w.word, '([\\%_])', '\\\1', 'g') || '%'
        from regexp_split_to_table(lower(trim(p_text)), '\s+') as w (word)
        order by length(w.word) desc limit 8);
begin
    return query
    select o.id
    from fulfillment.packages as p
    join fulfillment.orders as f on f.id = p.order_id
    join orders.orders as o on o.request_id = f.request_id
    where p.tracking_number = regexp_replace(p_text, '\s', '', 'g') and p.tracking_number <> ''
        and ((select db.sees_all()) or o.location_ids && (select db.locations())::int[]);
    if length(v_words[1]) < 5 then  -- too short for trigrams
        return query select o.id from orders.orders as o
        where o.number = trim(p_text) and ((select db.sees_all()) or o.location_ids && (select db.locations())::int[]);
        return;
    end if;
    return query
    select o.id from orders.orders as o
    where o.search like v_words[1] and (cardinality(v_words) = 1 or o.search like all (v_words))
        and ((select db.sees_all()) or o.location_ids && (select db.locations())::int[])
    order by o.placed_at desc, o.id desc
    limit p_most;
end
$$;
