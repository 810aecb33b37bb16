-- Give a draft package its carrier, tracking number and label (PDF bytes; null where the number was typed by hand).
-- Raises: OM404, OM403, OM507 it has a label already, packages_label_has_tracking.
-- Called by: the pack page
create or replace function fulfillment.add_label(
    p_package_id bigint, p_carrier text, p_service text, p_tracking_number text, p_tracking_url text,
    p_label bytea default null, p_expected_on date default null
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform fulfillment._lock((select p.order_id from fulfillment.packages as p where p.id = p_package_id));
    update fulfillment.packages
    set state = 'label_purchased', carrier = p_carrier, service = p_service, tracking_number = trim(p_tracking_number),
        tracking_url = p_tracking_url, label = p_label, expected_on = p_expected_on
    where id = p_package_id and state = 'draft';
    if not found then
        raise exception using errcode = 'OM507', message = 'it has a label already';
    end if;
end
$$;
