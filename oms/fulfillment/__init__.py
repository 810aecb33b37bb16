"""The work at one location: fulfillment orders, picking, packing, packages, shipping, tracking.

Owns `fulfillment.orders`, `lines`, `packages` and `tracking_events`. Works for demand requests, of which it knows the
reference and the address. Orders calls `plan`, `release`, `recall` and `cancel`; people call the steps (`accept`, `pick`,
`short`, `reject`, `pack`, `add_label`, `ship`) and their ways back (`give_back`, `unpick`, `reopen`); every step happens
once, whoever taps at the same moment. Carriers are in `carriers/`, one module each; parcels.py speaks with them.
"""
