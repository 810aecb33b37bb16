"""People, their sessions, and the keys of other software: who is asking, and what they may do.

Owns schema `auth`: people, sessions, login_attempts, setup_links, api_tokens. Passwords are Argon2id (passwords.py) and
asked for with growing patience (proof.py); sessions and tokens are random and kept as hashes (secrets.py).
principal.py turns a request into a Person or a Token with an actor and permissions; permissions.py is the table of
roles. Where people work is inventory's to know: app.py hands it in (workplaces.py).
"""

from flask import Flask

from oms.auth import passwords, principal, routes, sessions, workplaces
from oms.auth.workplaces import Workplaces


def init_app(app: Flask, places: Workplaces) -> None:
    workplaces.init_app(app, places)
    passwords.init_app(app)
    principal.init_app(app)
    app.jinja_env.filters["browser"] = sessions.browser_name
    app.register_blueprint(routes.bp)
