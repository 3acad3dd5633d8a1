"""With --json, standard output is JSON when a command is refused, too."""

import json

from .commands import borough


def test_a_new_key_as_json():
    assert len(json.loads(borough("keys", "new", "--json").stdout)["key"]) > 50


def test_a_restore_that_is_refused(tmp_path):
    done = borough("restore", str(tmp_path / "nothing.tar"), "--json")
    assert done.returncode == 1
    assert "cannot be read as an archive" in json.loads(done.stdout)["error"]
