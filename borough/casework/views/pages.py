"""What every page of an officer's has: the queues with their counts, and word of what was just done."""

from django.contrib import messages
from django.shortcuts import render as django_render
from django.urls import reverse

from .. import diaries, queries
from .. import links as rooms


def render(request, template: str, context: dict | None = None, *, here: str = "", status: int = 200):
    """A page under /work/. `here` is the queue it belongs to, marked in the navigation."""
    counts, teams = queries.counts(request.user), queries.teams(request.user)
    request.work_nav = navigation(counts, teams, here, request.user)  # a context processor's word goes before a view's
    context = {
        "counts": counts,
        "teams": teams,
        "notices": list(messages.get_messages(request)),
        **(context or {}),
    }
    return django_render(request, template, context, status=status)


def navigation(counts, teams, here: str, user=None) -> list[dict]:
    names = {
        "mine": "My work",
        "cases": teams[0].name if len(teams) == 1 else "My teams",
        "unassigned": "Unassigned",
        "late": "Late",
    }
    links = [
        {"text": text, "href": reverse(f"casework:{name}"), "count": counts[name], "current": name == here}
        for name, text in names.items()
    ]
    if diaries.of(team.slug for team in teams):
        links.append({"text": "Bookings", "href": reverse("casework:bookings"), "current": here == "bookings"})
    find = {"text": "Find a case", "href": reverse("casework:find"), "current": here == "find"}
    figures = {"text": "Figures", "href": reverse("measuring:services"), "current": here == "figures"}
    others = [link | {"current": here in link["here"]} for link in rooms.of(user)] if user else []
    return [*links, find, figures, *others, {"text": "You", "href": reverse("you")}]


def done(request, words: str) -> None:
    """Say on the next page what was done."""
    messages.success(request, words)


def not_done(request, words: str) -> None:
    messages.warning(request, words)
