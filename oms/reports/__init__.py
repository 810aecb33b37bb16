"""Whether the promises hold, and what work is waiting. Reads anything.

Owns `reports.checks`: how each consistency query of oms/db/consistency answered last, written by `reports.record_check`.
The pages are for the owner. Tasks ask every query about what has changed (`changes.py`) every five minutes, and about all rows once a day.
"""
