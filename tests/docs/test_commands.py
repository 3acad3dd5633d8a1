"""Every `borough` command in the pages is one that there is, with the words and options it takes."""

import re
import shlex

import pytest
from django.core.management import get_commands, load_command_class
from django.core.management.base import CommandError

from .pages import PAGES, name

LINE = re.compile(r"^ *(?:\.venv/bin/)?borough ([a-z-].*?) *(?:#.*)?$")
INLINE = re.compile(r"`(?:\.venv/bin/)?borough ([a-z-][^`]*)`")
OWN = {"help"}  # Django's own, in no list


def commands(text: str) -> list[str]:
    """What follows `borough`, in blocks and in the midst of a sentence."""
    blocks = re.findall(r"^ *```(?:sh)?\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [found[1] for line in lines if (found := LINE.match(line))] + INLINE.findall(text)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_they_are_there(page):
    wrong = []
    for written in commands(page.read_text(encoding="utf-8")):
        noun, *rest = shlex.split(written)
        if noun in OWN:
            continue
        if noun not in get_commands():
            wrong.append(written)
            continue
        command = load_command_class(get_commands()[noun], noun)
        try:
            if rest or not hasattr(command, "verbs"):
                command.create_parser("borough", noun).parse_args(rest)
        except CommandError as fault:
            if "are required" not in str(fault):  # a sentence may leave out what follows
                wrong.append(f"{written}: {fault}")
    assert wrong == []
