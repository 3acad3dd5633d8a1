"""Everything the demonstration writes, in a form that two loads of one day can be compared by."""

import datetime

from borough.casework.models import Case, CaseLink, MatchKey, Task, TimelineEntry, WarningNote
from borough.communities.alliance.models import Champion, Hours, Partner, Place, Site, Support
from borough.communities.devices.models import Clearance, DataItem, Device, Donation, Loan, Offer, Request
from borough.communities.inclusion.models import Baseline
from borough.communities.inclusion.models import Statement as Said
from borough.communities.learning.models import Booking, Check, Session
from borough.communities.referrals.models import Call, Referral
from borough.council.skills.models import Answer, Course, Profile, Shown, Taken
from borough.forms.measuring.models import Opinion, Refused, Stopped
from borough.forms.models import DefinitionVersion, Journey, Publication, Submission
from borough.foundations.audit.models import AuditEvent
from borough.foundations.documents.models import Document
from borough.foundations.gazetteer.models import Address, Street, Ward
from borough.foundations.measures.models import Reading
from borough.foundations.messages.models import Message
from borough.foundations.pay.models import Attempt, Order, Refund
from borough.foundations.payments.models import PaymentFile, PaymentOrder
from borough.foundations.people.models import Directorate, Membership, Organisation, Person, Team, User
from borough.programme.declaration.models import Assessment, Evidence, Project, ProjectStatus, Statement
from borough.programme.feedback.models import Reply
from borough.programme.figures.models import Published, TypedReading
from borough.programme.performance.models import ChannelCost, Elsewhere, StageChange
from borough.programme.workstreams.models import Forecast, Milestone, StatusChange, Update, Workstream

DAY = datetime.date(2026, 11, 20)
MODELS = (
    Directorate, Team, Organisation, User, Membership, Person, Ward, Street, Address, DefinitionVersion, Publication,
    Journey, Submission, Document, Case, CaseLink, MatchKey, Task, TimelineEntry, WarningNote, Message,
    Order, Attempt, Refund, PaymentFile, PaymentOrder, AuditEvent, Stopped, Refused, Opinion,
    Workstream, StatusChange, Update, Milestone, Forecast, Published, TypedReading, Reading,
    ChannelCost, Elsewhere, StageChange, Reply,
    Answer, Course, Profile, Shown, Taken,
    Device, Request, Clearance, Loan, Offer, DataItem, Donation,
    Partner, Site, Support, Place, Hours, Champion, Session, Booking, Check, Said, Baseline, Referral, Call,
    Assessment, Evidence, Project, ProjectStatus, Statement,
)  # fmt: skip
# The real clock's, or made anew each time on purpose: what a sealed answer looks like, a password nobody has.
CHANGES = {"joined_at", "first_seen_at", "published_at", "password", "key", "sealed", "words", "search"}
CHANGES |= {"counted_at"}
NOW = {"service.published", "demonstration.loaded", "measures.counted"}  # these did happen now


def numbered() -> list[str]:
    """Tables whose rows are numbered by the database."""
    return [m._meta.db_table for m in MODELS if m._meta.pk.get_internal_type() == "BigAutoField"]


def dump() -> dict[str, list]:
    return {model._meta.label: [_plain(row) for row in model.objects.order_by("pk").values()] for model in MODELS}


def _plain(value):
    if isinstance(value, dict):
        gone = CHANGES | ({"at"} if value.get("action") in NOW else set())
        if "provider_id" in value:  # a message's own key says what it is about
            gone = gone - {"key"}
        return {key: _plain(part) for key, part in value.items() if key not in gone}
    return [_plain(part) for part in value] if isinstance(value, list) else value
