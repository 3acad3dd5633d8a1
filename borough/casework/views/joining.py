"""Acts that join a case with another, or say something of its person."""

import datetime

from django.http import Http404

from borough.forms.questions.choices import Option, Radios
from borough.forms.questions.dates import Date
from borough.forms.questions.text import LongText, ShortText

from .. import actions, warnings
from ..models import CaseLink
from ..refusals import Refused
from . import doors
from .act import Act
from .acts import why

OTHER = ShortText(
    name="other", label="Reference of the other case", hint="Like BSG-7QK-214", width="10", max_length=40,
    errors={"missing": "Enter the reference of the other case"},
)  # fmt: skip


class WithOther(Act):
    def other(self, values):
        found = doors.find(self.user, values["other"])
        if found is None:
            raise Refused("We found no case of your teams with that reference. Check it.")
        return found

    def initial(self):
        return {"other": self.request.GET.get("other", "")[:20]}


class Link(WithOther):
    title = "Link to another case"
    button = "Link them"

    def questions(self):
        options = [Option(value=value, label=label) for value, label in CaseLink.Kind.choices]
        return [OTHER, Radios(name="kind", label="How do they belong together?", options=options)]

    def do(self, values, revision):
        other = self.other(values)
        actions.link(case=self.case, other=other, kind=values["kind"], by=self.user, revision=revision)


class Merge(WithOther):
    title = "Merge a duplicate"
    button = "Close this one and work on the other"
    hint = "Use it when somebody sent the same thing twice. This case closes; what it holds stays readable."

    def questions(self):
        return [OTHER, why(optional=True)]

    def do(self, values, revision):
        reason = values["reason"] or ""
        actions.merge(case=self.case, into=self.other(values), by=self.user, reason=reason, revision=revision)


class Warn(Act):
    title = "Add a warning note"
    button = "Add the warning"
    hint = "For what an officer must know before they meet the person. Write facts: they may ask to read it."
    done = "We added the warning."

    def questions(self):
        return [
            LongText(name="text", label="What should officers know?", rows=3, errors={"missing": "Say what it is"}),
            Date(name="review_on", label="When do we look again?", earliest="today + 1 day", latest="today + 2 years"),
        ]  # fmt: skip

    def do(self, values, revision):
        review_on = datetime.date.fromisoformat(values["review_on"])
        actions.warn(person=self.case.person, text=values["text"], review_on=review_on, by=self.user)


class EndWarning(Act):
    title = "End the warning"
    done = "The warning has ended."

    def prepare(self, pk):
        self.warning = warnings.about(self.case, {}).filter(pk=pk).first()
        if self.warning is None:
            raise Http404

    def questions(self):
        return [why()]

    def context(self):
        return {"hint": self.warning.text}

    def do(self, values, revision):
        actions.end_warning(warning=self.warning, by=self.user, reason=values["reason"])
