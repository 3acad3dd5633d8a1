"""Who works here: the eight people to become, and their colleagues."""

from random import Random

from django.contrib.auth.models import Group

from borough.foundations.people.models import Membership, Organisation, Team, User
from borough.programme.workstreams.policy import MANAGERS

from .cast import CAST

# Colleagues of each team: (name, role).
COLLEAGUES = {
    "fostering": [("Ruth Calder", "officer"), ("Leon Price", "officer"), ("Shazia Malik", "officer"),
                  ("Bronwen Hughes", "manager")],
    "family-help": [("Kath Sidebottom", "officer"), ("Omari Bell", "manager")],
    "customer-contact": [("Nikki Shaw", "officer"), ("Ravi Menon", "officer"), ("Gwen Platt", "manager")],
    "digital-inclusion": [("Ellen Doyle", "officer"), ("Kwame Boateng", "officer"), ("Sunita Rao", "manager")],
    "libraries": [("Hilary Moss", "officer"), ("Idris Khan", "manager")],
    "business-support": [("Peter Lund", "officer"), ("Carys Bowen", "officer"), ("Femi Adeola", "approver"),
                         ("Linda Frost", "payer"), ("Anjali Deshmukh", "manager")],
    "revenues": [("Steve Hallam", "officer"), ("Dorota Zielinska", "manager")],
    "digital-programme": [("Callum Reeve", "officer")],
    "neighbourhoods": [("Janine Royle", "officer"), ("Mick Tanner", "manager")],
}  # fmt: skip
PARTNERS = {"mersey-street-kitchen": "Bea Norris", "silver-surfers": "Ron Eccles", "new-start-housing": "Tasha Innes"}


def load(rng: Random, teams: dict[str, Team], organisations: dict[str, Organisation]) -> dict[str, User]:
    """Every account by the part of its e-mail address before the @."""
    users, memberships = {}, []

    def account(key, name, email, **fields):
        user = User(email=email, name=name, **fields)
        user.set_unusable_password()  # nobody signs in by password here: visitors become them
        users[key] = user

    for part in CAST:
        organisation = organisations[part.organisation] if part.organisation else None
        account(part.key, part.name, part.email, organisation=organisation,
                is_staff=part.administrator, is_superuser=part.administrator)  # fmt: skip
        memberships += [(part.key, team, role) for team, role in part.roles]
    for team, colleagues in COLLEAGUES.items():
        for name, role in colleagues:
            key = name.lower().replace(" ", ".")
            account(key, name, f"{key}@borough.example")
            memberships.append((key, team, role))
    for slug, name in PARTNERS.items():
        key = name.lower().replace(" ", ".")
        account(key, name, f"{key}@example.org", organisation=organisations[slug])
    User.objects.bulk_create(users.values())
    editors = [users[part.key] for part in CAST if part.edits]
    Group.objects.get(name="Moderators").user_set.add(*editors)  # Wagtail's own: writes and publishes pages
    managers = [users[part.key] for part in CAST if part.programme]
    Group.objects.get(name=MANAGERS).user_set.add(*managers)
    Membership.objects.bulk_create(
        [Membership(user=users[key], team=teams[team], role=role) for key, team, role in memberships]
    )
    return users
