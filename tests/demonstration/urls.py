"""Every address, and the demonstration's with them."""

from django.urls import include, path

from borough.config.urls import handler400, handler403, handler404, handler500
from borough.config.urls import urlpatterns as usual

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [path("demonstration/", include("borough.demonstration.urls")), *usual]
