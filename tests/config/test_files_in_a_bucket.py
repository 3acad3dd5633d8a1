"""Files in S3-compatible storage, by production's own settings: kept, read and removed again by the doctor."""

import json

from tests.foundations.documents import bucket

from .commands import borough
from .test_production import PRODUCTION
from .test_refusals import GOOD

NOWHERE = {"DATABASE_URL": "postgres://borough:secret@127.0.0.1:1/borough", "EMAIL_URL": "smtp://127.0.0.1:1"}


def files(**settings):
    done = borough("doctor", "--json", **PRODUCTION | GOOD | NOWHERE | settings)
    return next(finding for finding in json.loads(done.stdout)["findings"] if finding["name"] == "files")


def test_one_that_answers():
    with bucket.running() as server:
        found = files(
            DOCUMENTS_S3_BUCKET="borough",
            DOCUMENTS_S3_URL=f"http://127.0.0.1:{server.server_port}",
            DOCUMENTS_S3_REGION="eu-west-2",
            DOCUMENTS_S3_KEY="made-up",
            DOCUMENTS_S3_SECRET="made-up-too",
        )
        assert found == {"name": "files", "ok": True, "found": "S3Storage", "todo": ""}
        assert server.put == ["documents/doctor.txt"]
        assert not server.objects


def test_one_that_does_not():
    found = files(
        DOCUMENTS_S3_BUCKET="borough",
        DOCUMENTS_S3_URL="http://127.0.0.1:1",
        DOCUMENTS_S3_KEY="x",
        DOCUMENTS_S3_SECRET="secret",
    )
    assert not found["ok"]
    assert "secret" not in json.dumps(found)
