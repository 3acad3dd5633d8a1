"""One thing done to one case: ask what it takes, do it, go back to the case. Each act says what differs."""

from django.shortcuts import redirect
from django.views import View

from borough.foundations.documents.actions import Refused as FileRefused

from .. import definitions
from ..asking import Sheet
from ..refusals import Refused, StaleCase
from . import doors, pages


class Act(View):
    """A page that asks for what the act needs (GET) and does it (POST). Nothing typed is lost when it is refused."""

    title = ""
    button = ""
    hint = ""
    done = ""  # what we say afterwards
    template = "casework/act.html"
    http_method_names = ("get", "post")

    def dispatch(self, request, reference, **kwargs):
        self.case = doors.case(request, reference)
        self.user = request.user
        self.prepare(**kwargs)
        return super().dispatch(request, reference, **kwargs)

    def prepare(self, **kwargs):
        """Look up what else the address names. May raise Http404."""

    def questions(self) -> list:
        return []

    def initial(self) -> dict:
        return {}

    def context(self) -> dict:
        return {}

    def do(self, values: dict, revision: int | None):
        """Do it with clean values. Raises Refused."""
        raise NotImplementedError

    def get(self, request, *args, **kwargs):
        return self.page(Sheet(self.questions(), initial=self.initial()))

    def post(self, request, *args, **kwargs):
        sheet = Sheet(self.questions(), request.POST)
        if sheet.errors:
            return self.page(sheet)
        try:
            self.do(sheet.values, _revision(request))
        except (Refused, FileRefused) as refused:
            self.case.refresh_from_db(fields=["revision"])  # having been told, they may try again
            status = 409 if isinstance(refused, StaleCase) else 200
            return self.page(sheet, getattr(refused, "reasons", [str(refused)]), status)
        if self.done:
            pages.done(request, self.done)
        return self.after()

    def after(self):
        if doors.visible_to(self.user).filter(pk=self.case.pk).exists():
            return redirect("casework:case", self.case.reference)
        return redirect("casework:mine")

    def page(self, sheet, reasons=(), status=200):
        errors = [{"text": text, "href": f"#{field}"} for field, text in sheet.errors.items()]
        return pages.render(
            self.request,
            self.template,
            {
                "case": self.case,
                "service": definitions.title(self.case.slug),
                "title": self.title,
                "button": self.button or self.title,
                "hint": self.hint,
                "sheet": sheet,
                "errors": errors + [{"text": reason} for reason in reasons],
                **self.context(),
            },
            status=status,
        )


def _revision(request) -> int | None:
    """The revision the officer saw. A form that lost it is treated as stale."""
    text = request.POST.get("revision", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
