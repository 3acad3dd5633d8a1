from django import forms

from borough.foundations.people import queries as people
from borough.foundations.people.forms.fields import Choice, Day, MaybeDay, Text

from .models import Course
from .tasks import TASKS

TASK_CHOICES = list(TASKS.items())


class ListMeForm(forms.Form):
    listed = forms.BooleanField(required=False)
    place = Text(called="where you work", max_length=80, required=False)


class TakenForm(forms.Form):
    course = forms.ModelChoiceField(
        queryset=Course.objects.all(), empty_label="Choose what you took",
        error_messages={"required": "Choose what you took", "invalid_choice": "Choose what you took"},
    )  # fmt: skip
    day = Day(called="the day")


class SeenForm(forms.Form):
    user = forms.ModelChoiceField(
        queryset=None, empty_label="Choose a colleague",
        error_messages={"required": "Choose a colleague", "invalid_choice": "Choose a colleague"},
    )  # fmt: skip
    task = Choice(missing="Choose a task", choices=TASK_CHOICES)
    how = Text(called="what you saw", max_length=300)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = people.colleagues(user)


class CourseForm(forms.Form):
    title = Text(called="what it is called", max_length=160)
    href = Text(called="its address", max_length=300, required=False)
    day = MaybeDay(called="the day of the session", required=False)
    tasks = forms.MultipleChoiceField(
        choices=TASK_CHOICES,
        error_messages={"required": "Choose what it teaches", "invalid_choice": "Choose what it teaches"},
    )
