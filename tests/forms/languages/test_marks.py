"""Every text of a definition is for other languages too, or known not to be."""

from typing import Literal, get_args, get_origin

from pydantic import BaseModel

from borough.casework import counting, workflow  # noqa: F401  they add to what a definition may say
from borough.forms.definition import model  # noqa: F401
from borough.forms.languages.texts import _fields
from borough.forms.questions.base import Part

# What residents never read as it stands: names, addresses, formats, conditions. A new field of words that they do read
# is written `label: Words` or `label: Text` (questions/base.py), and then stands in the catalogues by itself.
NOT_SAID = {
    "Applicant": "name email phone address channel format language",
    "Booking": "diary notice ahead",
    "Calculated": "name value",
    "Closed": "finish",
    "Contact": "phone email",
    "Content": "href when",
    "Count": "entered state",
    "Date": "earliest latest",
    "DefinedMeasure": "key title unit definition",  # figures are published in English
    "MonthYear": "earliest latest",
    "Move": "from_ to hint label tasks not_by message action",  # officers read these
    "Next": "go when",
    "Hours": "from_ to",
    "Option": "value",
    "Fee": "amount when",
    "Page": "name when section",
    "Question": "name when",
    "Repeat": "name times",
    "Retention": "closed unfinished failed sent",
    "Section": "name when after",
    "Summary": "pages when",
    "Service": "team reference opens closes",
    "ShortText": "pattern autocomplete example",
    "State": "label deadline outcome",  # officers read the label
    "Task": "label hint when",
    "Time": "earliest latest",
    "Webhook": "to",
    "Workflow": "start",
}


def kinds(kind=Part):
    for one in kind.__subclasses__():
        if one.__module__.startswith("borough."):
            yield one
            yield from kinds(one)


def holds_words(annotation) -> bool:
    """Whether words could stand in it, at any depth, that are not one of a few, a key, or another Part's."""
    if annotation is str:
        return True
    if get_origin(annotation) is Literal or (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return False
    parts = get_args(annotation)
    return any(map(holds_words, parts[1:] if get_origin(annotation) is dict else parts))


def test_every_field_of_words_is_marked_or_named_here():
    unmarked = {
        f"{kind.__name__}.{name}"
        for kind in kinds()
        for name in set(kind.__annotations__) & set(kind.model_fields)
        if holds_words(kind.model_fields[name].annotation) and not _fields(kind).get(name, ("", False))[1]
    }
    named = {f"{kind}.{name}" for kind, names in NOT_SAID.items() for name in names.split()}
    assert unmarked - named == set(), "mark these as Words, or say here why they are not"
    assert named - unmarked == set(), "these are marked, or are no longer there"
