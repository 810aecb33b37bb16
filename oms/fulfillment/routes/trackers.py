"""Where carriers send what they know of parcels."""

from flask import current_app, request
from werkzeug import Response

from oms.db import Actor, acting_as, transaction
from oms.fulfillment import parcels, queries
from oms.fulfillment.carriers import easypost
from oms.fulfillment.routes.blueprint import bp
from oms.web import public


@bp.post("/trackers/easypost")
@public("the sender proves itself by the signature", csrf=False)
def tracker_create() -> Response:
    """Answered at once; each fact is kept by a task of its own. A parcel that is not ours is no error of theirs."""
    secret = current_app.config["SETTINGS"].easypost_secret
    if secret is None:
        return _refused(404, "not in use")
    if (request.content_length or 0) > easypost.BYTES_MAX:
        return _refused(413, "too large")
    body = request.get_data(cache=False)
    if not easypost.is_genuine(secret, body, request.headers.get(easypost.SIGNATURE, "")):
        return _refused(401, "wrong signature")
    try:
        tracking_number, facts = easypost.read(body)
    except easypost.NotATrackerError:
        return _refused(400, "not a tracker")
    with acting_as(Actor("system", name="EasyPost")), transaction():
        package_id = queries.package_with(tracking_number)
        if package_id:
            parcels.keep(package_id, facts)
    return Response(status=204)


def _refused(status: int, reason: str) -> Response:
    return Response(f"{reason}\n", status, mimetype="text/plain")
