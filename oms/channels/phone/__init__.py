"""Orders that people take by phone: a form that finds customers and products, and shows what it comes to as it is filled in.

`form` is what the page sends, `orders` makes an order of it, `drafts` keeps it for later, `queries` finds what is typed.
"""
