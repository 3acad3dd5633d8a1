"""Settings of a worker that a test starts: the testing ones, with mail going where the test says."""

import os

from borough.config.settings.testing import *  # noqa: F403

CLAMD_URL = os.environ.get("CLAMD_URL", "")
MESSAGES_EMAIL = os.environ.get("MESSAGES_EMAIL", "shown")
EMAIL_HOST = os.environ.get("EMAIL_HOST", "127.0.0.1")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "25"))
if "DOCUMENTS" in os.environ:
    STORAGES = STORAGES | {  # noqa: F405
        "documents": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": os.environ["DOCUMENTS"]},
        },
    }
