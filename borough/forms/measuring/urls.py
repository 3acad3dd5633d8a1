from django.urls import path

from . import views

app_name = "measuring"

urlpatterns = [
    path("work/figures/", views.services, name="services"),
    path("work/services/<slug:slug>/figures/", views.figures, name="figures"),
    path("work/services/<slug:slug>/figures.csv", views.csv, name="csv"),
    path("work/services/<slug:slug>/figures.json", views.json, name="json"),
]
