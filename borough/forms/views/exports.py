"""What a back office would get of a service, from made-up answers."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from borough.foundations.authority.site import site

from .. import exporting, keepers, queries
from ..models import DefinitionVersion
from ..walking import samples
from .notices import faults


@require_safe
def preview(request, slug: str):
    """The live form's shape, as it would leave here, for the officers who look after the service."""
    keepers.keeper(request)
    try:
        form = queries.live(slug)
    except queries.NoService:
        raise Http404(slug) from None
    except queries.Faulty as faulty:
        return faults(request, faulty)
    keepers.check(request, form)
    version = DefinitionVersion.objects.values_list("hash", flat=True).get(pk=form.version)
    data = exporting.exported(form, _made_up(form, version), address=site())
    context = {"exported": data, "title": form.title, "made_up": True, "text": exporting.text(data)}
    context["back"] = (reverse("work-services"), "Services")
    return render(request, "forms/work/exported.html", context)


def _made_up(form, version) -> exporting.Sent:
    now = timezone.now()
    return exporting.Sent(
        reference=f"{form.service.reference}-234-678",
        version=version,
        channel="online",
        started_at=now,
        submitted_at=now,
        answers=samples.answers(form, timezone.localdate(now)),
    )
