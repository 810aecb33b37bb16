"""Logging in and out, and the one-time links with which people begin."""

import logging
from typing import Any

from flask import redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug import Response

from oms.auth import passwords, sessions
from oms.auth.forms import LoginForm, OwnerForm, SetupForm
from oms.auth.proof import TooManyFailures, prove
from oms.auth.routes.blueprint import bp
from oms.auth.secrets import hash_of
from oms.db import DomainError, call
from oms.web import guard, page, public

log = logging.getLogger(__name__)


@bp.route("/login", methods=["GET", "POST"])
@public("how one becomes known")
def login() -> Response:
    form = LoginForm()
    status = None
    if form.sent_well():
        try:
            person_id = prove(form.email.data, form.password.data, request.remote_addr or "")
        except TooManyFailures as error:
            form.form_errors.append(_wait(error.seconds))
            status = 429
        else:
            if person_id:
                log.info("person %s logged in", person_id)
                return sessions.begin(redirect(_wanted_page(), 303), person_id)
            log.warning("failed login from %s", request.remote_addr)
            form.form_errors.append(_("E-mail or password is wrong."))
    return page("auth/login.html", form=form, status=status, has_people=call("auth.has_people"))


@bp.post("/logout")
@guard("account")
def logout() -> Response:
    return sessions.end(redirect(url_for("auth.login"), 303))


@bp.route("/setup/<token>", methods=["GET", "POST"])
@public("a one-time link is the proof")
def setup(token: str) -> Response:
    link = call("auth.setup_link", p_token_hash=hash_of(token))
    if link is None:
        return page("auth/setup_over.html", status=410)
    form = OwnerForm() if link.person_id is None else SetupForm()
    if form.sent_well():
        try:
            person_id = call("auth.use_setup_link", **_chosen(token, form))
        except DomainError as error:
            form.refuse(error)
        else:
            log.info("person %s used a set-up link", person_id)
            return sessions.begin(redirect(url_for("web.home"), 303), person_id)
    return page("auth/setup.html", form=form, link=link, token=token)


def _chosen(token: str, form: OwnerForm | SetupForm) -> dict[str, Any]:
    chosen = {"p_token_hash": hash_of(token), "p_password_hash": passwords.hash_password(form.password.data)}
    if isinstance(form, OwnerForm):
        chosen |= {"p_email": form.email.data, "p_name": form.name.data}
    return chosen


def _wanted_page() -> str:
    """Where the person wanted to go before logging in; only ever a page of ours."""
    wanted = request.args.get("next", "")
    is_ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and wanted.isprintable()
    return wanted if is_ours else url_for("web.home")


def _wait(seconds: int) -> str:
    if seconds < 60:  # noqa: PLR2004
        return ngettext(
            "Too many attempts. Try again in %(num)d second.",
            "Too many attempts. Try again in %(num)d seconds.",
            seconds,
        )
    minutes = -(-seconds // 60)
    return ngettext(
        "Too many attempts. Try again in %(num)d minute.", "Too many attempts. Try again in %(num)d minutes.", minutes
    )
