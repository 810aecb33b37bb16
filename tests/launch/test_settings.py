from pathlib import Path

import pytest

from oms.settings import SettingsError, app_password, load_settings

KEY = "k" * 32


def load(**environ):
    return load_settings({"SECRET_KEY": KEY, **environ})


def test_it_uses_the_embedded_servers_where_no_url_is_set(tmp_path):
    settings = load(OMS_DATA=str(tmp_path))
    assert f"?host={tmp_path}/sockets/postgres" in settings.database_url
    assert settings.redis_url == f"unix://{tmp_path}/sockets/redis/redis.sock"


def test_it_derives_the_application_role_from_the_administrators_url():
    settings = load(DATABASE_URL="postgresql://admin:secret@db.example:5433/shop?sslmode=require")
    assert settings.app_database_url == (
        f"postgresql://oms_app:{app_password(KEY)}@db.example:5433/shop?sslmode=require"
    )
    assert "secret@" not in settings.app_database_url


def test_it_takes_the_application_url_as_given():
    assert load(DATABASE_APP_URL="postgresql://a:b@pool/oms").app_database_url == "postgresql://a:b@pool/oms"


def test_it_goes_without_redis_when_the_url_is_empty():
    assert load(REDIS_URL="").redis_url is None


def test_it_reads_the_secret_key_from_the_data_folder(tmp_path):
    (tmp_path / "secret_key").write_text("f" * 64 + "\n")
    assert load_settings({"OMS_DATA": str(tmp_path)}).secret_key == "f" * 64


def test_it_marks_cookies_secure_when_people_come_by_https():
    assert load(BASE_URL="https://oms.example/").cookies_secure
    assert not load().cookies_secure
    assert load(BASE_URL="https://oms.example/").base_url == "https://oms.example"


def test_it_moves_sockets_out_of_a_folder_with_a_long_path(tmp_path):
    settings = load(OMS_DATA=str(tmp_path / ("long" * 30)))
    folder = Path(settings.database_url.partition("?host=")[2])
    assert len(str(folder / ".s.PGSQL.5432")) < 108
    assert "long" not in str(folder)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("PORT", "http", "PORT must be a whole number from 1 to 65535, not 'http'."),
        ("PORT", "70000", "PORT must be a whole number"),
        ("PROXIES", "all", "PROXIES must be a whole number from 0 to 9"),
        ("DEMO", "yes", "DEMO must be 0 or 1, not 'yes'."),
        ("SECRET_KEY", "short", "SECRET_KEY must be set to at least 32 characters"),
    ],
)
def test_it_refuses_what_makes_no_sense_in_a_sentence(name, value, words):
    with pytest.raises(SettingsError, match="^" + words[:20]) as refusal:
        load(**{name: value})
    assert str(refusal.value).startswith(words)
