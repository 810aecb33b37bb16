"""Exports of orders from Shopify, as CSV: one row for each line, the order's own columns only on its first row.

`reading` copes with what spreadsheets do to files, `orders` puts rows into our form, `importing` works through a file in
the background, one order at a time, so that a bad one never stops the rest.
"""
