"""The pages of channels and the addresses of webhooks, one module for each part, on one blueprint."""

from oms.channels.routes import channels, imports, phone, quarantine, webhooks
from oms.channels.routes.blueprint import bp

__all__ = ["bp", "channels", "imports", "phone", "quarantine", "webhooks"]
