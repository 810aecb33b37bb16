-- Put tags on an order and take others off. A tag that is there already, or isn't, is no mistake. Tags are told apart by their
-- letters, not by capitals.
-- Locks: order. Raises: OM404, OM340 too long, OM341 too many. Called by: the order page, the list of orders, the API
create or replace function orders.tag(p_order_id bigint, p_add text[] default '{}', p_remove text[] default '{}') returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order orders.orders := orders._lock(p_order_id);
    v_taken text[] := array(select lower(r.tag) from unnest(orders._clean_tags(p_remove)) as r (tag));
    v_kept text[] := array(select t.tag from unnest(v_order.tags) as t (tag) where lower(t.tag) <> all (v_taken));
    v_tags text[] := orders._clean_tags(v_kept || p_add);
    v_long text := (select a.tag from unnest(p_add) as a (tag) where length(trim(a.tag)) > 40 limit 1);
    v_news jsonb;
begin
    if v_long is not null then
        raise exception using errcode = 'OM340', message = 'tag too long', detail = jsonb_build_object('tag', v_long)::text;
    end if;
    if cardinality(v_kept || p_add) > 50 then
        raise exception using errcode = 'OM341', message = 'too many tags';
    end if;
    if v_tags = v_order.tags then
        return;
    end if;
    update orders.orders set tags = v_tags, updated_at = db.now(), version = version + 1 where id = p_order_id;
    v_news := to_jsonb(array(select unnest(v_order.tags) except select unnest(v_tags)));
    if v_news <> '[]' then
        perform history.record('order', p_order_id, 'order.untagged', jsonb_build_object('tags', v_news));
    end if;
    v_news := to_jsonb(array(select unnest(v_tags) except select unnest(v_order.tags)));
    if v_news <> '[]' then
        perform history.record('order', p_order_id, 'order.tagged', jsonb_build_object('tags', v_news));
    end if;
end
$$;
