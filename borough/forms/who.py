"""Who may apply for a service: its `who`."""

from .definition.form import Form

WORDS = {
    "resident": "residents",
    "partner": "our partners",
    "officer": "officers, who fill it in for somebody",
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
    return " and ".join(WORDS[role] for role in WORDS if role in form.service.who)
