from django.urls import path

from . import views

app_name = "strategy"

urlpatterns = [
    path("programme/", views.strategy, name="strategy"),
    path("programme/workstreams/<slug:key>/", views.workstream, name="workstream"),
]
