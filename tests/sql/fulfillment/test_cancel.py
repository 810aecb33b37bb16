"""fulfillment.cancel: all work on a request stops."""


def cancel(db, work):
    db.call("fulfillment.cancel", p_request_id=work.row.request_id)


def test_it_frees_the_stock(db, work):
    factories_pick_one(db, work)
    cancel(db, work)
    assert work.state == "canceled"
    assert work.level("MUG") == (10, 0)
    assert work.row.ended_at is not None


def test_it_gives_bought_labels_back(db, work):
    package_id = work.packed()
    work.label(package_id, label=b"%PDF")
    cancel(db, work)
    assert db.value("select state from fulfillment.packages") == "voided"
    task = db.row("select kind, args from tasks.tasks where kind = 'fulfillment.void_label'")
    assert task.args == {"package_id": package_id}


def test_it_leaves_what_has_shipped(db, work):
    work.shipped()
    cancel(db, work)
    assert work.state == "shipped"
    assert work.level("MUG") == (8, 0)


def factories_pick_one(db, work):
    db.call("fulfillment.pick", p_line_id=work.line("MUG").id)
