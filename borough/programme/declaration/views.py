"""What the council declared, in public; and how each service meets the Service Standard."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from borough.programme.performance.queries import service
from borough.programme.stamps import page

from . import queries


@require_safe
@page
def declaration(request):
    return render(request, "declaration/declaration.html", queries.declared())


@require_safe
@page
def statement(request, year):
    return render(request, "declaration/statement.html", queries.statement(year))


@require_safe
@page
def standard(request, slug):
    form, points = service(slug), queries.standard(slug)
    return render(request, "declaration/standard.html", {"form": form, "points": points, "met": queries.met(points)})
