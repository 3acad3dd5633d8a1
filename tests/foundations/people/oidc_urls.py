"""The addresses of a borough whose officers sign in with the council's own accounts."""

from borough.config.urls import handler404, urlpatterns  # noqa: F401
from borough.foundations.people.urls import oidc_urls

urlpatterns = [*oidc_urls, *urlpatterns]
