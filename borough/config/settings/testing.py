"""Tests: real PostgreSQL, nothing leaves the machine unless a test starts the server it goes to."""

import os
import tempfile

from borough.config import database

from .base import *  # noqa: F403
from .base import env

DEMONSTRATION = False
SECRET_KEY = "testing-only"  # noqa: S105
KEYS = ["testing-only-testing-only-testing"]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATABASES = {
    "default": env.db_url_config(database.url())
    | {"TEST": {"NAME": "test_" + os.environ.get("BOROUGH_TEST_NAME", "borough")}}
}
WEBHOOKS_HTTP, WEBHOOKS_NETWORKS = True, ["0.0.0.0/0", "::/0"]  # a back office on this machine will do
MESSAGES_EMAIL = "shown"
CLAMD_URL = ""
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
_kept = tempfile.mkdtemp(prefix="borough-test-")
MEDIA_ROOT = _kept
STORAGES = STORAGES | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "documents": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": _kept}},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
