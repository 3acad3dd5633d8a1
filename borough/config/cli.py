"""The `borough` command: Django's commands and ours, with the database already there.

`borough NOUN VERB`. Nouns live in each room's `management/commands/`.
"""

import os
import sys

WITHOUT_DATA = {"run", "makemigrations", "migrate", "collectstatic", "help", "--help", "--version", "check", "doctor",
                "restore", "demonstration", "compilemessages", "schema"}  # fmt: skip


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "borough.config.settings.development")
    from django.core.management import execute_from_command_line

    noun = sys.argv[1] if len(sys.argv) > 1 else "help"
    if noun not in WITHOUT_DATA:
        import django

        django.setup()
        from borough.config.start import prepare

        prepare()
    execute_from_command_line(["borough", *sys.argv[1:]])
