"""What is to be paid and what gateways and channels said of it. Knows a payable, not an order.

Owns `payments.payables` (counters under CHECK) and `payments.events` (append-only, each fact once).
`payments.open` makes a payable; `payments.record` takes every fact, from wherever it comes. Orders calls both.
"""
