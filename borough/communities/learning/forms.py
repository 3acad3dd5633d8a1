"""What is filled in to plan a session, book it, and say what somebody can do."""

import datetime

from django import forms
from django.utils import timezone

from borough.communities.alliance import languages, needs
from borough.communities.alliance.models import Champion, Site
from borough.communities.fields import choice, line, several
from borough.communities.referrals.forms import PersonForm
from borough.foundations.people.forms.fields import Day

from .models import Session
from .skills import LEVELS, TASKS


class SessionForm(forms.Form):
    title = line("What is it called?", "what it is called", most=120)
    kind = choice("How do you meet?", Session.Kind.choices, "Choose how you meet")
    day = Day(label="On which day?", called="the day")
    time = forms.TimeField(label="At what time?", help_text="Like 14:30",
                           error_messages={"invalid": "Enter a time, like 14:30"})  # fmt: skip
    minutes = forms.IntegerField(label="How many minutes?", min_value=5, max_value=480, initial=60)
    places = forms.IntegerField(label="How many places?", min_value=1, max_value=200, initial=1)
    needs = several("What is it about?", needs.CHOICES)
    language = forms.ChoiceField(label="In which language?", choices=languages.CHOICES, widget=forms.Select)

    def __init__(self, *args, partner, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["site"] = forms.ModelChoiceField(
            label="Where? (optional)", queryset=partner.sites.all() if partner else Site.objects.all(), required=False,
            widget=forms.Select,
        )  # fmt: skip
        champions = Champion.objects.filter(left_on=None)
        self.fields["champion"] = forms.ModelChoiceField(
            label="Which champion? (optional)", queryset=champions.filter(partner=partner) if partner else champions,
            required=False, widget=forms.Select,
        )  # fmt: skip

    def clean(self):
        said = self.cleaned_data
        if said.get("day") and said.get("time"):
            said["starts_at"] = timezone.make_aware(datetime.datetime.combine(said["day"], said["time"]))
        said.pop("day", None), said.pop("time", None)
        return said


class BookForm(PersonForm):
    """Who comes."""


class CheckForm(forms.Form):
    confidence = forms.TypedChoiceField(
        label="How sure do they feel online?", coerce=int, empty_value=None, required=False, widget=forms.RadioSelect,
        choices=[(1, "1: not at all"), (2, "2"), (3, "3"), (4, "4"), (5, "5: very")],
    )  # fmt: skip
    shown = forms.BooleanField(label="Somebody saw them do these", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for task, words in TASKS.items():
            self.fields[task] = forms.ChoiceField(
                label=words, choices=list(LEVELS.items()), required=False, widget=forms.RadioSelect
            )
        self.order_fields([*TASKS, "confidence", "shown"])

    @property
    def answers(self) -> dict[str, str]:
        return {task: self.cleaned_data[task] for task in TASKS if self.cleaned_data.get(task)}
