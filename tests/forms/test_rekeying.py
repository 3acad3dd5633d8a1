"""After a key changes, bank accounts in answers open with the new one alone, and are still recognised."""

import datetime

import pytest

from borough.forms.models import DefinitionVersion, Journey
from borough.forms.questions.bank import BankAccount, opened
from borough.foundations import resealing, vault
from borough.foundations.audit.actors import SYSTEM

OLD, NEW = "the-old-key-of-a-test-the-old-key", "the-new-key-of-a-test-the-new-key"
pytestmark = pytest.mark.django_db


def account():
    question = BankAccount(name="pay", label="Where do we pay?")
    typed = dict(zip(question.fields(), ("Sam Example", "309430", "123456"), strict=True))
    return question.parse(typed, datetime.date.max)


def test_answers_open_with_the_new_key_alone(settings):
    settings.KEYS = [OLD]
    version = DefinitionVersion.objects.create(slug="grant", hash="x", data={}, source="")
    journey = Journey.objects.create(
        slug="grant", version=version, token_hash="t", answers={"name": "Sam", "pay": account()}
    )
    settings.KEYS = [NEW, OLD]
    assert ("forms begun", 1, 1) in list(resealing.rotate(by=SYSTEM))

    settings.KEYS = [NEW]
    journey.refresh_from_db()
    assert opened(journey.answers["pay"])["account_number"] == "00123456"
    assert journey.answers["pay"]["digest"] == account()["digest"]
    assert journey.answers["name"] == "Sam"


def test_answers_without_secrets_are_left_alone(settings):
    settings.KEYS = [NEW]
    version = DefinitionVersion.objects.create(slug="grant", hash="x", data={}, source="")
    Journey.objects.create(slug="grant", version=version, token_hash="t", answers={"name": "Sam"})
    assert ("forms begun", 1, 0) in list(resealing.rotate(by=SYSTEM))
    assert vault.is_newest(vault.seal("x"))
