create or replace trigger events_notify after insert on history.events
for each row when (new.subject in ('order', 'demand') and new.type in (
    'order.placed', 'order.canceled', 'order.lines_canceled', 'order.edited', 'order.customer_asked', 'fulfillment.shipped',
    'tracking.out_for_delivery', 'tracking.delivered', 'pickup.ready', 'pickup.reminded', 'pickup.expired', 'invoice.issued')
    and coalesce(new.data ->> 'notifies', 'true') = 'true')
execute function notifications._on_event();
