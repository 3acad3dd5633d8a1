"""Why something whose time is up must stay a while longer."""

from collections.abc import Callable, Iterable

from .models import Hold

Needs = Callable[[list[str]], dict[str, str]]

_needs: list[Needs] = []


def register(needs: Needs) -> Needs:
    """A room that needs things kept: `needs(abouts)` gives about → why, in words, for those it needs."""
    if needs not in _needs:
        _needs.append(needs)
    return needs


def why_kept(abouts: Iterable[str]) -> dict[str, str]:
    """about → why, for those of these that must stay. One query for each room that may need some."""
    abouts, found = list(abouts), {}
    if abouts:
        for needs in (*_needs, _held):
            found |= needs(abouts)
    return found


def held(abouts: Iterable[str]) -> list[str]:
    """Those of these that are held for a legal claim or an inquiry: not even a lawful erasure takes them."""
    return list(Hold.objects.filter(about__in=list(abouts), lifted_at=None).values_list("about", flat=True))


def holds():
    """What is held now, the oldest first."""
    return Hold.objects.filter(lifted_at=None).order_by("placed_at", "pk")


def _held(abouts):
    return dict.fromkeys(held(abouts), "It is held for a legal claim or an inquiry")
