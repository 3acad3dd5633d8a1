"""Log lines without personal data: what happened, on which route, how long it took; never what somebody typed."""

import json
import logging
import re
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime

REQUEST: ContextVar[str] = ContextVar("request", default="")  # the id that ties one request's lines together

PRIVATE = [
    (re.compile(r"[\w.+'-]+@[\w-]+(\.[\w-]+)+"), "[e-mail]"),
    (re.compile(r"\b[A-Z]{2}\s?(\d\s?){6}[A-D]\b", re.I), "[number]"),  # National Insurance
    (re.compile(r"(?<!\w)\(?\+?\d([\s()-]{0,2}\d){8,}"), "[number]"),  # telephones, account numbers, UPRNs
    (re.compile(r"(?<!\w)\d{2}[- ]\d{2}[- ]\d{2}(?!\w)"), "[number]"),  # sort codes
    (re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b", re.I), "[postcode]"),
    (re.compile(r"(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{24,}", re.I), "[token]"),
]


def redact(text: str) -> str:
    """`text` with e-mail addresses, telephone and other long numbers, postcodes and tokens taken out."""
    for pattern, instead in PRIVATE:
        text = pattern.sub(instead, text)
    return text


def route(request) -> str:
    """The name of the address asked for, never the address: that may hold a reference or a token."""
    match = getattr(request, "resolver_match", None)
    return (match.view_name or match.route) if match else "nowhere"


def fault(exc: BaseException) -> dict:
    """What kind of exception and where. Not its message, which may hold what somebody typed."""
    frames = traceback.extract_tb(exc.__traceback__)
    told = {"kind": type(exc).__name__, "where": [f"{_short(f.filename)}:{f.lineno} {f.name}" for f in frames[-12:]]}
    if sqlstate := getattr(exc, "sqlstate", None):
        told["sqlstate"] = sqlstate
    if cause := exc.__cause__ or (None if exc.__suppress_context__ else exc.__context__):
        told["because"] = fault(cause)
    return told


def _short(filename):
    return re.sub(r"^.*/(site-packages|lib/python3\.\d+)/", "", filename).removeprefix(_root())


def _root():
    return __file__.removesuffix("borough/config/logs.py")


class Lines(logging.Formatter):
    """One JSON object a line, for machines."""

    def format(self, record):
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": message(record),
        }
        if request := REQUEST.get():
            line["request"] = request
        line |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[1]:
            line["fault"] = fault(record.exc_info[1])
        return json.dumps(line, default=str, ensure_ascii=False)


class Plain(logging.Formatter):
    """For a person at their own machine: the same words, and faults in full."""

    def format(self, record):
        fields = " ".join(f"{key}={value}" for key, value in getattr(record, "fields", {}).items())
        line = f"{record.levelname.lower()} {record.name}: {message(record)} {fields}".rstrip()
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def message(record: logging.LogRecord) -> str:
    """The record's words, redacted; a request's address becomes the name of its route."""
    if str(record.msg).startswith("Invalid request from ip"):
        return "Invalid request"  # gunicorn's own words hold the address, and the line that it could not read
    request, args = getattr(record, "request", None), record.args
    path = getattr(request, "path", None)
    if path and isinstance(args, tuple):
        args = tuple(route(request) if isinstance(arg, str) and path in arg else arg for arg in args)
    try:
        return redact(str(record.msg) % args if args else str(record.msg))
    except (TypeError, ValueError):
        return redact(str(record.msg))


def plain() -> dict:
    """Settings for one's own machine: warnings and worse, as text."""
    return _settings("Plain", "WARNING")


def lines() -> dict:
    """Settings for production: every request, as JSON."""
    return _settings("Lines", "INFO")


def _settings(formatter, level):
    quiet = {"handlers": [], "propagate": True}  # everything ends at the root, in our own form
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"ours": {"()": f"borough.config.logs.{formatter}"}},
        "handlers": {"ours": {"class": "logging.StreamHandler", "formatter": "ours"}},
        "root": {"handlers": ["ours"], "level": "WARNING"},
        "loggers": {
            "borough": {"level": level},
            "django": quiet | {"level": "WARNING"},
            "django.server": quiet | {"level": "WARNING"},
            "django.request": quiet | {"level": "ERROR"},  # a 404 is in our own line for the request
            "gunicorn.error": quiet | {"level": "WARNING"},
            "gunicorn.access": quiet | {"level": "CRITICAL"},
        },
    }
