"""Choosing where each request ships from, and saying why.

Owns `routing.profiles`, `decisions` and `country_centers`. `routing.plan` is a pure function of recorded inputs;
`routing.route` gathers the inputs, plans, allocates and records the decision. Orders and fulfillment call it.
"""
