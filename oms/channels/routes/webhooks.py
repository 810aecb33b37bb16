"""Where shops send their webhooks."""

from flask import request
from werkzeug import Response
from werkzeug.exceptions import RequestEntityTooLarge

from oms.channels.routes.blueprint import bp
from oms.channels.shopify import webhooks
from oms.web import public


@bp.post("/webhooks/shopify/<channel>")
@public("the sender proves itself by the signature", csrf=False)
def shopify_webhook(channel: str) -> Response:
    request.max_content_length = webhooks.BYTES_MAX
    try:
        webhooks.accept(channel, request.headers, request.get_data(cache=False))
    except RequestEntityTooLarge:
        return Response("too large\n", 413, mimetype="text/plain")
    except webhooks.Refused as refused:
        return Response(f"{refused}\n", refused.status, mimetype="text/plain")
    return Response(status=200)
