"""What arrives for a promise moves its request on at once."""

from tests.support import factories
from tests.support.incoming import expect, receive


def test_its_request_is_tried_again(db):
    factories.product("MUG")
    delivery = expect(factories.location("HERE"), 7, MUG=5)
    placed = factories.place_order(lines=[factories.line("MUG", 2)])
    receive(delivery, 5)
    tasks = db.rows("select args from tasks.tasks where kind = 'fulfillment.retry'")
    assert [task.args["request_id"] for task in tasks] == [placed.request_id]
