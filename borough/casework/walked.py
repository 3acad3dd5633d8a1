"""What `services walk` asks: whether a form that was sent really opened its case."""

from borough.foundations.messages import queries as messages

from . import definitions
from .models import Case


def fault(submission) -> str | None:
    """What is missing of the submission's case, in words; None when all is there."""
    case = Case.objects.filter(submission=submission).select_related("team").first()
    if case is None:
        return "no case was opened"
    form = definitions.newest(case)
    if case.state != form.sections["workflow"].start:
        return f"the case is “{case.state}” and not where the workflow starts"
    if "deadline" in form.sections and case.due_on is None:
        return "the case has no deadline"
    person = case.person
    if (person.email or person.phone or person.address) and not messages.about(case.about).exists():
        return "nobody was told that we have it"
    return None
