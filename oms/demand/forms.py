"""What people write about promises."""

from typing import Any

from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Row
from wtforms import DateField, IntegerField, RadioField, SelectField
from wtforms.validators import NumberRange, Optional

from oms.web import Form
from oms.web.forms import options


class TermsForm(Form):
    """How far beyond its stock a SKU is sold; an empty channel is every channel without terms of its own."""

    channel = SelectField(
        _l("Channel"), choices=lambda: options([("", _("Every channel without terms of its own")), *_channels()])
    )
    policy = RadioField(
        _l("When there is none left"),
        choices=options(
            [
                ("channel", _l("As the channel says")),
                ("allowed", _l("Take orders, they wait for stock")),
                ("refused", _l("Take no orders")),
            ]
        ),
        default="channel",
    )
    most = IntegerField(
        _l("At most"),
        [Optional(), NumberRange(1, 1_000_000, _l("The limit must be at least 1."))],
        description=_l("Units that may wait at once. Empty: any number."),
    )
    release_on = DateField(
        _l("Released on"), [Optional()], description=_l("For preorders: nothing of it is sent before this day.")
    )

    @staticmethod
    def from_row(channel: str, terms: Row[Any] | None) -> dict[str, Any]:
        """What the form shows of a channel's terms."""
        if terms is None:
            return {"channel": channel}
        return terms._asdict() | {"policy": "allowed" if terms.is_allowed else "refused"}

    def terms(self) -> dict[str, Any]:
        """As demand.set_backorder_terms takes it."""
        return {
            "p_channel": self.channel.data,
            "p_is_allowed": {"allowed": True, "refused": False}.get(self.policy.data),
            "p_most": self.most.data,
            "p_release_on": self.release_on.data,
        }


def _channels() -> list[tuple[str, str]]:
    return sorted(current_app.extensions["channel_names"]().items(), key=lambda channel: channel[1])
