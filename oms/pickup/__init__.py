"""Buy online, pick up in store: shelves, hand-over codes, collection, expiry.

Owns `pickup.shelves` and `pickup.pickups`. `pickup.stage` puts a picked fulfillment order on a shelf, `hand_over` gives it
to the person with the code, `return_to_stock` ends the waiting, `put_back` says that the goods are at their place again.
Codes are derived (codes.py); only their hash is stored. What is owed at the counter is asked of a `Till` (till.py).
"""
