def test_it_is_not_by_itself(db):
    assert db.value("select db.is_past()") is False


def test_it_is_where_somebody_says_so(db):
    db.value("select set_config('oms.past', 'on', true)")
    assert db.value("select db.is_past()") is True


def test_it_leaves_no_work(db):
    db.value("select set_config('oms.past', 'on', true)")
    assert db.call("tasks.enqueue", p_kind="invoices.render") is None
    assert db.value("select count(*) from tasks.tasks") == 0
