-- Note that a rule failed on an event, so that it is seen on its page and in the order's timeline; it isn't tried again.
-- Called by: jobs.automations.evaluate
create or replace function automations.fail(
    p_rule_id int, p_event_id bigint, p_order_id bigint, p_cause_id bigint, p_error text
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if automations._begin_run(p_rule_id, p_event_id, p_order_id, p_cause_id, 'failed', p_error) is not null then
        perform history.record('order', p_order_id, 'automation.failed', jsonb_build_object('name', r.name, 'error', p_error))
        from automations.rules as r where r.id = p_rule_id;
    end if;
end
$$;
