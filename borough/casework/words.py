"""What we say to people about a case: the definition's words with their ((placeholders)) filled in."""

from django.utils.translation import gettext as _

from borough.design.filters import day
from borough.forms.definition.checks import ALWAYS as CASE_WORDS
from borough.forms.definition.checks import PLACEHOLDER
from borough.foundations.authority.details import details
from borough.foundations.authority.site import site
from borough.foundations.messages.harmless import harmless

from . import definitions, owing

__all__ = ["CASE_WORDS", "PLACEHOLDER", "fill", "letter", "link", "resident_words", "site", "values", "with_link"]


def values(case, *, reason: str = "") -> dict[str, str]:
    """Everything a placeholder may say about this case, as plain text."""
    form = definitions.of_submission(case)
    council = details()
    answers = {}
    if case.submission and form:
        for name, value in case.submission.answers.items():
            question = form.named.get(name)
            if question and not question.secret:
                answers[name] = harmless(question.display(value))
    for name, value in case.fields.items():
        answers[name] = harmless(_field(case, name, value))
    return answers | {
        "reference": case.reference,
        "name": harmless(case.person.name) or _("there"),
        "deadline": day(case.due_on),
        "link": link(case),
        "reason": reason.strip(),
        "council": council.full_name,
        "phone": _phone(case) or council.phone,
        "service": definitions.title(case.slug),
        **owing.words(case),
    }


def fill(text: str, values: dict[str, str]) -> str:
    """`text` with each ((name)) replaced; what nobody knows becomes nothing."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1].strip(), ""), text)


def resident_words(case, workflow) -> str:
    """What the resident reads about where their case is."""
    return fill(workflow.states[case.state].resident, values(case))


def letter(case, text: str) -> str:
    """An officer's own words, with who they are for and how to answer."""
    name = harmless(case.person.name)
    dear = _("Dear {name}").format(name=name) if name else _("Hello")
    answer = _("To answer, go to {link} and quote {reference}.").format(link=link(case), reference=case.reference)
    return "\n\n".join([dear, text, answer, details().full_name])


def with_link(template: str) -> str:
    """The words with the way to the resident's page, where they do not have it already."""
    if "((link))" in template:
        return template
    return "\n\n".join([template.rstrip(), _("See where it is: ((link))")])


def link(case) -> str:
    return f"{site()}/your-applications/{case.reference}/"


def _field(case, name, value) -> str:
    for move in definitions.workflow(case).moves.values():
        for question in move.fields:
            if question.name == name:
                return question.display(value)
    return str(value)


def _phone(case) -> str:
    form = definitions.live(case.slug)
    return form.service.contact.phone if form else ""
