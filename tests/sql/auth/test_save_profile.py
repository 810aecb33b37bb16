"""What people set for themselves."""

import pytest

from oms.db import DomainError


def test_it_saves_language_zone_and_theme(db, alice):
    db.call("auth.save_profile", p_person_id=alice, p_language="fr", p_time_zone="Europe/Paris", p_theme="dark")
    kept = db.row("select language, time_zone, theme from auth.people where id = :id", id=alice)
    assert tuple(kept) == ("fr", "Europe/Paris", "dark")


def test_it_refuses_another_theme(db, alice):
    with pytest.raises(DomainError) as refused:
        db.call("auth.save_profile", p_person_id=alice, p_language="fr", p_time_zone=None, p_theme="pink")
    assert refused.value.code == "people_theme_known"
