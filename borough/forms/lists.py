"""What stands in the way of going on from the list of a repeated group. Pure."""

import datetime
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .answers import nth
from .definition.form import Group


def unfinished(group: Group, answers: dict, today: datetime.date, logic: dict) -> str:
    """The message; "" where nothing does. `logic` has what was answered before the group."""
    entries = group.counted(answers, logic)
    if len(entries) > group.most:
        words = _("You can add {most} at most: remove {over}")
        return words.format(most=group.most, over=len(entries) - group.most)
    for at, entry in enumerate(entries.values(), 1):
        if not group.route(entry, today, logic).complete:
            words = _("{row} is not finished: finish it")
            words = words if group.times else _("{row} is not finished: finish it or remove it")
            return words.format(row=nth(group, at))
    if len(entries) < group.least:
        words = _("Add at least {least}: {row} is still to come")
        return words.format(least=group.least, row=nth(group, len(entries) + 1))
    return ""


def messages(group: Group, today: datetime.date) -> Iterator[tuple[str, str]]:
    """(fault, message) of each that its list can give, found by making a list of none, of one begun, of too many."""
    for fault, count in (("missing", 0), ("invalid", 1), ("too_big", group.most + 1)):
        entries = {str(at): {} for at in range(1, count + 1)}
        if said := unfinished(group, {group.name: entries}, today, {group.times: group.most}):
            yield ("invalid" if group.times else fault), said
