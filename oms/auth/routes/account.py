"""One's own account: language, time zone, colors, password, and where one is logged in."""

from typing import Any

from flask import abort, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug import Response

from oms.auth import passwords, queries
from oms.auth.forms import PasswordForm, ProfileForm
from oms.auth.proof import TooManyFailures, prove
from oms.auth.routes.blueprint import bp
from oms.db import call
from oms.web import done, guard, page


@bp.route("/account", methods=["GET", "POST"])
@guard("account")
def profile() -> Response:
    form = ProfileForm(obj=current_user)
    if form.sent_well():
        _save(language=form.language.data, time_zone=form.time_zone.data, theme=form.theme.data)
        return done(url_for("auth.profile"), _("Saved."))
    return _profile(form, PasswordForm(formdata=None))


@bp.post("/account/theme")
@guard("account")
def theme() -> Response:
    chosen = request.form.get("theme")
    if chosen not in {"auto", "light", "dark"}:
        abort(400)
    _save(theme=chosen)
    return done(url_for("web.home"))


@bp.post("/account/password")
@guard("account")
def password() -> Response:
    form = PasswordForm()
    if form.sent_well() and _knows_the_password(form):
        call(
            "auth.set_password",
            p_person_id=current_user.id,
            p_password_hash=passwords.hash_password(form.password.data),
            p_keep_session=current_user.session_hash,
        )
        return done(url_for("auth.profile"), _("Password changed. You are logged out everywhere else."))
    return _profile(ProfileForm(formdata=None, obj=current_user), form, status=422)


@bp.post("/account/sessions/<key>/end")
@guard("account")
def session_end(key: str) -> Response:
    try:
        session_hash = bytes.fromhex(key)
    except ValueError:
        abort(404)
    call("auth.end_session", p_person_id=current_user.id, p_token_hash=session_hash)
    return done(url_for("auth.profile"), _("Logged out there."))


@bp.post("/account/sessions/end-others")
@guard("account")
def sessions_end_others() -> Response:
    call("auth.end_sessions", p_person_id=current_user.id, p_except=current_user.session_hash)
    return done(url_for("auth.profile"), _("Logged out everywhere else."))


def _profile(form: ProfileForm, password_form: PasswordForm, status: int | None = None) -> Response:
    return page(
        "auth/profile.html",
        form=form,
        password_form=password_form,
        sessions=queries.open_sessions(current_user.id),
        status=status,
    )


def _save(**changed: Any) -> None:
    kept = {"language": current_user.language, "time_zone": current_user.time_zone, "theme": current_user.theme}
    call(
        "auth.save_profile",
        p_person_id=current_user.id,
        **{f"p_{name}": told for name, told in (kept | changed).items()},
    )


def _knows_the_password(form: PasswordForm) -> bool:
    """Ask for the password again, throttled like a login: a screen left open must not be enough to take an account."""
    try:
        knows = prove(current_user.email, form.current.data, request.remote_addr or "") == current_user.id
    except TooManyFailures:
        form.current.errors = [_("Too many attempts. Wait a little and try again.")]
        return False
    if not knows:
        form.current.errors = [_("This is not your password.")]
    return knows
