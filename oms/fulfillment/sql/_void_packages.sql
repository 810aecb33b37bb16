-- The boxes of a fulfillment order are not going out: void them, and let a task give bought labels back to their carriers.
-- Called by: fulfillment.reopen, fulfillment.cancel
create or replace function fulfillment._void_packages(p_order_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_package fulfillment.packages;
begin
    for v_package in
        update fulfillment.packages set state = 'voided'
        where order_id = p_order_id and state in ('draft', 'label_purchased')
        returning *
    loop
        if v_package.label is not null then
            perform tasks.enqueue('fulfillment.void_label', jsonb_build_object('package_id', v_package.id),
                'fulfillment.void_label:' || v_package.id);
        end if;
    end loop;
end
$$;
