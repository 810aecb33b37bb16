"""Whether this process can work."""


def test_it_is_green(client):
    assert client.get("/healthz").status_code == 200


def test_it_is_red_where_the_database_holds_other_functions(client, owner):
    owner("update db.loaded set fingerprint = 'of another version'")
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert "migrate" in answer.text
