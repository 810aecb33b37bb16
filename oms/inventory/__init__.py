"""Locations, stock levels and the movement ledger. Knows nothing of orders.

Owns `inventory.locations`, `location_staff`, `levels`, `movements` and `receipts`. Stock changes only through `inventory._post`,
which writes the ledger and the level together; promises are made by `inventory.reserve`, taken back by `unreserve` and
kept by `consume`. People call `receive`, `adjust` and `set_terms`. Demand calls reserve, unreserve and consume.
"""
