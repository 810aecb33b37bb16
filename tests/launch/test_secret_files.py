from pathlib import Path

from oms.launch.secret_files import make_secrets, write_private


def test_it_makes_secrets_that_only_the_owner_can_read(tmp_path):
    make_secrets(tmp_path)
    for name in ("secret_key", "postgres_password"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
        assert len((tmp_path / name).read_text().strip()) == 64


def test_it_keeps_those_it_has(tmp_path):
    make_secrets(tmp_path)
    before = (tmp_path / "secret_key").read_text()
    make_secrets(tmp_path)
    assert (tmp_path / "secret_key").read_text() == before


def test_it_replaces_a_file_whole(tmp_path):
    write_private(tmp_path / "demo.json", "old")
    write_private(tmp_path / "demo.json", "new")
    assert (tmp_path / "demo.json").read_text() == "new"
    assert [path.name for path in Path(tmp_path).iterdir()] == ["demo.json"]
