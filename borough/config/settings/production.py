"""A borough that people rely on: everything from the environment, and what is unsafe does not start."""

import os

from django.core.exceptions import ImproperlyConfigured

from borough.config import logs

from .base import *  # noqa: F403
from .base import GOVUK_PAY_KEY, STORAGES, env
from .refusals import reasons, split

if refused := reasons(os.environ):
    raise ImproperlyConfigured("Borough does not start:\n" + "\n".join(f"  - {reason}" for reason in refused))

SECRET_KEY = env.str("BOROUGH_SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("BOROUGH_SECRET_KEY_FALLBACKS", default=[])
KEYS = split(env.str("BOROUGH_KEYS"))

# Where it is
ALLOWED_HOSTS = split(env.str("BOROUGH_HOSTS"))
WAGTAILADMIN_BASE_URL = SITE_URL = env.str("BOROUGH_URL", f"https://{ALLOWED_HOSTS[0]}")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", 0)
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Only over HTTPS, and browsers told to keep to it
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 60 * 60 * 24 * 365)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-borough"  # browsers take a __Host- cookie only from this very host, over HTTPS
CSRF_COOKIE_NAME = "__Host-csrf"

# What it keeps
DATABASES = {"default": env.db_url("DATABASE_URL") | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
CACHES = {"default": env.cache_url("CACHE_URL", "dbcache://borough_cache")}  # shared by every process
if bucket := env.str("DOCUMENTS_S3_BUCKET", ""):
    _s3 = {
        "bucket_name": bucket,
        "endpoint_url": env.str("DOCUMENTS_S3_URL", None),
        "region_name": env.str("DOCUMENTS_S3_REGION", "eu-west-2"),
        "access_key": env.str("DOCUMENTS_S3_KEY", None),  # none: the machine's own role
        "secret_key": env.str("DOCUMENTS_S3_SECRET", None),
        "default_acl": "private",
        "querystring_auth": True,
        "file_overwrite": False,
    }
    STORAGES = STORAGES | {
        "documents": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": _s3 | {"location": "documents"}},
        "default": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": _s3 | {"location": "media"}},
    }

# Messages
MESSAGES_EMAIL = env.str("MESSAGES_EMAIL", "smtp")
MESSAGES_TEXT = env.str("MESSAGES_TEXT", "none")
MESSAGES_LETTER = env.str("MESSAGES_LETTER", "none")
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", f"no-reply@{ALLOWED_HOSTS[0]}")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
for _name, _value in (env.email_url("EMAIL_URL") if env.str("EMAIL_URL", "") else {}).items():
    if _name != "EMAIL_BACKEND":  # Django's own mail goes through the outbox, as everywhere
        globals()[_name] = _value
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", 20)
globals().update({name: value for name, value in os.environ.items() if name.startswith("NOTIFY_")})

# Web hooks
WEBHOOKS_NETWORKS = env.list("WEBHOOKS_NETWORKS", default=[])
WEBHOOKS_CA = env.str("WEBHOOKS_CA", "")

# Money that comes in
PAY = "govuk" if GOVUK_PAY_KEY else "none"

# The council itself, in AUTHORITY_NAME, AUTHORITY_PHONE and so on
_details = {name: value for name, value in os.environ.items() if name.startswith("AUTHORITY_")}
AUTHORITY |= {name.removeprefix("AUTHORITY_").lower(): value for name, value in _details.items()}  # noqa: F405

LOGGING = logs.lines()
