"""The customer's commitment: orders, lines with their price snapshot, holds; the commands that span the house.

Owns `orders.orders`, `lines`, `charges`, `taxes`, `holds`, `changes`, `questions`, `versions`, `drafts` and `views`. `orders.place`
captures, prices, reserves and routes in one transaction; `hold`, `unhold`, `cancel`, `cancel_lines`, `reopen`, `record_payment`
and `add_note` follow.

A placed order is edited by `changes`: `propose_change` works one out and holds what it adds, `confirm_change` makes it. Its
lines are never rewritten: more of something is a line of its own, less is canceled; so invoices stay exact. `versions` keeps
how it stood each time.

What waits may go as something else (`offers`, `substitute`); `ask_customer` asks, and `answer_question` does what is answered.

What somebody has begun to take is a draft (`save_draft`): not an order yet, but its stock is held for a day. `place` ends it.

Every derived status is written by `orders._derive` alone, which triggers on demand and payments call. Channels places orders;
pages and the API read them.
"""
