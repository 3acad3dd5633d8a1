"""The paying step of a journey: what it costs on check answers, and off to pay once it is sent."""

from markupsafe import Markup

from borough.design.languages import spoken
from borough.foundations.pay import links
from borough.foundations.pay.hooks import Words
from borough.foundations.pay.policy import allow
from borough.foundations.pay.views.order import to_payment

from .. import fees, hooks, queries
from ..actions import token_hash
from ..markdown import html as markdown
from ..models import Submission
from .place import Place, cookie_name


def costs(place: Place, answered: dict) -> dict:
    """{lines, pence} for check answers; empty where it costs nothing."""
    lines = fees.due(place.form, answered, place.today)
    return {"lines": lines, "pence": fees.total(lines)} if lines else {}


def may_lead_to_payment(response, costs: dict):
    return allow(response) if costs else response


def agreed(request, place: Place) -> bool:
    """Whether what it costs is what they read when they pressed the button: another tab may have changed an answer."""
    read = request.POST.get("pence")
    if read is None:
        return True
    answered = place.form.answered(place.answers, place.today)
    return read == str(fees.total(fees.due(place.form, answered, place.today)))


def off(request, place: Place, submission: Submission):
    """Off to the provider's page, where something is owed and it is theirs to pay; else None.

    An officer who filled it in for somebody takes no card: we sent that person a link.
    """
    order = fees.order(submission, place.form)
    if order is None or order.paid or submission.channel == Submission.Channel.ASSISTED:
        return None
    return to_payment(request, order, email=submission.email, by=place.by)


def owed(submission: Submission, form) -> dict:
    """{order, pay} for the page that says we have it: `pay` is where to pay. Empty where nothing was owed."""
    order = fees.order(submission, form)
    return {"order": order, "pay": links.path(order)} if order else {}


def end(request, order) -> str:
    """Where somebody who paid in the browser in which they sent the form reads that we have both; "" elsewhere."""
    submission = Submission.objects.filter(reference=order.reference).select_related("journey").first()
    if submission is None or submission.journey is None:
        return ""
    token = request.COOKIES.get(cookie_name(submission.slug), "")
    if not token or token_hash(token) != submission.journey.token_hash:
        return ""
    return f"/apply/{submission.slug}/sent"


def what_next(order) -> Markup:
    """What happens next, for the order's own page."""
    submission = Submission.objects.filter(reference=order.reference).first()
    if submission is None:
        return Markup()
    words = hooks.afterwards(submission, queries.version(submission.version_id, spoken()))
    return Markup().join(markdown(text) for text in words if text)


def words(order) -> Words | None:
    """What the order is for, and each of its lines, in the language spoken."""
    submission = Submission.objects.filter(reference=order.reference).first()
    if submission is None:
        return None
    english, form = (queries.version(submission.version_id, language) for language in ("en", spoken()))
    said = {one.label: other.label for one, other in zip(*map(_fees, (english, form)), strict=True)}
    return Words(form.language, form.languages, said | {english.title: form.title})


def _fees(form):
    return form.sections.get(fees.SECTION, ())
