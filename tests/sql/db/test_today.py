"""db.today: the day it is in the shop."""

from datetime import date


def test_it_is_the_shops_day(db, owner):
    owner("update db.shop set time_zone = 'Pacific/Auckland'")
    owner("select set_config('oms.now', '2026-11-21 12:30:00+00', true)")
    assert owner("select db.today()")[0][0] == date(2026, 11, 22)
