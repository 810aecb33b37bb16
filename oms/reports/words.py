"""How the reports say what they say."""

from datetime import timedelta

from babel.dates import format_timedelta
from flask_babel import lazy_gettext as _l

from oms.web.context import get_locale

STATES = {"dead": _l("Failed"), "running": _l("Running"), "ready": _l("Waiting"), "done": _l("Done")}
PERIODS = {7: _l("7 days"), 30: _l("30 days"), 90: _l("90 days")}

CAUSES = {
    "processing": _l("Left too late"),
    "transit": _l("The carrier took longer"),
    "stock": _l("Goods not where they should have been"),
    "customer": _l("Paid late, held or changed"),
}

SCHEDULES = {
    "backorders": _l("Give what came in to those who wait"),
    "tracking": _l("Ask carriers where parcels are"),
    "pickup expiries": _l("Take back what nobody collected"),
    "pickup reminders": _l("Remind of waiting pickups"),
    "expire holds": _l("Let go what was held too long"),
    "expire order changes": _l("Forget changes that nobody confirmed"),
    "forget drafts": _l("Forget old drafts"),
    "withdraw lots": _l("Take expired lots off sale"),
    "invariants": _l("Check the promises"),
    "measure accuracies": _l("Measure how accurate locations are"),
    "changes": _l("Check the promises for what has changed"),
    "judge in the shadow": _l("Let rules in the shadow judge new orders"),
    "forget API keys": _l("Forget old idempotency keys"),
    "forget logins": _l("Forget old logins"),
    "forget webhooks": _l("Forget old webhooks"),
    "forget tasks": _l("Forget finished work"),
}


def every(time: timedelta) -> str:
    """1 minute, 5 minutes, 1 day."""
    return format_timedelta(time, threshold=1, locale=get_locale())
