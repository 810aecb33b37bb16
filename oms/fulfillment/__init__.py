"""The work at one location: fulfillment orders, picking, packing, packages, shipping, tracking.

Owns `fulfillment.orders`, `lines`, `packages` and `tracking_events`. Works for demand requests, of which it knows the
reference and the address. Orders calls `plan`, `release` and `cancel`; people call the rest; carriers are in `carriers/`.
"""
