"""The event log: what happened, to what, by whom. Timelines, live updates and the audit trail read it.

Owns `history.events` (append-only). Everybody writes through `history.record`; nobody changes a row.
"""
