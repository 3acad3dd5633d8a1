"""The list of tasks of a form whose sections may be done in any order."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .. import who
from .notices import sent_already
from .parts import place_parts
from .place import Place, with_place


@require_safe
@with_place
def tasks(request, place: Place):
    if not place.form.service.task_list:
        raise Http404("tasks")
    if place.journey is None and not place.for_them:
        raise who.NotForYou(place.form, who.role(place.user))
    if place.journey is not None and place.journey.sent_at:
        return sent_already(place)
    items = [_task(place, section, route) for section, route in place.route.sections]
    done = sum(route.complete for _, route in place.route.sections)
    context = {
        "form": place.form,
        "own": place_parts(request, place, place.start),
        "base": place.base,
        "items": items,
        "done": done,
        "complete": place.route.complete,
    }
    return render(request, "forms/tasks.html", context)


def _task(place, section, route) -> dict:
    task = {"title": {"text": section.title}}
    if not route.pages:
        waits = {"text": _("Cannot start yet"), "classes": "govuk-task-list__status--cannot-start-yet"}
        return task | {"status": waits}
    page = route.pages[0] if route.complete or route.wanted is None else route.wanted
    task["href"] = place.base + page.name
    if route.complete:
        return task | {"status": {"text": _("Completed")}}
    begun = {"text": _("In progress"), "classes": "govuk-tag--light-blue"}
    new = {"text": _("Not yet started"), "classes": "govuk-tag--blue"}
    return task | {"status": {"tag": begun if route.begun else new}}
