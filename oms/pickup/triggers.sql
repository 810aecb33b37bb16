create or replace trigger pickup_canceled after update of state on fulfillment.orders
for each row when (new.state = 'canceled') execute function pickup._on_fulfillment_canceled();
