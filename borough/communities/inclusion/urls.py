from django.urls import path

from . import views

app_name = "inclusion"

urlpatterns = [
    path("alliance/people/<uuid:person>/included/", views.person, name="person"),
    path("alliance/people/<uuid:person>/has/", views.has, name="has"),
    path("work/inclusion/", views.line, name="line"),
]
