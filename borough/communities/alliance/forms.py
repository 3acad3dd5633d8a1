"""What partners and the team that runs the alliance fill in."""

from django import forms

from borough.communities.fields import choice, line, several, words
from borough.foundations.gazetteer.models import Ward
from borough.foundations.people.forms.fields import MaybeDay
from borough.foundations.people.models import Organisation

from . import languages, needs
from .models import Hours, Partner, Support


class PartnerForm(forms.Form):
    about = words("What do you do?", "what you do", most=1_000)
    email = forms.EmailField(label="E-mail address (optional)", required=False)
    phone = line("Phone number (optional)", "the phone number", most=30, required=False)
    website = forms.URLField(label="Website (optional)", required=False, assume_scheme="https")


class JoinForm(PartnerForm):
    organisation = forms.ModelChoiceField(
        label="Which organisation?", queryset=Organisation.objects.filter(partner=None).order_by("name"),
        widget=forms.Select, error_messages={"required": "Choose an organisation"},
    )  # fmt: skip
    kind = choice("How do they take part?", Partner.Kind.choices, "Choose how they take part")
    field_order = ["organisation", "kind"]


class SiteForm(forms.Form):
    name = line("What is the place called?", "what the place is called", most=120)
    line_1 = line("Building and street", "the building and street", most=120)
    town = line("Town", "the town", most=80)
    postcode = line("Postcode", "the postcode", most=12)
    accessibility = line("How can people get in and about? (optional)", "how people get in", most=300, required=False,
                         help_text="Like: step-free, hearing loop, toilet for wheelchairs")  # fmt: skip


class SupportForm(forms.Form):
    name = line("What is it called?", "what it is called", most=120)
    description = words("What happens there?", "what happens there", most=2_000)
    needs = several("What do people get help with?", needs.CHOICES)
    languages = several("In which languages?", languages.CHOICES, initial=["en"])
    how = line("How do people get it?", "how people get it", most=300, help_text="Like: drop in, no booking")
    cost = line("What does it cost?", "what it costs", most=120, initial="Free")
    status = choice("Is it on offer?", Support.Status.choices, "Choose whether it is on offer", initial="active")

    def __init__(self, *args, partner, **kwargs):
        super().__init__(*args, **kwargs)
        sites = {str(site.pk): site for site in partner.sites.all()}
        self.fields["sites"] = several("Where?", [(key, site.name) for key, site in sites.items()])
        self.sites = sites

    def clean_sites(self):
        return [self.sites[key] for key in self.cleaned_data["sites"]]


class HoursForm(forms.Form):
    place = forms.ModelChoiceField(label="Where?", queryset=None, widget=forms.Select, empty_label=None,
                                   error_messages={"required": "Choose where"})  # fmt: skip
    day = forms.TypedChoiceField(label="On which day?", choices=Hours.Day.choices, coerce=int, widget=forms.Select)
    opens = forms.TimeField(
        label="From", help_text="Like 09:30", error_messages={"invalid": "Enter a time, like 09:30"}
    )
    closes = forms.TimeField(label="Until", help_text="Like 16:00",
                             error_messages={"invalid": "Enter a time, like 16:00"})  # fmt: skip

    def __init__(self, *args, support, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = support.places.select_related("site")
        self.fields["place"].label_from_instance = lambda place: place.site.name


class ChampionForm(forms.Form):
    name = line("Name", "their name")
    email = forms.EmailField(label="E-mail address (optional)", required=False)
    phone = line("Phone number (optional)", "the phone number", most=30, required=False)
    trained_on = MaybeDay(
        label="When were they trained? (optional)", called="the day they were trained", required=False
    )
    checked_on = MaybeDay(label="When were they checked? (optional)", called="the day they were checked",
                          help_text="The day on the DBS certificate, or when references came.",
                          required=False)  # fmt: skip
    available = line("When can they help? (optional)", "when they can help", most=200, required=False,
                     help_text="Like: Tuesday mornings")  # fmt: skip
    languages = several("Which languages do they speak?", languages.CHOICES, initial=["en"])
    wards = forms.ModelMultipleChoiceField(
        label="In which wards?", queryset=Ward.objects.order_by("name"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip


class ChampionChangeForm(ChampionForm):
    left_on = MaybeDay(label="When did they stop? (optional)", called="the day they stopped", required=False)
