"""Submissions: who sends what, how, and with which papers."""

import datetime
import hashlib
import uuid
from random import Random

from borough.forms.applicant import applicant
from borough.forms.models import DefinitionVersion, Journey, Submission
from borough.forms.references import ALPHABET
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.audit.models import AuditEvent

from . import answers as answered
from . import papers
from .answers import foster
from .rows import Rows

ASSISTED = 0.12
PARTNER = 0.2
UNFINISHED = 25


class Sending:
    """Makes submissions. `forms` by slug; `helpers` are officers who take calls; `partners` are partners' workers."""

    def __init__(self, rng: Random, rows: Rows, forms: dict, helpers: list, partners: list, places: list):
        self.rng, self.rows, self.forms = rng, rows, forms
        self.helpers, self.partners, self.places = helpers, partners, places
        pks = [form.version for form in forms.values()]
        self.versions = {version.slug: version for version in DefinitionVersion.objects.filter(pk__in=pks)}
        self.references: set[str] = set()
        self.used: dict[str, tuple] = {}  # (place, account) of a grant by its reference

    def send(self, slug: str, person, at: datetime.datetime, twin=None, given=None) -> Submission:
        """One submission. `twin` is an earlier one by the same person for the same thing; `given` the answers."""
        rng, form = self.rng, self.forms[slug]
        reference = self._reference(form.service.reference)
        channel = self._channel(slug, person)
        given = given or self._give(slug, person, at, reference, channel, twin)
        kept = answered.joined(answered.pages(form, given, at.date()))
        given = form.answered(kept, at.date())
        started = at - datetime.timedelta(minutes=rng.randint(4, 25), seconds=rng.randint(0, 59))
        journey = self.journey(slug, kept, started, sent_at=at)
        submission = Submission(
            journey=journey, slug=slug, version=self.versions[slug], reference=reference, answers=given, person=person,
            email=applicant(form, given)["email"], started_at=started, submitted_at=at, **channel,
        )  # fmt: skip
        self.rows.submissions.append(submission)
        return submission

    def journey(self, slug, given, started, sent_at=None) -> Journey:
        token = hashlib.sha256(str(self.rng.getrandbits(256)).encode()).hexdigest()
        journey = Journey(
            id=uuid.UUID(int=self.rng.getrandbits(128), version=4), slug=slug, version=self.versions[slug],
            token_hash=token, answers=given, started_at=started, sent_at=sent_at,
        )  # fmt: skip
        self.rows.journeys.append(journey)
        self._event("journey.begun", journey, started, slug=slug)
        return journey

    def unfinished(self, people: list, day: datetime.date) -> None:
        """Fostering forms that somebody began and left: these can still come back."""
        form = self.forms["become-a-foster-carer"]
        for person in people[:UNFINISHED]:
            at = datetime.datetime.combine(day, datetime.time(20), datetime.UTC)
            at -= datetime.timedelta(days=self.rng.randint(1, 28), minutes=self.rng.randint(0, 600))
            pages = answered.pages(form, foster.give(self.rng, person, at.date()), at.date())
            self.journey(form.slug, answered.joined(pages[: self.rng.randint(1, len(pages) - 2)]), at)

    def _give(self, slug, person, at, reference, channel, twin):
        rng, day = self.rng, at.date()
        if slug == "borrow-a-device" and "partner" in channel:
            worker, organisation = channel["helped_by"].name, channel["partner"].name
            return answered.OF[slug](rng, person, day, helper=worker, organisation=organisation)
        if slug != "business-support-grant":
            return answered.OF[slug](rng, person, day)
        place, account = self.used[twin.reference] if twin else self._place_and_account(person)
        self.used[reference] = place, account
        evidence = [self._paper(name, reference, at) for name in rng.sample(papers.NAMES, rng.randint(1, 3))]
        proof = [self._paper("statement", reference, at)]
        bank = self.forms[slug].questions["bank"]
        typed = dict(zip(bank.fields(), account, strict=True))
        return answered.OF[slug](
            rng, person, day, place=place, bank=bank.parse(typed, day),
            papers=papers.answer(evidence), proof=papers.answer(proof),
        )  # fmt: skip

    def _place_and_account(self, person):
        """Mostly their own; a few share a bank account with an earlier claim, which an officer should notice."""
        place = self.places[len(self.used) % len(self.places)]
        account = (person.name, f"00000{self.rng.randint(1, 9)}", f"{self.rng.randint(10**6, 10**8 - 1):08}")
        if self.used and self.rng.random() < 0.05:
            account = self.rng.choice(list(self.used.values()))[1]
        return place, account

    def _paper(self, name, reference, at):
        document = papers.keep(self.rng, name, reference, at)
        self.rows.documents.append(document)
        self._event("document.kept", document, at, kind="pdf", size=document.size, about=document.about)
        return document

    def _channel(self, slug, person) -> dict:
        if person.user_id:
            return {"channel": "online"}
        chance = self.rng.random()
        if slug == "borrow-a-device" and chance < PARTNER:
            worker = self.rng.choice(self.partners)
            return {"channel": "partner", "partner": worker.organisation, "helped_by": worker}
        if chance > 1 - ASSISTED:
            return {"channel": "assisted", "helped_by": self.rng.choice(self.helpers)}
        return {"channel": "online"}

    def _reference(self, prefix) -> str:
        while True:
            letters = "".join(self.rng.choices(ALPHABET, k=6))
            reference = f"{prefix}-{letters[:3]}-{letters[3:]}"
            if reference not in self.references:
                self.references.add(reference)
                return reference

    def _event(self, action, record, at, **data):
        who = RESIDENT
        event = AuditEvent(at=at, actor_kind=who.kind, actor_id="", actor_name="Resident", action=action, data=data)
        self.rows.audit.append((event, record))
