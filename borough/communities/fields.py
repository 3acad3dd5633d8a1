"""Boxes that the forms of the alliance have in common."""

from django import forms

from borough.foundations.people.forms.fields import Choice, Text


def choice(label, choices, missing, **kwargs) -> Choice:
    return Choice(label=label, choices=choices, missing=missing, widget=forms.RadioSelect, **kwargs)


def several(label, choices, **kwargs) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, **kwargs
    )


def words(label, called, *, most=300, **kwargs) -> Text:
    return Text(label=label, called=called, max_length=most, widget=forms.Textarea, **kwargs)


def line(label, called, *, most=160, **kwargs) -> Text:
    return Text(label=label, called=called, max_length=most, **kwargs)
