"""What somebody fills in to ask for help for themselves or another, to answer it, and to log a call."""

from django import forms

from borough.communities.alliance import directory, needs
from borough.communities.alliance.models import Partner
from borough.communities.fields import choice, line, several, words
from borough.foundations.people.forms.fields import MaybeDay
from borough.foundations.people.models import Person

from .models import Call, Referral

SELF = "I agree that you tell this organisation my name, how to reach me and what I need."
OTHER = "They agreed that we tell this organisation their name, how to reach them and what they need."


class PartnerChoice(forms.ModelChoiceField):
    def __init__(self, label, *, without=None, **kwargs):
        rows = Partner.objects.filter(left_on=None).select_related("organisation").order_by("organisation__name")
        super().__init__(
            label=label, queryset=rows.exclude(pk=without.pk) if without else rows, widget=forms.Select,
            empty_label="Choose an organisation",
            error_messages={"required": "Choose who should help", "invalid_choice": "Choose who should help"}, **kwargs
        )  # fmt: skip


class PersonForm(forms.Form):
    name = line("Their name", "their name", most=200)
    email = forms.EmailField(
        label="Their e-mail address (optional)", required=False,
        error_messages={"invalid": "Enter a whole e-mail address, like name@example.org"},
    )  # fmt: skip
    phone = line("Their telephone number (optional)", "the telephone number", most=40, required=False)
    postcode = line("Their postcode (optional)", "the postcode", most=12, required=False)

    def to_themselves(self):
        """The same, asked of the person."""
        for name in ("name", "email", "phone", "postcode"):
            self.fields[name].label = self.fields[name].label.replace("Their", "Your")


class ReferForm(PersonForm):
    channel = choice("How should we write to them?", Person.Channel.choices[:2], "Choose how we should write")
    needs = several("What do they need help with?", needs.CHOICES)
    note = words("What should the organisation know? (optional)", "what they should know", most=1_000, required=False)
    agree = forms.BooleanField(label=OTHER, error_messages={"required": "They must agree before we tell somebody else"})

    def __init__(self, *args, themselves=False, sender=None, support=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.themselves = themselves
        self.fields["receiver"] = PartnerChoice("Who should help?", without=sender,
                                                initial=support and support.partner_id)  # fmt: skip
        self.order_fields(["receiver", "needs"])
        if themselves:
            self.to_themselves()
            for name, label in (
                ("channel", "How should we write to you?"), ("needs", "What do you want help with?"), ("agree", SELF),
                ("note", "What should they know? (optional)"),
            ):  # fmt: skip
                self.fields[name].label = label

    @property
    def consent(self) -> str:
        return SELF if self.themselves else OTHER


class ReasonForm(forms.Form):
    reason = words("Why?", "why")


class RerouteForm(ReasonForm):
    def __init__(self, *args, referral, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["receiver"] = PartnerChoice("Who should help instead?", without=referral.receiver)


class OutcomeForm(forms.Form):
    outcome = choice("How did it go?", Referral.Outcome.choices, "Choose how it went")
    note = words("What else? (optional)", "what else", most=1_000, required=False)


class CallForm(PersonForm):
    name = line("Their name (optional)", "their name", most=200, required=False)
    needs = several("What was it about?", needs.CHOICES)
    outcome = choice("What came of it?", Call.Outcome.choices, "Choose what came of it")
    ring_back_on = MaybeDay(label="When do we ring back? (optional)", called="the day on which we ring back",
                            required=False)  # fmt: skip
    note = words("What was said? (optional)", "what was said", most=1_000, required=False)


def support_of(text):
    """The support that a link to the form names, if it is on offer."""
    from uuid import UUID

    try:
        return directory.supports().select_related("partner").filter(uuid=UUID(text)).first()
    except ValueError:
        return None
