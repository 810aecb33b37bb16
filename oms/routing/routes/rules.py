"""The rules that choose a profile: sentences in an order, the first that is so decides."""

from flask import request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.routing import queries, words
from oms.routing.choosing import Choosing
from oms.routing.routes import bp
from oms.routing.routes.profiles import channels
from oms.web import choices, done, guard, page


@bp.get("/settings/routing/rules")
@guard("routing.view")
def rules() -> Response:
    told = [words.rule(rule, channels()) for rule in queries.rules()]
    default = next(profile for profile in queries.profiles() if profile.is_default)
    return page("routing/rules.html", rules=told, default=default)


@bp.route("/settings/routing/rules/edit", methods=["GET", "POST"])
@guard("routing.manage")
def rules_edit() -> Response:
    """What the pressed button asks for: to keep the rules, or one more, one less, one moved."""
    if request.method == "GET":
        return _form(Choosing.of_rules(queries.rules(), call("routing.rules_fingerprint")))
    written = Choosing.of_form(request.form)
    button = request.form.get("press", "save")
    if button != "save":
        written.press(button)
        return _form(written)
    if written.mistakes:
        return _form(written, status=422)
    try:
        call("routing.save_rules", p_rules=written.rules(), p_seen=written.seen)
    except DomainError as error:
        return _form(written, error.status, error)
    return done(url_for("routing.rules"), _("Saved. Orders that were placed before keep their profile."))


def _form(written: Choosing, status: int | None = None, mistake: DomainError | None = None) -> Response:
    return page(
        "routing/rules_edit.html",
        "form",
        status=status,
        written=written,
        mistake=mistake,
        channels=channels(),
        countries=[(country.value, country.label) for country in choices.countries()],
        profiles=queries.usable(),
    )
