from django import forms

from borough.foundations.people.forms.fields import Choice, Day, Text
from borough.programme.workstreams.models import REASON, Status

from .models import LONG, Assessment
from .standards import POINTS, PRINCIPLES


class Number(forms.TypedChoiceField):
    def __init__(self, *, missing, **kwargs):
        errors = {"required": missing, "invalid_choice": missing}
        super().__init__(coerce=int, error_messages=errors, **kwargs)


class EvidenceForm(forms.Form):
    principle = Number(missing="Choose a principle", choices=[(n, words[0]) for n, words in PRINCIPLES.items()])
    title = Text(called="what it is", max_length=160)
    words = Text(called="what it shows", max_length=600)
    href = Text(called="where it can be seen", max_length=300)
    day = Day(called="the day it happened")


class WithdrawForm(forms.Form):
    reason = Text(called="why it no longer holds", max_length=REASON)


class ProjectForm(forms.Form):
    title = Text(called="what it is called", max_length=160)
    words = Text(called="what you will do", max_length=LONG)
    begun_on = Day(called="the day it began")


class ProjectStatusForm(forms.Form):
    status = Choice(missing="Choose a status", choices=Status.choices)
    reason = Text(called="why", max_length=REASON)


class StatementForm(forms.Form):
    year = forms.IntegerField(error_messages=dict.fromkeys(("required", "invalid"), "Enter a year, like 2026"))
    words = Text(called="the statement", max_length=LONG)


class AssessmentForm(forms.Form):
    point = Number(missing="Choose a point", choices=[(n, f"{n}. {words}") for n, words in POINTS.items()])
    answer = Choice(missing="Choose an answer", choices=Assessment.Answer.choices)
    evidence = Text(called="what shows it", max_length=REASON)
