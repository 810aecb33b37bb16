"""What a password may be, and what checking one costs."""

import pytest
from flask import Flask
from werkzeug.exceptions import TooManyRequests

from oms.auth import passwords


@pytest.mark.parametrize(
    "easy",
    ["password123", "qwertyuiop", "1234567890", "aaaabbbbcc", "Dragon!2026", "manchester", "1q2w3e4r5t"],
)
def test_easy_ones_are_known(easy):
    assert passwords.is_common(easy)


@pytest.mark.parametrize(
    "good", ["three calm whales", "überraschend leise", "日本語の長い文です、はい", "x7$kP9!mQz2w"]
)
def test_others_are_not(good):
    assert not passwords.is_common(good)


def test_the_real_parameters_are_what_owasp_asks_for():
    other = Flask("other")
    passwords.init_app(other)
    hasher = other.extensions["passwords"][0]
    assert (hasher.type.name, hasher.memory_cost, hasher.time_cost, hasher.parallelism) == ("ID", 65536, 3, 1)


def test_checking_takes_the_work_also_where_there_is_nobody(app, monkeypatch):
    verified = []
    hasher, nobody = app.extensions["passwords"]

    class Counting:
        def verify(self, password_hash, password):
            verified.append(password_hash)
            return hasher.verify(password_hash, password)

    monkeypatch.setitem(app.extensions, "passwords", (Counting(), nobody))
    with app.app_context():
        assert not passwords.is_right("anything", None)
        assert not passwords.is_right("nobody has this password", None)
    assert verified == [nobody, nobody]


def test_no_more_than_two_at_a_time(app, monkeypatch):
    monkeypatch.setattr(passwords, "_PATIENCE", 0.01)
    with app.app_context(), passwords._Turn(), passwords._Turn():
        with pytest.raises(TooManyRequests) as refused:
            passwords.hash_password("three calm whales")
        assert refused.value.retry_after == 0.01
