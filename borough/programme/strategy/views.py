"""The strategy in public: /programme/ and its workstreams."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from borough.programme.stamps import page

from . import queries


@require_safe
@page
def strategy(request):
    """The editors' page; a plain one where there is none."""
    found = queries.page()
    if found:
        return found.serve(request).render()
    return render(request, "strategy/strategy.html", {"page": None} | queries.shown())


@require_safe
@page
def workstream(request, key):
    return render(request, "strategy/workstream.html", queries.workstream(key))
