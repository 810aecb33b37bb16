"""OMS Post: a carrier that exists only here, for trying things out. It answers like a real one, and never fails."""

from oms.fulfillment.carriers.simulator.post import OmsPost

__all__ = ["OmsPost"]
