"""The `borough` command: Django's commands and ours, with the database already there.

`borough NOUN VERB`. Nouns live in each room's `management/commands/`.
"""

import json
import os
import signal
import sys

WITHOUT_DATA = {"run", "makemigrations", "migrate", "collectstatic", "help", "--help", "--version", "check", "doctor",
                "restore", "demonstration", "words", "schema", "prepare", "keys", "tax", "benefits"}  # fmt: skip


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "borough.config.settings.development")
    noun = sys.argv[1] if len(sys.argv) > 1 else "help"
    if sys.argv[1:3] == ["keys", "new"]:  # asked for before there can be settings
        from borough.config.keys import new

        return print(json.dumps({"key": new()}) if "--json" in sys.argv else new())  # noqa: T201
    if noun == "run":
        _look_at_port()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # a script's background jobs ignore the first
            signal.signal(number, signal.default_int_handler)
    try:
        _carry_out(noun)
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        if noun == "run":  # however far it got
            _stop_database()
    return None


def _look_at_port():
    from borough.config import ports

    try:
        ports.free(os.environ.get("PORT", "8000"))
    except ports.Taken as taken:
        sys.exit(str(taken))


def _stop_database():
    from borough.config import database

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # a second Ctrl-C must not cut this short
    if not database.stop_embedded():
        print("The database stays: another program is using it.", file=sys.stderr)  # noqa: T201


def _carry_out(noun):
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        _ = settings.INSTALLED_APPS
    except (ImproperlyConfigured, RuntimeError) as refusal:  # a sentence that says what to do, so no traceback
        sys.exit(str(refusal))
    if noun not in WITHOUT_DATA and "BOROUGH_PREPARED" not in os.environ:  # `run` has prepared for its children
        import django

        django.setup()
        from borough.config.start import prepare

        prepare()
    execute_from_command_line(["borough", *sys.argv[1:]])
