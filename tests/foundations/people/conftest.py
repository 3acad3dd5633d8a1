"""A small council: a team with a manager and an officer, another team with a stranger, and a resident."""

import pytest

from borough.foundations.people import second_factor
from borough.foundations.people.models import Directorate, Membership, Team, User

PASSWORD = "correct horse battery"


@pytest.fixture
def teams(db):
    directorate = Directorate.objects.create(slug="children", name="Children’s Services")
    fostering = Team.objects.create(slug="fostering", name="Fostering", directorate=directorate)
    benefits = Team.objects.create(slug="benefits", name="Benefits", directorate=directorate)
    return fostering, benefits


def officer(name, team, role="officer"):
    user = User.objects.create_user(f"{name.lower()}@council.example", PASSWORD, name=name)
    Membership.objects.create(user=user, team=team, role=role)
    return user


@pytest.fixture
def manager(teams):
    return officer("Morgan", teams[0], "manager")


@pytest.fixture
def colleague(teams):
    return officer("Ola", teams[0])


@pytest.fixture
def stranger(teams):
    return officer("Sam", teams[1], "manager")


@pytest.fixture
def administrator(db):
    return User.objects.create_superuser("ada@council.example", PASSWORD, name="Ada")


@pytest.fixture
def resident(db):
    return User.objects.create_user("rosa@example.org", name="Rosa")


@pytest.fixture
def enter(client):
    """enter(user): a browser signed in as the user, with a second factor shown unless `factor` is false."""

    def signed_in(user, factor=True):
        client.logout()
        client.force_login(user)
        if factor:
            session = client.session
            session[second_factor.KEY] = {"user": user.pk, "how": "totp"}
            session.save()
        return client

    return signed_in


@pytest.fixture
def code(mailoutbox):
    """code(): the 6 numbers in the last e-mail."""

    def last():
        import re

        return re.search(r"\b[0-9]{6}\b", mailoutbox[-1].body)[0]

    return last
