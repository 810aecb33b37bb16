"""The store's tablet, one module for each part, on one blueprint."""

from oms.pickup.routes import board, handing_over, shelves, staging, waiting
from oms.pickup.routes.blueprint import bp

__all__ = ["board", "bp", "handing_over", "shelves", "staging", "waiting"]
