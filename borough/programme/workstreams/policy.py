"""Who may say what of the strategy. Everybody may read it."""

from django.urls import reverse

# The parts after /work/ of the pages that belong to the programme.
WORK = ("programme", "programme-begin", "measures", "stages", "feedback", "declaration")
MANAGERS = "Programme managers"  # a group: they may write of every workstream, and publish measures


def manages(user) -> bool:
    """Whether they are a programme manager, or an administrator. One query, kept for the request."""
    if not hasattr(user, "_manages_programme"):
        user._manages_programme = user.is_superuser or user.groups.filter(name=MANAGERS).exists()
    return user._manages_programme


def may_write(user, workstream) -> bool:
    """A lead writes of their own workstreams, a programme manager of all."""
    return manages(user) or workstream.leads.filter(pk=user.pk).exists()


def takes_part(user) -> bool:
    return manages(user) or user.leading.exists()


def officers_link(user) -> list[dict]:
    """The way to the programme at the top of officers' pages: everybody's, so that no page asks who leads what."""
    return [{"text": "Programme", "href": reverse("workstreams:mine"), "here": WORK}]
