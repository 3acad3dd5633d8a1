from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .details import details


@require_safe
@cache_control(public=True, max_age=31_536_000, immutable=True)
def stylesheet(request):
    """The council's own accent, as the custom properties that every rule of ours reads."""
    council = details()
    css = f":root{{--govuk-brand-colour:{council.colour};--app-brand-dark:{council.colour_dark}}}\n"
    return HttpResponse(css, content_type="text/css; charset=utf-8")
