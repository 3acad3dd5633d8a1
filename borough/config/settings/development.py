"""A borough on one's own machine: the demonstration, its own database, nothing leaves."""

from borough.config import database
from borough.foundations.authority import folder

from .base import *  # noqa: F403
from .base import AUTHORITY_FOLDER, GOVUK_PAY_KEY, MAP_CREDIT, MAP_TILES_URL, ROOT, env

DEBUG = env.bool("BOROUGH_DEBUG", False)  # `make run BOROUGH_DEBUG=1`: faults in full, and code reloads
DEMONSTRATION = env.bool("BOROUGH_DEMONSTRATION", True)
SECRET_KEY = "development-only"  # noqa: S105  production refuses it
KEYS = ["development-only-development-only"]
ALLOWED_HOSTS = ["*"]
WAGTAILADMIN_BASE_URL = SITE_URL = f"http://localhost:{env.str('PORT', '8000')}"  # in the links of messages
DATABASES = {"default": env.db_url_config(database.url()) | {"CONN_MAX_AGE": None}}
WEBHOOKS_HTTP, WEBHOOKS_NETWORKS = True, ["0.0.0.0/0", "::/0"]  # a back office on this machine will do
MESSAGES_EMAIL = env.str("MESSAGES_EMAIL", "shown")
PAY = "govuk" if GOVUK_PAY_KEY else "pretend" if DEMONSTRATION else "none"
if DEMONSTRATION and not MAP_TILES_URL:
    MAP_TILES_URL, MAP_CREDIT = "/demonstration/map/{z}/{x}/{y}.svg", MAP_CREDIT or "A made-up map"
if DEMONSTRATION and not AUTHORITY_FOLDER:
    AUTHORITY = folder.read(ROOT / "borough/demonstration/authority")
SERVICES_RELOAD = env.bool("SERVICES_RELOAD", True)
SEND_LIMIT = (1_000_000, 3600)  # so that a load test on one machine measures the forms, not the limit
PREPARE_ON_START = True
STORAGES = STORAGES | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = None  # nothing is gathered: each file is served from where it lies
