"""A few questions to an officer, drawn and cleaned as a service's own questions are."""

from functools import cached_property

from django.utils import timezone

from borough.forms.drawing import draw
from borough.forms.questions import Invalid


class Sheet:
    """Questions on one page. `data` is what was sent (a QueryDict), `initial` values to begin with."""

    def __init__(self, questions, data=None, initial=None):
        self.questions = list(questions)
        self.typed = {}
        for question in self.questions:
            if data is None:
                self.typed |= question.typed((initial or {}).get(question.name))
            else:
                self.typed |= question.read(data)
        self.values, self.errors = {}, {}
        if data is not None:
            self._clean()

    @cached_property
    def drawn(self) -> list:
        return [draw(question, self.typed, self.errors) for question in self.questions]

    def _clean(self) -> None:
        today = timezone.localdate()
        for question in self.questions:
            try:
                self.values[question.name] = question.clean(self.typed, today)
            except Invalid as wrong:
                self.errors[wrong.field] = wrong.message
