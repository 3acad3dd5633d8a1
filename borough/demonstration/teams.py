"""Directorates, teams and partners. The services name their teams by these slugs."""

from borough.foundations.people.models import Directorate, Organisation, Team

DIRECTORATES = {
    "childrens-services": ("Children’s Services", [
        ("fostering", "Fostering", "0161 496 0110"),
        ("family-help", "Family help", "0161 496 0111"),
    ]),
    "communities-and-customers": ("Communities and Customers", [
        ("customer-contact", "Customer contact", "0161 496 0100"),
        ("digital-inclusion", "Digital inclusion", "0161 496 0120"),
        ("libraries", "Libraries", "0161 496 0121"),
    ]),
    "corporate-services": ("Corporate Services", [
        ("business-support", "Business support", "0161 496 0130"),
        ("revenues", "Revenues", "0161 496 0131"),
        ("digital-programme", "Digital programme", "0161 496 0140"),
    ]),
    "place": ("Place", [
        ("neighbourhoods", "Neighbourhoods", "0161 496 0150"),
    ]),
}  # fmt: skip

ORGANISATIONS = {
    "open-door-advice": "Open Door Advice",
    "mersey-street-kitchen": "Mersey Street Kitchen",
    "silver-surfers": "Silver Surfers Club",
    "new-start-housing": "New Start Housing",
}


def load() -> tuple[dict[str, Team], dict[str, Organisation]]:
    """Teams and organisations by slug."""
    teams = {}
    for slug, (name, members) in DIRECTORATES.items():
        directorate = Directorate.objects.create(slug=slug, name=name)
        for team, called, phone in members:
            email = f"{team}@borough.example"
            teams[team] = Team.objects.create(slug=team, name=called, directorate=directorate, phone=phone, email=email)
    organisations = {slug: Organisation.objects.create(slug=slug, name=name) for slug, name in ORGANISATIONS.items()}
    return teams, organisations
