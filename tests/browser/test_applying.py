"""Each service applied for to the end: on a phone and on a desktop, with and without JavaScript."""

import pytest

from borough.casework.models import Case
from borough.foundations.messages.models import Message

from .applying import Applicant
from .routes import ROUTES

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("slug", ROUTES)
def test_a_service_is_applied_for_to_the_end(anywhere, services, slug):
    reference = Applicant(anywhere, slug, ROUTES[slug]).start().to("check-answers").send()
    case = Case.objects.get(reference=reference)
    assert case.slug == slug
    assert case.submission.answers.keys() == ROUTES[slug].keys()
    assert Message.objects.filter(about=case.about).count() == 1
