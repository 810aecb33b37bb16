"""Customers and their addresses: with mails, the only place of personal data.

Owns `customers.customers` and `customers.addresses` (immutable rows that orders, demand and invoices point to).
`customers.save` finds a customer by e-mail or makes one; `customers.add_address` keeps an address as it was.
"""
