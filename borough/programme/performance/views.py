"""How our services do, in public: one by one, side by side, and how far each has come."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from borough.forms.measuring.models import SCORES
from borough.forms.measuring.period import LENGTHS
from borough.forms.measuring.report import rows
from borough.foundations.openly import as_json, csv, openly
from borough.programme.stamps import page

from . import queries
from .models import Channel

CHANNELS = dict(Channel.choices)


@require_safe
@page
def service(request, slug):
    form, period = queries.service(slug), _period(request)
    context = {"form": form, "figures": queries.performance(form, period), "scores": SCORES, "channels": CHANNELS}
    return render(request, "performance/service.html", context | {"period": period, "lengths": LENGTHS})


@require_safe
@page
def services(request):
    return render(request, "performance/services.html", {"services": queries.all_services()})


@require_safe
@page
def rollout(request):
    found, stages = queries.rollout()
    return render(request, "performance/rollout.html", {"rows": found, "stages": stages})


@require_safe
@openly
def service_csv(request, slug):
    return csv(rows(queries.performance(queries.service(slug), _period(request))))


@require_safe
@openly
def service_json(request, slug):
    return as_json(queries.performance(queries.service(slug), _period(request)))


@require_safe
@openly
def services_csv(request):
    names = ("service", "title", "as_at", *queries.COUNTED.values())
    return csv([names, *([one[name] for name in names] for one in queries.all_services())])


@require_safe
@openly
def services_json(request):
    return as_json({"services": queries.all_services()})


def _period(request):
    return queries.period(request.GET.get("days"))
