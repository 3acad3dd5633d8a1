"""The team a walked service needs."""

from borough.foundations.people.models import Directorate, Team


def a_team(slug: str) -> Team:
    """A scratch database has no teams, and a case needs the one its service names."""
    directorate, _ = Directorate.objects.get_or_create(slug="walking", defaults={"name": "Walking"})
    team, _ = Team.objects.get_or_create(slug=slug, defaults={"name": slug, "directorate": directorate})
    return team
