"""What whoever looks after measures fills in."""

from django import forms

from borough.foundations.people.forms.fields import Choice, Day, MaybeDay, Text
from borough.programme.workstreams.models import Workstream

from .models import LONG

NUMBER = {"required": "Enter a number, like 1250 or 87.5", "invalid": "Enter a number, like 1250 or 87.5",
          "max_digits": "This number is too long. Check it", "max_decimal_places": "Use 4 places or fewer"}  # fmt: skip


class Number(forms.DecimalField):
    def __init__(self, **kwargs):
        super().__init__(max_digits=20, decimal_places=4, error_messages=NUMBER, **kwargs)

    def to_python(self, value):
        return super().to_python(value.replace(",", "") if isinstance(value, str) else value)


class ReadingForm(forms.Form):
    value = Number()
    day = Day(called="the day the number is of")
    source = Text(called="where the number is from", max_length=300)
    correction = Text(called="why the earlier number was wrong", max_length=LONG, required=False)


class FactsForm(forms.Form):
    baseline = Number(required=False)
    baseline_on = MaybeDay(called="the day of the baseline")
    target = Number(required=False)
    target_on = MaybeDay(called="the day of the target")
    source = Text(called="where the numbers are from", max_length=300)
    method = Text(called="how it is counted", max_length=LONG, required=False)
    caveats = Text(called="what to bear in mind", max_length=LONG, required=False)


class ReviseForm(FactsForm):
    reason = Text(called="why it changes", max_length=LONG)


class PublishForm(FactsForm):
    workstream = forms.ModelChoiceField(
        queryset=Workstream.objects.all(), to_field_name="key", empty_label="Choose a workstream",
        error_messages={"required": "Choose a workstream", "invalid_choice": "Choose a workstream"},
    )  # fmt: skip


class CountedForm(PublishForm):
    key = Choice(missing="Choose a measure")

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["key"].choices = choices


class TypedForm(PublishForm):
    key = Text(called="a key", max_length=80)
    title = Text(called="a title", max_length=160)
    unit = Text(called="what is counted, like “people”", max_length=40)
    definition = Text(called="what the number means", max_length=LONG)
    direction = Choice(missing="Choose which way is better",
                       choices=[("up", "More is better"), ("down", "Less is better"), ("none", "Neither")])  # fmt: skip
    of_people = forms.BooleanField(required=False)
