"""Logging in and out, one's own account, people, roles and API tokens."""

import logging
from datetime import timedelta

from flask import Blueprint, Response, abort, make_response, redirect, request, session, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from oms import db
from oms.auth import passwords, queries, sessions, workplaces
from oms.auth.forms import LoginForm, OwnerForm, PasswordForm, PersonForm, ProfileForm, SetupForm, TokenForm
from oms.auth.permissions import CONFINED_ROLES, PERMISSIONS, ROLE_NAMES, ROLES, SCOPES
from oms.auth.secrets import hash_of, new_api_token, new_token
from oms.db import DomainError, call
from oms.web import done, guard, htmx, page, public

bp = Blueprint("auth", __name__)
log = logging.getLogger(__name__)


@bp.route("/login", methods=["GET", "POST"])
@public("how one becomes known")
def login() -> Response:
    form = LoginForm()
    if form.sent_well():
        email = form.email.data.strip().lower()
        claim = call("auth.claim_login", p_email_hash=hash_of(email), p_address=request.remote_addr or "")
        if claim.wait_seconds:
            return _too_many(form, claim.wait_seconds)
        person_id = _person_with(email, form.password.data)
        if person_id:
            call("auth.confirm_login", p_attempt_id=claim.attempt_id)
            log.info("login of person %s", person_id)
            return sessions.begin(redirect(_next(), 303), person_id)  # type: ignore[arg-type]
        log.warning("failed login from %s", request.remote_addr)
        form.form_errors.append(_("E-mail or password is wrong."))
    return page("auth/login.html", form=form, next=request.args.get("next"))


@bp.post("/logout")
@guard("account")
def logout() -> Response:
    return sessions.end(redirect(url_for("auth.login"), 303))  # type: ignore[arg-type]


@bp.route("/setup/<token>", methods=["GET", "POST"])
@public("a one-time link is the proof")
def setup(token: str) -> Response:
    link = call("auth.setup_link", p_token_hash=hash_of(token))
    if link is None:
        return make_response(page("auth/setup_over.html"), 410)
    form = OwnerForm() if link.person_id is None else SetupForm()
    if form.sent_well():
        try:
            person_id = call("auth.use_setup_link", **_setup_of(token, form))
        except DomainError as error:
            form.refuse(error)
        else:
            log.info("person %s used a set-up link", person_id)
            return sessions.begin(redirect(url_for("web.home"), 303), person_id)  # type: ignore[arg-type]
    return page("auth/setup.html", form=form, link=link, token=token)


@bp.route("/account", methods=["GET", "POST"])
@guard("account")
def profile() -> Response:
    form = ProfileForm(obj=current_user)
    if form.sent_well():
        call("auth.save_profile", p_person_id=current_user.id, **_named(form.data))
        return done(url_for("auth.profile"), _("Saved."))
    return _profile(form=form)


@bp.post("/account/theme")
@guard("account")
def theme() -> Response:
    chosen = request.form.get("theme")
    if chosen not in {"auto", "light", "dark"}:
        abort(400)
    call(
        "auth.save_profile",
        p_person_id=current_user.id,
        p_language=current_user.language,
        p_time_zone=current_user.time_zone,
        p_theme=chosen,
    )
    return redirect(url_for("web.home"), 303)  # type: ignore[return-value]


@bp.post("/account/password")
@guard("account")
def password() -> Response:
    form = PasswordForm()
    if form.sent_well():
        claim = call("auth.claim_login", p_email_hash=hash_of(current_user.email), p_address=request.remote_addr or "")
        if claim.wait_seconds:
            return _profile(password_form=form, status=429)
        if _person_with(current_user.email, form.current.data):
            call("auth.confirm_login", p_attempt_id=claim.attempt_id)
            hashed = passwords.hash_password(form.password.data)
            call(
                "auth.set_password",
                p_person_id=current_user.id,
                p_password_hash=hashed,
                p_keep_session=current_user.session_hash,
            )
            return done(url_for("auth.profile"), _("Password changed. You are logged out everywhere else."))
        form.current.errors = [_("This is not your password.")]
    return _profile(password_form=form, status=422)


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


@bp.get("/settings/people")
@guard("people.manage")
def people() -> Response:
    return page("auth/people.html", people=queries.people(), role_names=ROLE_NAMES)


@bp.route("/settings/people/new", methods=["GET", "POST"])
@guard("people.manage")
def person_create() -> Response:
    form = PersonForm(locations=workplaces.choices())
    if form.sent_well():
        try:
            person_id = _create_person(form)
        except DomainError as error:
            form.refuse(error)
        else:
            return _show_link(person_id)
    return page("auth/person.html", form=form, person=None, confined=CONFINED_ROLES)


@bp.route("/settings/people/<int:person_id>", methods=["GET", "POST"])
@guard("people.manage")
def person(person_id: int) -> Response:
    found = queries.person(person_id) or abort(404)
    form = PersonForm(obj=found, locations=workplaces.choices(), location_ids=workplaces.of_person(person_id))
    if form.sent_well():
        try:
            _update_person(person_id, form)
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("auth.people"), _("Saved."))
    return page("auth/person.html", form=form, person=found, confined=CONFINED_ROLES)


@bp.post("/settings/people/<int:person_id>/link")
@guard("people.manage")
def person_link(person_id: int) -> Response:
    queries.person(person_id) or abort(404)
    return _show_link(person_id)


@bp.get("/settings/roles")
@guard("settings.manage")
def roles() -> Response:
    return page("auth/roles.html", roles=ROLES, role_names=ROLE_NAMES, permissions=PERMISSIONS)


@bp.route("/settings/tokens", methods=["GET", "POST"])
@guard("settings.manage")
def tokens() -> Response:
    form = TokenForm()
    shown = None
    if form.sent_well():
        shown = _create_token(form)
        log.info("person %s made an API token", current_user.id)
        form = TokenForm(formdata=None)
    return page("auth/tokens.html", form=form, tokens=queries.tokens(), scopes=SCOPES, shown=shown)


@bp.post("/settings/tokens/<int:token_id>/revoke")
@guard("settings.manage")
def token_revoke(token_id: int) -> Response:
    call("auth.revoke_token", p_token_id=token_id)
    return done(url_for("auth.tokens"), _("Revoked. Whoever used it is shut out now."))
