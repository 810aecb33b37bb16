"""Products, variants (SKUs), barcodes, prices and tax rates.

Owns `catalog.products`, `variants`, `barcodes`, `prices`, `tax_rates`. `catalog.save_product` writes a product with
its variants; `catalog.tax_rate` finds the rate that holds in a country on a day. Channels and orders read it.
"""
