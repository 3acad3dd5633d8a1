"""Who may apply for a service: its `who`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.utils.translation import pgettext

from .definition.form import Form

WORDS = {
    "resident": N_("residents"),
    "partner": N_("our partners"),
    "officer": N_("officers, who fill it in for somebody"),
}


class NotForYou(Exception):
    """The service takes no application from such people. `.role` is resident, partner or officer."""

    def __init__(self, form: Form, role: str):
        super().__init__(f"{form.slug} is not for a {role}")
        self.form, self.role = form, role


def role(user, helped_by=None) -> str:
    """In what role somebody applies. An officer applies for somebody else; for themselves they are a resident."""
    if helped_by:
        return "officer"
    return "partner" if user and user.organisation_id else "resident"


def check(form: Form, role: str) -> None:
    """Raises NotForYou."""
    if role not in form.service.who:
        raise NotForYou(form, role)


def words(form: Form) -> str:
    """residents and our partners"""
    return pgettext("people", " and ").join(_(WORDS[role]) for role in WORDS if role in form.service.who)
