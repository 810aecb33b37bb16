"""What comes in from channels: deliveries of webhooks, and files of orders."""

from typing import Any

from jobs.run import LEASE_LOST, finishing
from oms.channels import queries as channels
from oms.channels.quarantine import queries as quarantine
from oms.channels.shopify.deliveries import process as process_shopify
from oms.channels.shopify_csv.importing import Work
from oms.channels.shopify_csv.reading import UnreadableError
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


def retry_quarantine(_args: dict[str, Any]) -> None:
    """Try every open record again, as it is: what was missing may be in the catalog now."""
    for record in quarantine.open_records():
        try:
            call("channels.retry_quarantine", p_id=record.id, p_payload=record.payload, p_version=record.version)
        except DomainError:
            continue  # somebody is at it, or its channel is switched off


def run_import(args: dict[str, Any]) -> None:
    """Work through a file of orders; what time is left over for is the next task's."""
    is_done, error = True, ""
    try:
        is_done = Work(args["id"]).run()
    except UnreadableError as unreadable:
        error = str(unreadable)
    with finishing():
        if is_done:
            call("channels.finish_import", p_id=args["id"], p_error=error)
        else:
            call("tasks.enqueue", p_kind="channels.run_import", p_args=args)


def forget(_args: dict[str, Any]) -> None:
    """Let go of what was kept only to be able to look."""
    with finishing():
        call("channels.forget")
