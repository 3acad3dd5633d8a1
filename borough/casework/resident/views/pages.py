"""What every page of the resident's has: links at the top, and word of what was just done."""

from django.shortcuts import render as django_render

SAID = {
    "message": "We have your message. An officer will read it.",
    "moved": "We have done that.",
    "changed": "Something changed while that page was open, so we did nothing. Look at where it is now.",
    "closed": "We have closed it on this device. To open it again you need a new code, or the one in our letter.",
}


def render(request, template: str, context: dict, *, status: int = 200):
    nav = [
        {"text": "Services", "href": "/services/"},
        {"text": "Your applications", "href": "/your-applications/", "current": request.path == "/your-applications/"},
    ]
    if request.user.is_authenticated:
        nav.append({"text": "Your account", "href": "/you/"})
    said = SAID.get(request.GET.get("said"))
    return django_render(request, template, {"user_nav": nav, "said": said, **context}, status=status)
