from django.urls import path

from . import views

app_name = "feedback"

urlpatterns = [
    path("programme/feedback/", views.replies, name="replies"),
    path("programme/feedback.json", views.replies_json, name="replies_json"),
    path("work/feedback/", views.answers, name="work"),
    path("work/feedback/<int:pk>/", views.take_down, name="take_down"),
]
