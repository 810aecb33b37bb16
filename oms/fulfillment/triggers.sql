create or replace trigger orders_state before update of state on fulfillment.orders
for each row execute function db._on_state_change();

create or replace trigger packages_state before update of state on fulfillment.packages
for each row execute function db._on_state_change();

create or replace trigger tracking_events_append_only before update or delete or truncate on fulfillment.tracking_events
for each statement execute function db._on_append_only();

create or replace trigger pegs_arrive after update of state on demand.pegs
for each row when (new.state = 'arrived') execute function fulfillment._on_pegs();

create or replace trigger movements_end_waiting after insert on inventory.movements
for each row when (new.quantity > 0) execute function fulfillment._on_movements();

create or replace trigger orders_score_promises after update of state on fulfillment.orders
for each row when (new.state in ('delivered', 'ready_for_pickup')) execute function fulfillment._on_arrived();
