"""The acts on a case, but for moves and those with other cases and people."""

from borough.forms.questions.choices import Option, Radios, Select
from borough.forms.questions.text import LongText
from borough.foundations.people.models import Team

from .. import actions, queries
from ..models import Case
from ..refusals import Refused
from .act import Act

MOST = 10_000


def why(label="Why?", missing="Say why", **more):
    return LongText(name="reason", label=label, errors={"missing": missing}, rows=3, **more)


class Note(Act):
    title = "Add a note"
    hint = "Only officers see notes. The person may ask for them, so write what you would say to them."
    done = "We added your note."

    def questions(self):
        return [LongText(name="text", label="Note", max_length=MOST, errors={"missing": "Write the note"})]

    def do(self, values, revision):
        actions.note(case=self.case, text=values["text"], by=self.user)


class Ask(Act):
    title = "Write to them"
    button = "Send"
    hint = "We send it the way they chose. It does not stop the clock: for that, take a step that waits for them."
    done = "Your message is on its way."

    def questions(self):
        return [LongText(name="text", label="Your message", max_length=MOST, errors={"missing": "Write the message"})]

    def do(self, values, revision):
        actions.ask(case=self.case, text=values["text"], by=self.user, revision=revision)


class Assign(Act):
    title = "Pass to somebody"
    button = "Pass it on"
    hint = "If they are away, it goes to whoever covers for them."

    def questions(self):
        people = queries.officers([self.case.team])
        options = [Option(value=str(user.pk), label=user.actor.name) for user in people]
        nobody = Option(value="nobody", label="Nobody: back to the team")
        errors = {"missing": "Choose who takes the case"}
        return [Select(name="to", label="Who takes it?", options=[*options, nobody], errors=errors)]

    def initial(self):
        return {"to": str(self.case.assignee_id or "")}

    def do(self, values, revision):
        to = values["to"]
        user = None if to == "nobody" else next(u for u in queries.officers([self.case.team]) if str(u.pk) == to)
        actions.assign(cases=[self.case], to=user, by=self.user, revision=revision)


class Transfer(Act):
    title = "Transfer to another team"
    button = "Transfer"
    hint = "They take it from here, and you may no longer see it. The deadline stays."
    done = "The other team has the case now."

    def questions(self):
        teams = Team.objects.exclude(pk=self.case.team_id).filter(memberships__isnull=False).distinct()
        options = [Option(value=team.slug, label=team.name) for team in teams]
        options = options or [Option(value="none", label="There is no other team")]
        return [Select(name="team", label="Which team?", options=options, errors={"missing": "Choose a team"}), why()]

    def do(self, values, revision):
        team = Team.objects.filter(slug=values["team"]).first() or self.case.team
        actions.transfer(case=self.case, team=team, by=self.user, reason=values["reason"], revision=revision)


class Priority(Act):
    title = "Change the priority"
    button = "Change it"

    def questions(self):
        options = [Option(value=value, label=label) for value, label in Case.Priority.choices]
        return [Radios(name="priority", label="How urgent is it?", options=options)]

    def initial(self):
        return {"priority": self.case.priority}

    def do(self, values, revision):
        actions.set_priority(case=self.case, priority=values["priority"], by=self.user, revision=revision)


class Restrict(Act):
    hint = "A restricted case is seen only by the team’s managers and whoever has it: for colleagues and councillors."

    @property
    def title(self):
        return "Lift the restriction" if self.case.restricted else "Restrict the case"

    def questions(self):
        return [why(max_length=300)]

    def do(self, values, revision):
        restricted = not self.case.restricted
        actions.restrict(
            case=self.case, restricted=restricted, by=self.user, reason=values["reason"], revision=revision
        )


class Reopen(Act):
    title = "Reopen the case"
    button = "Reopen"
    hint = "It goes back to where it was before it closed, with a new deadline from today."

    def questions(self):
        return [why()]

    def do(self, values, revision):
        actions.reopen(case=self.case, by=self.user, reason=values["reason"], revision=revision)


class Document(Act):
    title = "Add a document"
    button = "Add"
    hint = "A PDF, a picture, a Word document or a spreadsheet, up to 10 MB."
    done = "We added the document."
    template = "casework/document.html"

    def do(self, values, revision):
        file = self.request.FILES.get("file")
        if file is None:
            raise Refused("Choose a file.")
        actions.add_document(case=self.case, file=file, by=self.user)
