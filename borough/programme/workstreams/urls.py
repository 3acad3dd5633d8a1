from django.urls import path

from . import views

app_name = "workstreams"

urlpatterns = [
    path("work/programme/", views.mine, name="mine"),
    path("work/programme-begin/", views.begin, name="begin"),
    path("work/programme/<slug:key>/", views.workstream, name="work"),
    path("work/programme/<slug:key>/status/", views.status, name="status"),
    path("work/programme/<slug:key>/update/", views.update, name="update"),
    path("work/programme/<slug:key>/milestone/", views.plan, name="plan"),
    path("work/programme/<slug:key>/words/", views.reword, name="reword"),
    path("work/programme/<slug:key>/leads/", views.leads, name="leads"),
    path("work/programme/<slug:key>/milestones/<int:pk>/forecast/", views.forecast, name="forecast"),
    path("work/programme/<slug:key>/milestones/<int:pk>/reached/", views.reach, name="reach"),
]
