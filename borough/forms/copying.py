"""A copy of the answers for whoever gave them: by e-mail and on paper. Secret answers stay as masked as on the page."""

from typing import Literal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from borough.design.filters import day
from borough.design.languages import speaking
from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.authority.details import details
from borough.foundations.authority.site import site
from borough.foundations.messages import actions as messages
from borough.foundations.messages.harmless import harmless
from borough.foundations.pdf.making import Paper, Row, Section, pdf

from . import queries
from .answers import rows
from .definition.form import Form

SECTION = "copy"
Copy = Literal["ask", "always", "never"]


def wanted(form: Form) -> Copy:
    """What the definition says: `ask` unless it says otherwise."""
    return form.sections.get(SECTION, "ask")


def check(service, value, sections):
    if value == "always" and not (service.person and service.person.email):
        yield (SECTION,), "there is no e-mail address to send a copy to: name a question for `email` under `person`"


def parts(form: Form, answers: dict) -> list[Section]:
    """The answers as people read them, under the headings of the form's sections."""
    found: dict[str, list[Row]] = {}
    for row in rows(form, answers):
        found.setdefault(row["section"], []).append(Row(row["label"], row["text"] or _("Not answered")))
    return [Section(heading, tuple(its)) for heading, its in found.items()]


def paper(submission, form: Form) -> bytes:
    """The copy as an accessible PDF. Some 20 ms."""
    return pdf(
        Paper(
            title=_("Your answers: {title}").format(title=form.title),
            reference=submission.reference,
            words=(_said(submission),),
            sections=tuple(parts(form, submission.answers)),
            language=form.language,
            format=submission.person.format if submission.person else "standard",
        )
    )


@transaction.atomic
def send_copy(*, submission, form: Form, by):
    """Send the copy by e-mail to the address in the answers: once, however often it is asked for.

    Returns the Message, or None where there is no address.
    """
    if not submission.email or not submission.answers:
        return None
    message = messages.send(
        channel="email",
        to=submission.email,
        subject=_("Your answers: {title}").format(title=f"{form.title} ({submission.reference})"),
        body=letter(submission, form),
        about=f"case:{submission.reference}",
        key=f"copy:{submission.reference}",
        format=submission.person.format if submission.person else "standard",
        by=by,
    )
    audit.record(action="submission.copied", record=submission, by=by)
    return message


def letter(submission, form: Form) -> str:
    """The copy's words, as the outbox has them: what people typed makes no heading and no link in it."""
    blocks = [_("Here is a copy of what you sent us."), _said(submission)]
    for part in parts(form, submission.answers):
        blocks += [f"# {harmless(part.heading)}"] if part.heading else []
        blocks += [f"{harmless(row.label)}\n{harmless(row.text, between=chr(10))}" for row in part.rows]
    wrong = _("If something is wrong, or has changed, tell us: {link}").format(link=f"{site()}/your-applications/")
    return "\n\n".join([*blocks, wrong, details().full_name])


def submitted(submission, form: Form) -> None:
    """At once, where the definition says `copy: always`."""
    if wanted(form) == "always":
        language = submission.language
        with speaking(language):
            send_copy(submission=submission, form=queries.version(form.version, language), by=SYSTEM)


def _said(submission) -> str:
    words = _("Your reference is {reference}. You sent it on {day}.")
    return words.format(reference=submission.reference, day=day(timezone.localtime(submission.submitted_at)))
