"""One version of a profile: looked at, and let decide, whether it is a draft or an earlier one; a draft can be given up."""

from flask import abort, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.routing import problems, queries, words
from oms.routing.routes import bp
from oms.web import done, guard, page


@bp.get("/settings/routing/versions/<int:version_id>/activation")
@guard("routing.manage")
def activation(version_id: int) -> Response:
    return _question(version_id)


@bp.post("/settings/routing/versions/<int:version_id>/activation")
@guard("routing.manage")
def activation_create(version_id: int) -> Response:
    found = queries.version(version_id) or abort(404)
    try:
        call("routing.activate", p_version_id=version_id, p_seen=request.form.get("seen", type=int))
    except DomainError as error:
        return _question(version_id, error)
    told = _("Version %(n)s of “%(name)s” decides from now on.", n=found.version, name=found.name)
    return done(url_for("routing.profile", profile_id=found.profile_id), told)


@bp.post("/settings/routing/versions/<int:version_id>/discard")
@guard("routing.manage")
def draft_discard(version_id: int) -> Response:
    found = queries.version(version_id) or abort(404)
    call("routing.discard_draft", p_version_id=version_id)
    return done(url_for("routing.profile", profile_id=found.profile_id), _("The draft is gone."))


def _question(version_id: int, mistake: DomainError | None = None) -> Response:
    """What would change, and what is wrong with it."""
    found = queries.version(version_id) or abort(404)
    active = next((other for other in queries.versions(found.profile_id) if other.state == "active"), None)
    return page(
        "routing/activation.html",
        status=mistake.status if mistake else None,
        version=found,
        active=active,
        changes=words.differences(active.rules if active else None, found.rules),
        problems=problems.told(call("routing.profile_problems", p_rules=found.rules)),
        mistake=mistake,
        words=words,
    )
