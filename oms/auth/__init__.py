"""People, their sessions, and the keys of other software: who is asking, and what they may do.

Owns schema `auth`: people, sessions, login_attempts, setup_links, api_tokens. Passwords are Argon2id (passwords.py);
sessions and tokens are random and kept as hashes (secrets.py). `principal.py` turns a request into a Person or a Token
with an actor and permissions; `permissions.py` is the table of roles. Where people work is inventory's to know: app.py
hands it in as `Workplaces`.
"""

from oms.auth.permissions import PERMISSIONS, ROLES
from oms.auth.principal import Person, Token, Workplaces, init_app

__all__ = ["PERMISSIONS", "ROLES", "Person", "Token", "Workplaces", "init_app"]
