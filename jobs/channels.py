"""What comes in from channels: deliveries of webhooks, and files of orders."""

from typing import Any

from jobs.run import LEASE_LOST, finishing
from oms.channels import queries as channels
from oms.channels.shopify.deliveries import process as process_shopify
from oms.db import Actor, DomainError, acting_as, call


def process(args: dict[str, Any]) -> None:
    """Do what a delivery asks for. What is refused for good is noted, for a person to see and to try again."""
    delivery = channels.waiting_delivery(args["id"])
    if delivery is None:
        return
    channel = channels.channel(delivery.channel_id)
    with acting_as(Actor("channel", channel.id, channel.name)):
        try:
            with finishing():
                outcome = process_shopify(channel, delivery.topic, delivery.body)
                call(
                    "channels.finish_delivery",
                    p_id=delivery.id,
                    p_state=outcome.state,
                    p_order_id=outcome.order_id,
                    p_quarantine_id=outcome.quarantine_id,
                )
        except DomainError as error:
            if error.code == LEASE_LOST:
                raise
            with finishing():
                call("channels.finish_delivery", p_id=delivery.id, p_state="failed", p_refusal=error.code)
