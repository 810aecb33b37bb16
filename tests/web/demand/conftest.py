from tests.web.inventory.conftest import alice, bob, charlie, shelf  # noqa: F401 - the same shelf
