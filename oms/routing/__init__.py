"""Choosing where each request ships from, and saying why.

Owns `routing.profiles` and their `profile_versions`, the `rules` that choose among them and what they chose
(`request_profiles`), `decisions`, carriers' `rates`, the capacity of locations' days,
their `accuracies`, `promises` and `country_centers`. `routing.plan` is a pure function of recorded inputs: `_problem` turns them into
bare numbers (`_supplies`) of the most promising of many locations (`_together`), `_best_subset` tries all their combinations,
`_assign` gives the lines their units, `_considered` and `_measures` say why and what it comes to. `routing.route` gathers the inputs
(`_inputs`, `_places`), plans, allocates, claims capacity and records the decision. Orders and fulfillment call it.
`alternatives` answers what would have to change for another location to be chosen, by planning again.

By a decision its lines are promised for a day (`_promise`). The first promise of a line stays; `score_promises` says whether it was
kept and, if not, why; what the customer changed is theirs (`excuse_promises`). `pickup_availability` says it before anybody orders.

What if other rules decided? A simulation (`simulate`, `continue_simulation`) makes the recorded decisions of the last days anew,
in order, on the stock that would have been there (`_world_after`, `_virtual_inputs`); a shadow (`start_shadow`, `judge`) judges
what is decided from now on. Both come to a `comparison`, and neither touches anything. docs/adr/0015 says what is fair.
"""
