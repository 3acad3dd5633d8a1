"""What would be wrong with a council's own settings, said before the first page is shown."""

from dataclasses import fields

from django.conf import settings
from django.core.checks import Error, Warning, register

from borough.design.contrast import READABLE, ratio

from .details import Authority, details


@register()
def authority(app_configs, **kwargs):
    known = {field.name for field in fields(Authority)}
    unknown = sorted(set(settings.AUTHORITY) - known)
    if unknown:
        hint = "It may have: " + ", ".join(sorted(known)) + "."
        return [Error(f"AUTHORITY has {name}, which means nothing.", hint=hint, id="authority.E1") for name in unknown]
    return list(_colours(details()))


def _colours(council):
    for name in ("colour", "colour_dark"):
        colour = getattr(council, name)
        try:
            found = ratio(colour, "#ffffff")
        except ValueError as fault:
            yield Error(f"AUTHORITY {name}: {fault}.", hint="Write it as #0b4f53.", id="authority.E2")
            continue
        if found < READABLE:
            said = f"AUTHORITY {name} {colour} is {found:.1f} to 1 on white; people need {READABLE} to 1 to read it."
            yield Warning(said, hint="Choose a darker one.", id="authority.W1")
