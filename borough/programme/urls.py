from django.urls import include, path

from .api import api
from .describing import data

urlpatterns = [
    path("", include("borough.programme.workstreams.urls")),
    path("", include("borough.programme.figures.urls")),
    path("", include("borough.programme.strategy.urls")),
    path("", include("borough.programme.performance.urls")),
    path("", include("borough.programme.news.urls")),
    path("", include("borough.programme.feedback.urls")),
    path("", include("borough.programme.declaration.urls")),
    path("", include("borough.programme.film.urls")),
    path("api/", data, name="data"),
    path("api/", api.urls),
]
