from django.urls import path

from . import views, work

app_name = "performance"

urlpatterns = [
    path("services/<slug:slug>/performance/", views.service, name="service"),
    path("services/<slug:slug>/performance.csv", views.service_csv, name="service_csv"),
    path("services/<slug:slug>/performance.json", views.service_json, name="service_json"),
    path("programme/performance/", views.services, name="services"),
    path("programme/performance.csv", views.services_csv, name="services_csv"),
    path("programme/performance.json", views.services_json, name="services_json"),
    path("programme/services/", views.rollout, name="rollout"),
    path("work/performance/<slug:slug>/", work.costs, name="costs"),
    path("work/performance/<slug:slug>/cost/", work.cost, name="cost"),
    path("work/performance/<slug:slug>/elsewhere/", work.elsewhere, name="elsewhere"),
    path("work/stages/", work.stages, name="stages"),
    path("work/stages/change/", work.stage, name="stage"),
]
