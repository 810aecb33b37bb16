-- Which orders a rule, given as for automations.save_rule, would have matched that had its event in the last 30 days: their ids, the
-- latest first. It asks the orders as they are now, and no more than the 2000 that changed last. Raises: OM950 to OM952.
-- Called by: the page of a rule
create or replace function automations.dry_run(p_rule jsonb, out looked int, out order_ids bigint[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform automations._check_condition(c.value, c.ordinality)
    from jsonb_array_elements(p_rule -> 'conditions') with ordinality as c;
    select count(*), coalesce(array_agg(d.id order by d.placed_at desc, d.id desc)
        filter (where automations.matches(p_rule -> 'conditions', automations.facts(d.id))), '{}')
    into looked, order_ids
    from (
        select o.id, o.placed_at from orders.orders as o
        where o.updated_at > db.now() - interval '30 days' and (
            p_rule ->> 'event' = 'order.placed' and o.placed_at > db.now() - interval '30 days'
            or p_rule ->> 'event' <> 'order.placed' and exists (
                select from history.events as e
                where (e.subject = 'order' and e.subject_id = o.id or e.subject = 'demand' and e.subject_id = o.request_id)
                    and e.type = p_rule ->> 'event' and e.occurred_at > db.now() - interval '30 days'))
        order by o.updated_at desc, o.id desc limit 2000
    ) as d;
end
$$;
