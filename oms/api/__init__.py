"""The REST API under /api/v1: orders, holds, stock and products for other software. Its reference is served at /api/v1/docs.

Owns `api.idempotency_keys`. A resource is a module (orders, holds, stock, products): its routes declare what they take and give
with `@operation`, and from that come validation, the answer's form and the OpenAPI document. Errors are problem+json.
Bearer tokens only; a token confined to locations sees and changes what is there, by row-level security.
"""

from oms.api.routes import bp

__all__ = ["bp"]
