"""What the benchmarks sell: a location with plenty of everything, a channel, and who may ask."""

from oms.auth.secrets import hash_of, new_api_token, new_token
from oms.db import call, value

SKUS = 200
ADDRESS = {"name": "Dora Meier", "line1": "Hauptstr. 1", "postal_code": "10115", "city": "Berlin", "country_code": "DE"}
CUSTOMER = {"email": "dora@example.com", "name": "Dora Meier"}


def fill() -> None:
    """One warehouse with a million of each SKU."""
    place = {"code": "BENCH", "name": "Bench", "kind": "warehouse", "time_zone": "Europe/Berlin", "country_code": "DE"}
    location_id = call("inventory.save_location", p_location={**place, "latitude": 52.5, "longitude": 13.4})
    for n in range(1, SKUS + 1):
        variant = {"sku": f"BENCH-{n}", "prices": {"EUR": 1000}}
        product = {"handle": f"bench-{n}", "title": f"Bench product {n}", "variants": [variant]}
        call("catalog.save_product", p_product=product)
        variant_id = value("select id from catalog.variants where sku = :sku", sku=variant["sku"])
        call("inventory.receive", p_variant_id=variant_id, p_location_id=location_id, p_quantity=1_000_000)
    channel = {"code": "bench", "name": "Bench", "kind": "api", "currency": "EUR", "language": "en"}
    call("channels.save_channel", p_channel={**channel, "is_tax_included": True, "secret": None})


def token() -> str:
    """An API token that may do what the benchmarks do."""
    shown, prefix = new_api_token()
    scopes = ["orders:read", "orders:write"]
    call("auth.create_token", p_name="Bench", p_prefix=prefix, p_token_hash=hash_of(shown), p_scopes=scopes)
    return shown


def session() -> str:
    """The cookie of an owner who is logged in."""
    person_id = call("auth.create_person", p_email="owner@example.com", p_name="Owner", p_role="owner", p_language="en")
    cookie = new_token()
    begun = {"p_person_id": person_id, "p_token_hash": hash_of(cookie), "p_address": "", "p_user_agent": "bench"}
    call("auth.start_session", **begun)
    return cookie
