"""The code that shows an e-mail address to be somebody's own: sent, and taken back."""

import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from borough.foundations.audit import actions as audit
from borough.foundations.authority.details import details
from borough.foundations.codes import actions as codes
from borough.foundations.messages import actions as messages

from ..confirming import digest
from ..definition.form import Form
from ..models import Journey

PURPOSE = "confirmed-email"
LASTS = datetime.timedelta(minutes=15)
WORDS = N_("""Your code is {code}

Type it into the form you are filling in: {title}. It works for 15 minutes.

Tell nobody the code. We will never ask you for it. If you are not filling in a form, do nothing.

{council}""")


def send_code(*, journey: Journey, form: Form, email: str, by) -> None:
    """Send a new code to this address; the last one stops working."""
    try:
        with transaction.atomic():
            code = new_code(journey=journey, email=email)
            body = _(WORDS).format(code=code, title=form.title, council=details().full_name)
            subject = _("Your code for {title}").format(title=form.title)
            messages.send(
                channel="email", to=email, subject=subject, body=body, about=journey.about, sensitive=True, by=by
            )
            audit.record(action="journey.code_sent", record=journey, by=by)
    except IntegrityError:  # asked for twice at once, and the other one is on its way
        return


def new_code(*, journey: Journey, email: str) -> str:
    """Six digits. Whoever calls sends them."""
    return codes.make(purpose=PURPOSE, subject=_subject(journey, email), channel="email", lasts=LASTS)


def is_sent(journey: Journey, email: str) -> bool:
    """Whether a code that still works is on its way, or there."""
    return codes.working(PURPOSE, _subject(journey, email)).exists()


@transaction.atomic
def confirm(*, journey: Journey, email: str, digits: str, by) -> bool:
    """Whether these digits show that the address is theirs: not if wrong, too old or tried too often."""
    if codes.redeem(purpose=PURPOSE, subject=_subject(journey, email), digits=digits) is None:
        return False
    held = journey.held()
    if held is not None:  # else it was sent meanwhile
        held.confirmed = sorted({*held.confirmed, digest(email)})
        held.save(update_fields=["confirmed", "changed_at"])
        journey.confirmed = held.confirmed
        audit.record(action="journey.email_confirmed", record=held, by=by)
    return True


def _subject(journey, email) -> str:
    return f"{journey.pk}:{digest(email)}"
