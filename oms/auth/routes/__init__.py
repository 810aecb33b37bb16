"""The pages of auth, one module for each part, on one blueprint."""

from oms.auth.routes import account, login, people, tokens
from oms.auth.routes.blueprint import bp

__all__ = ["account", "bp", "login", "people", "tokens"]
