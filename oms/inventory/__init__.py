"""Locations, stock levels and the movement ledger; transfers between locations. Knows nothing of orders.

Owns `inventory.locations`, `location_staff`, `levels`, `movements`, `receipts`, `holds`, `hold_lines`, `transfers`,
`counts`, `incoming` (expected deliveries) and what belongs to them. Stock changes only through `inventory._post`, which
writes the ledger and the level together; promises are made by `inventory.reserve`, taken back by `unreserve` and kept by
`consume`. People call `receive`, `adjust` and `set_terms`. Demand calls reserve, unreserve and consume.

A hold is a promise with a deadline: `hold` makes or changes it, `extend_hold` gives it time, `release_hold` and
`expire_holds` end it, and `reserve` converts what `claim_hold` has locked. All of these change levels by `_promise`.

A transfer is drafted (`create_transfer`), made ready, which reserves it, sent, and received (`receive_transfer`) in as many
goes as it takes; `_account` writes down what became of each unit, `_expect` what is on its way.

A SKU with a pool (`pool`, `unpool`) is sold unit by unit: `pools` and `pool_units`. The units in it are reserved in their
level and promised to nobody; they go there and back only under the level's lock. Whoever reads stock reads the view
`inventory.stock`, where they are available; whoever takes stock away from a level calls `_lock_levels` first.

A count (`start_count`, `tally`, `recount`, `review_count`, `approve_count`, `post_count`) compares what people find with the
ledger at the moment they found it, so that stock may move meanwhile.

Where the units of a SKU are told apart (`catalog.set_tracking`), `lots` and `lot_levels` say which are where; they add up to the
level, by a constraint at commit. Whoever changes such a level changes its lots beside it: `receive`, `adjust_lot`, `set_aside`
and `put_back` name them; demand gets them from `take_lots` and gives them back by `post_lots`. A transfer takes lots along
(`transfer_lots`), those that were chosen and else what expires first, and they add up to what is under way, by a constraint as
well. What has expired or is recalled becomes unavailable (`withdraw_lots`). `level_history` keeps how every level stood
(history.py).
"""
