"""Settings > Routing: profiles, the rules that choose them, and what carriers charge, each in its own file."""

from flask import Blueprint

bp = Blueprint("routing", __name__)

from oms.routing.routes import profiles, rates, rules, shadows, simulations, versions  # noqa: E402

__all__ = ["bp", "profiles", "rates", "rules", "shadows", "simulations", "versions"]
