"""Every address, the demonstration's, and some that go wrong."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.urls import path

from tests.demonstration.urls import handler400, handler403, handler404, handler500
from tests.demonstration.urls import urlpatterns as usual

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def wrong(fault):
    def view(request):
        raise fault

    return view


urlpatterns = [
    path("wrong/400/", wrong(BadRequest("made for a test"))),
    path("wrong/403/", wrong(PermissionDenied("made for a test"))),
    path("wrong/500/", wrong(RuntimeError("made for a test"))),
    *usual,
]
