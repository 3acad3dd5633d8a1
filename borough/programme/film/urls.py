from django.urls import path

from . import views

app_name = "film"

urlpatterns = [
    path("programme/film/", views.film, name="film"),
    path("programme/film/captions.vtt", views.captions, name="captions"),
]
