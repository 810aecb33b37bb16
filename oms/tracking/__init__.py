"""The customer's own pages, behind a link that nobody can guess: no account, no password.

Owns `tracking.links`. A link's token is derived (links.py) from a nonce and the secret key; only its hash is stored.
Everything shown is read from other domains; what the customer does goes through their commands, as actor `customer`.
"""
