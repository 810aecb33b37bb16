"""Issued documents: immutable, with gapless numbers, rendered once.

Owns `invoices.counters`, `invoices`, `lines`, `taxes` and `documents`. Listens to fulfillment: what was shipped or
collected is invoiced by a task through `invoices.issue`; the PDF (pdf.py) is rendered by another and kept by
`invoices.store_document`.
"""
