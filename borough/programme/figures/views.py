"""The published measures: pages with charts, and the same as CSV and JSON."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from borough.foundations.openly import as_json, csv, openly
from borough.programme.stamps import page

from . import exporting, queries
from .chart import chart

SHOWN = 24  # readings in the table beneath the chart


@require_safe
@page
def measures(request):
    found = {}
    for one in queries.measures():
        found.setdefault(one.published.workstream, []).append(one)
    return render(request, "figures/measures.html", {"workstreams": found})


@require_safe
@page
def measure(request, key):
    figure = queries.measure(key)
    points = queries.history(figure)
    drawn = chart([(one.day, one.value) for one in reversed(points)], figure.published.target)
    context = {"figure": figure, "points": points[:SHOWN], "more": len(points) > SHOWN, "chart": drawn}
    context |= {"revisions": figure.published.revisions.all(), "corrections": []}
    if figure.published.typed:
        context["corrections"] = queries.corrections(figure.published)
    return render(request, "figures/measure.html", context)


@require_safe
@openly
def measures_csv(request):
    return csv(exporting.rows(queries.measures()))


@require_safe
@openly
def measures_json(request):
    return as_json({"measures": [exporting.whole(one) for one in queries.measures()]})


@require_safe
@openly
def measure_csv(request, key):
    figure = queries.measure(key)
    return csv(exporting.reading_rows(figure, queries.history(figure)))


@require_safe
@openly
def measure_json(request, key):
    figure = queries.measure(key)
    return as_json(exporting.whole(figure) | {"readings": [exporting.reading(one) for one in queries.history(figure)]})
