"""Promise 8 where connections are shared: people of two stores ask at once, and each sees what is theirs, every time."""

from typing import Any

from oms.auth.secrets import hash_of, new_token
from tests.concurrency.conftest import Site
from tests.support import factories
from tests.support.together import together

AT_ONCE, TIMES = 16, 8  # on eight connections


def test_nobody_sees_with_the_eyes_of_whoever_asked_before(site: Site, committed_db: Any) -> None:
    stores = [factories.store("BERLIN"), factories.store("LEEDS")]
    names = ["Featherstone", "Quillfeather"]
    sessions = [_clerk(committed_db, place) for place in stores]
    for place, name in zip(stores, names, strict=True):
        factories.place_pickup(place, customer={"name": name, "email": f"{name}@example.com"})

    def ask(number: int) -> list[tuple[bool, bool]]:
        mine, other = names[number % 2], names[1 - number % 2]
        pages = [site.page(sessions[number % 2], address) for address in ("/pickup", "/orders") * (TIMES // 2)]
        return [(mine in page.body, other in page.body) for page in pages]

    seen = [found for answers in together(*[lambda n=n: ask(n) for n in range(AT_ONCE)]) for found in answers]
    assert len(seen) == AT_ONCE * TIMES
    assert set(seen) == {(True, False)}


def test_nobody_hears_of_what_is_not_theirs(site: Site, committed_db: Any) -> None:
    berlin, leeds = factories.store("BERLIN"), factories.store("LEEDS")
    here, there = factories.place_pickup(berlin), factories.place_pickup(leeds)
    for order, session in ((here, _clerk(committed_db, berlin)), (there, _clerk(committed_db, leeds))):
        for subject, number in (("order", order.id), ("demand", order.request_id)):
            heard = site.hear(session, subject)
            assert {found for told in heard for found in told["ids"]} == {number}


def _clerk(committed_db: Any, place: int) -> str:
    """Somebody who works at one store; their session."""
    told = {"p_email": f"clerk{place}@example.com", "p_name": "Clerk", "p_role": "store"}
    person_id = committed_db.call("auth.create_person", **told)
    committed_db.call("inventory.assign_staff", p_person_id=person_id, p_location_ids=[place])
    token = new_token()
    begun = {"p_token_hash": hash_of(token), "p_address": "", "p_user_agent": ""}
    committed_db.call("auth.start_session", p_person_id=person_id, **begun)
    return token
