"""What must be well for a borough to serve, looked at one by one. Nothing is changed and nobody is written to."""

import shutil
import smtplib
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from borough.forms import queries as forms
from borough.forms.definition.load import faults_in
from borough.foundations.documents import clamd
from borough.foundations.outgoing.trouble import Down
from borough.foundations.pay.providers import base as pay
from borough.foundations.pay.providers import govuk
from borough.foundations.webhooks import queries as webhooks

from .logs import redact
from .settings.refusals import KNOWN_KEYS

LEAST_POSTGRES, LEAST_DISK = 15, 1 << 30
LATE = timedelta(minutes=10)  # the worker looks for due work every few seconds


@dataclass(frozen=True)
class Finding:
    name: str
    ok: bool
    found: str
    todo: str = ""


class Fault(Exception):
    """(what was found, what to do)"""


checks: list[tuple[str, Callable[[], str]]] = []


def check(name):
    def register(look):
        checks.append((name, look))
        return look

    return register


def examine() -> list[Finding]:
    """Every check, in order. One that fails never keeps the others from being made."""
    return [_one(name, look) for name, look in checks]


def as_json(findings: list[Finding]) -> dict:
    return {"ok": all(finding.ok for finding in findings), "findings": [asdict(finding) for finding in findings]}


def _one(name, look):
    try:
        return Finding(name, True, look())
    except Fault as fault:
        return Finding(name, False, *fault.args)
    except Exception as fault:
        return Finding(
            name, False, f"{type(fault).__name__}: {redact(str(fault)).splitlines()[0][:200]}", "Put that right."
        )


@check("Python")
def python():
    return "{}.{}.{}".format(*sys.version_info)  # an older one cannot even read this file


@check("database")
def database():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            version = cursor.fetchone()[0]
    except Exception as fault:
        raise Fault(f"no answer ({type(fault).__name__})", "Start PostgreSQL, or correct DATABASE_URL.") from fault
    if int(version.split(".")[0]) < LEAST_POSTGRES:
        raise Fault(f"PostgreSQL {version}", f"Use PostgreSQL {LEAST_POSTGRES} or newer.")
    return f"PostgreSQL {version}"


@check("tables")
def tables():
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        raise Fault(f"{len(waiting)} changes not made yet", "Run `borough prepare`.")
    return "as this version wants them"


@check("files")
def files():
    storage = storages["documents"]
    name = storage.save("doctor.txt", ContentFile(b"borough doctor\n"))
    try:
        with storage.open(name) as kept:
            if kept.read() != b"borough doctor\n":
                raise Fault("what is written does not come back", "Check the storage of documents.")
    finally:
        storage.delete(name)
    return type(storage).__name__


@check("virus scanning")
def scanning():
    document = apps.get_model("documents", "Document").objects
    if not settings.CLAMD_URL:
        if waiting := document.filter(scan="waiting").count():
            raise Fault(f"off, and {waiting} files wait for it", "Set CLAMD_URL, and start `borough worker` anew.")
        return "off: officers are told that files are not scanned"
    try:
        found = clamd.version()
    except (Down, ValueError) as fault:
        raise Fault(f"no answer: {fault}", "Start clamd, or correct CLAMD_URL. Files wait until then.") from fault
    if failed := document.filter(scan="failed").count():
        raise Fault(f"{failed} files could not be scanned", "See production.md; then run `borough documents scan`.")
    if late := document.filter(scan_due_at__lt=timezone.now() - LATE).count():
        raise Fault(f"{late} files should have been scanned by now", "Start `borough worker`, or look into its log.")
    if before := document.filter(scan="none").count():
        return f"{found}; {before} files came without it: `borough documents scan` has them scanned"
    return found


@check("disk")
def disk():
    settings.HOME.mkdir(parents=True, exist_ok=True)
    left = shutil.disk_usage(settings.HOME).free
    if left < LEAST_DISK:
        raise Fault(f"{left >> 20} MB left", "Make room: below 1 GB, uploads and backups may fail.")
    return f"{left >> 30} GB left"


@check("keys")
def keys():
    known = [key for key in (settings.SECRET_KEY, *settings.KEYS) if key.startswith(KNOWN_KEYS)]
    if not settings.SECRET_KEY or not settings.KEYS:
        raise Fault("missing", "Set BOROUGH_SECRET_KEY and BOROUGH_KEYS, made with `borough keys new`.")
    if known and not (settings.DEMONSTRATION or settings.PREPARE_ON_START):
        raise Fault("everybody knows one of them", "Make others with `borough keys new`.")
    return f"{len(settings.KEYS)} for sealing" + (", for trying out only" if known else "")


@check("static files")
def static():
    if not (settings.STATICFILES_DIRS[0] / "built/borough.css").exists():
        raise Fault("the styles are not built", "Run `make setup`.")
    if not settings.WHITENOISE_USE_FINDERS and not (settings.STATIC_ROOT / "staticfiles.json").exists():
        raise Fault("not gathered", "Run `borough prepare`.")
    return "built"


@check("e-mail")
def email():
    if settings.MESSAGES_EMAIL == "notify":
        return notify()
    if settings.MESSAGES_EMAIL != "smtp":
        return f"{settings.MESSAGES_EMAIL}: reaches nobody"
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    kind = smtplib.SMTP_SSL if settings.EMAIL_USE_SSL else smtplib.SMTP
    try:
        with kind(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=5) as server:
            if settings.EMAIL_USE_TLS:
                server.starttls()
            if settings.EMAIL_HOST_USER:
                server.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
            server.noop()
    except (OSError, smtplib.SMTPException) as fault:
        raise Fault(f"{where}: {type(fault).__name__}", "Start the mail server, or correct EMAIL_URL.") from fault
    return where


@check("texts and letters")
def texts():
    if "notify" in (settings.MESSAGES_TEXT, settings.MESSAGES_LETTER):
        return notify()
    return f"{settings.MESSAGES_TEXT} and {settings.MESSAGES_LETTER}: reach nobody"


def notify():
    address = getattr(settings, "NOTIFY_URL", "") or "https://api.notifications.service.gov.uk"
    try:
        with urlopen(f"{address.rstrip('/')}/_status?simple=1", timeout=5):  # noqa: S310  an address of the settings
            pass
    except HTTPError:
        pass  # it answered
    except (URLError, OSError) as fault:
        raise Fault(f"GOV.UK Notify: {type(fault).__name__}", "Let this machine reach GOV.UK Notify.") from fault
    if not getattr(settings, "NOTIFY_API_KEY", ""):
        raise Fault("GOV.UK Notify: no key", "Set NOTIFY_API_KEY.")
    return "GOV.UK Notify"


@check("payments")
def payments():
    cost = [form.title for form in forms.services() if form.sections.get("fees")]
    if settings.PAY == "none":
        if cost:
            raise Fault(f"nobody takes them, and {', '.join(cost)} costs something", "Set GOVUK_PAY_KEY.")
        return "nobody takes them, and no service costs anything"
    if settings.PAY != "govuk":
        return f"{settings.PAY}: no money moves"
    try:
        govuk.search("borough-doctor")
    except pay.Refused as fault:
        raise Fault(f"GOV.UK Pay says no ({fault.code})", "Make a new key there, and set GOVUK_PAY_KEY.") from fault
    except pay.Silent as fault:
        raise Fault(f"GOV.UK Pay: {fault}", "Let this machine reach GOVUK_PAY_URL.") from fault
    hooks = "its web hooks are signed" if settings.GOVUK_PAY_WEBHOOK_SECRET else "without web hooks: the worker asks"
    return f"GOV.UK Pay, {hooks}"


@check("worker")
def worker():
    rows = apps.get_model("schedule", "Schedule").objects.order_by("due_at")
    if not (first := rows.first()):
        raise Fault("has never run", "Start `borough worker`.")
    late = timezone.now() - first.due_at
    if late > LATE:
        raise Fault(f"{first.name} is {int(late.total_seconds() // 60)} minutes late", "Start `borough worker` anew.")
    failed = [row.name for row in rows if row.last_error]
    if failed:
        raise Fault(f"failing: {', '.join(failed)}", "Its log says where. Put that right; it tries again by itself.")
    return "at work"


@check("messages")
def messages():
    message = apps.get_model("outbox", "Message").objects
    failed = message.filter(status="failed").count()
    stuck = message.filter(status__in=["waiting", "sending"], due_at__lt=timezone.now() - timedelta(hours=1)).count()
    if settings.DEMONSTRATION and not stuck:
        return f"{failed} not sent, for the demonstration to show"
    if failed or stuck:
        todo = "See `borough messages list`; put the cause right, then try them again."
        raise Fault(f"{failed} not sent, {stuck} waiting for more than an hour", todo)
    return "none left behind"


@check("web hooks")
def web_hooks():
    if unknown := webhooks.unknown():
        todo = "Add it in /admin/ under Destinations, then `borough webhooks retry --all`."
        raise Fault(f"nobody has set up {', '.join(unknown)}", todo)
    if failed := webhooks.failed().count():
        raise Fault(f"{failed} not sent", "See `borough webhooks list --failed`; put the cause right, then retry them.")
    return "none left behind"


@check("services")
def services():
    faults = list(faults_in(settings.SERVICES))
    if faults:
        raise Fault(f"{len(faults)} faults", "Run `borough services check` to see each with its line.")
    return "no faults"
