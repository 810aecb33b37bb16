"""Work to do: it lives in PostgreSQL, Redis only rings the bell.

Owns `tasks.tasks`, `tasks.schedules` and `tasks.ticks`. `tasks.enqueue` writes work in the business transaction;
a worker takes it with `tasks.claim`, which counts the attempt and holds a lease, and ends it with `tasks.finish`
or `tasks.fail`. `tasks.sweep` finds what nobody is doing. The worker and the clock are in `jobs/`.
"""
