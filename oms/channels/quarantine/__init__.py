"""Orders that could not be placed, repaired on screen.

Every field of the form is named by the JSON pointer of what it repairs (`/lines/0/sku`), which is also where a reason
points to: so each reason stands beside its field. `fields` says which places may be repaired and how they are read and
shown, `repairs` puts what was sent into the order, `queries` reads records.
"""
