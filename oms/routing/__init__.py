"""Choosing where each request ships from, and saying why.

Owns `routing.profiles` and their `profile_versions`, `decisions`, carriers' `rates`, the capacity of locations' days,
their `accuracies` and `country_centers`. `routing.plan` is a pure function of recorded inputs: `_problem` turns them into
bare numbers, `_shortlist` keeps the most promising of many locations, `_best_subset` tries all their combinations, `_assign`
gives the lines their units, `_considered` and `_measures` say why and what it comes to. `routing.route` gathers the inputs
(`_inputs`, `_places`), plans, allocates, claims capacity and records the decision. Orders and fulfillment call it.
"""
