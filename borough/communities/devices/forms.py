"""What somebody at the counter fills in. Each form carries its own words; `device`, `loan` or `offer` give the rest."""

import datetime

from django import forms
from django.utils import timezone

from borough.communities.fields import choice, words
from borough.foundations.people.forms.fields import Day, MaybeDay, Text
from borough.foundations.people.models import Organisation

from . import agreement, rules
from .models import Clearance, DataItem, Device, Donation, Loan, Offer, Request

PHOTO = "A photo of it (optional)"


def parts_of(parts, label, **kwargs):
    return forms.MultipleChoiceField(
        label=label, choices=[(part, part) for part in parts], required=False, widget=forms.CheckboxSelectMultiple,
        **kwargs,
    )  # fmt: skip


class ActForm(forms.Form):
    """A form about one device; `loan` and `offer` are what it is out on or kept for, or None."""

    def __init__(self, *args, device: Device, loan: Loan | None = None, offer: Offer | None = None, **kwargs):
        self.device, self.loan, self.offer = device, loan, offer
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self):
        pass


class LendForm(ActForm):
    due_on = Day(label="When is it due back?", called="the day it is due back")
    condition = choice("How is it now?", Loan.Condition.choices[:2], "Choose how it is", initial="good")
    age_band = choice("How old are they? (optional)", Loan.AgeBand.choices, "Choose an age", required=False)
    override = words("Why lend although another is overdue?", "why", required=False)
    lent_on = MaybeDay(
        label="On which day did they get it, if not today?", called="the day they got it", required=False
    )
    photo = forms.FileField(label=PHOTO, required=False)
    signed_name = Text(
        label="Their name, to sign", help_text="They read the agreement above and write their name.", max_length=160,
        called="their name", required=False,
    )  # fmt: skip

    def prepare(self):
        due = timezone.localdate() + datetime.timedelta(days=rules.USUAL)
        self.fields["due_on"].initial = [due.day, due.month, due.year]
        parts = self.device.parts
        self.fields["parts"] = parts_of(parts, "What goes with it?", initial=parts)
        if not self.offer or not self.offer.overdue:
            del self.fields["override"]
        self.order_fields(["due_on", "condition", "parts", "age_band", "override", "lent_on", "photo", "signed_name"])


class BackForm(ActForm):
    condition = choice("How is it?", Loan.Condition.choices, "Choose how it is")
    wipe_agreed = forms.BooleanField(label=agreement.RETURN, required=False)
    signed_name = Text(
        label="Their name, to sign", help_text="They read the line above and write their name.", max_length=160,
        called="their name", required=False,
    )  # fmt: skip
    nobody = forms.BooleanField(label="Nobody can sign: somebody else brought it, or it came by post", required=False)
    note = words("What should we know?", "what we should know", required=False)
    effect = choice("Did it help? (optional)", Loan.Effect.choices, "Choose whether it helped", required=False)
    next = choice("What do they need next? (optional)", Loan.Next.choices, "Choose what is next", required=False)
    photo = forms.FileField(label=PHOTO, required=False)

    def prepare(self):
        parts = self.loan.parts_out if self.loan else []
        self.fields["parts"] = parts_of(parts, "What came back with it?", initial=parts)
        self.order_fields(["condition", "parts", "wipe_agreed", "signed_name", "nobody"])


class WipeForm(ActForm):
    method = choice("How did you wipe it?", Clearance.Method.choices, "Choose how you wiped it")
    evidence = Text(
        label="What shows it?", help_text="The certificate’s number, or what the screen said.", max_length=300,
        called="what shows that it was wiped",
    )  # fmt: skip
    sim_out = forms.BooleanField(label="The SIM is out, or there is none", required=False)
    card_out = forms.BooleanField(label="The memory card is out, or there is none", required=False)
    signed_out = forms.BooleanField(label="It is signed out of every account", required=False)


class CheckForm(ActForm):
    passed = choice(
        "Is it empty, charged and working?", [("yes", "Yes, it may be lent"), ("no", "No, wipe it again")],
        "Choose whether it may be lent",
    )  # fmt: skip
    why_not = words("If not: what is wrong?", "what is wrong", required=False)

    def clean_passed(self):
        return self.cleaned_data["passed"] == "yes"


class RenewForm(ActForm):
    due_on = Day(label="When is it due back now?", called="the day it is due back")

    def prepare(self):
        if self.loan:
            later = max(self.loan.due_on, timezone.localdate()) + datetime.timedelta(days=rules.USUAL)
            self.fields["due_on"].initial = [later.day, later.month, later.year]


class LoseForm(ActForm):
    stolen = choice("Is it lost or stolen?", [("no", "Lost"), ("yes", "Stolen")], "Choose whether it is lost or stolen")
    note = words("What happened?", "what happened")

    def clean_stolen(self):
        return self.cleaned_data["stolen"] == "yes"


class NoteForm(ActForm):
    note = words("What happened?", "what happened")


class FindForm(ActForm):
    note = words("What should we know? (optional)", "what we should know", required=False)


class SureForm(ActForm):
    """Nothing to fill in: the button is the answer."""


class PartsForm(ActForm):
    def prepare(self):
        self.fields["parts"] = parts_of(self.loan.missing if self.loan else [], "What came back?")


class PassOnForm(ActForm):
    ended = choice(
        "What happened?",
        [("expired", "They did not come"), ("declined", "They do not want this one"),
         ("withdrawn", "We need it back: they keep their place")],
        "Choose what happened",
    )  # fmt: skip
    reason = words("What do we tell them?", "what we tell them")


class HoldForm(ActForm):
    organisation = forms.ModelChoiceField(
        label="For whom is it kept?", queryset=Organisation.objects.order_by("name"), required=False,
        empty_label="Everybody", widget=forms.Select,
    )  # fmt: skip


class DeviceForm(forms.Form):
    """A device that comes into stock."""

    tag = Text(label="What is on its label?", help_text="Like BD-01234.", called="what is on its label", max_length=20)
    kind = choice("What is it?", Device.Kind.choices, "Choose what it is")
    maker = Text(label="Maker (optional)", called="the maker", max_length=60, required=False)
    model = Text(label="Model (optional)", called="the model", max_length=80, required=False)
    specification = Text(label="What is in it? (optional)", help_text="Like 8 GB, 256 GB, Windows 11",
                         called="what is in it", max_length=200, required=False)  # fmt: skip
    serial = Text(label="Serial number (optional)", called="the serial number", max_length=60, required=False)
    imei = Text(label="IMEI (optional)", help_text="15 numbers. Dial *#06# to see it.", called="the IMEI",
                max_length=40, required=False)  # fmt: skip
    parts = Text(label="What goes with it? (optional)", help_text="With commas between, like Charger, Case",
                 called="what goes with it", max_length=300, required=False)  # fmt: skip
    source = choice("Where is it from?", Device.Source.choices, "Choose where it is from")
    funder = Text(label="Who paid for it, or gave it? (optional)", called="who paid", max_length=120, required=False)
    cost = forms.DecimalField(label="What did it cost, in pounds? (optional)", min_value=0, max_value=20_000,
                              decimal_places=2, required=False)  # fmt: skip
    site = Text(label="Where is it kept?", called="where it is kept", max_length=80)
    encrypted = forms.BooleanField(label="Its storage is encrypted", required=False)

    def clean_parts(self):
        parts = [part.strip()[:40] for part in self.cleaned_data["parts"].split(",")]
        return list(dict.fromkeys(filter(None, parts)))

    def clean(self):
        cost = self.cleaned_data.pop("cost", None)
        return self.cleaned_data | {"cost_pence": None if cost is None else int(cost * 100)}


class RankForm(forms.Form):
    band = choice("How soon do they need it?", Request.Band.choices, "Choose how soon they need it")
    reason = words("Why?", "why")

    def clean_band(self):
        return int(self.cleaned_data["band"])


class SignForm(forms.Form):
    agree = forms.BooleanField(error_messages={"required": "Tick the box if you agree"})
    name = Text(called="your name", max_length=160)


class PersonPicked(forms.Form):
    """A person, by what is scanned or typed of theirs: the reference of their request."""

    reference = Text(label="The reference of their request", help_text="Like DEV-7QK-214", called="the reference",
                     max_length=20)  # fmt: skip


class ListForm(forms.Form):
    file = forms.FileField(
        label="Your list, as a CSV file", error_messages={"required": "Choose a file"},
        help_text="The first line names the columns: tag and kind, and what else you know.",
    )  # fmt: skip


class TakeForm(forms.Form):
    site = forms.ChoiceField(label="Where do you count?", required=False)

    def __init__(self, *args, sites, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["site"].choices = [("", "Everywhere"), *[(site, site) for site in sites]]


class DonationForm(forms.Form):
    donor = Text(label="Who offers it?", called="who offers it", max_length=160)
    kind = choice("What is it?", Device.Kind.choices, "Choose what it is")
    maker = Text(label="Maker (optional)", called="the maker", max_length=60, required=False)
    model = Text(label="Model (optional)", called="the model", max_length=80, required=False)


class CollectForm(forms.Form):
    collected_on = Day(label="When was it collected?", called="the day it was collected")


class AssessForm(forms.Form):
    good = choice("Is it worth making ready?", [("yes", "Yes"), ("no", "No, recycle it")], "Choose whether it is")
    assessment = words("What did you find?", "what you found")

    def clean_good(self):
        return self.cleaned_data["good"] == "yes"


class DonationWipeForm(forms.Form):
    method = choice("How did you wipe it?", Clearance.Method.choices, "Choose how you wiped it")
    certificate = Text(label="The number of the certificate", called="the number of the certificate", max_length=80)


class TakeInForm(forms.Form):
    tag = Text(
        label="What is on its new label?", help_text="Like BD-01234.", called="what is on its label", max_length=20
    )
    grade = choice("How good is it?", Donation.Grade.choices, "Choose a grade")
    serial = Text(label="Serial number (optional)", called="the serial number", max_length=60, required=False)
    site = Text(label="Where is it kept?", called="where it is kept", max_length=80)


class RecycleForm(forms.Form):
    why = words("Why is it recycled?", "why")


class DataForm(forms.Form):
    number = Text(label="The number on the packet", called="the number on the packet", max_length=32)
    kind = choice("What is it?", DataItem.Kind.choices, "Choose what it is")
    network = Text(label="Which network?", called="the network", max_length=40)
    gigabytes = forms.IntegerField(label="How many gigabytes a month?", min_value=1, max_value=500)
    months = forms.IntegerField(label="For how many months?", min_value=1, max_value=12, initial=6)
    use_by = Day(label="Until when can it be activated?", called="the day")


class IssueForm(PersonPicked):
    rules = forms.MultipleChoiceField(
        label="Which of these are true for them?", required=False, widget=forms.CheckboxSelectMultiple,
        choices=[("adult", "They are 18 or over"), ("low_income", "Money is short at home"),
                 ("not_enough", "They have no internet or not enough of it"),
                 ("cost", "They cannot pay for the data they use now")],
    )  # fmt: skip


class TopUpForm(forms.Form):
    gigabytes = forms.IntegerField(label="How many gigabytes more?", min_value=1, max_value=500)
    months = forms.IntegerField(label="For how many months?", min_value=1, max_value=12, initial=1)
