"""The demo company itself: its details, channels and people."""

import hashlib
import hmac
import secrets
from base64 import b32encode
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from argon2 import PasswordHasher

from oms.auth.secrets import hash_of, new_api_token
from oms.db import Actor, call
from oms.demo.places import LOCATIONS, Place
from oms.settings import Settings

SHOP = {
    "name": "Halm & Hafen",
    "legal_name": "Halm & Hafen GmbH",
    "line1": "Spinnereistraße 7",
    "postal_code": "04179",
    "city": "Leipzig",
    "country_code": "DE",
    "tax_id": "DE 290 450 017",
    "email": "hello@halmundhafen.example",
    "phone": "+49 341 23125 100",
    "website": "https://halmundhafen.example",
    "currency": "EUR",
    "language": "en",
    "time_zone": "Europe/Berlin",
    "invoice_note": "Geschäftsführung: Ida Halm, Piet Hafen · Amtsgericht Leipzig HRB 29045 · IBAN DE02 1203 0000 0000 2020 51",
}
_CHANNELS: tuple[tuple[str, str, str, str, str, bool, tuple[str, ...]], ...] = (
    ("shop-de", "Web shop", "shopify", "EUR", "de", True, ("LEIPZIG", "BERLIN", "LISBON", "SEIFFEN")),
    ("shop-us", "US shop", "shopify", "USD", "en", False, ("NEWARK",)),
    ("market", "Tradewinds", "api", "EUR", "en", True, ("LEIPZIG",)),
    ("phone", "Phone", "phone", "EUR", "de", True, ("LEIPZIG", "BERLIN", "LISBON", "SEIFFEN")),
    ("shop-uk", "UK shop", "csv", "GBP", "en", True, ("LEIPZIG",)),
)
# role in var/demo.json: what they are, their name, their language, where they work
_PEOPLE: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    ("owner", "owner", "Ida Halm", "en", ()),
    ("manager", "manager", "Piet Hafen", "en", ()),
    ("service", "service", "Carla Nunes", "en", ()),
    ("warehouse", "warehouse", "Jonas Keller", "en", ("LEIPZIG",)),
    ("store", "store", "Mara Lindt", "en", ("BERLIN",)),
    ("store-lisbon", "store", "Rui Tavares", "en", ("LISBON",)),
)
_HUDSON = Actor("system", name="Hudson Fulfillment")
_REHN = Actor("system", name="Rehn joinery")
_SCOPES = [
    "orders:read",
    "orders:write",
    "fulfillment:read",
    "fulfillment:write",
    "stock:read",
    "stock:write",
    "products:read",
]


@dataclass(frozen=True)
class Company:
    """Everything that stays as it is through the demo's ninety days."""

    places: dict[str, Place]
    people: dict[str, Actor]
    channels: dict[str, Actor]
    logins: dict[str, dict[str, str]]
    secrets: dict[str, str]
    api_token: str

    def place(self, location_id: int) -> Place:
        return next(place for place in self.places.values() if place.id == location_id)


def found(settings: Settings) -> Company:
    """Set the company up: details, locations, shelves, people, channels, and a key for other software."""
    call("db.save_shop", p_shop=SHOP)
    ids = {location["code"]: call("inventory.save_location", p_location=location) for location in LOCATIONS}
    for store in ("BERLIN", "LISBON"):
        for shelf in ("A1", "A2", "A3", "B1", "B2", "B3", "COLD"):
            call("pickup.save_shelf", p_location_id=ids[store], p_code=shelf)
    people, logins = _people(settings, ids)
    channels, channel_secrets = _channels(ids)
    staff = {
        "LEIPZIG": people["warehouse"],
        "BERLIN": people["store"],
        "LISBON": people["store-lisbon"],
        "NEWARK": _HUDSON,
        "SEIFFEN": _REHN,
    }
    places = {
        given["code"]: Place(
            ids[given["code"]],
            given["code"],
            given["city"],
            given["country_code"],
            ZoneInfo(given["time_zone"]),
            given["hours"],
            staff[given["code"]],
        )
        for given in LOCATIONS
    }
    return Company(places, people, channels, logins, channel_secrets, _api_token(people["owner"]))


def _people(settings: Settings, ids: dict[str, int]) -> tuple[dict[str, Actor], dict[str, dict[str, str]]]:
    hasher = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
    people, logins = {}, {}
    for login, role, name, language, places in _PEOPLE:
        email = f"{login}@halmundhafen.example"
        person_id = call("auth.create_person", p_email=email, p_name=name, p_role=role, p_language=language)
        password = _password(settings, email)
        call("auth.set_password", p_person_id=person_id, p_password_hash=hasher.hash(password))
        if places:
            call("inventory.assign_staff", p_person_id=person_id, p_location_ids=[ids[code] for code in places])
        people[login] = Actor("person", person_id, name)
        logins[login] = {"email": email, "password": password}
    return people, logins


def _password(settings: Settings, email: str) -> str:
    """Another one on every machine, so that a demo somebody leaves open is no open door."""
    digest = hmac.new(settings.secret_key.encode(), b"demo" + email.encode(), hashlib.sha256).digest()
    return f"demo-{b32encode(digest)[:10].decode().lower()}"


def _channels(ids: dict[str, int]) -> tuple[dict[str, Actor], dict[str, str]]:
    channels, channel_secrets = {}, {}
    for code, name, kind, currency, language, is_tax_included, sources in _CHANNELS:
        secret = secrets.token_hex(32) if kind == "shopify" else None
        channel = {
            "code": code,
            "name": name,
            "kind": kind,
            "currency": currency,
            "language": language,
            "is_tax_included": is_tax_included,
            "source_location_ids": [ids[source] for source in sources],
            "secret": secret,
        }
        channels[code] = Actor("channel", call("channels.save_channel", p_channel=channel), name)
        if secret:
            channel_secrets[code] = secret
    return channels, channel_secrets


def _api_token(owner: Actor) -> str:
    token, prefix = new_api_token()
    call(
        "auth.create_token",
        p_name="Demo",
        p_prefix=prefix,
        p_token_hash=hash_of(token),
        p_scopes=_SCOPES,
        p_created_by=owner.id,
    )
    return token
