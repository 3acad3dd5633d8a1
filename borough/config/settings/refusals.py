"""Why a borough will not start in production. Each reason says what to do."""

from collections.abc import Mapping

KNOWN_KEYS = ("development-only", "testing-only", "change-me", "django-insecure")
MAKE_KEY = "Make one with `borough keys new`."


def reasons(values: Mapping[str, str]) -> list[str]:
    """Every reason not to start, from the environment's `values`; none when it is safe."""
    return [
        *_switches(values),
        *_secret(values.get("BOROUGH_SECRET_KEY", "")),
        *_keys(values.get("BOROUGH_KEYS", "")),
        *_places(values),
        *_messages(values),
    ]


def _switches(values):
    if _on(values.get("BOROUGH_DEMONSTRATION")):
        yield "The demonstration lets anybody become an officer. Take BOROUGH_DEMONSTRATION away."
    if _on(values.get("BOROUGH_DEBUG")) or _on(values.get("DEBUG")):
        yield "DEBUG shows settings and data to strangers. Take BOROUGH_DEBUG (or DEBUG) away."


def _secret(secret):
    if not secret:
        yield f"BOROUGH_SECRET_KEY is missing. {MAKE_KEY}"
    elif _known(secret):
        yield f"BOROUGH_SECRET_KEY is one that everybody knows. {MAKE_KEY}"
    elif _weak(secret, 50):
        yield f"BOROUGH_SECRET_KEY is too easy to guess: it needs 50 characters or more. {MAKE_KEY}"


def _keys(text):
    keys = split(text)
    if not keys:
        yield f"BOROUGH_KEYS is missing: it seals bank details. {MAKE_KEY} Keep a copy apart from the backups."
    for place, key in enumerate(keys, 1):
        if _known(key):
            yield f"Key {place} in BOROUGH_KEYS is one that everybody knows. {MAKE_KEY}"
        elif _weak(key, 32):
            yield f"Key {place} in BOROUGH_KEYS is too easy to guess: it needs 32 characters or more. {MAKE_KEY}"


def _places(values):
    if not values.get("DATABASE_URL"):
        yield "DATABASE_URL is missing. Name the PostgreSQL server, as postgres://user:password@host/name."
    elif not values["DATABASE_URL"].startswith(("postgres://", "postgresql://")):
        yield "DATABASE_URL is not PostgreSQL. Borough keeps everything in PostgreSQL 15 or newer."
    hosts = split(values.get("BOROUGH_HOSTS", ""))
    if not hosts:
        yield "BOROUGH_HOSTS is missing. List the names people reach this borough by, parted by commas."
    elif any(host.startswith((".", "*")) for host in hosts):
        yield "BOROUGH_HOSTS lets through names that are not ours. List each name in full."


def _messages(values):
    email = values.get("MESSAGES_EMAIL", "smtp")
    ways = {email, values.get("MESSAGES_TEXT"), values.get("MESSAGES_LETTER")}
    if "shown" in ways:
        yield "Messages that are only shown reach nobody. Set MESSAGES_* to smtp, notify or none."
    if email == "smtp" and not values.get("EMAIL_URL"):
        yield "EMAIL_URL is missing. Name the mail server, as smtp+tls://user:password@host:587."
    if "notify" in ways and not values.get("NOTIFY_API_KEY"):
        yield "NOTIFY_API_KEY is missing. Copy it from GOV.UK Notify, or set MESSAGES_* to something else."
    for channel in ("EMAIL", "TEXT", "LETTER"):
        if values.get(f"MESSAGES_{channel}") == "notify" and not values.get(f"NOTIFY_TEMPLATE_{channel}"):
            yield f"NOTIFY_TEMPLATE_{channel} is missing. Copy the id of the template from GOV.UK Notify."


def split(text: str) -> list[str]:
    """The parts of a list written with commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def _on(value):
    return str(value or "").strip().lower() in {"1", "true", "yes", "on", "y", "t"}


def _known(secret):
    return secret.lower().startswith(KNOWN_KEYS)


def _weak(secret, least):
    return len(secret) < least or len(set(secret)) < 10
