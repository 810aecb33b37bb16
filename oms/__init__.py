"""OMS, an order management system: every order in one place, every unit promised once, every cent accounted for.

What it does. Orders come in from channels (`oms/channels`), are placed (`orders.place`), routed to the locations that
ship them or stage them for pickup (`routing.route`), worked on there (`oms/fulfillment`, `oms/pickup`), paid
(`oms/payments`), invoiced (`oms/invoices`) and told to the customer (`oms/notifications`, `oms/tracking`).

The map. A domain is a folder, a PostgreSQL schema, a template folder and a test folder of one name. It owns its tables;
only its own functions write them. Each may use only those before it:

    auth, history, tasks, catalog, customers, inventory, demand, routing, fulfillment, pickup, payments, orders,
    invoices, channels, notifications, automations, reports, tracking, api

Below them all: `oms/settings.py`, `oms/db` (the door to PostgreSQL), `oms/web` (what routes share), `oms/launch` (make run).
An upper domain that must react to a lower one listens with a trigger of its own.

The words. One per concept; docs/glossary.md tells them all.
    order, order line      the customer's commitment; the line carries the snapshot of price and tax
    request, demand line   what is wanted from stock, and how far it has come: canceled, unrouted, backordered, allocated,
                           released, shipped, delivered
    stock level            one row per SKU and location; available = on hand - reserved - safety - unavailable
    lot                    units of a SKU that belong together, where they are told apart; a serial number is a lot of one
    transfer               goods on their way from one location to another
    count                  what people find on the shelves, compared with the ledger at that moment
    movement               one row of the append-only ledger that on hand is the sum of
    hold                   a soft reservation with a deadline, such as a cart that is being paid
    allocation             a hard reservation for a demand line at a location
    profile, decision      versioned rules for choosing sources; the record of one choice, which can be replayed
    fulfillment order      the work of one location for one request
    pickup                 a fulfillment order that waits on a shelf for its customer
    tag, assignee, field   what a team and its shop add to an order: words, somebody who looks after it, values of their own
    automation             a rule of the shop: when this happens, and that is so, then do this
    quarantine             an incoming order that has problems, to be repaired and tried again

The lock order, for every function: idempotency key, external id, demand.requests row, orders.orders row, demand lines,
payable, draft, hold, transfer or count, expected delivery, stock levels sorted by (variant, location), lines of expected
deliveries, pegs, backorder terms, capacity of locations' days, invoice counter. Plain inserts take no lock and come where they
fall.

Where do I put ...?
    a rule that must hold under concurrency    a constraint in migrations/, or oms/<domain>/sql/<function>.sql
    a page                                     oms/<domain>/routes.py + queries.py + templates/<domain>/
    a refusal people can read                  raise OMnnn in SQL, one entry in oms/db/errors.py
    work after the answer                      tasks.enqueue in SQL, jobs/<domain>.py
    an invariant                               oms/db/consistency/*.sql
    a setting of the process                   oms/settings.py
"""
