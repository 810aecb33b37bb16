"""Background work: `worker` does it, `clock` says when, `run` is one task from beginning to end.

Every other module here is named after a domain and holds its jobs: a task of kind `invoices.render` is done by
`render(args)` in jobs/invoices.py. A job loads what its ids name and calls the domain; ten lines each.

A task may be done more than once: a worker can die after the effect and before the end is noted. A job that only
changes PostgreSQL has both in one transaction, by `with finishing():` around its calls. A job that reaches further
(mail, a carrier, a gateway) hands over a key of its own that makes the second time harmless, and raises `NotNow`
where the other side does not answer.
"""
