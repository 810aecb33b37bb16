"""Shopify: its webhooks, from the signature to the order.

`webhooks` checks and keeps what arrives, `deliveries` does what its topic asks for, `orders`, `taxes`, `payments` and
`products` put Shopify's form into ours. Shopify's ids exceed what a float holds; here they are text.
"""
