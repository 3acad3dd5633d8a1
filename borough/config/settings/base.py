"""What every borough shares. `development`, `testing` and `production` each say how they differ."""

import environ
from csp.constants import NONE, SELF

from borough.config import logs
from borough.config.database import HOME, ROOT  # HOME: what a borough on one machine keeps, database and documents
from borough.design.scripts import READY_HASH
from borough.foundations.authority import folder

env = environ.Env()

DEBUG = False
DEMONSTRATION = False
PREPARE_ON_START = False  # migrate and load the demonstration by themselves: development only
SECRET_KEY = ""
ALLOWED_HOSTS: list[str] = []

INSTALLED_APPS = [
    "borough.design",
    "borough.foundations.authority",
    "borough.foundations.audit",
    "borough.foundations.people",
    "borough.foundations.gazetteer",
    "borough.foundations.bookings",
    "borough.foundations.messages",
    "borough.foundations.codes",
    "borough.foundations.webhooks",
    "borough.foundations.documents",
    "borough.foundations.keeping",
    "borough.foundations.measures",
    "borough.foundations.limits",
    "borough.foundations.payments",
    "borough.foundations.pay",
    "borough.foundations.schedule",
    "borough.foundations.alerts",
    "borough.forms",
    "borough.forms.measuring",
    "borough.casework",
    "borough.communities.alliance",
    "borough.communities.devices",
    "borough.communities.inclusion",
    "borough.communities.learning",
    "borough.communities.referrals",
    "borough.council.skills",
    "borough.council.revenues",
    "borough.council.benefits",
    "borough.programme.workstreams",
    "borough.programme.figures",
    "borough.programme.strategy",
    "borough.programme.performance",
    "borough.programme.news",
    "borough.programme.feedback",
    "borough.programme.declaration",
    "borough.website",
    "borough.demonstration",
    "borough.config",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.users",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "borough.config.middleware.Health",
    "borough.config.middleware.Log",
    "borough.config.shortway.ShortWay",  # pages of a form go from here to their views
    "borough.config.middleware.Headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "borough.design.errors.NotAllowed",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "borough.foundations.people.middleware.SecondFactor",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",  # an address that moved, looked up only after a 404
]

ROOT_URLCONF = "borough.config.urls"
WSGI_APPLICATION = "borough.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [ROOT / "borough/design/templates", *sorted((ROOT / "borough").glob("**/templates"))],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "borough.design.jinja.environment",
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "borough.foundations.authority.context.authority",
                "borough.casework.context.work_nav",
                "borough.foundations.alerts.context.alerts",
            ],
            "extensions": ["wagtail.jinja2tags.core", "wagtail.images.jinja2tags.images"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",  # Wagtail's and Django's own admin pages
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": {}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
DATE_FORMAT = "j F Y"

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "staticfiles"
STATICFILES_DIRS = [ROOT / "borough/design/static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = HOME / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    "documents": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(HOME / "documents")},
    },
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

REFERRALS_KEPT = "1 year"  # after a referral or a call to the helpline ended, whose it was goes

# The council itself: a folder with its authority.toml and its logo
AUTHORITY_FOLDER = env.str("BOROUGH_AUTHORITY", "")
AUTHORITY = folder.read(AUTHORITY_FOLDER)
STATICFILES_DIRS = [*folder.static(AUTHORITY_FOLDER), *STATICFILES_DIRS]  # its own logo.svg comes before ours

# Services as definitions
SERVICES = ROOT / "services"
SERVICES_RELOAD = False  # development reads a changed file on the next request; production publishes

# Keys that encrypt bank details and hash matches; the first encrypts, all of them decrypt.
KEYS: list[str] = []

# How often one address may send one form: (times, seconds). Libraries and offices share an address.
SEND_LIMIT = (100, 3600)

# Messages
MESSAGES_EMAIL = "smtp"  # smtp, notify, or shown (kept for the demonstration's page)
MESSAGES_TEXT = "shown"
MESSAGES_LETTER = "shown"
EMAIL_BACKEND = "borough.foundations.messages.mail.OutboxBackend"  # Django's own mail goes through the outbox too
DEFAULT_FROM_EMAIL = "no-reply@borough.example"

# Virus scanning: unix:///run/clamav/clamd.ctl or tcp://host:3310. Without it nothing is scanned, and officers are told.
CLAMD_URL = env.str("CLAMD_URL", "")

# Maps. Without tiles there are none to tap: places are found by name. Such as https://tiles.example/{z}/{x}/{y}.png
MAP_TILES_URL = env.str("MAP_TILES_URL", "")
MAP_CREDIT = env.str("MAP_CREDIT", "")  # whose map it is, as its licence asks: © OpenStreetMap contributors
MAP_LINK = env.str(  # where officers look at a place
    "MAP_LINK", "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=18/{latitude}/{longitude}"
)

# Web hooks: HTTPS to the public internet, unless these say otherwise
WEBHOOKS_HTTP = False
WEBHOOKS_NETWORKS: list[str] = []  # networks of the council's own that back offices may be in, such as 10.1.2.0/24
WEBHOOKS_CA = ""  # a file of certificates to trust, in place of those that everybody trusts

# Money that comes in
PAY = "none"  # who takes payments: govuk, none, or pretend in the demonstration
GOVUK_PAY_URL = env.str("GOVUK_PAY_URL", "https://publicapi.payments.service.gov.uk")
GOVUK_PAY_PAGES = env.str("GOVUK_PAY_PAGES", "https://www.payments.service.gov.uk")  # people are sent nowhere else
GOVUK_PAY_KEY = env.str("GOVUK_PAY_KEY", "")
GOVUK_PAY_WEBHOOK_SECRET = env.str("GOVUK_PAY_WEBHOOK_SECRET", "")

# People
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/you/"
LOGOUT_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "borough.design.errors.csrf_failure"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Signing in (django-allauth). Residents and partners: a code by e-mail. Officers: a password and second factor, or the
# council's own accounts by OpenID Connect when OIDC_SERVER is set. See docs/decisions/0003-sign-in.md.
ACCOUNT_ADAPTER = "borough.foundations.people.sign_in.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # the code that signs somebody in has proven the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = ACCOUNT_PASSWORD_RESET_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False  # they count in each process's memory; foundations.limits counts for all
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
MFA_ADAPTER = "borough.foundations.people.sign_in.adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute out
SOCIALACCOUNT_ADAPTER = "borough.foundations.people.sign_in.oidc.SocialAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form that leads to another site is what our content security policy forbids
SOCIALACCOUNT_PROVIDERS = {}
if env.str("OIDC_SERVER", ""):
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "APPS": [
            {
                "provider_id": "council",
                "name": env.str("OIDC_NAME", "your council account"),
                "client_id": env.str("OIDC_CLIENT_ID"),
                "secret": env.str("OIDC_SECRET"),
                "settings": {"server_url": env.str("OIDC_SERVER")},
            }
        ]
    }
OIDC_SECOND_FACTOR = env.bool("OIDC_SECOND_FACTOR", False)  # true when the provider never lets anybody in on one alone

# What a page may load: our own files, and the one line that says JavaScript works.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, READY_HASH],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    },
}
SECURE_REFERRER_POLICY = "same-origin"
PERMISSIONS_POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000  # characters typed, files apart
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_HANDLERS = [
    "borough.foundations.documents.handlers.Most",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

LOGGING = logs.plain()
WHITENOISE_USE_FINDERS = False
TRUSTED_PROXIES = 0  # how many servers of ours stand in front and say whom they speak for

WAGTAIL_SITE_NAME = "Borough"
WAGTAILADMIN_BASE_URL = "http://localhost:8000"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_LOGIN_URL = "/sign-in/officer/"  # the editor has no door of its own
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_USER_TIME_ZONES = ["Europe/London"]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English")]
WAGTAIL_FRONTEND_LOGIN_URL = "/sign-in/"
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ods", "odt", "pdf", "txt", "xlsx"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
