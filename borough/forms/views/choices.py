"""A very long list's labels, for pages that have JavaScript: kept out of the page, and fetched when it is there."""

from django.http import Http404, JsonResponse
from django.views.decorators.http import require_safe

from .place import Place, with_place


@require_safe
@with_place
def choices(request, place: Place, name: str):
    """The labels in the order written, as JSON. 404 for any question that has no such list."""
    page = place.form.page_of.get(name)
    question = page.questions.get(name) if page else None
    if question is None or question.script != "autocomplete":
        raise Http404(name)
    response = JsonResponse([option.label for option in question.choices.values()], safe=False)
    response["Cache-Control"] = "private, max-age=600"
    return response
