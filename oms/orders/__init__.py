"""The customer's commitment: orders, lines with their price snapshot, holds; the commands that span the house.

Owns `orders.orders`, `lines`, `charges`, `taxes` and `holds`. `orders.place` captures, prices, reserves and routes in one
transaction; `hold`, `unhold`, `cancel`, `record_payment` and `add_note` follow. Every derived status is written by
`orders._derive` alone, which triggers on demand and payments call. Channels places orders; pages and the API read them.
"""
