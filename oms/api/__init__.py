"""The REST API under /api/v1: what people do on screens, for other software. Its reference is served at /api/v1/docs.

Owns `api.idempotency_keys`. A resource is a module (orders, changes, stock, counts ...): its routes declare what they take and give
with `@Operation`, and from that come validation, the answer's form and the OpenAPI document. Errors are problem+json. What they
take is described in `schemas/`, read in `queries/`, told by `outgoing/`; what a request names is found by `named`.
Bearer tokens only; a token confined to locations sees and changes what is there, by row-level security.
"""

from oms.api.routes import bp

__all__ = ["bp"]
