"""What is wanted: quantities of SKUs by request, and how far each has come.

Owns `demand.requests`, `lines` (quantities conserved by CHECK), `allocations` (hard reservations), `pegs` (promises out of
expected deliveries) and `backorder_terms`. Orders opens requests; routing allocates and pegs; fulfillment releases, consumes,
delivers and loses. Every function locks the request first. Triggers of its own hear of deliveries that arrive or slip.
"""
