"""The `borough` command: Django's commands and ours, with the database already there.

`borough NOUN VERB`. Nouns live in each room's `management/commands/`.
"""

import os
import signal
import sys

WITHOUT_DATA = {"run", "makemigrations", "migrate", "collectstatic", "help", "--help", "--version", "check", "doctor",
                "restore", "demonstration", "compilemessages", "schema", "prepare", "keys"}  # fmt: skip


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "borough.config.settings.development")
    noun = sys.argv[1] if len(sys.argv) > 1 else "help"
    if sys.argv[1:3] == ["keys", "new"]:  # asked for before there can be settings
        from borough.config.keys import new

        return print(new())  # noqa: T201
    if noun == "run":
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a script's background jobs start with it ignored
    try:
        _carry_out(noun)
    except KeyboardInterrupt:
        sys.exit(130)
    return None


def _carry_out(noun):
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        _ = settings.INSTALLED_APPS
    except (ImproperlyConfigured, RuntimeError) as refusal:  # a sentence that says what to do, so no traceback
        sys.exit(str(refusal))
    if noun not in WITHOUT_DATA:
        import django

        django.setup()
        from borough.config.start import prepare

        prepare()
    execute_from_command_line(["borough", *sys.argv[1:]])
