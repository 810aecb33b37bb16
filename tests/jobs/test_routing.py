from jobs.run import run_due
from tests.support import factories


def test_it_measures_accuracies_when_it_is_time(db):
    factories.ship(factories.works(factories.place_order().id)[0].id)
    db.call("tasks.enqueue", p_kind="routing.measure_accuracies")
    run_due()
    assert db.value("select count(*) from routing.accuracies") == 1
