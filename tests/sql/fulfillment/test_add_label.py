"""fulfillment.add_label: a box gets its carrier and number."""


def package(db, package_id):
    return db.row("select * from fulfillment.packages where id = :id", id=package_id)


def test_it_keeps_what_the_carrier_gave(db, work):
    package_id = work.packed()
    work.label(package_id, " T-1 ", b"%PDF")
    found = package(db, package_id)
    assert (found.state, found.carrier, found.tracking_number, bytes(found.label)) == (
        "label_purchased",
        "simulator",
        "T-1",
        b"%PDF",
    )


def test_it_refuses_a_second_label(db, work, refusal):
    package_id = work.packed()
    work.label(package_id)
    assert refusal(work.label, package_id, "T-2") == "OM507"
    assert package(db, package_id).tracking_number == "T-1"


def test_it_refuses_an_empty_number(db, work, refusal):
    package_id = work.packed()
    assert refusal(work.label, package_id, "  ") == "packages_label_has_tracking"
    assert package(db, package_id).state == "draft"


def test_it_refuses_a_box_that_was_unpacked_meanwhile(db, work, refusal):
    package_id = work.packed()
    db.call("fulfillment.reopen", p_order_id=work.id, p_reason="forgot one")
    assert refusal(work.label, package_id) == "OM507"


def test_it_refuses_somebody_from_elsewhere(db, work, refusal, stranger):
    package_id = work.packed()
    with stranger:
        assert refusal(work.label, package_id) == "OM403"
    assert package(db, package_id).state == "draft"
