"""What somebody sent, quickly: over the real views, with no browser."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from borough.casework.models import Case
from borough.forms import queries

from . import papers
from .routes import ROUTES


def sent(slug, **changes) -> Case:
    """The case of a form sent with the answers of routes.py, but for `changes`. Messages stay in the outbox."""
    client = answered(slug, ROUTES[slug] | changes)
    client.post(f"/apply/{slug}/send")
    return Case.objects.select_related("person").latest("pk")


def answered(slug, answers, until="check-answers") -> Client:
    """A browser of Django's own that has answered every page before `until`."""
    client, form = Client(), queries.live(slug)
    name = form.first.name
    while name != until:
        reply = client.post(f"/apply/{slug}/{name}", typed(form.pages[name], answers))
        assert reply.status_code == 302, f"{slug}/{name}: {reply.content.decode()}"
        name = reply.url.rpartition("/")[2]
    return client


def typed(page, answers) -> dict:
    """The page's fields as a browser would send them."""
    fields = {}
    for question in page.asked(answers):
        name, answer = question.name, answers.get(question.name)
        if isinstance(answer, dict):
            fields |= {f"{name}-{part}": text for part, text in answer.items()}
        elif question.template == "date":
            fields |= dict(zip(question.fields(), answer.split(), strict=True))
        elif question.template == "file":
            fields[name] = [SimpleUploadedFile(file, papers.CONTENT[file]) for file in answer]
        elif answer is not None:
            fields[name] = "yes" if answer is True else answer
    return fields
