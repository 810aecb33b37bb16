"""orders.save_field: what this shop writes on its orders."""

from typing import Any

import pytest

from oms.db import DomainError, call, row


def save(**given: Any) -> int:
    return int(call("orders.save_field", p_field={"key": "gift", "label": "Gift", "kind": "text", **given}))


def test_it_adds_and_changes_by_key(db: Any) -> None:
    first = save()
    assert save(label="Gift message", is_required=True, is_archived=True) == first
    told = row("select subject_id, data ->> 'label' from history.events where type = 'field.saved' order by id desc")
    assert told == (first, "Gift message")
    kept = row("select label, is_required, is_archived, kind from orders.fields")
    assert tuple(kept or ()) == ("Gift message", True, True, "text")


def test_it_keeps_the_kind(db: Any) -> None:
    save()
    with pytest.raises(DomainError) as refused:
        save(kind="number")
    assert (refused.value.code, refused.value.field) == ("OM343", "kind")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"kind": "mood"}, "fields_kind_known"),
        ({"key": "Größe"}, "fields_key_plain"),
        ({"label": " "}, "fields_label_given"),
        ({"kind": "choice"}, "fields_choices_where_one_is_chosen"),
        ({"choices": ["a"]}, "fields_choices_where_one_is_chosen"),
    ],
)
def test_it_refuses_what_is_no_field(db: Any, given: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError) as refused:
        save(**given)
    assert refused.value.code == code
