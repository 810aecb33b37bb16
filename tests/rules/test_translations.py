"""Every message is translated into every language of those who read it, with the same placeholders."""

import pytest

from tests.support.messages import LANGUAGES, troubles, wanted


@pytest.mark.parametrize("catalog", LANGUAGES)
def test_it_is_complete_in_every_language(catalog):
    template = wanted(catalog)
    found = {language: list(troubles(catalog, language, template)) for language in LANGUAGES[catalog]}
    assert {language: trouble for language, trouble in found.items() if trouble} == {}, "make messages adds what is new"
