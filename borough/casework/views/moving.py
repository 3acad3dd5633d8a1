"""A page for each move of the workflow."""

from django.http import Http404

from .. import actions, definitions, policy, words
from .act import Act
from .acts import why


class Move(Act):
    """Asks for the move's reason and fields, and shows what the person will be told."""

    template = "casework/move.html"

    def prepare(self, move):
        self.plan = policy.plan(self.case)
        self.name = move
        self.move = self.plan.workflow.moves.get(move)
        if self.move is None or self.move.by != "officer":
            raise Http404

    @property
    def title(self):
        return self.move.label

    @property
    def hint(self):
        return self.move.hint

    def questions(self):
        return [*self.move.fields, *([self._reason()] if self.move.reason else [])]

    def initial(self):
        return self.case.fields

    def context(self):
        return {"not_yet": self.plan.why_not(self.name, self.user), "preview": self._preview()}

    def do(self, values, revision):
        fields = {question.name: values.get(question.name) for question in self.move.fields}
        reason = values.get("reason") or ""
        actions.move(case=self.case, move=self.name, by=self.user, reason=reason, fields=fields, revision=revision)

    def _template(self):
        return definitions.newest(self.case).service.messages.get(self.move.message) if self.move.message else None

    def _reason(self):
        template = self._template()
        said = template and "((reason))" in template.body + template.text
        waits = self.plan.workflow.states[self.move.to].waits
        return why(
            *(("What do you need from them?", "Say what you need from them") if waits else ()),
            hint="They will read this. Write it to them." if said else "Only officers see this.",
            optional=self.move.reason == "optional",
        )

    def _preview(self) -> dict | None:
        """What the person will be told, with brackets where this page's answers go."""
        template = self._template()
        if template is None:
            return None
        holes = {question.name: f"[{question.label}]" for question in self.move.fields}
        values = words.values(self.case) | holes | {"reason": "[why, as you say here]"}
        return {"subject": words.fill(template.subject, values), "body": words.fill(template.body, values)}
