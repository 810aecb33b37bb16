"""The pages of fulfillment, one module for each part, on one blueprint."""

from oms.fulfillment.routes import elsewhere, lists, packing, paper, picking, rearranging, trackers
from oms.fulfillment.routes.blueprint import bp

__all__ = ["bp", "elsewhere", "lists", "packing", "paper", "picking", "rearranging", "trackers"]
