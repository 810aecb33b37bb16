"""fulfillment.reopen: one step back, with a reason."""

from tests.support import factories


def reopen(db, work):
    db.call("fulfillment.reopen", p_order_id=work.id, p_reason="forgot one")


def test_it_unpacks_and_voids_the_label(db, work):
    package_id = work.packed()
    work.label(package_id, label=b"%PDF")
    reopen(db, work)
    assert (work.state, work.row.packed_at) == ("picked", None)
    assert db.value("select state from fulfillment.packages") == "voided"
    assert db.value("select args from tasks.tasks where kind = 'fulfillment.void_label'") == {"package_id": package_id}


def test_it_has_nothing_to_give_back_for_a_number_typed_by_hand(db, work):
    work.labeled()
    reopen(db, work)
    assert db.value("select count(*) from tasks.tasks where kind = 'fulfillment.void_label'") == 0


def test_it_can_be_packed_again(db, work):
    work.packed()
    reopen(db, work)
    db.call("fulfillment.pack", p_order_id=work.id)
    assert work.state == "packed"


def test_it_picks_again(db, work):
    factories.pick(work.id)
    reopen(db, work)
    assert work.state == "picking"


def test_it_refuses_what_has_left(db, work, refusal):
    work.shipped()
    assert refusal(reopen, db, work) == "OM504"
    assert work.state == "shipped"


def test_it_refuses_somebody_from_elsewhere(db, work, refusal, stranger):
    work.packed()
    with stranger:
        assert refusal(reopen, db, work) == "OM403"
    assert work.state == "packed"
