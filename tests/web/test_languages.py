"""In which language and direction a page is."""

import pytest

from oms.web.context import CUSTOMER_LANGUAGES, match_language


@pytest.mark.parametrize(
    ("query", "header", "language"),
    [
        ("", "de-AT,de;q=0.9", "de"),
        ("", "it,fr;q=0.5", "fr"),
        ("", "tlh", "en"),
        ("?lang=es", "de", "es"),
        ("?lang=' or 1=1", "de", "de"),
    ],
)
def test_the_address_then_the_browser(client, query, header, language):
    assert f'<html lang="{language}"' in client.get(f"/login{query}", headers={"Accept-Language": header}).text


def test_a_person_chooses_for_good(log_in):
    shown = log_in("owner", language="fr").get("/account", headers={"Accept-Language": "de"}).text
    assert '<html lang="fr" dir="ltr"' in shown


@pytest.mark.parametrize(
    ("tag", "language"), [("pt-PT", "pt_BR"), ("PT_br", "pt_BR"), ("ar-EG", "ar"), ("xx", None), ("", None)]
)
def test_near_languages_match(tag, language):
    assert match_language(tag, CUSTOMER_LANGUAGES) == language
