"""The page for somebody who did a thing too often."""

from math import ceil

from django.shortcuts import render


def too_many(request, *, seconds: int = 60):
    """A kind page, status 429, that says when to try again. `seconds` is the longest wait."""
    response = render(request, "errors/429.html", {"minutes": ceil(seconds / 60)}, status=429)
    response["Retry-After"] = str(seconds)
    return response
