"""Whether the promises hold, and what work is waiting. Reads anything.

Owns `reports.checks`: how each consistency query of oms/db/consistency answered last, written by `reports.record_check`.
The pages are for the owner; a task asks every query once a day.
"""
