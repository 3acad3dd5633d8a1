from django.urls import path

from . import views, work

app_name = "figures"

urlpatterns = [
    path("programme/measures/", views.measures, name="measures"),
    path("programme/measures.csv", views.measures_csv, name="measures_csv"),
    path("programme/measures.json", views.measures_json, name="measures_json"),
    path("programme/measures/<slug:key>/", views.measure, name="measure"),
    path("programme/measures/<slug:key>.csv", views.measure_csv, name="measure_csv"),
    path("programme/measures/<slug:key>.json", views.measure_json, name="measure_json"),
    path("work/measures/", work.measures, name="work"),
    path("work/measures/publish/counted/", work.publish_counted, name="publish_counted"),
    path("work/measures/publish/typed/", work.publish_typed, name="publish_typed"),
    path("work/measures/<slug:key>/type/", work.type_in, name="type_in"),
    path("work/measures/<slug:key>/revise/", work.revise, name="revise"),
]
