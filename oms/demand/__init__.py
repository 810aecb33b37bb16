"""What is wanted: quantities of SKUs by request, and how far each has come.

Owns `demand.requests`, `lines` (quantities conserved by CHECK) and `allocations` (hard reservations). Orders opens
requests; routing allocates; fulfillment releases, consumes, delivers and loses. Every function locks the request first.
"""
