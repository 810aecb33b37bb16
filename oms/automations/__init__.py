"""Rules that the shop makes for itself: when this happens to an order, and all of that is so, then do these things.

Owns `automations.rules`, their `versions` and `runs`. A trigger on `history.events` enqueues one task for each event that an
active rule listens to; the task asks each rule in a transaction of its own (`automations.run`), so that one that fails
stops no other. What is true of an order is told by `automations.facts`; whether a rule matches, by the pure
`automations.matches`. Acts through the commands of orders, and tells people through `notifications.tell`. Chains end: an
event that a rule brought about carries the run that did it, a rule never runs a second time in one chain, and no chain is
longer than five.
"""
