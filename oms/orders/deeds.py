"""What can be done to many orders at once: what is asked, what is done to each, and what is said afterwards."""

from collections.abc import Callable
from typing import Any, NamedTuple

from flask_babel import LazyString, ngettext
from flask_babel import lazy_gettext as _l
from sqlalchemy import Row

from oms.db import call
from oms.orders.forms import ManyForm, ManyHoldForm, assignment_form, tags_of
from oms.orders.forms import ManyTagsForm as TagsForm
from oms.web.formats import quantity

_Count = Callable[[int], str]


class Deed(NamedTuple):
    """Something that is done to many orders. Its words are functions of how many."""

    form: Callable[..., ManyForm]
    act: Callable[[Row[Any], Any], None]
    asks: _Count
    tells: _Count
    explains: LazyString
    button: LazyString
    icon: str
    view: str | None = None  # where the orders are found afterwards


def _hold(order: Row[Any], form: Any) -> None:
    call("orders.hold", p_order_id=order.id, p_reason=form.reason.data, p_note=(form.note.data or "").strip())


def _release(order: Row[Any], _form: Any) -> None:
    """All holds; an order without any says so."""
    for reason in order.holds or [""]:
        call("orders.unhold", p_order_id=order.id, p_reason=reason)


def _tag(order: Row[Any], form: Any) -> None:
    call("orders.tag", p_order_id=order.id, p_add=tags_of(form.add.data), p_remove=tags_of(form.remove.data))


def _assign(order: Row[Any], form: Any) -> None:
    call("orders.assign", p_order_id=order.id, p_person_id=form.person.data)


DEEDS = {
    "holds": Deed(
        ManyHoldForm,
        _hold,
        lambda n: ngettext("Put %(count)s order on hold?", "Put %(count)s orders on hold?", n, count=quantity(n)),
        lambda n: ngettext("%(count)s order is on hold", "%(count)s orders are on hold", n, count=quantity(n)),
        _l(
            "No location gets these orders until the hold is off. Work that nobody has begun is taken back;"
            " work under way may be finished, but nothing leaves."
        ),
        _l("Put on hold"),
        "pause",
        "held",
    ),
    "releases": Deed(
        ManyForm,
        _release,
        lambda n: ngettext("Take %(count)s order off hold?", "Take %(count)s orders off hold?", n, count=quantity(n)),
        lambda n: ngettext("%(count)s order is off hold", "%(count)s orders are off hold", n, count=quantity(n)),
        _l("All holds of these orders come off. Those that are paid are handed to their locations at once."),
        _l("Take off hold"),
        "play",
    ),
    "tags": Deed(
        TagsForm,
        _tag,
        lambda n: ngettext("Tag %(count)s order?", "Tag %(count)s orders?", n, count=quantity(n)),
        lambda n: ngettext("%(count)s order is tagged", "%(count)s orders are tagged", n, count=quantity(n)),
        _l("Separate several tags by commas. An order that has a tag already keeps it."),
        _l("Tag"),
        "tag",
    ),
    "assignments": Deed(
        assignment_form,
        _assign,
        lambda n: ngettext("Assign %(count)s order?", "Assign %(count)s orders?", n, count=quantity(n)),
        lambda n: ngettext("%(count)s order is assigned", "%(count)s orders are assigned", n, count=quantity(n)),
        _l("Who is chosen finds these orders under Mine."),
        _l("Assign"),
        "user",
    ),
}
