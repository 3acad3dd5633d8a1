"""What the definitions say about a case, in the language spoken (see design.languages).

A case follows the newest; its answers are read with their own version.
"""

from borough.design.languages import spoken
from borough.forms import queries as forms

from .workflow import Workflow, in_force


def live(slug: str):
    """The newest definition as a compiled form, or None: the service is gone, or its file is being written."""
    try:
        return forms.live(slug, spoken())
    except (forms.NoService, forms.Faulty):
        return None


def title(slug: str) -> str:
    form = live(slug)
    return form.title if form else slug.replace("-", " ").capitalize()


def language(case) -> str:
    """The one in which they read the form, and we write to them."""
    return case.submission.language if case.submission else "en"


def newest(case):
    """The form whose rules the case follows: the live one, or the version it was last moved under."""
    return live(case.slug) or forms.version(case.version_id, spoken())


def workflow(case) -> Workflow:
    """The workflow the case follows, its own state included even where the newest has lost it."""
    older = None
    form = newest(case)
    found = form.sections["workflow"]
    if case.version_id != form.version:
        older = forms.version(case.version_id, spoken()).sections["workflow"]
    return in_force(found, older, case.state)


def label(case) -> str:
    """The case's state in words."""
    if case.merged_into_id:
        return "Merged"
    state = workflow(case).states.get(case.state)
    return state.label if state else case.state


def of_submission(case):
    """The form that the answers were given to, or None for a case opened without one."""
    return forms.version(case.submission.version_id, spoken()) if case.submission else None


def title_in_list(case) -> str:
    """The service's title as of the version the case was last moved under: no query for each service."""
    return forms.version(case.version_id).title


def team_in_list(case) -> str:
    """The slug of the team that the service belongs to, as of that version: a case may have gone to another."""
    return forms.version(case.version_id).service.team


def label_in_list(case) -> str:
    """The state in words, as of that version."""
    if case.merged_into_id:
        return "Merged"
    state = forms.version(case.version_id).sections["workflow"].states.get(case.state)
    return state.label if state else case.state
